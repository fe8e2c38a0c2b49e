/** A stretch of a style sheet, and whether Paged.js has to read it. */
export interface Stretch {
  css: string
  read: boolean
}

/** What Paged.js 0.4.3 looks for in selectors: ids, which the pieces of an element lose, and what depends on siblings. */
const SELECTORS = /[#+]|-of-type|::?footnote-/

/** What Paged.js 0.4.3 looks for in declarations: everything else it would hand on as it is. */
const DECLARATIONS =
  /(^|[{};\s])(page-)?break-(before|after)\s*:|(^|[{};\s])(page|display|string-set|counter-(reset|increment)|footnote-[a-z]+)\s*:|\b(running|element|string|target-[a-z]+)\(|\bfixed\b|\bfootnote\b/

/** At-rules of which Paged.js has nothing to know, unless there is something for it inside. */
const PLAIN = /^@(font-face|keyframes|property|counter-style|layer|supports|container|scope)\b/

/**
 * Takes a style sheet apart, in its order, into what Paged.js has to read and what the browser understands by itself.
 * Parsing and walking CSS is half of the time that a short document takes, and a few rules in a hundred matter.
 *
 * `@media print` is what the sheet is read for: its rules stand in its place. `@media screen` is left out.
 *
 * @param css without syntax errors; of nested rules, the outermost is looked at as a whole.
 * @param base what relative addresses in it are relative to.
 */
export function stretches(css: string, base: string): Stretch[] {
  const all: Stretch[] = []
  for (const stretch of parts(css)) {
    const last = all.at(-1)
    if (last?.read === stretch.read) last.css += `\n${stretch.css}`
    else all.push({ ...stretch })
  }
  for (const one of all) if (!one.read) one.css = absolute(one.css, base)
  return all
}

function* parts(css: string): Generator<Stretch> {
  for (const rule of statements(withoutComments(css))) {
    const brace = rule.indexOf('{')
    const prelude = (brace < 0 ? rule : rule.slice(0, brace)).trim()
    const media = /^@media\s+(.*)$/is.exec(prelude)?.[1]?.toLowerCase().trim()
    if (media === 'print' || media === 'all') yield* parts(rule.slice(brace + 1, rule.lastIndexOf('}')))
    else if (media?.includes('pagedjs-ignore')) yield { css: rule, read: false }
    else if (media?.split(',').every((query) => /^\s*(only\s+)?(screen|speech)\b/.test(query))) continue
    else if (prelude.startsWith('@')) {
      yield { css: rule, read: !PLAIN.test(prelude) || /@(media|page)\b/.test(rule) || isRead(rule, rule) }
    } else yield { css: rule, read: isRead(prelude, rule) }
  }
}

const isRead = (selectors: string, rule: string) => SELECTORS.test(selectors) || DECLARATIONS.test(rule)

const STRING = `"(?:\\\\[^]|[^"\\\\])*"|'(?:\\\\[^]|[^'\\\\])*'`

function withoutComments(css: string): string {
  return css.replace(new RegExp(`(${STRING})|/\\*[^]*?\\*/`, 'g'), (_, string: string | undefined) => string ?? ' ')
}

/** The rules on the outermost level, each as a whole. */
function* statements(css: string): Generator<string> {
  const tokens = new RegExp(`${STRING}|\\\\[^]|url\\(\\s*[^"'\\s)][^)]*\\)|[{};]`, 'g')
  let depth = 0
  let start = 0
  for (const { 0: token, index } of css.matchAll(tokens)) {
    if (token === '{') depth++
    else if (token === '}') depth--
    else if (token !== ';') continue
    if (depth > 0 || token === '{') continue
    yield css.slice(start, index + 1).trim()
    start = index + 1
    depth = 0
  }
  if (css.slice(start).trim()) yield css.slice(start).trim()
}

/** With whole addresses: the text moves from its own file into the document. What only looks like an address, in a string, stays. */
function absolute(css: string, base: string): string {
  const address = new RegExp(`url\\(\\s*(?:(${STRING})|([^"'\\s)][^)]*?))\\s*\\)|${STRING}`, 'gi')
  return css.replace(address, (whole, quoted?: string, bare?: string) => {
    const written = quoted?.slice(1, -1) ?? bare
    if (written === undefined || /^(data:|#)/i.test(written)) return whole
    return `url("${URL.parse(written, base)?.href ?? written}")`
  })
}
