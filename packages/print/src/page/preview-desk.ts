/** How large the sheets are shown: as wide as the window (`fit`), no wider than on paper either (`auto`), or in percent. */
export type Zoom = 'auto' | 'fit' | number

/** A place on the desk: a page, counted from 1, and how far down in it the window begins, in heights of the page. */
export interface Place {
  page: number
  offset: number
}

/** Fine enough to tell which of two pages more is seen of. */
const STEPS = Array.from({ length: 21 }, (_, step) => step / 20)

/** The sheets as they lie on the desk: how large they are, and which of them is being read. */
export class Desk {
  readonly #root = document.documentElement
  readonly #sheets = [...document.querySelectorAll<HTMLElement>('.pagedjs_page')]
  readonly #seen = new Map<Element, number>()
  readonly #listeners: (() => void)[] = []
  #zoom: Zoom = 'auto'
  #current = 0
  /** Whether the current page was gone to, and is not to be given up for one that more is seen of. */
  #aimed = false

  constructor() {
    this.#show()
    addEventListener('resize', () => this.#keep(() => this.#show()))
    const letGo = () => {
      this.#aimed = false
    }
    for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      addEventListener(type, letGo, { passive: true })
    }
    const observer = new IntersectionObserver((entries) => this.#look(entries), {
      // What lies under the bar is not seen.
      rootMargin: `${-this.#top}px 0px 0px`,
      threshold: STEPS,
    })
    for (const sheet of this.#sheets) observer.observe(sheet)
  }

  get pages(): number {
    return this.#sheets.length
  }

  /** The pages that are being read, from 1: two on a spread; 0 where there is none. */
  get row(): { first: number; last: number } {
    const row = this.#rowOf(this.#current)
    return { first: Math.min(row[0] + 1, this.pages), last: Math.min(row[1] + 1, this.pages) }
  }

  get place(): Place {
    const box = this.#sheets[this.#current]?.getBoundingClientRect()
    return { page: this.#current + 1, offset: box ? (this.#top - box.top) / box.height : 0 }
  }

  get zoom(): Zoom {
    return this.#zoom
  }

  set zoom(zoom: Zoom) {
    this.#zoom = zoom
    this.#keep(() => this.#show())
    this.#tell()
  }

  /** Brings a place to the top of the window, or the head of a page where only that is given; the nearest if there is none. */
  goTo(page: number, offset?: number): void {
    this.#current = Math.max(0, Math.min(this.pages, page) - 1)
    this.#aimed = true
    const sheet = this.#sheets[this.#current]
    if (offset === undefined) sheet?.scrollIntoView({ block: 'start', inline: 'nearest' })
    else if (sheet) {
      const box = sheet.getBoundingClientRect()
      scrollBy(0, box.top + offset * box.height - this.#top)
    }
    this.#tell()
  }

  /** Goes to the next spread or page, or the one before. */
  step(by: 1 | -1): void {
    const { first, last } = this.row
    const next = by > 0 ? last + 1 : first - 1
    if (next >= 1 && next <= this.pages) this.goTo(this.#rowOf(next - 1)[0] + 1)
  }

  /** Calls back when another page is read or the zoom is another, at once too. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener)
    listener()
  }

  /** Where the window begins for a reader, below whatever lies over it, in px. */
  get #top(): number {
    return Number.parseFloat(getComputedStyle(this.#root).scrollPaddingTop) || 0
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #look(entries: IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio } of entries) this.#seen.set(target, intersectionRatio)
    const share = (index: number) => this.#seen.get(this.#sheets[index] as Element) ?? 0
    if (this.#aimed) return
    const before = this.#current
    this.#sheets.forEach((_, index) => {
      if (share(index) > share(this.#current)) this.#current = index
    })
    if (this.#current !== before) this.#tell()
  }

  /** The first and the last sheet that lie beside a sheet: two on a spread. */
  #rowOf(index: number): [first: number, last: number] {
    const top = this.#sheets[index]?.offsetTop
    const beside = (other: number) => other in this.#sheets && this.#sheets[other]?.offsetTop === top
    return [beside(index - 1) ? index - 1 : index, beside(index + 1) ? index + 1 : index]
  }

  #show(): void {
    const fit = this.#fit()
    const scale = { auto: Math.min(1, fit), fit }[this.#zoom] ?? Number(this.#zoom) / 100
    this.#root.style.setProperty('--zoom', String(scale))
  }

  /** The scale at which a row is as wide as the window. */
  #fit(): number {
    const [sheet] = this.#sheets
    if (!sheet?.parentElement) return 1
    const { paddingLeft, paddingRight } = getComputedStyle(sheet.parentElement)
    const room = this.#root.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
    const spreads = this.#sheets.some((_, index) => this.#rowOf(index)[0] < index)
    return room / (sheet.offsetWidth * (spreads ? 2 : 1))
  }

  /** Does what moves the sheets, and leaves the reader where he was. */
  #keep(work: () => void): void {
    const { page, offset } = this.place
    work()
    this.goTo(page, offset)
  }
}
