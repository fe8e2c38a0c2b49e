/** Brings the explainers of a page to life: the steps that stand there are played, and go on with a reader's own key. */
import { type Element as Drawn, drawStep, fill, type Sentences, sayStep } from './draw.ts'
import { columnsOf, type Explainer, explainers } from './index.ts'

/** How long a step stands while they follow each other by themselves, in ms. */
const PAUSE = 3000

/** The words of the script, which the page brings along. */
export interface Words {
  says: Sentences
  play: string
  pause: string
  step: string
}

for (const root of document.querySelectorAll<HTMLElement>('[data-explainer]')) {
  bringToLife(root, explainers[root.dataset.explainer as keyof typeof explainers], JSON.parse(root.dataset.words ?? ''))
}

function bringToLife(root: HTMLElement, explainer: Explainer, words: Words) {
  const [table, form, fields, output] = ['table', 'form', 'fieldset', 'output'].map((tag) =>
    root.querySelector(tag),
  ) as [HTMLTableElement, HTMLFormElement, HTMLFieldSetElement, HTMLOutputElement]
  const key = form.elements.namedItem('key') as HTMLInputElement
  const button = (name: string) => form.elements.namedItem(name) as HTMLButtonElement
  const [playing, back, forward] = [button('play'), button('back'), button('forward')]
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  const rows = table.tBodies.length
  let { frames, next } = explainer.story
  let at = frames.length - 1
  /** The steps that stand there. */
  let drawn = frames.slice(0, rows)
  let timer = 0
  /** Whether the reader has taken over: from then on nothing begins by itself. */
  let taken = false

  const controls: Record<string, () => void> = {
    back: () => show(at - 1),
    forward: () => show(at + 1),
    play() {
      if (at === frames.length - 1) show(0)
      play(true)
    },
    reset() {
      ;({ frames, next } = explainer.story)
      show(0)
    },
  }

  /** Marks a step among as many as there are rows. Those to come are there to be read, like those before. */
  function show(index: number) {
    at = Math.max(0, Math.min(index, frames.length - 1))
    const first = Math.max(0, at - rows + 1)
    const steps = frames.slice(first, first + rows)
    // What stands there already stays, and with it what a reader has selected or is having read out.
    if (steps.some((frame, row) => frame !== drawn[row])) {
      for (const body of [...table.tBodies]) body.remove()
      table.append(...steps.map((frame) => toNode(drawStep(frame, columnsOf(explainer), words.says))))
      drawn = steps
    }
    for (const [row, body] of [...table.tBodies].entries()) body.ariaCurrent = row === at - first ? 'step' : null
    // At an end they stay where the keyboard is, and say that they lead no further.
    back.ariaDisabled = String(at === 0)
    forward.ariaDisabled = String(at === frames.length - 1)
    const step = fill(words.step, { at: at + 1, all: frames.length })
    output.replaceChildren(
      step,
      ' ',
      toNode({
        tag: 'span',
        class: 'unseen',
        children: frames.slice(at, at + 1).map((frame) => sayStep(frame, words.says)),
      }),
    )
  }

  function play(plays: boolean) {
    clearInterval(timer)
    timer = plays ? window.setInterval(tick, PAUSE) : 0
    playing.textContent = plays ? words.pause : words.play
    // Read out while it plays by itself, it would talk into the rest of the page.
    output.ariaLive = plays && !taken ? 'off' : 'polite'
  }

  function tick() {
    if (document.hidden) return
    // The last step is where it stops, and is read out.
    if (at >= frames.length - 2) play(false)
    show(at + 1)
  }

  form.addEventListener('click', ({ target }) => {
    const name = target instanceof HTMLButtonElement ? target.name : ''
    if (!controls[name]) return
    const was = timer
    taken = true
    play(false)
    if (name !== 'play' || !was) controls[name]()
  })

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    taken = true
    const run = next((event.submitter as HTMLButtonElement).value, Number(key.value))
    const first = frames.length
    frames = [...frames, ...run.frames]
    next = run.next
    show(calm.matches ? frames.length - 1 : first)
    play(at < frames.length - 1)
  })

  new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) play(false)
      else if (!taken && !calm.matches && at < frames.length - 1) play(true)
    },
    // Where it crosses the middle of the window: the window may be smaller than the table.
    { rootMargin: '-40% 0px' },
  ).observe(table)

  fields.disabled = false
  if (!calm.matches) show(0)
}

function toNode({ tag, span, scope, children, ...drawn }: Drawn): HTMLElement {
  const node = document.createElement(tag)
  if (drawn.class) node.className = drawn.class
  if (span) (node as HTMLTableCellElement).colSpan = span
  if (scope) (node as HTMLTableCellElement).scope = scope
  node.append(...children.map((child) => (typeof child === 'string' ? child : toNode(child))))
  return node
}
