import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { readWritten } from '@diglot/print'
import { unzipSync } from 'fflate'
import { APART } from './readings.ts'

/** A text that a file holds, and where; `where` is empty when the file is that text. */
export interface Piece {
  where: string
  text: string
}

/** Every text that a file holds, whatever it is packed in: archives, PDFs, images, fonts. */
export async function piecesOf(name: string, bytes: Uint8Array): Promise<Piece[]> {
  const parts = await unpack(name, bytes)
  const inside = await Promise.all(
    parts.map(async ([part, content]) =>
      (await piecesOf(part, content)).map(({ where, text }) => ({ where: where ? `${part}, ${where}` : part, text })),
    ),
  )
  const written = isPdf(bytes) ? await pdfPieces(bytes) : []
  return [{ where: '', text: textIn(bytes) }, ...written, ...inside.flat()]
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)
const isPdf = (bytes: Uint8Array) => startsWith(bytes, 0x25, 0x50, 0x44, 0x46)

async function pdfPieces(bytes: Uint8Array): Promise<Piece[]> {
  const { pages, strings, streams } = await readWritten(bytes)
  return [
    ...pages.map((text, index) => ({ where: `page ${index + 1}`, text })),
    { where: 'what it says beside its pages', text: strings.join(APART) },
    ...streams.map((bytes) => ({ where: 'what is packed into it', text: textIn(bytes) })),
  ]
}

/** The files in a file, by name. */
async function unpack(name: string, bytes: Uint8Array): Promise<[name: string, content: Uint8Array][]> {
  const inner = name.replace(/\.\w+$/, '')
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return Object.entries(unzipSync(bytes))
  if (startsWith(bytes, 0x1f, 0x8b)) return [[inner, gunzipSync(bytes)]]
  if (startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) return [[inner, zstdDecompressSync(bytes)]]
  if (name.endsWith('.br')) return [[inner, brotliDecompressSync(bytes)]]
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return [...compressedTexts(bytes)]
  return []
}

/** What a PNG says in words and packs: its chunks zTXt, iTXt and iCCP have a keyword, and then a zlib stream. */
function* compressedTexts(png: Uint8Array): Generator<[name: string, content: Uint8Array]> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    const type = Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1')
    if (!['zTXt', 'iTXt', 'iCCP'].includes(type)) continue
    const chunk = png.subarray(at + 8, at + 8 + view.getUint32(at))
    const start = chunk.findIndex((byte, index) => byte === 0x78 && index > 1 && chunk[index - 1] === 0)
    try {
      yield [type, inflateSync(chunk.subarray(start))]
    } catch {
      // It was not packed, and is read as it is.
    }
  }
}

/** Bytes as text: UTF-16 where a mark says so, else UTF-8. Without zero bytes, so that letters of two bytes are letters. */
function textIn(bytes: Uint8Array): string {
  const encoding = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '')
}
