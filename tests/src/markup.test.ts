/** Every page is HTML as the standard has it: what a browser would have to mend, each mends in its own way. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, test } from 'vitest'
import { readPages } from './support/dist.ts'

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    // A digest guards against a host that is not one's own. These files come with their page, from the same place.
    rules: { 'require-sri': ['error', { target: 'crossorigin' }] },
  }),
)

test('a validator finds nothing wrong with the HTML of any page', async () => {
  const problems: string[] = []
  for (const { file, source } of await readPages()) {
    const { results } = await validator.validateString(source, file)
    for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages))
      problems.push(`${file}:${line}:${column} ${message} (${ruleId})`)
  }
  expect(problems).toEqual([])
})
