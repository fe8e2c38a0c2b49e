import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { dataFolderWith } from '../test-data.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const run = (folder: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    encoding: 'utf8',
    env: { ...process.env, DIGLOT_DATA: folder },
  })
  return { status, stdout, stderr }
}
const profile = 'name: Ada\nsummary: { zh: 用 Go 开发, en: Uses Go }\n'

test('check fails until a text is agreed, by the path that a shell completes too', () => {
  const folder = dataFolderWith({ 'profile.yaml': profile })
  expect(run(folder, 'check', '--fix')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^Mended profile\.yaml\nprofile\.yaml:2:16 profile\.summary has changed in Chinese and/,
    ),
  })
  expect(readFileSync(join(folder, 'profile.yaml'), 'utf8')).toBe(profile.replace('用 Go 开发', '用Go开发'))
  expect(run(folder, 'confirm', join(folder, 'profile.yaml'))).toEqual({
    status: 0,
    stdout: `profile.summary\n1 text agreed in ${join(folder, 'agreed.lock.yaml')}.\n`,
    stderr: '',
  })
  expect(run(folder, 'check').status).toBe(0)
})

test('check says where confirm would agree, where that is another folder', () => {
  const folder = dataFolderWith({ 'profile.yaml': profile })
  const elsewhere = run(dataFolderWith(), 'check', folder).stderr
  expect(elsewhere).toContain(`confirm agrees in the folder of DIGLOT_DATA. Set it to ${folder} first.`)
  expect(run(folder, 'check', folder).stderr).not.toContain('DIGLOT_DATA')
})

test('check reads private.yaml: a build would fail at it', () => {
  const folder = dataFolderWith({ 'private.yaml': 'phoone: "1"\n' })
  expect(run(folder, 'check')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('private.yaml:1:1 Unknown key "phoone". Did you mean "phone"?'),
  })
})

test('2, and what to write, where nothing or too much is named', () => {
  const folder = dataFolderWith()
  const usage =
    'Name either what to agree, or --all. The folder is that of DIGLOT_DATA. Write: pnpm content confirm <PATH|--all>\n'
  expect(run(folder, 'confirm')).toEqual({ status: 2, stdout: '', stderr: usage })
  expect(run(folder, 'confirm', '--all', 'bfs')).toEqual({ status: 2, stdout: '', stderr: usage })
  expect(run(folder, 'confirm', 'bfz')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Did you mean "bfs"?'),
  })
  const whole = `${folder} is the data folder. To agree everything in it, write: pnpm content confirm --all\n`
  expect(run(folder, 'confirm', `${folder}/`)).toMatchObject({ status: 2, stderr: whole.replace(' is', '/ is') })
})
