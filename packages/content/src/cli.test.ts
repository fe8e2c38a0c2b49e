import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { dataFolderWith } from './test-data.ts'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))

async function run(words: string[], env: Record<string, string> = {}) {
  const clean = { ...process.env, DIGLOT_DATA: '', DIGLOT_AUDIENCE: '', ...env }
  const child = spawn(process.execPath, [cli, ...words], { env: clean })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [status, stdout, stderr] = await Promise.all([closed, text(child.stdout), text(child.stderr)])
  expect(stderr).not.toMatch(/^\s+at /m)
  return { status, stdout, stderr }
}

test('check: 0, and what there is, for facts without a problem', async () => {
  const folder = dataFolderWith()
  const [argument, variable, own] = await Promise.all([
    run(['check', folder]),
    run(['check'], { DIGLOT_DATA: folder }),
    run(['check']),
  ])
  expect(argument).toEqual({ status: 0, stdout: '1 project, 0 roles, 1 edition: no problems.\n', stderr: '' })
  expect(variable).toEqual(argument)
  expect(own).toMatchObject({ status: 0, stderr: '' })
})

test('check and generate: 1, and every problem with its line, for facts with problems', async () => {
  const folder = dataFolderWith({ 'tags.yaml': 'go: 1\nC: { name: C, kind: technology }\n' })
  const [check, generate] = await Promise.all([run(['check', folder]), run(['generate', folder])])
  expect(check).toMatchObject({ status: 1, stdout: '' })
  expect(generate).toEqual(check)
  expect(check.stderr.replace(folder, 'FOLDER')).toMatchInlineSnapshot(`
    "tags.yaml:1:5 go is 1. Write a mapping with the keys name, kind. (wrong-type)
       1 | go: 1
         |     ^

    tags.yaml:2:1 "C" is not an id. Use lower-case letters and digits, joined by single hyphens, starting with a letter. (invalid-id)
       2 | C: { name: C, kind: technology }
         | ^

    2 problems in FOLDER
    "
  `)
})

test('check tells programs and workflows on standard output', async () => {
  const folder = dataFolderWith({ 'tags.yaml': 'go: 1\n' })
  const env = { GITHUB_WORKSPACE: folder }
  const [json, same, github, good] = await Promise.all([
    run(['check', folder, '--json']),
    run(['check', '--format=json', folder]),
    run(['check', folder, '--format', 'github'], env),
    run(['check', dataFolderWith(), '--json']),
  ])
  expect(json).toMatchObject({ status: 1, stderr: '' })
  expect(JSON.parse(json.stdout)).toMatchObject({ folder, errors: 1, problems: [{ file: 'tags.yaml', line: 1 }] })
  expect(same).toEqual(json)
  expect(github).toEqual({
    status: 1,
    stdout: `::error file=tags.yaml,line=1,col=5,endColumn=6,title=wrong-type::go is 1. Write a mapping with the keys name, kind.
1 problem in ${folder}
`,
    stderr: '',
  })
  expect(good.status).toBe(0)
  expect(JSON.parse(good.stdout)).toMatchObject({ errors: 0, problems: [] })
})

test('1 for a folder without facts', async () => {
  const folder = join(dataFolderWith(), 'empty')
  mkdirSync(folder)
  const hint = `Add it to ${folder}, or name another folder with DIGLOT_DATA.`
  expect(await run(['check', folder])).toEqual({
    status: 1,
    stdout: '',
    stderr: `profile.yaml:1:1 There is no such file. ${hint} (file-missing)\n\n1 problem in ${folder}\n`,
  })
})

test('2, and a sentence, for what it does not understand', async () => {
  const results = await Promise.all([
    run(['chek']),
    run(['constructor']),
    run(['--verbose']),
    run(['check', '--fixx']),
    run(['check', '--format', 'xml']),
    run(['check', '--json', '--format', 'github']),
    run(['check', cli]),
    run(['generate', 'a', 'b']),
    run(['export', 'markdown', '--out', '.']),
    run(['check'], { DIGLOT_AUDIENCE: 'everyone' }),
  ])
  for (const result of results) expect(result).toMatchObject({ status: 2, stdout: '' })
  expect(results.map(({ stderr }) => stderr.replace(cli, 'FILE')).join('')).toMatchInlineSnapshot(`
    "Unknown command "chek". Did you mean "check"?
    Unknown command "constructor". Use one of: check, confirm, diff, export, generate, import, new.
    Unknown command "--verbose". Use one of: check, confirm, diff, export, generate, import, new.
    Unknown option "--fixx". Did you mean "--fix"?
    --format is "xml". Use one of: github, json, text.
    Give --json or --format, not both.
    FILE is a file. Name the folder that holds profile.yaml.
    Unknown argument "b". Write: pnpm content generate [--out] [FOLDER]
    . is a folder. Name a file in it with --out.
    DIGLOT_AUDIENCE is "everyone". Use public or private.
    "
  `)
})

test('help names the commands and the exit codes', async () => {
  const [none, long, short, ofCheck] = await Promise.all([
    run([]),
    run(['--help']),
    run(['-h']),
    run(['check', '--help']),
  ])
  expect(none).toMatchObject({ status: 0, stderr: '' })
  expect(none.stdout).toMatch(/check.*generate.*Exit codes: 0 .*1 .*2 /s)
  expect(long).toEqual(none)
  expect(short).toEqual(none)
  expect(ofCheck.stdout).toMatch(/diglot-content check .*\[FOLDER\]/)
})
