import { type DeepReadonly, type Locale, locales, type Project } from '@diglot/content'
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js'

export type Diagram = DeepReadonly<Project['diagrams'][number]>

/** A diagram as it is drawn, in CSS px. */
export interface Drawing {
  width: number
  height: number
  /** A frame's label has a plate, because an arrow may pass behind it. */
  frames: { box: Box; label: string; plate: Box }[]
  parts: { box: Box; lines: string[] }[]
  arrows: { path: string; head: string; label?: { x: number; y: number; lines: string[] } }[]
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The size of the letters; `figure.css` sets the same. */
const SIZE = 14
const LEADING = 20
const PADDING = 10
const HEAD = 7

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeLabel': '4',
  // The order that the facts give is the order that is meant.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.padding': '[top=2,left=2,bottom=2,right=2]',
}
/** The room of a frame around its parts. Its label has a line of its own; where arrows come in and go out, one may pass behind it. */
const LABEL_SIDE = LEADING + 20
const SIDE = 12

/** Where the arrows lead, and how long the lines of labels are at most, in em: the ways in which a diagram may be drawn. */
const WAYS = [11, 8].flatMap((longest) => ['DOWN', 'RIGHT'].map((direction) => ({ direction, longest })))

type Drawings = Record<Locale, Drawing>

/** What was drawn before: a diagram stands on several pages, and while facts are edited each is built again and again. */
const drawn = new Map<string, Promise<Drawings[]>>()

/**
 * Lays a diagram out in the words of one language, without a browser: the same diagram always in the same way, and in all
 * languages alike.
 *
 * @param room how wide it should be at most, in px: of the ways that are not wider the lowest is taken, or else the narrowest.
 * @example
 * const { width, height, parts } = await draw(diagram, 'zh', 350)
 */
export async function draw(diagram: Diagram, locale: Locale, room: number): Promise<Drawing> {
  const key = JSON.stringify(diagram)
  const ways = drawn.get(key) ?? Promise.all(WAYS.map((way) => inAllLanguages(diagram, way)))
  drawn.set(key, ways)
  const most = (drawings: Drawings, side: 'width' | 'height') =>
    Math.max(...locales.map((locale) => drawings[locale][side]))
  const fitting = (await ways).filter((drawings) => most(drawings, 'width') <= room)
  const [candidates, side] = fitting[0] ? ([fitting, 'height'] as const) : ([await ways, 'width'] as const)
  const [best] = candidates.toSorted((one, other) => most(one, side) - most(other, side)) as [Drawings]
  return best[locale]
}

async function inAllLanguages(diagram: Diagram, way: (typeof WAYS)[0]): Promise<Drawings> {
  const drawings = locales.map(async (locale) => [locale, await layOut(diagram, locale, way)] as const)
  return Object.fromEntries(await Promise.all(drawings)) as Drawings
}

async function layOut(diagram: Diagram, locale: Locale, { direction, longest }: (typeof WAYS)[0]): Promise<Drawing> {
  const linesOf = (label: string) => inLines(label, longest)
  const labels = new Map(diagram.nodes.map(({ id, label }) => [id, linesOf(label[locale])]))
  const part = ({ id }: Diagram['nodes'][number]): ElkNode => {
    const { width, height } = sizeOf(labels.get(id) ?? [])
    return { id: `part-${id}`, width: width + 2 * PADDING, height: height + 2 * PADDING - 6 }
  }
  const plateOf = (group: string | undefined) =>
    sizeOf([diagram.groups.find(({ id }) => id === group)?.label[locale] ?? ''])
  const frameOptions = (group: string) => {
    const width = plateOf(group).width + 2 * SIDE
    const [top, bottom] = isEntered(diagram, group, direction) ? [SIDE, LABEL_SIDE] : [LABEL_SIDE, SIDE]
    return {
      'elk.padding': `[top=${top},left=${SIDE},bottom=${bottom},right=${SIDE}]`,
      // The label has to have room, however narrow the parts are.
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      // ELK lays everything out to the right, and turns it when it is done: but not this.
      'elk.nodeSize.minimum': direction === 'DOWN' ? `(0, ${width})` : `(${width}, 0)`,
    }
  }
  // In the order of the facts, a frame where its first part stands.
  const children = diagram.nodes.flatMap((node): ElkNode[] => {
    const fellows = diagram.nodes.filter(({ group }) => group === node.group)
    if (!node.group) return [part(node)]
    if (fellows[0] !== node) return []
    return [{ id: `frame-${node.group}`, layoutOptions: frameOptions(node.group), children: fellows.map(part) }]
  })
  const edges = diagram.edges.map(({ from, to, label }, index): ElkExtendedEdge => {
    const size = label && sizeOf(linesOf(label[locale]))
    return {
      id: `arrow-${index}`,
      sources: [`part-${from}`],
      targets: [`part-${to}`],
      labels: size ? [{ text: 'label', ...size }] : [],
    }
  })
  const root: ElkNode = { id: 'root', layoutOptions: { ...OPTIONS, 'elk.direction': direction }, children, edges }
  const laid: ElkNode = await new ELK().layout(root)
  const boxes = new Map(boxesIn(laid))
  const boxOf = (id: string) => {
    const { x, y, ...size } = boxes.get(id) as Box
    return { x: Math.round(x), y: Math.round(y), ...size }
  }
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    frames: diagram.groups.flatMap(({ id, label }) => {
      if (!boxes.has(`frame-${id}`)) return []
      const box = boxOf(`frame-${id}`)
      const y = isEntered(diagram, id, direction) ? box.y + box.height - LEADING - 5 : box.y + 5
      return { box, label: label[locale], plate: { ...plateOf(id), x: box.x + 10, y } }
    }),
    parts: diagram.nodes.map(({ id }) => ({ box: boxOf(`part-${id}`), lines: labels.get(id) ?? [] })),
    arrows: arrowsIn(laid, boxes).map(({ index, label, ...arrow }) => {
      const text = diagram.edges[index]?.label?.[locale]
      return { ...arrow, ...(text && label ? { label: { ...label, lines: linesOf(text) } } : {}) }
    }),
  }
}

