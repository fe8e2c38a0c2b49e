import { defineCommand } from 'citty'
import { formatImport } from '../exchange/import-report.ts'
import { importResume } from '../exchange/import-resume.ts'
import { dataFolder } from '../load.ts'
import { type Locale, locales } from '../locale.ts'
import { program } from '../program.ts'
import { resolvePath } from '../resolve-path.ts'

/** Reads a résumé of another format into a data folder, and says what became of each of its values. */
export const importCommand = defineCommand({
  meta: {
    name: 'diglot-content import',
    description: 'Read a JSON Resume, YAMLResume or RenderCV file into a data folder',
  },
  args: {
    file: { type: 'positional', required: true, description: 'the résumé; its format is recognised by what it holds' },
    into: { type: 'string', description: 'data folder, made where there is none (default: DIGLOT_DATA)' },
    lang: {
      type: 'enum',
      options: [...locales],
      description: 'language of the résumé (default: recognised by its letters)',
    },
  },
  async run({ args }) {
    const folder = args.into ?? process.env.DIGLOT_DATA
    if (!folder) throw new Error(`Say where to: ${program} import <FILE> --into <DIR>, or set DIGLOT_DATA.`)
    const done = await importResume(
      resolvePath(args.file),
      dataFolder({ DIGLOT_DATA: folder }),
      args.lang as Locale | undefined,
    )
    console.log(await formatImport(done, folder))
  },
})
