/** Too much of something: sizes, depths, numbers of keys, of mistakes and of files. */
import { both, type HostileData } from './data-set.ts'

const times = (count: number, write: (n: number) => string) => Array.from({ length: count }, (_, n) => write(n))
const MB = 1_000_000
/** Nearly what a file may hold. */
const FULL = 198_000
const fill = (unit: string) => unit.repeat(Math.floor(FULL / unit.length))

/** Values that take a parser long, each of nearly the size that a file may have. */
const nearlyTooLarge: Record<string, string> = {
  'a name of one letter, again and again': `name: ${'x'.repeat(FULL)}\n`,
  'a name in quotes with escapes': `name: "${fill('\\u0041')}"\n`,
  'a name of line breaks': `name: |\n${fill(' x\n')}`,
  'a name of folded lines': `name: >\n${fill('  x\n\n')}`,
  'a summary of marks': `name: Ada\nsummary: { zh: "${fill('*a_')}", en: word }\n`,
  'a comment': `name: Ada\nsummary: ${both}\n# ${'x'.repeat(FULL - 100)}\n`,
  'comments without words': `name: Ada\nsummary: ${both}\n${fill('#\n').slice(100)}`,
  'empty lines': `name: Ada\nsummary: ${both}\n${'\n'.repeat(FULL - 100)}`,
  spaces: `name: Ada\nsummary: ${both}\n${' '.repeat(FULL - 100)}`,
  colons: fill(': '),
  'question marks': fill('? '),
  dashes: fill('-\n'),
  'open brackets': '['.repeat(FULL),
  'closed brackets': ']'.repeat(FULL),
  'open braces': '{'.repeat(FULL),
  commas: `[${','.repeat(FULL)}]`,
  'quotation marks': '"'.repeat(FULL),
  apostrophes: "'".repeat(FULL),
  ampersands: fill('&a '),
  asterisks: fill('*a '),
  'exclamation marks': fill('!a '),
  pipes: fill('|\n'),
  tabs: '\t'.repeat(FULL),
  'lines indented by tabs': fill('\ta: 1\n'),
  'the same key': fill('a: 1\n'),
  'keys that are all different': times(110_000, (n) => `k${n}: 1`)
    .join('\n')
    .slice(0, FULL),
  'keys in braces': `{ ${times(100_000, (n) => `k${n}: 1`).join(', ')} }`.slice(0, FULL),
  'keys that nearly are one that is known': times(100_000, (n) => `summar${n}: 1`)
    .join('\n')
    .slice(0, FULL),
  'lists in lists': fill('- '.repeat(30).concat('\n')),
  numbers: `name: [${fill('1234567890, ')}]`,
  'a number': `name: ${'9'.repeat(FULL)}`,
  links: `name: Ada\nsummary: { zh: 字, en: "${fill('[a](b) ')}" }\n`,
}

/** Whether a mass is taken or refused is no matter, as long as it is soon and in words. */
const EITHER = /^/

const skill = (n: number, text: string) =>
  `  - { id: s${n}, label: ${both}, text: { zh: 字, en: ${JSON.stringify(text)} } }`

/** Texts of the greatest length, of what Markdown takes longest to read, as many as fit into a file. */
const slowTexts = ['*a_', '[', '![', '`a``', '*a **b ', '[a](b ', '_a*', '<a ', '&a;', '**_'].map((unit) => ({
  name: `a file full of texts of ${unit}`,
  files: {
    'profile.yaml': `name: Ada\nskills:\n${times(38, (n) => skill(n, unit.repeat(4990 / unit.length))).join('\n')}\n`,
  },
  outcome: EITHER,
}))

const project = `name: bfs\nkind: work\norder: 1\nsummary: ${both}\n`
const highlight = (id: string) => `  - { id: ${id}, priority: 1, text: ${both} }`

