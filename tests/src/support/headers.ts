import { readDist } from './dist.ts'

/**
 * What a static host sends with a file, by the `_headers` of the output: what several rules say of one header is joined.
 *
 * @returns a function of the address that is asked for
 */
export async function sentHeaders(folder: string): Promise<(address: string) => Headers> {
  const rules = (await readDist('_headers', folder)).split(/\n(?=\/)/).map((rule) => {
    const [place = '', ...lines] = rule.trim().split('\n')
    const said = lines.map((line): [string, string] => {
      const [name = '', ...value] = line.trim().split(': ')
      return [name, value.join(': ')]
    })
    return { place, said }
  })
  return (address) => {
    const { pathname } = new URL(address, 'http://localhost')
    const headers = new Headers()
    for (const { place, said } of rules) {
      const holds = place.endsWith('*') ? pathname.startsWith(place.slice(0, -1)) : pathname === place
      if (holds) for (const [name, value] of said) headers.append(name, value)
    }
    return headers
  }
}
