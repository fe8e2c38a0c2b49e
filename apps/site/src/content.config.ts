import { defineCollection } from 'astro:content'
import { join } from 'node:path'
import { dataFolder } from '@diglot/content/load'
import { glob } from 'astro/loaders'

/** The case studies, one entry per project and language: `bfs/zh`. Their facts are in `virtual:diglot/facts`. */
const files = glob({ base: join(dataFolder(), 'projects'), pattern: '*/*.mdx' })
const caseStudies = defineCollection({
  loader: {
    ...files,
    load(context) {
      // Astro keeps the path of a text it knows. It would go on reading the data folder that the text was copied from.
      context.store.clear()
      return files.load(context)
    },
  },
})

export const collections = { caseStudies }
