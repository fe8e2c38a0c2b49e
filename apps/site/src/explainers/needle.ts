/**
 * A needle of the Haystack paper (Beaver et al., OSDI 2010), as bytes: what one small file becomes in a volume. The paper
 * names the fields and says how long the keys are; where it leaves a length open, it is chosen here.
 */

export interface Needle {
  readonly key: number
  readonly alternateKey: number
  /** A random number that only who knows the address has. */
  readonly cookie: number
  readonly deleted: boolean
  readonly data: Uint8Array
}

const HEADER_MAGIC = 0x4e45_4544
const FOOTER_MAGIC = 0x4c45_4e44
/** Where the fields of the header begin, in bytes; the data follow it. */
const FIELD = { magic: 0, cookie: 4, key: 8, alternateKey: 16, flags: 20, size: 21, data: 25 }
/** The magic and the checksum behind the data. */
const FOOTER = 8
const ALIGNMENT = 8
const DELETED = 1

/** How many bytes a needle takes, with its padding. */
export function sizeOfNeedle(dataLength: number): number {
  return Math.ceil((FIELD.data + dataLength + FOOTER) / ALIGNMENT) * ALIGNMENT
}

export function writeNeedle({ key, alternateKey, cookie, deleted, data }: Needle): Uint8Array {
  const bytes = new Uint8Array(sizeOfNeedle(data.length))
  const view = new DataView(bytes.buffer)
  view.setUint32(FIELD.magic, HEADER_MAGIC)
  view.setUint32(FIELD.cookie, cookie)
  view.setBigUint64(FIELD.key, BigInt(key))
  view.setUint32(FIELD.alternateKey, alternateKey)
  view.setUint8(FIELD.flags, deleted ? DELETED : 0)
  view.setUint32(FIELD.size, data.length)
  bytes.set(data, FIELD.data)
  view.setUint32(FIELD.data + data.length, FOOTER_MAGIC)
  view.setUint32(FIELD.data + data.length + 4, checksum(data))
  return bytes
}

/** The needle that begins at an offset; `undefined` where none does, or where it is damaged. */
export function readNeedle(volume: Uint8Array, offset: number): Needle | undefined {
  const view = new DataView(volume.buffer, volume.byteOffset + offset, volume.byteLength - offset)
  if (view.byteLength < sizeOfNeedle(0) || view.getUint32(FIELD.magic) !== HEADER_MAGIC) return undefined
  const size = view.getUint32(FIELD.size)
  if (sizeOfNeedle(size) > view.byteLength) return undefined
  const data = volume.subarray(offset + FIELD.data, offset + FIELD.data + size)
  const footer = FIELD.data + size
  if (view.getUint32(footer) !== FOOTER_MAGIC || view.getUint32(footer + 4) !== checksum(data)) return undefined
  return {
    key: Number(view.getBigUint64(FIELD.key)),
    alternateKey: view.getUint32(FIELD.alternateKey),
    cookie: view.getUint32(FIELD.cookie),
    deleted: (view.getUint8(FIELD.flags) & DELETED) !== 0,
    data,
  }
}

/** A copy of the volume in which the needle at an offset says that it is deleted: the one thing that changes in its place. */
export function withDeleted(volume: Uint8Array, offset: number): Uint8Array {
  return volume.with(offset + FIELD.flags, DELETED)
}

/** CRC-32, as in Ethernet and gzip. */
function checksum(data: Uint8Array): number {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0)
  }
  return ~crc >>> 0
}
