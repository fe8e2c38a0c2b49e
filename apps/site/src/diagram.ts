import type { DeepReadonly, Locale, Project } from '@diglot/content'
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
/** The longest line of a label, in em. */
const LONGEST = 11
const HEAD = 7

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
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
const FRAME = { 'elk.padding': `[top=${LEADING + 20},left=12,bottom=12,right=12]` }

/** What was drawn before: a diagram stands on several pages, and while facts are edited each is built again and again. */
const drawings = new Map<string, Promise<Drawing>>()

/**
 * Lays a diagram out in the words of one language, without a browser: the same diagram always in the same way.
 *
 * @example
 * const { width, height, parts } = await draw(diagram, 'zh')
 */
export function draw(diagram: Diagram, locale: Locale): Promise<Drawing> {
  const key = JSON.stringify([diagram, locale])
  const drawing = drawings.get(key) ?? layOut(diagram, locale)
  drawings.set(key, drawing)
  return drawing
}

async function layOut(diagram: Diagram, locale: Locale): Promise<Drawing> {
  const labels = new Map(diagram.nodes.map(({ id, label }) => [id, linesOf(label[locale])]))
  const part = ({ id }: Diagram['nodes'][number]): ElkNode => {
    const { width, height } = sizeOf(labels.get(id) ?? [])
    return { id: `part-${id}`, width: width + 2 * PADDING, height: height + 2 * PADDING - 6 }
  }
  // In the order of the facts, a frame where its first part stands.
  const children = diagram.nodes.flatMap((node): ElkNode[] => {
    const fellows = diagram.nodes.filter(({ group }) => group === node.group)
    if (!node.group) return [part(node)]
    return fellows[0] === node ? [{ id: `frame-${node.group}`, layoutOptions: FRAME, children: fellows.map(part) }] : []
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
  const root: ElkNode = { id: 'root', layoutOptions: OPTIONS, children, edges }
  const laid: ElkNode = await new ELK().layout(root)
  const boxes = new Map(boxesIn(laid))
  const boxOf = (id: string) => boxes.get(id) as Box
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    frames: diagram.groups.flatMap(({ id, label }) => {
      const box = boxes.get(`frame-${id}`)
      if (!box) return []
      return { box, label: label[locale], plate: { ...sizeOf([label[locale]]), x: box.x + 10, y: box.y + 5 } }
    }),
    parts: diagram.nodes.map(({ id }) => ({ box: boxOf(`part-${id}`), lines: labels.get(id) ?? [] })),
    arrows: arrowsIn(laid, boxes).map(({ index, label, ...arrow }) => {
      const text = diagram.edges[index]?.label?.[locale]
      return { ...arrow, ...(text && label ? { label: { ...label, lines: linesOf(text) } } : {}) }
    }),
  }
}

/** The boxes of everything, measured from the corner of the drawing. */
function* boxesIn({ children = [] }: ElkNode, left = 0, top = 0): Generator<[string, Box]> {
  for (const child of children) {
    const [x, y] = [left + (child.x ?? 0), top + (child.y ?? 0)]
    yield [child.id, { x, y, width: child.width ?? 0, height: child.height ?? 0 }]
    yield* boxesIn(child, x, y)
  }
}

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
      x: round(x + left),
      y: round(y + top),
    }))
    const [label] = edge.labels ?? []
    return {
      index: Number(edge.id.replace('arrow-', '')),
      path: points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
      head: headOf(points),
      label: label && { x: round((label.x ?? 0) + left), y: round((label.y ?? 0) + top) },
    }
  })
}

/** A triangle at the end of a line, in its direction. */
function headOf(points: readonly { x: number; y: number }[]): string {
  const [from, to] = [points.at(-2), points.at(-1)]
  if (!from || !to) return ''
  const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)]
  const [backX, backY] = [to.x - dx * HEAD, to.y - dy * HEAD]
  const [wideX, wideY] = [dy * (HEAD / 2), dx * (HEAD / 2)]
  return `M${to.x} ${to.y}L${round(backX + wideX)} ${round(backY + wideY)}L${round(backX - wideX)} ${round(backY - wideY)}Z`
}

const round = (value: number) => Math.round(value * 10) / 10

/** How wide a text is, in em: as wide as any font of the system sets it. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\p{Script=Han}，、。：；（）“”]/u.test(char) ? 1 : 0.58), 0)
}

/** A label in lines: broken between words, and in Chinese between characters, so that the lines are about as long. */
function linesOf(label: string): string[] {
  const count = Math.ceil(widthOf(label) / LONGEST)
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