export const masses: HostileData[] = [
  ...[0.2, 1, 10].map((size) => ({
    name: `a text of ${size} MB`,
    files: { 'profile.yaml': `name: Ada\nsummary: { zh: 字, en: ${'x'.repeat(size * MB)} }\n` },
    outcome: /Keep it under 200000/,
  })),
  ...[
    'tags.yaml',
    'experience.yaml',
    'editions.yaml',
    'background.yaml',
    'projects/bfs/project.yaml',
    'projects/bfs/en.mdx',
  ].map((file) => ({
    name: `${file} of 10 MB`,
    files: { [file]: `# ${'x'.repeat(10 * MB)}` },
    outcome: /Keep it under 200000/,
  })),
  ...Object.entries(nearlyTooLarge).map(([name, source]) => ({
    name: `${name} (200 kB)`,
    files: { 'profile.yaml': source },
    outcome: EITHER,
  })),
  ...slowTexts,
  ...[100, 1000, 9000, 40_000].flatMap((depth) => [
    {
      name: `${depth} lists in one another`,
      files: { 'profile.yaml': `name: ${'['.repeat(depth)}${']'.repeat(depth)}` },
      outcome: /nested too deeply|signs such as|Write a/,
    },
    {
      name: `${depth} mappings in one another`,
      files: { 'profile.yaml': `name: ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}` },
      outcome: /nested too deeply|signs such as|Keep it under|Write a|Unknown key/,
    },
    {
      name: `${depth} dashes in one another`,
      files: { 'profile.yaml': `name:\n${'- '.repeat(depth)}1` },
      outcome: /nested too deeply|signs such as|Write a/,
    },
  ]),
  {
    name: 'keys indented ever further',
    files: { 'profile.yaml': times(1300, (n) => `${' '.repeat(n)}a:`).join('\n') },
    outcome: /./,
  },
  {
    name: 'three thousand tags',
    files: { 'tags.yaml': times(3000, (n) => `t${n}: { name: T, kind: topic }`).join('\n') },
    outcome: 'neutral',
  },
  {
    name: 'ten thousand references to tags that are not there',
    files: {
      'tags.yaml': times(3000, (n) => `tag-${n}: { name: T, kind: topic }`).join('\n'),
      'projects/bfs/project.yaml': `${project}tags: [${times(10_000, (n) => `tog-${n}`).join(', ')}]\n`,
    },
    outcome: /Unknown tag/,
  },
  {
    name: 'fifteen hundred highlights',
    files: {
      'projects/bfs/project.yaml': `${project}highlights:\n${times(1500, (n) => highlight(`h${n}`)).join('\n')}\n`,
    },
    outcome: 'neutral',
  },
  {
    name: 'fifteen hundred highlights of one id',
    files: {
      'projects/bfs/project.yaml': `${project}highlights:\n${times(1500, () => highlight('h')).join('\n')}\n`,
    },
    outcome: /stands twice/,
  },
  {
    name: 'a list that says the same fifteen thousand times',
    files: { 'projects/bfs/project.yaml': `${project}tags: [${times(15_000, () => 'go').join(', ')}]\n` },
    outcome: /Remove it/,
  },
  {
    name: 'two thousand editions',
    files: { 'editions.yaml': times(2000, (n) => `e${n}: { title: ${both} }`).join('\n') },
    outcome: 'neutral',
  },
  {
    name: 'three thousand mistakes',
    files: { 'tags.yaml': times(3000, (n) => `t${n}: { nam: T, kind: ${n} }`).join('\n') },
    outcome: /Did you mean "name"/,
  },
  {
    name: 'two hundred projects',
    files: Object.fromEntries(times(200, (n) => `projects/p${n}/project.yaml`).map((file) => [file, project])),
    outcome: 'neutral',
  },
  {
    name: 'an id of a hundred thousand letters',
    files: { 'tags.yaml': `${'a'.repeat(100_000)}: { name: T, kind: topic }` },
    outcome: /./,
  },
  {
    name: 'an id of letters and hyphens that nearly is one',
    files: { 'tags.yaml': `? ${'a-a'.repeat(30_000)}-\n: { name: T, kind: topic }` },
    outcome: /is not an id/,
  },
  {
    name: 'an address of five hundred thousand letters',
    files: {
      'profile.yaml': `name: Ada\ncontacts: [{ id: a, label: A, url: "https://a.example/${'x'.repeat(500_000)}" }]\n`,
    },
    outcome: EITHER,
  },
]
