import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonSchema, jsonSchemaOf, rulesBeyondJsonSchema, schemas } from './schema-json.ts'

interface Definition {
  type?: string
  description?: string
  examples?: unknown[]
  properties?: Record<string, Definition>
  items?: Definition
  additionalProperties?: Definition | boolean
  anyOf?: Definition[]
}

const whole = jsonSchema() as { definitions: Record<string, Definition> }
const kinds = Object.keys(schemas) as (keyof typeof schemas)[]
const ajv = new Ajv({ strict: true, allErrors: true, validateFormats: false, strictTypes: false })
ajv.addSchema(whole, 'schema.json')
const validatorOf = (kind: string) => ajv.compile({ $ref: `schema.json#/definitions/${kind}` })

test('the files that editors read are those that the schemas make', async () => {
  await expect(`${JSON.stringify(whole, null, 2)}\n`).toMatchFileSnapshot('../schema.json')
  for (const kind of kinds) {
    await expect(`${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`).toMatchFileSnapshot(`../schema/${kind}.json`)
  }
})

test('every field says what it means, and shows an example that is right', () => {
  const fields = kinds.flatMap((kind) => [...fieldsOf(whole.definitions[kind] ?? {}, kind)])
  expect(fields.length).toBeGreaterThan(300)
  for (const [path, definition] of fields) {
    expect(definition.description, path).toBeTruthy()
    const validate = ajv.compile(definition)
    for (const example of definition.examples ?? []) {
      expect(validate(example), `${path}: ${ajv.errorsText(validate.errors)}`).toBe(true)
    }
  }
  const withoutExample = fields.filter(([, { examples = [] }]) => examples.length === 0).map(([path]) => path)
  // The lists of background.yaml are told by the examples of their fields.
  expect(withoutExample.filter((path) => !/^background\.[a-z]+$/.test(path))).toEqual([])
  for (const kind of kinds) expect(whole.definitions[kind]?.description, kind).toMatch(/^[a-z]+\.yaml: /)
})

function* fieldsOf(definition: Definition, path: string): Generator<[string, Definition]> {
  for (const [key, field] of Object.entries(definition.properties ?? {})) {
    yield [`${path}.${key}`, field]
    yield* fieldsOf(field, `${path}.${key}`)
  }
  const { items, additionalProperties, anyOf = [] } = definition
  for (const child of [items, additionalProperties, ...anyOf]) {
    if (typeof child === 'object') yield* fieldsOf(child, path)
  }
}

/** A file of each kind in which every field is written, made of the examples that editors show. */
function exampleOf(definition: Definition): unknown {
  if (definition.type === 'object' && definition.properties) {
    return Object.fromEntries(Object.entries(definition.properties).map(([key, field]) => [key, exampleOf(field)]))
  }
  if (typeof definition.additionalProperties === 'object') return { sample: exampleOf(definition.additionalProperties) }
  if (definition.type === 'array' && definition.items?.properties) return [exampleOf(definition.items)]
  return definition.examples?.[0]
}

test('a file of all examples is right for the validator too', () => {
  for (const kind of kinds) {
    const result = schemas[kind].safeParse(exampleOf(whole.definitions[kind] ?? {}))
    expect(result.error?.issues ?? [], kind).toEqual([])
  }
})

/** Values that stand for the mistakes that people make, and for those that nobody makes. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', 0, 1, 2010, 2099, 2100, 1.5, -1, true, [], {}, [''], [null], { zh: '字' }),
  fc.constantFrom(
    'bfs',
    'Bfs',
    'a--b',
    '2021-06',
    '2021-13',
    'present',
    'work',
    'technology',
    'a4',
    'zh',
    'CN',
    'tag:go',
  ),
  fc.constantFrom('https://a.b', 'HTTP://a.b', 'https://', 'https://a b', 'https://[', 'javascript:alert(1)', 'a@b.cd'),
  fc.constantFrom('a\u0000', 'a\tb\n', '\uD800', '\u0085', '\u2028', '\u3000', '字', '[a](javascript:b)', 'a\n\nb'),
  fc.constantFrom('x'.repeat(5001), '\u{1F642}'.repeat(2600)),
  fc.constant({ zh: '字', en: 'word' }),
  fc.constant(['go', 'go']),
)

type Change = { at: number; how: 'replace' | 'remove' | 'add' | 'repeat'; value: unknown; key: string }
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat'),
  value: junk,
  key: fc.constantFrom('name', 'id', 'note', 'extra', 'en', 'constructor', 'Sample'),
})

type Parent = Record<string, unknown>

/** The value with one change somewhere in it. */
function changed(value: unknown, { at, how, value: other, key }: Change): unknown {
  const copy = structuredClone({ root: value })
  const places: [parent: Parent, key: string][] = []
  collect(copy)
  const [parent, name]: [Parent, string] = places[at % places.length] ?? [copy, 'root']
  const child = parent[name]
  if (how === 'remove' && Array.isArray(parent)) parent.splice(Number(name), 1)
  else if (how === 'remove') delete parent[name]
  else if (how === 'add' && typeof child === 'object' && child !== null) Object.assign(child, { [key]: other })
  else if (how === 'repeat' && Array.isArray(child)) child.push(...structuredClone(child))
  else parent[name] = other
  return copy.root

  function collect(node: object) {
    for (const [name, child] of Object.entries(node)) {
      places.push([node as Parent, name])
      if (typeof child === 'object' && child !== null) collect(child)
    }
  }
}

test('JSON Schema and the validator agree on 1,000 files, but for the rules that JSON Schema cannot hold', () => {
  const verdicts = { right: 0, wrong: 0, beyond: 0 }
  const examples = new Map(kinds.map((kind) => [kind, exampleOf(whole.definitions[kind] ?? {})]))
  const validators = new Map(kinds.map((kind) => [kind, validatorOf(kind)]))
  const input = fc.tuple(fc.constantFrom(...kinds), fc.array(change, { maxLength: 3 }))
  const check = ([kind, changes]: [keyof typeof schemas, Change[]]) => {
    const value = changes.reduce(changed, examples.get(kind))
    // YAML gives no `undefined`; a file that is empty is an empty mapping.
    if (value === undefined) return
    const validate = validators.get(kind)
    const issues = schemas[kind].safeParse(value).error?.issues ?? []
    const said = validate?.(value) ? [] : (validate?.errors ?? [])
    const inWords = () => JSON.stringify({ kind, changes, issues, said }, null, 2)
    const rules = issues.map((issue) => (issue.code === 'custom' ? String(issue.params?.rule) : issue.code))
    if (said.length > 0) {
      verdicts.wrong += 1
      if (issues.length === 0) throw new Error(`Only JSON Schema refuses it. ${inWords()}`)
    } else {
      verdicts[issues.length > 0 ? 'beyond' : 'right'] += 1
      const isNamed = rules.every((rule) => rulesBeyondJsonSchema.includes(rule))
      if (!isNamed) throw new Error(`Only the validator refuses it. ${inWords()}`)
    }
  }
  fc.assert(fc.property(input, check), { seed: 4, numRuns: 1000 })
  // Both verdicts are worth comparing only where both are common.
  expect(verdicts.right).toBeGreaterThan(200)
  expect(verdicts.wrong).toBeGreaterThan(300)
  expect(verdicts.beyond).toBeGreaterThan(0)
})
