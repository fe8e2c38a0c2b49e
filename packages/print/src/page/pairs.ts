/** Two elements that say the same in two languages. */
export interface Pair {
  left: HTMLElement
  right: HTMLElement
  /** Whether both flows may be broken before them. */
  open: boolean
  /** Whether one of the documents asks for a break there. */
  forced: boolean
  /** Whether they need not begin at one height: white in a list or a figure, or between a list and what announces it, would pull it to pieces. */
  loose: boolean
}

const INLINE = /^(inline|contents|ruby)/
const FORCED = /^(page|always|left|right|recto|verso)$/

/**
 * Finds what corresponds in two documents of the same shape. Two boxes do when they have the same `data-entry`, or when
 * the boxes around them correspond and have as many children of the same kinds. A box that holds lines of text is not
 * looked into, nor is a table or a grid.
 *
 * @param open whether breaks are allowed where the boxes are.
 * @param loose whether they stand in a list or a figure.
 * @returns the pairs in the order of the documents, without the first children of boxes: a break belongs before the box.
 */
export function pairUp(left: HTMLElement, right: HTMLElement, open = true, loose = false): Pair[] {
  const boxes = [left, right]
  if (!boxes.every(holdsBlocks)) return []
  const inside = open && boxes.every((box) => getComputedStyle(box).breakInside !== 'avoid')
  const listed = loose || left.matches('ul, ol, dl, figure')
  return matched(blocksOf(left), blocksOf(right)).flatMap(([one, other]) => {
    const both = [one, other]
    const pair = {
      left: one,
      right: other,
      open: inside && !both.some(isKept),
      forced: both.some(isForced),
      loose: listed || one.matches('ul, ol'),
    }
    return [...(both.every((box) => box.previousElementSibling) ? [pair] : []), ...pairUp(one, other, inside, listed)]
  })
}

/** Children by position where their kinds are the same, else those alone that have the same entry. */
function matched(left: HTMLElement[], right: HTMLElement[]): [HTMLElement, HTMLElement][] {
  const alike = left.length === right.length && left.every((element, index) => kind(element) === kind(right[index]))
  return left.flatMap((element, index): [HTMLElement, HTMLElement][] => {
    const { entry } = element.dataset
    const other = alike ? right[index] : entry && right.find(({ dataset }) => dataset.entry === entry)
    return other ? [[element, other]] : []
  })
}

const kind = (element: HTMLElement | undefined) => `${element?.tagName} ${element?.dataset.entry ?? ''}`

/** Whether a box holds blocks below each other: no row, table or grid, and no paragraph. */
function holdsBlocks(box: HTMLElement): boolean {
  if (!/^(block|flow-root)$/.test(getComputedStyle(box).display)) return false
  const text = [...box.childNodes].some((node) => node instanceof Text && /\S/.test(node.data))
  return !text && ![...box.children].some((child) => INLINE.test(getComputedStyle(child).display))
}

/** The children in the flow. */
function blocksOf(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(':scope > *')].filter((child) => {
    const { display, float } = getComputedStyle(child)
    return display !== 'none' && float === 'none'
  })
}

/** Whether an element has to stay with what is before it. */
function isKept({ dataset }: HTMLElement): boolean {
  return dataset.breakBefore === 'avoid' || dataset.previousBreakAfter === 'avoid'
}

function isForced({ dataset }: HTMLElement): boolean {
  return FORCED.test(dataset.breakBefore ?? '') || FORCED.test(dataset.previousBreakAfter ?? '')
}
