/** Something else where a file belongs, and names that lead out of the folder. */
import type { HostileData } from './data-set.ts'
import { both } from './data-set.ts'

const dataFiles = [
  'profile.yaml',
  'tags.yaml',
  'experience.yaml',
  'background.yaml',
  'editions.yaml',
  'projects/bfs/project.yaml',
]

const posixOnly: HostileData[] = [
  ...dataFiles.flatMap((file) => [
    {
      name: `a link to a file that is no facts, as ${file}`,
      files: { [file]: { kind: 'link' as const, to: process.execPath } },
      outcome: /Keep it under|not UTF-8/,
    },
    {
      name: `a link to nothing, as ${file}`,
      files: { [file]: { kind: 'link' as const, to: 'nowhere' } },
      outcome: file === 'profile.yaml' || file.startsWith('projects') ? /no such file/ : ('neutral' as const),
    },
    {
      name: `a link to itself, as ${file}`,
      files: { [file]: { kind: 'link' as const, to: file.split('/').at(-1) ?? '' } },
      outcome: /cannot be read \(ELOOP\)/,
    },
    {
      name: `a link to a device without end, as ${file}`,
      files: { [file]: { kind: 'link' as const, to: '/dev/zero' } },
      outcome: /is no file/,
    },
    {
      name: `a pipe that nobody writes to, as ${file}`,
      files: { [file]: { kind: 'pipe' as const } },
      outcome: /is no file/,
    },
  ]),
  {
    name: 'a link to a folder of projects in a circle',
    files: { 'projects/circle': { kind: 'link', to: '..' } },
    outcome: /projects\/circle/,
  },
  {
    name: 'a case study that is a pipe',
    files: { 'projects/bfs/en.mdx': { kind: 'pipe' }, 'projects/bfs/zh.mdx': 'Text.' },
    outcome: /is no file/,
  },
  {
    name: 'a case study that is a device',
    files: { 'projects/bfs/en.mdx': { kind: 'link', to: '/dev/zero' }, 'projects/bfs/zh.mdx': 'Text.' },
    outcome: /is no file/,
  },
  ...[
    'evil\\..',
    'a b',
    'a\nb',
    '-rf',
    '<b>',
    '"',
    '%2e%2e',
    '\u202egpj',
    'CON',
    'é',
    '字',
    '__proto__',
    'a'.repeat(200),
  ].map((name) => ({
    name: `a project folder called ${JSON.stringify(name)}`,
    files: { [`projects/${name}/project.yaml`]: `name: x\nkind: work\norder: 1\nsummary: ${both}\n` },
    outcome: name.startsWith('aaa') ? ('neutral' as const) : /is not an id/,
  })),
]

export const files: HostileData[] = [
  ...dataFiles.map((file) => ({
    name: `a folder as ${file}`,
    files: { [file]: { kind: 'folder' as const } },
    outcome: /is no file|cannot be read/,
  })),
  {
    name: 'a file as the folder of projects',
    files: { projects: '', 'projects/bfs/project.yaml': null },
    outcome: /cannot be read/,
  },
  {
    name: 'a case study with an import',
    files: { 'projects/bfs/en.mdx': 'import fs from "node:fs"\n', 'projects/bfs/zh.mdx': 'import fs from "node:fs"\n' },
    outcome: /mdx/,
  },
  {
    name: 'a case study with code',
    files: { 'projects/bfs/en.mdx': 'A {process.exit()}\n', 'projects/bfs/zh.mdx': '字 {process.exit()}\n' },
    outcome: /mdx/,
  },
  {
    name: 'a case study with a script',
    files: {
      'projects/bfs/en.mdx': '<script>canary(1)</script>\n',
      'projects/bfs/zh.mdx': '<script>canary(1)</script>\n',
    },
    outcome: /mdx/,
  },
  {
    name: 'a case study with an address that runs',
    files: {
      'projects/bfs/en.mdx': '[a](javascript:canary(1))\n',
      'projects/bfs/zh.mdx': '[字](javascript:canary(1))\n',
    },
    outcome: /mdx/,
  },
  ...(process.platform === 'win32' ? [] : posixOnly),
]
