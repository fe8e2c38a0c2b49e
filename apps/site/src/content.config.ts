import { defineCollection } from 'astro:content'
import { join } from 'node:path'
import { dataFolder } from '@diglot/content/load'
import { glob } from 'astro/loaders'

/** The case studies, one entry per project and language: `bfs/zh`. Their facts are in `virtual:diglot/facts`. */
const caseStudies = defineCollection({
  loader: glob({ base: join(dataFolder(), 'projects'), pattern: '*/*.mdx' }),
})

export const collections = { caseStudies }
