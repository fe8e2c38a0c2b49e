/** The part of Paged.js 0.4.3 that `flow.ts` relies on, inside included: it is pinned for that reason. */
declare module 'pagedjs' {
  /** Where a page ended: a node of the source and, in a text node, an offset in UTF-16 units. */
  export interface BreakToken {
    node: Node
    offset?: number
    equals(other: BreakToken | undefined): boolean
  }

  export interface Layout {
    append(node: Node, dest: Element, token?: BreakToken | null, shallow?: boolean, rebuild?: boolean): Node
    createBreakToken(overflow: Range, rendered: Element, source: Node): BreakToken | undefined
    findBreakToken(
      rendered: Element,
      source: Node,
      bounds?: DOMRect,
      previous?: BreakToken,
      extract?: boolean,
    ): BreakToken | undefined
    hyphenateAtBreak(): void
    rebuildTableFromBreakToken(token: BreakToken | undefined, dest: Element): void
    textBreak(node: Text, start: number, end: number, top: number, bottom: number): number | undefined
  }

  export class Handler {
    constructor(chunker: Chunker, polisher: unknown, caller: unknown)
    chunker: Chunker
  }

  export interface Chunker {
    q: { tick: (step: () => void) => void }
    total: number
  }

  export class Previewer {
    chunker: Chunker
    preview(content?: Node, stylesheets?: readonly string[], renderTo?: Element): Promise<{ total: number }>
  }

  export function registerHandlers(...handlers: (typeof Handler)[]): void
}