/** Whether arrows come into a frame from above, and none leaves it below: then its label stands at its foot, out of their way. */
function isEntered({ nodes, edges }: Diagram, frame: string, direction: string): boolean {
  const isInside = (part: string) => nodes.some(({ id, group }) => id === part && group === frame)
  const crossing = edges.filter(({ from, to }) => isInside(from) !== isInside(to))
  return direction === 'DOWN' && crossing.length > 0 && crossing.every(({ to }) => isInside(to))
}

/** The boxes of everything, measured from the corner of the drawing. */
function* boxesIn({ children = [] }: ElkNode, left = 0, top = 0): Generator<[string, Box]> {
  for (const child of children) {
    const [x, y] = [left + (child.x ?? 0), top + (child.y ?? 0)]
    yield [child.id, { x, y, width: child.width ?? 0, height: child.height ?? 0 }]
    yield* boxesIn(child, x, y)
  }
}

type Point = Pick<Box, 'x' | 'y'>

interface Laid extends ElkExtendedEdge {
  /** What its places are measured from. */
  container?: string
}

function arrowsIn({ edges = [] }: ElkNode, boxes: ReadonlyMap<string, Box>) {
  return (edges as Laid[]).map((edge) => {
    const { x: left, y: top } = boxes.get(edge.container ?? '') ?? { x: 0, y: 0 }
    const [section] = edge.sections ?? []
    if (!section) throw new Error(`the arrow ${edge.id} of a diagram was not laid out`)
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({
      x: Math.round(x + left),
      y: Math.round(y + top),
    }))
    const [label] = edge.labels ?? []
    return {
      index: Number(edge.id.replace('arrow-', '')),
      path: points.map((point, at) => lineTo(point, points[at - 1])).join(''),
      head: headOf(points),
      label: label && { x: Math.round((label.x ?? 0) + left), y: Math.round((label.y ?? 0) + top) },
    }
  })
}

/** A line as a path has it, from the point before; the first point has none. */
function lineTo({ x, y }: Point, before: Point | undefined): string {
  if (!before) return `M${x} ${y}`
  if (y === before.y) return `H${x}`
  return x === before.x ? `V${y}` : `L${x} ${y}`
}

/** A triangle at the end of a line, in its direction. */
function headOf(points: readonly Point[]): string {
  const [from, to] = [points.at(-2), points.at(-1)]
  if (!from || !to) return ''
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)]
  const half = HEAD / 2
  return `M${to.x} ${to.y}l${half * dy - HEAD * dx} ${half * dx - HEAD * dy}l${-HEAD * dy} ${-HEAD * dx}z`
}

/** How wide a text is, in em: as wide as any font of the system sets it. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\p{Script=Han}，、。：；（）“”]/u.test(char) ? 1 : 0.61), 0)
}

/** A label in lines: broken between words, and in Chinese between characters, so that the lines are about as long. */
function inLines(label: string, longest: number): string[] {
  const count = Math.ceil(widthOf(label) / longest)
  const most = widthOf(label) / count + 1
  // No line begins with a mark.
  const pieces = label.match(
    /[（“]*\p{Script=Han}[，、。：；）”]*|[^\p{Script=Han}\s（“]+\s?|[（“][^\p{Script=Han}\s]+\s?/gu,
  ) ?? [label]
  const lines = ['']
  for (const piece of pieces) {
    const line = lines.at(-1) ?? ''
    if (line && widthOf(line + piece.trimEnd()) > most + 0.5) lines.push(piece)
    else lines[lines.length - 1] = line + piece
  }
  return lines.map((line) => line.trim()).filter(Boolean)
}

function sizeOf(lines: readonly string[]): { width: number; height: number } {
  return { width: Math.ceil(Math.max(...lines.map(widthOf), 1) * SIZE), height: lines.length * LEADING }
}
