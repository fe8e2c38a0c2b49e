/** The part of Paged.js 0.4.3 that `flow.ts` relies on, inside included: it is pinned for that reason. */
declare module 'pagedjs' {
  /** Where a page ended: a node of the source and, in a text node, an offset in UTF-16 units. */
  export interface BreakToken {
    node: Node
    offset?: number
    equals(other: BreakToken | undefined): boolean
  }

  export interface Layout {
    /** The page area, in CSS px of the viewport. */
    bounds: DOMRect
    gap: number
    /** Characters to put down before the page is measured. */
    maxChars: number
    append(node: Node, dest: Element, token?: BreakToken | null, shallow?: boolean, rebuild?: boolean): Node
    createBreakToken(overflow: Range, rendered: Element, source: Node): BreakToken | undefined
    findBreakToken(
      rendered: Element,
      source: Node,
      bounds?: DOMRect,
      previous?: BreakToken,
      extract?: boolean,
    ): BreakToken | undefined
    findOverflow(rendered: Element, bounds?: DOMRect, gap?: number): Range | undefined
    hyphenateAtBreak(): void
    rebuildTableFromBreakToken(token: BreakToken | undefined, dest: Element): void
    textBreak(node: Text, start: number, end: number, top: number, bottom: number): number | undefined
  }

  export class Handler {
    constructor(chunker: Chunker, polisher: unknown, caller: unknown)
    chunker: Chunker
  }

  export interface Page {
    element: HTMLElement
    pagebox: HTMLElement
    area: HTMLElement
    wrapper: HTMLElement
    createWrapper(): HTMLElement
    footnotesArea: HTMLElement
    pagesArea: HTMLElement
    pageTemplate: HTMLTemplateElement
    width: number
    height: number
    create(): HTMLElement
    addListeners(): boolean
  }

  /** The built-in handler of `@page` rules. */
  export interface AtPage {
    chunker: Chunker
    pages: Record<string, { bleed?: unknown; marks?: unknown }>
    /** By page and margin box, e.g. `.pagedjs_page.pagedjs_first_page .pagedjs_margin-top-left`. */
    marginalia: Record<string, { hasContent: boolean; block: { children: { toArray(): { property?: string }[] } } }>
    afterParsed(): void
    finalizePage(fragment: HTMLElement, page: Page, ...rest: unknown[]): void
  }

  /** The built-in handler of footnotes. */
  export interface Footnotes {
    footnotes: Record<string, unknown>
    afterPageLayout(...args: unknown[]): void
  }

  export interface Chunker {
    hooks: {
      beforePageLayout: { hooks: ((page: Page) => void)[] }
      renderNode: { hooks: ((copy: Node, node: Node) => void)[] }
    }
    pageTemplate: HTMLTemplateElement
    q: { tick: (step: () => void) => void }
    total: number
    pages: Page[]
    settings: { maxChars?: number }
    /** The mean length of the last pages. */
    maxChars: number | undefined
    pagesArea: HTMLElement
    addPage(blank?: boolean): Page
    removePages(): void
    loadFonts(): Promise<unknown>
    handleBreaks(node: undefined, force: true): Promise<void>
    render(source: Node, token?: BreakToken): Promise<unknown>
  }

  export interface Polisher {
    /** Each is an address, or a text under the address that it comes from. */
    add(...sheets: (string | Record<string, string>)[]): Promise<string>
    /** Style sheet in, and what the browser is given instead out. */
    convertViaSheet(css: string, address: string): Promise<string>
  }

  /** A style sheet before it is parsed. */
  export interface Sheet {
    text: string
  }

  export class Previewer {
    chunker: Chunker
    preview(content?: Node, stylesheets?: readonly string[], renderTo?: Element): Promise<{ total: number }>
  }

  /** The classes of the handlers that every previewer makes, the built-in ones first. */
  export const registeredHandlers: { prototype: object }[]

  export function registerHandlers(...handlers: (typeof Handler)[]): void
}
