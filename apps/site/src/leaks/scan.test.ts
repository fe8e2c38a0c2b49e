import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { privateValues } from '@diglot/content/load'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findLeaks } from './scan.ts'

const PHONE = '+86 139 1234 5678'
const DIGITS = '13912345678'
const MAIL = 'made.up@mail.example'
const NOTE = '先讲一写双读的取舍，再讲清理脏数据的任务。'

const facts = {
  'profile.yaml': `name: Ada\nheadline: { zh: 字, en: word }\nsummary: { zh: 字, en: word }\nnote: ${NOTE}\n`,
  'private.yaml': `phone: "${PHONE}"\nemail: ${MAIL}\n`,
}

let root: string
let secrets: Awaited<ReturnType<typeof privateValues>>

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'diglot-leaks-'))
  await mkdir(join(root, 'data'))
  for (const [name, source] of Object.entries(facts)) await writeFile(join(root, 'data', name), source)
  secrets = await privateValues(join(root, 'data'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** What is found in an output that holds one file beside an innocent page. */
async function leaksOf(name: string, content: string | Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(root, 'dist-'))
  await writeFile(join(folder, 'index.html'), '<p>Nothing private.</p>')
  await mkdir(join(folder, name, '..'), { recursive: true })
  await writeFile(join(folder, name), content)
  return findLeaks(folder, secrets)
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const hex = (text: string) => Buffer.from(text).toString('hex')
const entities = (text: string) => [...text].map((char) => `&#${char.codePointAt(0)};`).join('')
const escapes = (text: string) =>
  [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
const percent = (text: string) => hex(text).replace(/../g, '%$&')

/** The ways in which a phone number can stand in a text file. */
const forms: Record<string, string> = {
  'as it is written': PHONE,
  'another format': '0086-139.1234.5678',
  'full-width digits': '１３９ １２３４ ５６７８',
  'tags between': '<b>139</b><span>1234</span><wbr>5678',
  entities: entities(DIGITS),
  'entities of entities': entities(entities('139')) + entities('12345678'),
  'named entities': '139&nbsp;1234&hyphen;5678',
  'percent signs': percent(DIGITS),
  'percent signs of percent signs': percent(percent(DIGITS)),
  'escapes of a script': escapes(DIGITS),
  'escapes of a style sheet': 'content: "\\31 39\\31 2345678"',
  hexadecimal: hex(DIGITS),
  'base64, the first alignment': base64(`tel:${PHONE} `),
  'base64, the second alignment': base64(`_tel:${PHONE} `),
  'base64, the third alignment': base64(`__tel:${PHONE} `),
  'base64 without a beginning': `xyz${base64(`tel:${PHONE}`)}`,
  'base64 of an address': Buffer.from(`??${DIGITS}??>>`).toString('base64url'),
  'base64 in lines': base64(`${'-'.repeat(50)}${PHONE}${'-'.repeat(50)}`).replace(/.{64}/g, '$&\r\n'),
  'base64 behind percent signs': percent(base64(PHONE)),
  'entities behind base64': base64(`<svg><text>${entities(DIGITS)}</text></svg>`),
  'tags behind base64': base64('<svg><text>139</text><text>12345678</text></svg>'),
  'tags on lines of their own': '<b>139</b>\n        <b>1234</b>\n        <b>5678</b>',
  backwards: [...DIGITS].reverse().join(''),
  'after a byte order mark': `\ufeff${DIGITS}`,
}

describe.each(['html', 'json', 'md', 'txt', 'xml', 'js'])('in a file of %s', (kind) => {
  test.each(Object.entries(forms))('%s', async (_, form) => {
    const [leak, ...more] = await leaksOf(`zh/file.${kind}`, `{"first line":\n"${form}"}\n`)
    expect(leak).toMatch(new RegExp(`^zh/file\\.${kind}:[23]:\\d+ This shows phone of private\\.yaml:1:8\\.$`))
    expect(more).toEqual([])
  })
})

test('says where it stands, which value it is, and never the value', async () => {
  expect(await leaksOf('a.html', `<p>a line\n<p>mail: <a>${MAIL}</a>, ${NOTE}`)).toEqual([
    'a.html:2:13 This shows email of private.yaml:2:8.',
    'a.html:2:39 This shows note of profile.yaml:4:7.',
  ])
  const leaks = await leaksOf(`en/${DIGITS}/${MAIL}.txt`, NOTE)
  expect(leaks.join('\n')).not.toMatch(/1391|made\.up|先讲/)
  expect(leaks.slice(0, 2)).toEqual([
    'en/…/… Its name shows phone of private.yaml:1:8.',
    'en/…/… Its name shows email of private.yaml:2:8.',
  ])
  expect(leaks).toHaveLength(3)
})

test.each<[string, Uint8Array]>([
  ['a.json.gz', gzipSync(DIGITS)],
  ['a.json.br', brotliCompressSync(DIGITS)],
  ['a.json.zst', zstdCompressSync(DIGITS)],
  ['a.docx', zipSync({ 'word/document.xml': Buffer.from(`<w:t>139</w:t><w:t>12345678</w:t>`) })],
  ['a.zip', zipSync({ 'b.zip': zipSync({ 'c.txt': gzipSync(DIGITS) }) })],
  ['utf-16le.txt', Buffer.from(`\ufeff${DIGITS}`, 'utf16le')],
  ['utf-16be.bin', Buffer.from(`x\0${DIGITS}`, 'utf16le').swap16().subarray(1)],
  ['photo.jpg', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe1, 0, 40), Buffer.from(`Exif\0\0${DIGITS}`)])],
  ['text.png', png('tEXt', Buffer.from(`Author\0${DIGITS}`))],
  ['packed.png', png('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(DIGITS)]))],
])('in %s', async (name, content) => {
  const leaks = await leaksOf(name, content)
  expect(leaks).toHaveLength(1)
  expect(leaks[0]).toContain('This shows phone of private.yaml:1:8.')
})

function png(type: string, data: Buffer): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)])
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', Buffer.alloc(13)), chunk(type, data), chunk('IEND', Buffer.of())])
}

test('finds nothing in what is innocent', async () => {
  const innocent = [
    'tel: 139 1234 5679',
    'M139 12.34h5678z',
    'made.up at home, mail them an example',
    '1391234 and 5678',
    base64('a'.repeat(300)),
    '先讲一写双读',
  ]
  expect(await leaksOf('a.html', innocent.join('\n\n'))).toEqual([])
})
