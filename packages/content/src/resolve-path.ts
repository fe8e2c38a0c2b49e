import { homedir } from 'node:os'
import { resolve } from 'node:path'

/**
 * The absolute path that somebody means who types one. `~` is the home folder wherever it is written: in quotation marks,
 * behind `--into=` and on Windows a shell leaves it as it is.
 *
 * @param base where a relative path begins, instead of the current folder
 * @example
 * resolvePath('~/me') // '/home/ada/me'
 */
export function resolvePath(path: string, base = '.'): string {
  return resolve(base, path.replace(/^~(?=$|[/\\])/, homedir))
}
