import { z } from 'zod'
import {
  backgroundSchema,
  editionsSchema,
  experienceSchema,
  glossarySchema,
  privateSchema,
  profileSchema,
  projectSchema,
  tagsSchema,
} from './schema.ts'

/** The schema of every kind of file, under the name of the file. */
export const schemas = {
  profile: profileSchema,
  tags: tagsSchema,
  experience: experienceSchema,
  background: backgroundSchema,
  project: projectSchema,
  editions: editionsSchema,
  glossary: glossarySchema,
  private: privateSchema,
} as const

/**
 * The rules of single values that JSON Schema cannot hold: what Markdown a text contains, whether the parts of an
 * address make one, and halves of characters. Beside them it knows no rule across files, nor that facts which are
 * written in one language need no other.
 */
export const rulesBeyondJsonSchema = ['inline-text', 'address', 'surrogate']

const draft = 'http://json-schema.org/draft-07/schema#'

/**
 * JSON Schema of all data files, made from the schemas. Draft 7 is what editors understand.
 *
 * @see https://json-schema.org/draft-07
 */
export function jsonSchema(): object {
  const kinds = Object.entries(schemas).map(([kind, schema]) => {
    const { $schema, ...definition } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override })
    return [kind, definition] as const
  })
  return {
    $schema: draft,
    title: 'A data file of Diglot',
    anyOf: kinds.map(([kind]) => ({ $ref: `#/definitions/${kind}` })),
    definitions: Object.fromEntries(kinds),
  }
}

/** Zod leaves out the examples of what it transforms, which could be of its output. Ours are of the input: `field()`. */
function override({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}) {
  const { examples } = z.globalRegistry.get(zodSchema) ?? {}
  if (Array.isArray(examples)) jsonSchema.examples = examples
}

/** The schema of one kind of file, for `# yaml-language-server: $schema=…`: it leads into the schema of all. */
export function jsonSchemaOf(kind: string): object {
  return { $schema: draft, $ref: `../schema.json#/definitions/${kind}` }
}
