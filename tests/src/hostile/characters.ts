/** Bytes that are no text, characters that nobody sees or that turn a line around, and numbers that are none. */
import { both, type HostileData } from './data-set.ts'
import { quoted } from './fields.ts'

const encoder = new TextEncoder()
const plain = `name: Ada\nsummary: ${both}\n`
const withBytes = (...bytes: number[]) =>
  Buffer.concat([Buffer.from('name: "A'), Buffer.of(...bytes), Buffer.from('"\n')])
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** Byte sequences that UTF-8 does not have. */
const brokenBytes: Record<string, number[]> = {
  'a byte that begins nothing': [0x80],
  'a sequence that is cut off': [0xe4, 0xbd],
  'an overlong slash': [0xc0, 0xaf],
  'an overlong zero': [0xc0, 0x80],
  'half of a surrogate pair': [0xed, 0xa0, 0x80],
  'a code point past the last': [0xf4, 0x90, 0x80, 0x80],
  'a byte that is never used': [0xff],
  'five bytes in a sequence': [0xf8, 0x88, 0x80, 0x80, 0x80],
  'Latin-1': [0xe9],
  GBK: [0xc4, 0xe3],
}

const encodings: Record<string, Uint8Array> = {
  'UTF-16 LE with a mark': utf16(`\ufeff${plain}`),
  'UTF-16 LE': utf16(plain),
  'UTF-16 BE with a mark': utf16(`\ufeff${plain}`).swap16(),
  'UTF-32 LE with a mark': Buffer.concat(
    [...`\ufeff${plain}`].map((char) => {
      const unit = Buffer.alloc(4)
      unit.writeUInt32LE(char.codePointAt(0) ?? 0)
      return unit
    }),
  ),
  gzip: Buffer.from('1f8b0800000000000003cb48cdc9c957c840a200f2ea97520e000000', 'hex'),
  'a PNG': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'a program': Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(4000)]),
}

/** Characters that no text may have. */
const forbidden = [
  0x0, 0x1, 0x7, 0x8, 0xb, 0xc, 0xd, 0x1b, 0x7f, 0x85, 0x9f, 0xd800, 0xdfff, 0x202a, 0x202b, 0x202d, 0x202e, 0x2066,
  0x2067, 0x2068, 0x2069, 0x202c,
]

/** Characters that a text may have, and that are to stay text. */
const allowed = [0xa0, 0xad, 0x200b, 0x200d, 0x200e, 0x2028, 0x2029, 0xfeff, 0xfffd, 0xe000, 0xe0041, 0x1f468, 0x0301]

const hexOf = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

const numbers = [
  '1e400',
  '-1e400',
  '.inf',
  '.nan',
  '0x7fffffffffffffffffff',
  '1e308',
  '9007199254740993',
  '-0',
  '1_000',
  '0b11',
  '1.5',
  '9'.repeat(400),
]

export const characters: HostileData[] = [
  ...Object.entries(brokenBytes).map(([name, bytes]) => ({
    name: `broken UTF-8: ${name}`,
    files: { 'profile.yaml': withBytes(...bytes) },
    outcome: /not UTF-8/,
  })),
  ...Object.entries(encodings).map(([name, bytes]) => ({
    name: `instead of UTF-8 ${name}`,
    files: { 'profile.yaml': bytes },
    outcome: /./,
  })),
  {
    name: 'UTF-8 with a mark',
    files: { 'profile.yaml': Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), encoder.encode(plain)]) },
    outcome: 'neutral',
  },
  { name: 'two marks', files: { 'profile.yaml': `\ufeff\ufeff${plain}` }, outcome: 'neutral' },
  { name: 'a zero byte in a text', files: { 'profile.yaml': `name: A\0da\n` }, outcome: /./ },
  { name: 'zero bytes alone', files: { 'profile.yaml': Buffer.alloc(100_000) }, outcome: /./ },
  { name: 'line breaks of Windows', files: { 'profile.yaml': plain.replaceAll('\n', '\r\n') }, outcome: 'neutral' },
  { name: 'line breaks of old Macs', files: { 'profile.yaml': plain.replaceAll('\n', '\r') }, outcome: /./ },
  ...forbidden.map((code) => ({
    name: `${hexOf(code)} in a name`,
    files: { 'profile.yaml': `name: ${quoted(`A${String.fromCodePoint(code)}da`)}\nsummary: ${both}\n` },
    outcome: /holds the|not UTF-8|is empty|invalid|escape/i,
  })),
  ...forbidden.map((code) => ({
    name: `${hexOf(code)} in an id and in a key`,
    files: { 'tags.yaml': `${quoted(`go${String.fromCodePoint(code)}`)}: { name: Go, kind: topic }\n` },
    outcome: /is not an id/,
  })),
  ...allowed.map((code) => ({
    name: `${hexOf(code)} in a name`,
    files: { 'profile.yaml': `name: ${quoted(`A${String.fromCodePoint(code)}da`)}\nsummary: ${both}\n` },
    outcome: 'neutral' as const,
  })),
  {
    name: 'a text of a thousand accents on one letter',
    files: { 'profile.yaml': `name: ${quoted(`a${'\u0301'.repeat(1000)}`)}\n` },
    outcome: 'neutral',
  },
  ...numbers.map((number) => ({
    name: `the number ${number.slice(0, 30)} where a whole number belongs`,
    files: { 'projects/bfs/project.yaml': `name: bfs\nkind: work\norder: ${number}\nsummary: ${both}\n` },
    outcome: number === '-0' ? ('neutral' as const) : /order is/,
  })),
  ...['name', 'kind', 'summary', 'period', 'tags', 'highlights'].flatMap((key) =>
    ['null', 'true', '1e999', '[[[]]]', '{ a: { b: 1 } }', '""', '2021-06-31'].map((value) => ({
      name: `${value} for ${key} of a project`,
      files: { 'projects/bfs/project.yaml': `order: 1\n${key}: ${value}\n` },
      outcome: /project\.yaml:/,
    })),
  ),
]
