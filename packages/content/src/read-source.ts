import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, diagnosticAt } from './diagnostics.ts'

/** A whole career is a quarter of it; YAML of this size is still read in a moment. */
const maxBytes = 200_000

/**
 * The text of a data file, or the reason why there is none.
 *
 * @param name path relative to the data folder, with forward slashes
 * @param ifMissing what to do about a missing file, as a sentence; without it, a missing file is an empty one
 * @param limit in bytes
 */
export async function readSource(
  folder: string,
  name: string,
  ifMissing?: string,
  limit: number = maxBytes,
): Promise<string | Diagnostic> {
  try {
    const path = join(folder, name)
    const found = await stat(path)
    // A pipe or a device has no end, and a folder no text.
    if (!found.isFile()) return problem('file-unreadable', 'This is no file.', 'Put a file in its place, or remove it.')
    if (found.size <= limit) return decode(name, await readFile(path))
    return problem(
      'file-too-large',
      `The file holds ${found.size} bytes.`,
      `Keep it under ${limit}; long texts belong in a case study.`,
    )
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    if (code !== 'ENOENT') {
      return problem('file-unreadable', `The file cannot be read (${code}).`, 'Make it a file that you may read.')
    }
    return ifMissing ? problem('file-missing', 'There is no such file.', ifMissing) : ''
  }

  function problem(rule: string, message: string, hint: string): Diagnostic {
    return diagnosticAt({ file: name, line: 1, column: 1 }, { rule, message, hint })
  }
}

function decode(file: string, bytes: Buffer): string | Diagnostic {
  const source = new TextDecoder().decode(bytes)
  const replaced = source.indexOf('\uFFFD')
  if (replaced < 0) return source
  const before = source.slice(0, replaced).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  const message = 'This character is not UTF-8.'
  const hint = 'Save the file as UTF-8, and write the character again.'
  return diagnosticAt({ file, line: before.length, column }, { rule: 'encoding', message, hint })
}
