/**
 * The fragment of a reference. It holds the project's id, because a portfolio prints the references of many.
 *
 * @example
 * referenceId('bfs', 'haystack') // 'bfs-ref-haystack'
 */
export function referenceId(project: string, reference: string): string {
  return `${project}-ref-${reference}`
}
