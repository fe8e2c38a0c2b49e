import type { Root, Rule } from 'postcss'
import parser, { type Node, type Pseudo, type Selector, type Root as Selectors } from 'postcss-selector-parser'

/** Declarations of which Paged.js reads the selector, and cuts it at every comma. */
const READ_BY_SELECTOR = /^(page|(page-)?break-(before|after)|float|position|string-set)$/
const READ_IN_CONTENT = /target-(counter|text)|element\(|leader\(/
/** Selectors that Paged.js replaces by marks of its own, cut at every comma likewise. */
const MARKED = /\+|:(first|last|nth)-of-type/
/** Boxes that Paged.js puts around the content: none of the document's own. */
const NOT_A_WRAPPER = ':where(:not([class^="pagedjs_"]):not([class^="pagedjs_"] > div))'
/** Where Paged.js puts the children of the body. */
const CONTENT = '.pagedjs_page_content > div > '
/** What the children of the body are before that, when it reads the rules: without a parent. */
const WITHOUT_PARENT = ':where(:not(* > *))'

/** Whether Paged.js goes by this rule's selector itself, instead of leaving it to the browser. */
export function isReadBySelector(rule: Rule): boolean {
  return (
    MARKED.test(rule.selector) ||
    rule.some(
      (node) =>
        node.type === 'decl' &&
        (READ_BY_SELECTOR.test(node.prop) || (node.prop === 'content' && READ_IN_CONTENT.test(node.value))),
    )
  )
}

/**
 * Rewrites the selectors that mean something else among Paged.js's pages. A comma inside a selector, on which its
 * pagination never ends, becomes several selectors (each with its own weight, not the heaviest of the list).
 *
 * @returns the rules whose selector is none; they stay as they are.
 */
export function lowerSelectors(root: Root): Set<Rule> {
  const unread = new Set<Rule>()
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as { name?: string }).name ?? '')) return
    const tree = parsed(rule.selector)
    if (!tree) return void unread.add(rule)
    const read = isReadBySelector(rule)
    const written = tree.nodes.map((selector) => String(selector).trim())
    const lowered = tree.nodes.flatMap((selector) =>
      (read ? expanded(selector) : [selector]).flatMap((one) => {
        spareWrappers(one)
        return belowBody(one, read)
      }),
    )
    const texts = [...new Set(lowered)]
    if (texts.join() !== written.join()) rule.selector = texts.join(', ')
  })
  return unread
}

/** A selector in its parts; nothing for what is none, though it stands where one should (`p: { … }`). */
function parsed(selector: string): Selectors | undefined {
  try {
    return parser().astSync(selector)
  } catch {
    return undefined
  }
}

/** One selector for each member of the first list in it, and so on: `:is(a, b) c` becomes `:is(a) c` and `:is(b) c`. */
function expanded(selector: Selector): Selector[] {
  let list: Pseudo | undefined
  selector.walk((node) => {
    if (!list && node.type === 'pseudo' && node.nodes.length > 1) list = node
    // Written as an escape, a comma in a string is none to whoever cuts at commas.
    if (node.type === 'attribute' && node.value?.includes(','))
      node.raws.value = `"${node.value.replaceAll(',', '\\2c ')}"`
  })
  if (!list) return [selector]
  const { value, nodes } = list
  if (value === ':not') {
    // A list of what it must not be is a chain of single ones.
    list.replaceWith(...(nodes.map((node) => parser.pseudo({ value, nodes: [trimmed(node)] })) as Node[] as [Node]))
    return expanded(selector)
  }
  if (!/^:(is|where|has|matches|-webkit-any)$/.test(value)) return [selector]
  const place = pathTo(selector, list)
  return nodes.flatMap((member) => {
    const copy = selector.clone() as Selector
    const pseudo = place.reduce<Node>((node, index) => (node as Selector).nodes[index] as Node, copy) as Pseudo
    const only = trimmed(member)
    pseudo.removeAll()
    pseudo.append(only as Selector)
    return expanded(copy)
  })
}

function trimmed(selector: Selector): Selector {
  const copy = selector.clone() as Selector
  copy.spaces = { before: '', after: '' }
  const [first] = copy.nodes
  if (first) first.spaces.before = ''
  const last = copy.nodes.at(-1)
  if (last) last.spaces.after = ''
  return copy
}

function pathTo(root: Selector, target: Node): number[] {
  const path: number[] = []
  for (let node: Node = target; node !== root; node = node.parent as unknown as Node) {
    path.unshift((node.parent as unknown as Selector).index(node as never))
  }
  return path
}

/** `div > x` and `* > x` where the box has no other mark: the wrappers are `div`s too. */
function spareWrappers(selector: Selector): void {
  if (String(selector).includes(CONTENT)) return
  selector.each((node) => {
    const box = node.prev()
    const plain = box && (box.type === 'universal' || (box.type === 'tag' && box.value === 'div'))
    if (node.type !== 'combinator' || node.value.trim() !== '>' || !plain) return
    if (box.prev() && box.prev()?.type !== 'combinator') return
    selector.insertAfter(box, parser.pseudo({ value: NOT_A_WRAPPER }))
  })
}

/**
 * `body > x`: the same child where Paged.js has put it, and for a rule that it goes by itself, where it looks for it
 * first, in a tree without a body. There `body x` is any x.
 */
function belowBody(selector: Selector, read: boolean): string[] {
  const text = String(selector).trim()
  const [, combinator = '', rest = ''] = /^(?:(?:html|:root)\s*>?\s*)?body(\s*>\s*|\s+)(.+)$/.exec(text) ?? []
  if (!rest) return [text]
  if (!combinator.includes('>')) return read ? [text, rest] : [text]
  const moved = [text, CONTENT + rest]
  return read ? [...moved, rest.replace(/^[^\s>+~:]*/, (compound) => compound + WITHOUT_PARENT)] : moved
}
