import { content, type Localized } from '@diglot/content'
import { expect, test } from 'vitest'
import { type Box, draw } from './diagram.ts'

const diagrams = content.projects.flatMap(({ id, diagrams }) =>
  content.locales.flatMap((locale) =>
    diagrams.flatMap((diagram) => [350, 870].map((room) => ({ name: `${id} in ${locale}`, diagram, locale, room }))),
  ),
)

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

test.each(diagrams)(
  'nothing lies over anything else, or outside: $name, $room px',
  async ({ diagram, locale, room }) => {
    const { width, height, parts, arrows, frames } = await draw(diagram, locale, room)
    expect(parts).toHaveLength(diagram.nodes.length)
    expect(arrows).toHaveLength(diagram.edges.length)
    const boxes = parts.map(({ box }) => box)
    const pairs = boxes.flatMap((box, index) => boxes.slice(index + 1).map((other) => [box, other] as const))
    expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([])
    const sheet = { x: 0, y: 0, width, height }
    const labels = arrows.flatMap(({ label }) =>
      label ? [{ ...label, width: 0, height: label.lines.length * 20 }] : [],
    )
    expect([...boxes, ...frames.map(({ box }) => box), ...labels].filter((box) => !isWithin(box, sheet))).toEqual([])
    expect(frames.filter(({ plate, box }) => !isWithin(plate, box))).toEqual([])
  },
)

const isWithin = (box: Box, sheet: Box) =>
  box.x >= sheet.x &&
  box.y >= sheet.y &&
  box.x + box.width <= sheet.x + sheet.width &&
  box.y + box.height <= sheet.y + sheet.height

const both = (zh: string, en: string) => ({ zh, en }) as Localized
const diagram = (nodes: [id: string, zh: string, group?: string][]) => ({
  id: 'parts',
  title: both('图', 'Drawing'),
  groups: [{ id: 'all', label: both('全部', 'All') }],
  nodes: nodes.map(([id, zh, group]) => ({ id, label: both(zh, id), ...(group ? { group } : {}) })),
  edges: [{ from: 'a', to: 'b', label: both('元数据', 'metadata') }],
})

test('a part of a group stands in its frame', async () => {
  const one = diagram([
    ['a', '甲'],
    ['b', '乙', 'all'],
  ])
  const drawn = await draw(one, 'zh', 350)
  const [, b] = drawn.parts
  const frame = drawn.frames[0]?.box as Box
  expect(b && frame && b.box.x >= frame.x && b.box.y >= frame.y).toBe(true)
  expect(b && b.box.y + b.box.height <= frame.y + frame.height).toBe(true)
  expect(drawn.arrows[0]?.label?.lines).toEqual(['元数据'])
})

test('a long label is broken, no line begins with a mark, and no letter of it is lost', async () => {
  const label = '审核人员、客服人员，以及每一个处理举报和申诉的人（包括值班的）'
  const { parts } = await draw(
    diagram([
      ['a', label],
      ['b', '乙'],
    ]),
    'zh',
    350,
  )
  const lines = parts[0]?.lines ?? []
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).toBe(label)
  expect(lines.filter((line) => /^[，、。）]/.test(line))).toEqual([])
})

test('of two drawings that have room the lower is taken, else the narrower', async () => {
  const fan = {
    ...diagram([...'abcde'].map((id) => [id, `服务${id}`])),
    edges: [...'bcde'].map((to) => ({ from: 'a', to })),
  }
  const sizes = await Promise.all([1000, 50].map((room) => draw(fan, 'zh', room)))
  const [low, narrow] = sizes.map(({ width, height }) => ({ width, height }))
  expect(low?.height).toBeLessThan(narrow?.height ?? 0)
  expect(narrow?.width).toBeLessThan(low?.width ?? 0)
})
