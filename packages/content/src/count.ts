/**
 * A number and its noun.
 *
 * @example
 * count(1, 'problem') // '1 problem'
 * count(2, 'problem') // '2 problems'
 */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
