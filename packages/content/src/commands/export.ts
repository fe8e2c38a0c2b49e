import { resolve } from 'node:path'
import { defineCommand } from 'citty'
import writeFileAtomic from 'write-file-atomic'
import { formatLosses } from '../exchange/export-report.ts'
import { exporters } from '../exchange/export-resume.ts'
import { languageName } from '../exchange/recognise.ts'
import { loadContent } from '../load.ts'
import { type Locale, locales } from '../locale.ts'
import { didYouMean } from '../suggest.ts'

/** Writes the facts in another format, and says on standard error what the format cannot hold. */
export const exportCommand = defineCommand({
  meta: {
    name: 'diglot-content export',
    description: 'Write the facts in another format, to standard output or a file',
  },
  args: {
    format: { type: 'positional', required: true, description: Object.keys(exporters).join(', ') },
    lang: { type: 'enum', options: [...locales], description: 'language (default: the first one of the facts)' },
    out: { type: 'string', description: 'file to write (default: standard output)' },
  },
  async run({ args }) {
    const known = Object.keys(exporters)
    if (!known.includes(args.format)) {
      throw new Error(`There is no format "${args.format}". ${didYouMean(args.format, known)}`)
    }
    const content = await loadContent()
    const locale = (args.lang as Locale | undefined) ?? content.locales[0]
    if (!content.locales.includes(locale)) {
      throw new Error(
        `The facts are not written in ${languageName(locale)}. Use --lang ${content.locales.join(' or ')}.`,
      )
    }
    const { data, notes } = await exporters[args.format as keyof typeof exporters](content, locale)
    if (args.out) await writeFileAtomic(resolve(args.out), data)
    else process.stdout.write(data)
    if (notes.length > 0) console.error(formatLosses(notes))
  },
})
