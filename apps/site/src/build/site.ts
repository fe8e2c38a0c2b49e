/**
 * `node src/build/site.ts [FOLDER] [option of diglot-print]…`: builds the site with its PDFs, and puts it in its place when it is whole.
 *
 * It is built beside the folder. Where a step fails, the folder stays as it was: what stands there was made of facts without
 * a mistake, has every PDF, and shows nothing private. The exit code is that of the step.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { audience, ContentError, dataFolder, loadContent } from '@diglot/content/load'
import { listFiles, published } from './built-files.ts'
import { replaceFolder } from './replace-folder.ts'
import { readWords } from './words.ts'

const site = fileURLToPath(new URL('../..', import.meta.url))
const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs')
const print = fileURLToPath(new URL('cli.ts', import.meta.resolve('@diglot/print')))
const leaks = join(site, 'src/leaks/cli.ts')

const words = process.argv.slice(2)
const isPrivate = audience() === 'private'
// Private pages have a folder of their own, so that publishing `dist` can never publish them.
const named = words[0]?.startsWith('-') === false ? words.shift() : undefined
const folder = resolve(named ?? (isPrivate ? join(site, 'dist-private') : published.folder))
const draft = `${folder}-draft`

// What stands there is removed in the end: it has to be a site, and not somebody's files.
if (existsSync(folder) && !existsSync(join(folder, 'print.json'))) {
  console.error(`${folder} holds something that is no built site. Remove it, or name another folder.`)
  process.exit(2)
}
if (isPrivate && folder === published.folder) {
  console.error(`${folder} is for the public. Name another folder for private pages, or none.`)
  process.exit(2)
}
await rm(draft, { recursive: true, force: true })
await refuseMistakes()
await run(site, astro, 'build', '--outDir', draft)
await run(draft, print, '.', ...(isPrivate ? ['--no-store'] : []), ...words)
if (!isPrivate) await run(site, leaks, draft)
if (folder === published.folder) await listFiles(draft, published.list)
await replaceFolder(folder, draft)

/**
 * Facts with a mistake, translations that are out of date and interface words that are not whole end the build before it begins: Astro would tell of them
 * among lines of its own.
 */
async function refuseMistakes(): Promise<void> {
  try {
    await loadContent(dataFolder(), { agreed: true })
    await readWords()
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    console.error(error.message)
    await stop(1)
  }
}

/** Runs a step; one that fails ends the build. */
async function run(cwd: string, program: string, ...words: string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...words], { cwd, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) await stop(code ?? 1)
}

async function stop(code: number): Promise<never> {
  await rm(draft, { recursive: true, force: true })
  const place = relative(process.cwd(), folder) || '.'
  console.error(existsSync(folder) ? `${place} holds the last whole site, as it was.` : `There is no site in ${place}.`)
  process.exit(code)
}
