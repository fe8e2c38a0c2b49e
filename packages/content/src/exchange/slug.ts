/** Ids stand in addresses. */
const maxLength = 40

/**
 * An id from the words of a text: its Latin letters and digits, up to five words. `undefined` where it has none.
 *
 * @example
 * slug('Université de Montréal') // 'universite-de-montreal'
 * slug('通用存储服务bfs') // 'bfs'
 */
function slug(text: string): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  const words = plain.match(/[a-z0-9]+/g)?.slice(0, 5) ?? []
  while (words[0] !== undefined && !/^[a-z]/.test(words[0])) words.shift()
  while (words.length > 1 && words.join('-').length > maxLength) words.pop()
  return words.join('-').slice(0, maxLength) || undefined
}

/** Gives each entry of a list its own id, by its words or else by its number. */
export class Ids {
  readonly #taken: Set<string>
  readonly #noun: string
  #count = 0

  /**
   * @param noun what an entry is called that has no words for an id: `role` gives `role-3`
   * @param reserved ids that are taken already
   */
  constructor(noun: string, reserved: Iterable<string> = []) {
    this.#noun = noun
    this.#taken = new Set(reserved)
  }

  /** An id that none has got yet, from the first text that has words for one. */
  next(...texts: (string | undefined)[]): string {
    this.#count += 1
    const [wish = `${this.#noun}-${this.#count}`] = texts.flatMap((text) => (text && slug(text)) || [])
    let id = wish
    for (let number = 2; this.#taken.has(id); number += 1) id = `${wish}-${number}`
    this.#taken.add(id)
    return id
  }
}
