/** What YAML can do beyond holding data: anchors, merges, tags, directives, several documents. */
import { both, type HostileData } from './data-set.ts'

const levels = (count: number, width: number, list: (items: string) => string) =>
  Array.from({ length: count }, (_, n) => `a${n + 1}: &a${n + 1} ${list(Array(width).fill(`*a${n}`).join(', '))}`)

const laughs = ['a0: &a0 [ha]', ...levels(9, 9, (items) => `[${items}]`)].join('\n')
const mapsOfMaps = [
  'a0: &a0 { a: ha }',
  ...levels(9, 9, (items) => `{ ${items.replace(/\*a\d+/g, (alias) => `k: ${alias}`)} }`),
].join('\n')
const long = ['a0: &a0 "', 'x'.repeat(9000), '"\n', ...levels(2, 90, (items) => `[${items}]\n`)].join('')

/** Tags by which libraries in other languages make objects of data, call functions and read files. */
const tags = [
  '!!js/function "function () { canary(1) }"',
  '!!js/regexp /(a+)+$/',
  '!!js/undefined ""',
  '!!python/object/apply:os.system ["true"]',
  '!!python/name:os.system ""',
  '!ruby/object:Gem::Installer { i: x }',
  '!<tag:yaml.org,2002:js/function> "canary()"',
  '!include /etc/passwd',
  '!!binary PHNjcmlwdD4=',
  '!!set { a, b }',
  '!!omap [a: 1]',
  '!!timestamp 2001-12-14',
  '!!float "1e400"',
  '!!int "0x7fffffffffffffffffff"',
  '!!null ""',
  '!!map [a]',
  '!',
  '!!',
  '!%zz x',
]

export const aliases: HostileData[] = [
  { name: 'a billion laughs', files: { 'profile.yaml': laughs }, outcome: /repeats its anchors/ },
  {
    name: 'a billion laughs in a file that is not checked first',
    files: { 'tags.yaml': laughs },
    outcome: /repeats its anchors/,
  },
  {
    name: 'a billion laughs in a value',
    files: { 'profile.yaml': `name: Ada\nsummary:\n  zh: 字\n  en: word\nskills:\n${laughs.replace(/^/gm, '  ')}\n` },
    outcome: /repeats its anchors/,
  },
  { name: 'laughs in mappings', files: { 'profile.yaml': mapsOfMaps }, outcome: /./ },
  { name: 'a long text, eight thousand times', files: { 'profile.yaml': long }, outcome: /./ },
  {
    name: 'an anchor that holds itself',
    files: { 'profile.yaml': 'name: Ada\nskills: &a [*a]\n' },
    outcome: /itself|./,
  },
  { name: 'a mapping that holds itself', files: { 'profile.yaml': '&a\nname: Ada\nsummary: *a\n' }, outcome: /./ },
  {
    name: 'anchors in a circle',
    files: { 'profile.yaml': 'name: &a [*b]\nsummary: &b [*a]\n' },
    outcome: /asterisk|anchor/,
  },
  { name: 'an alias without an anchor', files: { 'profile.yaml': 'name: *a\n' }, outcome: /asterisk/ },
  { name: 'an alias before its anchor', files: { 'profile.yaml': 'name: *a\nheadline: &a x\n' }, outcome: /asterisk/ },
  {
    name: 'an anchor written anew',
    files: { 'profile.yaml': `name: &a Ada\nheadline: { zh: &a 字, en: *a }\nsummary: ${both}\n` },
    outcome: 'neutral',
  },
  {
    name: 'an anchor for a key',
    files: { 'profile.yaml': `&a name: Ada\nsummary: { zh: *a, en: *a }\n` },
    outcome: 'neutral',
  },
  { name: 'an alias as a key', files: { 'profile.yaml': 'name: &a summary\n*a : x\n' }, outcome: /./ },
  {
    name: 'a merge key',
    files: { 'profile.yaml': `name: Ada\nbase: &a ${both}\nsummary: { <<: *a }\n` },
    outcome: /Unknown key "(base|<<)"/,
  },
  {
    name: 'a merge key of a list',
    files: { 'tags.yaml': 'go: &a { name: Go, kind: technology }\njava: { <<: [*a, *a], kind: topic }\n' },
    outcome: /Unknown key "<<"/,
  },
  {
    name: 'a merge key that merges itself',
    files: { 'tags.yaml': 'go: &a { <<: *a, name: Go, kind: technology }\n' },
    outcome: /./,
  },
  {
    name: 'three thousand anchors',
    files: {
      'tags.yaml': Array.from({ length: 3000 }, (_, n) => `t${n}: &t${n} { name: T, kind: topic }`).join('\n'),
    },
    outcome: 'neutral',
  },
  {
    name: 'ten thousand aliases of one',
    files: {
      'tags.yaml': `t: &t { name: T, kind: topic }\n${Array.from({ length: 10_000 }, (_, n) => `t${n}: *t`).join('\n')}`,
    },
    outcome: /./,
  },
  ...['1.1', '1.2', '9.9', 'x'].map((version) => ({
    name: `the directive %YAML ${version}`,
    files: { 'profile.yaml': `%YAML ${version}\n---\nname: Ada\nsummary: { zh: yes, en: no }\n` },
    outcome: /^9|x/.test(version) ? /./ : ('neutral' as const),
  })),
  {
    name: 'a directive that names a tag',
    files: { 'profile.yaml': '%TAG ! tag:example.org,2000:\n---\nname: !x Ada\n' },
    outcome: /tag/,
  },
  { name: 'a second document', files: { 'profile.yaml': 'name: Ada\n---\nname: Eve\n' }, outcome: /second document/ },
  { name: 'ten thousand documents', files: { 'profile.yaml': 'name: Ada\n---\n'.repeat(10_000) }, outcome: /document/ },
  { name: 'a document end, and more', files: { 'profile.yaml': 'name: Ada\n...\nname: Eve\n' }, outcome: /./ },
  ...tags.map((tag) => ({
    name: `the tag ${tag}`,
    files: { 'profile.yaml': `name: Ada\nsummary: { zh: 字, en: word }\nheadline: ${tag}\n` },
    outcome: /./,
  })),
]
