import { readPages } from './dist.ts'

/** The path of one page of each kind in each language, the largest of its kind: what holds for it holds for its like. */
export async function pageKinds(): Promise<string[]> {
  const largest = new Map<string, { path: string; size: number }>()
  for (const { path, file, source, print } of await readPages()) {
    if (print || file === '404.html') continue
    const kind = path.replace(/(projects|skills)\/.+/, '$1/*')
    if (source.length > (largest.get(kind)?.size ?? 0)) largest.set(kind, { path, size: source.length })
  }
  return [...largest.values()].map(({ path }) => path)
}
