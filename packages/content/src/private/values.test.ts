import { expect, test } from 'vitest'
import { dataFolderWith, goodFiles, text } from '../test-data.ts'
import { privateValues } from './values.ts'

const project = goodFiles['projects/bfs/project.yaml']
const details = `phone: "+86 139 1234 5678"
email: Made.Up@mail.example
address:
  zh: 某省某市某区虚构路100弄12号302室
  en: Room 302, 12 Lane 100, Fictional Road, Some District
`
const note = '先讲一写双读的取舍，再讲清理脏数据的任务。If asked about the needles, say why the index stays in memory.'

/** The names of the private values that a text shows. */
async function shown(files: Record<string, string>, ...texts: string[]): Promise<string[]> {
  const values = await privateValues(dataFolderWith(files))
  return texts.map((text) =>
    values
      .shownIn(text)
      .map(({ name }) => name)
      .join(),
  )
}

test.each([
  '+86 139 1234 5678',
  '13912345678',
  '0086-139-1234-5678',
  '(+86) 139.1234.5678',
  '139 1234\n5678',
  '139\n          1234\n          5678',
  '139\u00a01234\u20095678',
  '１３９１２３４５６７８',
  '1\u200b3\u200b912345678',
  'tel:+8613912345678',
])('finds the telephone number in %j', async (text) => {
  expect(await shown({ 'private.yaml': details }, text)).toEqual(['phone'])
})

test.each([
  ['+44 (0)7911 123456', '07911 123456'],
  ['0044 7911 123456', '+447911123456'],
  ['+1 (415) 555-2671', '415.555.2671'],
  ['010-1234 5678 ext. 12', '+86 10 12345678'],
  ['8613912345678', '139 1234 5678'],
  ['+852 2345 6789', '23456789'],
  ['139 1234 5678 (WeChat)', '139-1234-5678'],
  ['Tel. +86 139 1234 5678', '139-1234-5678'],
  ['+86 10 1234 5678 / 139 1234 5678', '13912345678'],
  ['+86 139 1234 5678/010-1234 5678', '13912345678'],
  ['0171/1234567', '0171 123 4567'],
  ['1 415 555 2671', '(415) 555-2671'],
])('finds %s written as %s', async (phone, written) => {
  expect(await shown({ 'private.yaml': `phone: "${phone}"\n` }, written)).toEqual(['phone'])
})

test('a short number is not found in a longer one, and too short a one is passed over', async () => {
  expect(await shown({ 'private.yaml': 'phone: "+852 2345 6789"\n' }, '1234567890', '2345 67890')).toEqual(['', ''])
  const values = await privateValues(
    dataFolderWith({ 'private.yaml': 'phone: "123"\naddress: { zh: 某市, en: Town }\n' }),
  )
  expect([values.count, values.passedOver.map(({ name }) => name)]).toEqual([0, ['phone', 'address.zh', 'address.en']])
})

test.each([
  'made.up@mail.example',
  'MADE.UP@MAIL.EXAMPLE',
  'made.up＠mail．example',
  'made.up (at) mail.example',
  'made.up[at]mail[dot]example',
  'made dot up at mail dot example',
  'made.up@mail.\nexample',
  'made.up\n            @mail.example',
])('finds the e-mail address in %j', async (text) => {
  expect(await shown({ 'private.yaml': details }, text)).toEqual(['email'])
})

test('finds a postal address in whole and by its numbered parts, not by its town', async () => {
  const files = { 'private.yaml': details }
  expect(
    await shown(
      files,
      '某省 某市 某区 虚构路 100 弄 12 号 302 室',
      '虚构路100弄12号302室',
      '虚构路100弄12号',
      'ROOM 302 · 12 LANE 100 · FICTIONAL ROAD · SOME DISTRICT',
      '12 Lane 100',
      '某省某市某区',
      'Fictional Road, Some District',
      'Room with 302 chairs and 12 lanes',
    ),
  ).toEqual(['address.zh', 'address.zh', 'address.zh', 'address.en', 'address.en', '', '', ''])
})

test('finds a note in whole, a sentence of it, and what was cut off anywhere', async () => {
  const files = { 'projects/bfs/project.yaml': `${project}note: ${note}\n` }
  const found = await shown(
    files,
    note,
    `“${note.split('。')[0]}”`,
    note.slice(0, 60),
    'say why the index stays',
    '先讲',
  )
  expect(found).toEqual(['note', 'note', 'note', '', ''])
})

test('a note that says what is public is no secret, and a private detail always is', async () => {
  const said = 'Designed the upload path of the store.'
  const files = {
    'profile.yaml': goodFiles['profile.yaml'].replace(text, `{ zh: 字, en: "${said} 139 1234 5678" }`),
    'projects/bfs/project.yaml': `${project}note: ${said}\n`,
    'private.yaml': details,
  }
  expect(await shown(files, said, '13912345678')).toEqual(['', 'phone'])
  const { passedOver } = await privateValues(dataFolderWith(files))
  expect(passedOver).toEqual([{ file: 'projects/bfs/project.yaml', line: 5, column: 7, name: 'note' }])
})

test('finds the notes of every file, and says where each is written', async () => {
  const sentences = ['Alpha is the first remark.', 'Beta is the second remark.', 'Gamma is the third remark.']
  const [a, b, c] = sentences
  const values = await privateValues(
    dataFolderWith({
      'profile.yaml': `${goodFiles['profile.yaml']}skills: [{ id: s, label: ${text}, text: ${text}, note: ${a} }]\n`,
      'experience.yaml': `${goodFiles['experience.yaml']}roles: [{ id: r, organization: acme, title: ${text}, note: ${b} }]\n`,
      'projects/bfs/project.yaml': `${project}highlights: [{ id: h, priority: 1, text: ${text}, note: ${c} }]\ndraft: true\n`,
      'tags.yaml': 'note: { name: A tag that is called note, kind: topic }\n',
    }),
  )
  expect(values.shownIn(sentences.join('\n')).map(({ file, name }) => `${file} ${name}`)).toEqual([
    'profile.yaml skills.0.note',
    'experience.yaml roles.0.note',
    'projects/bfs/project.yaml highlights.0.note',
  ])
  expect(values.shownIn('A tag that is called note')).toEqual([])
})

test('a private.yaml that cannot be read leaves nobody to tell what to look for', async () => {
  for (const source of ['phone: [\n', 'phone: 1391234567\n', 'fone: "13912345678"\n']) {
    await expect(privateValues(dataFolderWith({ 'private.yaml': source }))).rejects.toThrow('private.yaml:')
  }
})
