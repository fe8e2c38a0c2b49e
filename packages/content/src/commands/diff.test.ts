import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { dataFolderWith, emptyFolder, goodFiles, text } from '../test-data.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))

async function diff(folder: string, ...words: string[]) {
  const temporary = emptyFolder()
  const places = { TMPDIR: temporary, TEMP: temporary, TMP: temporary }
  const env = { ...process.env, ...places, DIGLOT_DATA: folder, DIGLOT_AUDIENCE: '' }
  const child = spawn(process.execPath, [cli, 'diff', ...words], { env })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [status, stdout, stderr] = await Promise.all([closed, textOf(child.stdout), textOf(child.stderr)])
  expect(stderr).not.toMatch(/^\s+at /m)
  // Old facts are not left lying about.
  expect(readdirSync(temporary)).toEqual([])
  return { status, stdout, stderr: stderr.replaceAll(folder, 'FOLDER') }
}

const editions = `${goodFiles['editions.yaml']}short:\n  title: ${text}\n  sections: [summary]\n  locales: { en: { papers: [letter] } }\n`
const project = 'projects/bfs/project.yaml'

/** A repository with the good files and a second edition in a folder of it, committed. */
function repository(): { folder: string; git: (...words: string[]) => string } {
  const folder = dataFolderWith({ 'editions.yaml': editions })
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
  const git = (...words: string[]) => execFileSync('git', [...identity, '-C', folder, ...words], { encoding: 'utf8' })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'Facts')
  return { folder, git }
}

test('two editions: what the one shows and the other does not, in each language', async () => {
  const folder = dataFolderWith({ 'editions.yaml': editions })
  const [different, same, json] = await Promise.all([
    diff(folder, 'resume', 'short'),
    diff(folder, 'short', 'short'),
    diff(folder, 'resume', 'short', '--json'),
  ])
  expect(different).toMatchObject({ status: 1, stderr: '' })
  expect(different.stdout).toMatchInlineSnapshot(`
    "From edition resume to edition short

    - bfs
        bfs

    ~ editions.yaml sections
        summary[-, projects-]

    ~ editions.yaml papers
        en [-a4, -]letter

    3 differences: 1 removed, 2 changed.
    "
  `)
  expect(same).toMatchObject({ status: 0, stderr: '' })
  expect(same.stdout).toMatch(/\nNo difference\.\n$/)
  expect(json).toMatchObject({ status: 1, stderr: '' })
  expect(JSON.parse(json.stdout)).toMatchObject({
    before: 'edition resume',
    differences: [{ kind: 'removed', what: 'bfs', in: { zh: { before: 'bfs' }, en: { before: 'bfs' } } }, {}, {}],
  })
})

test('a revision: what has changed in the files since, whatever is staged', async () => {
  const { folder, git } = repository()
  writeFileSync(join(folder, project), goodFiles[project].replace('字', '新字'))
  git('add', '.')
  const staged = git('status', '--porcelain')
  const { status, stdout } = await diff(folder, 'HEAD')
  expect(status).toBe(1)
  expect(stdout.replace(/\([0-9a-f]{7}\)/, '(COMMIT)')).toMatchInlineSnapshot(`
    "From revision HEAD (COMMIT) to the files as they are

    ~ bfs summary
        zh {+新+}字

    1 difference: 1 changed.
    "
  `)
  expect(git('status', '--porcelain')).toBe(staged)
})

test('one word is a revision and two are editions, whatever they are called', async () => {
  const { folder, git } = repository()
  const none = await diff(folder, 'resume')
  expect(none).toMatchObject({ status: 2, stdout: '' })
  expect(none.stderr).toMatchInlineSnapshot(`
    "There is no revision "resume". It is an edition: name another one to compare it with.
    "
  `)
  git('branch', 'resume')
  expect(await diff(folder, 'resume')).toMatchObject({ status: 0, stderr: '' })
  expect((await diff(folder, 'resume', 'HEAD')).stderr).toMatchInlineSnapshot(`
    "There is no edition "HEAD". Use one of: resume, short. A private one is there with DIGLOT_AUDIENCE=private. A revision is compared alone.
    "
  `)
})

test('2, and why, where nothing can be compared', async () => {
  const { folder, git } = repository()
  writeFileSync(join(folder, project), 'name: bfs\n')
  const invalid = await diff(folder, 'HEAD')
  expect(invalid).toMatchObject({ status: 2, stdout: '' })
  expect(invalid.stderr).toMatchInlineSnapshot(`
    "projects/bfs/project.yaml:1:1 kind is missing. Use one of: open-source, work.
    projects/bfs/project.yaml:1:1 order is missing. Add it.

    The facts cannot be compared: 2 problems.
    "
  `)

  git('commit', '--quiet', '--all', '--message', 'A mistake')
  writeFileSync(join(folder, project), goodFiles[project])
  const past = await diff(folder, 'HEAD')
  expect(past).toMatchObject({ status: 2, stdout: '' })
  expect(past.stderr).toMatch(/^Revision HEAD cannot be compared: 2 problems\.$/m)

  rmSync(join(folder, '.git'), { recursive: true })
  expect(await diff(folder, 'HEAD')).toEqual({ status: 2, stdout: '', stderr: 'Git finds no repository at FOLDER.\n' })
})
