/**
 * `node src/leaks/cli.ts <folder>`: fails where the folder, which is to be published, shows something private.
 *
 * Exit codes: 0 nothing private, 1 something private, and the folder was moved aside, 2 it could not be told.
 */
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { dataFolder, privateValues } from '@diglot/content/load'
import { findLeaks } from './scan.ts'

try {
  const [folder = 'dist'] = process.argv.slice(2)
  process.exitCode = await check(resolve(folder))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function check(folder: string): Promise<number> {
  const secrets = await privateValues(dataFolder())
  for (const { file, line, column, name } of secrets.passedOver) {
    console.error(
      `${file}:${line}:${column} ${name} is not looked for in the output: it is too short, or public anyway.`,
    )
  }
  if (secrets.count === 0) return 0
  const leaks = await findLeaks(folder, secrets)
  if (leaks.length === 0) {
    console.log(
      `Nothing private in ${folder}: looked for ${secrets.count} ${secrets.count === 1 ? 'value' : 'values'}.`,
    )
    return 0
  }
  // What lies in the folder is published sooner or later, whatever this process says of it.
  const aside = `${folder}-leaking`
  await rm(aside, { recursive: true, force: true })
  await rename(folder, aside)
  console.error(leaks.join('\n'))
  console.error(`\nThe public would read what is private, so the output was moved to ${aside}.`)
  console.error(
    'Take it out of the facts or the pages, or out of private.yaml and the notes if the public may have it.',
  )
  return 1
}
