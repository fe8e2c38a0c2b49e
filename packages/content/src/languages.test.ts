import { expect, test } from 'vitest'
import { loadContent } from './load.ts'
import { dataFolderWith, problemsWith } from './test-data.ts'

const onlyEnglish = {
  'profile.yaml': 'locales: [en]\nname: Ada\nsummary: { en: Engineer. }\n',
  'tags.yaml': null,
  'experience.yaml': 'roles:\n  - { id: lead, title: { en: Lead } }\n',
  'editions.yaml': 'resume:\n  title: { en: Résumé }\n',
  'projects/bfs/project.yaml': null,
}

test('facts in one language are held as what they are', async () => {
  const content = await loadContent(dataFolderWith(onlyEnglish))
  expect(content.locales).toEqual(['en'])
  expect(content.roles[0]?.title).toEqual({ en: 'Lead', zh: 'Lead' })
})

test('a text must be there in the language that the facts are written in', async () => {
  const files = { ...onlyEnglish, 'experience.yaml': 'roles:\n  - { id: lead, title: { zh: 组长 } }\n' }
  expect(await problemsWith(files)).toBe(
    'experience.yaml:2:24 roles[0].title.en is missing. Add the English text, or remove roles[0].title.',
  )
})

test('where the languages are not named, every missing translation is', async () => {
  const files = { ...onlyEnglish, 'profile.yaml': 'name: Ada\nsummary: { en: Engineer. }\n' }
  expect(await problemsWith(files)).toBe(
    [
      'editions.yaml:2:10 resume.title.zh is missing. Add the Chinese text, or remove resume.',
      'experience.yaml:2:24 roles[0].title.zh is missing. Add the Chinese text, or remove roles[0].title.',
      'profile.yaml:2:10 summary.zh is missing. Add the Chinese text, or remove summary.',
    ].join('\n'),
  )
})

test('an edition in two languages is refused where there is one', async () => {
  const files = { ...onlyEnglish, 'editions.yaml': 'book:\n  title: { en: Book }\n  facing: true\n' }
  expect(await problemsWith(files)).toBe(
    'editions.yaml:3:11 The edition book faces two languages, and the facts are written in one. Remove facing, or remove locales from profile.yaml and translate what is missing.',
  )
})

test.each(['[fr]', 'en', '[]', '[en, en]'])(
  'locales: %s is a mistake, and hides no missing translation',
  async (list) => {
    const problems = await problemsWith({ ...onlyEnglish, 'profile.yaml': `locales: ${list}\nname: Ada\n` })
    expect(problems).toContain('profile.yaml:1:')
  },
)
