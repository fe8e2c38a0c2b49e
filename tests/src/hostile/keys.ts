/** Keys that are something already in JavaScript's objects, in every mapping of every file. */
import { both, type HostileData } from './data-set.ts'

const PROJECT = 'projects/bfs/project.yaml'
const project = `name: bfs\nkind: work\norder: 1\nsummary: ${both}\n`

/** Mappings, and where a key goes in them. */
const mappings: Record<string, [file: string, write: (pair: string) => string]> = {
  'the profile': ['profile.yaml', (pair) => `name: Ada\n${pair}\n`],
  'a text': ['profile.yaml', (pair) => `name: Ada\nsummary: { zh: 字, en: word, ${pair} }\n`],
  'a contact': [
    'profile.yaml',
    (pair) => `name: Ada\ncontacts: [{ id: a, label: A, url: "https://a.example", ${pair} }]\n`,
  ],
  'the tags': ['tags.yaml', (pair) => `${pair}\n`],
  'a tag': ['tags.yaml', (pair) => `go: { name: Go, kind: technology, ${pair} }\n`],
  'the experience': ['experience.yaml', (pair) => `${pair}\n`],
  'the editions': ['editions.yaml', (pair) => `${pair}\n`],
  'an edition': ['editions.yaml', (pair) => `resume: { title: ${both}, ${pair} }\n`],
  'a project': [PROJECT, (pair) => `${project}${pair}\n`],
  'a highlight': [PROJECT, (pair) => `${project}highlights: [{ id: h, priority: 1, text: ${both}, ${pair} }]\n`],
  'a period': [PROJECT, (pair) => `${project}period: { start: 2020, ${pair} }\n`],
}

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'then',
]

const polluted = '{ polluted: true, audience: private, isAdmin: true }'

export const keys: HostileData[] = [
  ...Object.entries(mappings).flatMap(([place, [file, write]]) =>
    names.map((name) => ({
      name: `${name} in ${place}`,
      files: { [file]: write(`${name}: ${polluted}`) },
      outcome: name === '__proto__' ? /"__proto__" is not allowed/ : /Unknown key|is not an id|is missing|is a mapping/,
    })),
  ),
  ...['"__proto__"', "'__proto__'", '"\\x5f_proto__"', '? __proto__\n'].map((written) => ({
    name: `__proto__ written ${JSON.stringify(written)}`,
    files: { 'tags.yaml': `${written}: { name: Go, kind: technology }\n` },
    outcome: /"__proto__" is not allowed/,
  })),
  {
    name: 'a tag, an organization, an edition and a highlight called constructor',
    files: {
      'tags.yaml': 'constructor: { name: Constructor, kind: topic }\nprototype: { name: Prototype, kind: topic }\n',
      'experience.yaml': 'organizations: [{ id: constructor, name: Acme }]\n',
      'editions.yaml': `constructor: { title: ${both}, include: [bfs/constructor] }\n`,
      [PROJECT]: `${project}organization: constructor\ntags: [constructor]\nhighlights: [{ id: constructor, priority: 1, text: ${both} }]\n`,
    },
    outcome: 'neutral',
  },
  ...['constructor', 'prototype', 'then'].map((name) => ({
    name: `a project called ${name}, and what refers to it`,
    files: {
      [`projects/${name}/project.yaml`]: project,
      'editions.yaml': `resume: { title: ${both}, include: [${name}] }\n`,
    },
    outcome: 'neutral' as const,
  })),
  ...['constructor', 'toString', '__proto__', 'length', '0'].map((name) => ({
    name: `a reference to a tag, an organization and a project called ${name} that are not there`,
    files: {
      'editions.yaml': `resume: { title: ${both}, include: [${name}] }\n`,
      [PROJECT]: `${project}organization: ${name}\ntags: [${name}]\n`,
    },
    outcome: /Unknown tag|Use lower-case|is not an id|Name an entry|Put it in quotes/,
  })),
]
