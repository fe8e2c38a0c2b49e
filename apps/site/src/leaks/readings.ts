import { decodeHTML } from 'entities'

/** Stands between texts, so that no two are read as one: more signs than stand between the parts of a number. */
export const APART = '\n----\n'

/**
 * What a text says to whoever reads it: as it is, without its tags, backwards, and decoded: from the entities of HTML,
 * percent signs, the escapes of scripts and style sheets, base64 and hexadecimal digits, and from one of them in another.
 */
export function readings(text: string): string[] {
  const plain = decoded(text)
  const untagged = decoded(withoutTags(text))
  const unpacked = decoded([...fromBase64(plain), ...fromHex(plain)].join(APART))
  const backwards = [...untagged].reverse().join('')
  return [...new Set([text, plain, untagged, withoutTags(plain), unpacked, withoutTags(unpacked), backwards])]
}

function decoded(text: string): string {
  let found = text
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = found
    found = fromEscapes(fromPercent(decodeHTML(before)))
    if (found === before) break
  }
  return found
}

/** A code in a code in a code: more than one layer of software puts around another. */
const ROUNDS = 3

const withoutTags = (text: string) => text.replace(/<[^<>]*>/g, '')

const fromPercent = (text: string) =>
  text.replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())

/** `\u0031`, `\u{31}` and `\x31` of scripts, `\31 ` of style sheets, `\n` of both. */
function fromEscapes(text: string): string {
  const escapes = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\da-f]{1,6})\s?)/gi
  const character = (written: string, ...codes: string[]) => {
    const code = Number.parseInt(codes.slice(0, 4).find(Boolean) ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : written
  }
  return text.replace(escapes, character).replace(/\\[nrt]/g, ' ')
}

/** What each run of base64 holds, read from each of its first four letters: nobody knows where it begins in the run. */
function* fromBase64(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[\w+/-]{12,}(?:\s+[\w+/-]{12,})*/g)) {
    const letters = run.replace(/\s+/g, '')
    for (const start of [0, 1, 2, 3]) yield Buffer.from(letters.slice(start), 'base64').toString()
  }
}

function* fromHex(text: string): Generator<string> {
  for (const [run] of text.matchAll(/[\da-f]{14,}/gi)) {
    for (const start of [0, 1]) {
      const bytes = Buffer.from(run.slice(start), 'hex')
      yield bytes.toString()
      if (bytes.length % 2 === 0) yield bytes.swap16().toString('utf16le')
    }
  }
}
