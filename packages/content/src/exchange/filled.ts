/** Without what is not there: an empty list says no more than none. */
export function filled<T extends object>(fields: T): T {
  const kept = Object.entries(fields).filter(([, value]) => {
    if (value === undefined) return false
    return typeof value !== 'object' || value === null || Object.keys(value).length > 0
  })
  return Object.fromEntries(kept) as T
}
