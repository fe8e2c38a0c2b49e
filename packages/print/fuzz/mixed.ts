import { type Random, random } from './random.ts'
import { codeLine, type Language, longWord, prose, sentence } from './words.ts'

/**
 * A document of mixed content, from one page to about forty, that looks like what people write, only more so: every
 * kind of block, nested, next to every other, in both languages.
 */
export function mixed(seed: number): string {
  const chance = random(seed)
  const language: Language = chance.chance(0.6) ? 'zh-CN' : 'en'
  const writer = new Writer(chance, language)
  // Most documents are short.
  const pages = 1 + Math.floor(40 * (chance.int(0, 1000) / 1000) ** 3)
  const body: string[] = []
  for (let weight = 0; weight < pages * 1500; ) {
    const block = writer.section()
    body.push(block)
    weight += visible(block)
  }
  return page(language, STYLE, `<main>\n${body.join('\n')}\n</main>`, `Seed ${seed}`)
}

export function page(language: Language, css: string, body: string, title: string): string {
  return `<!doctype html>\n<html lang="${language}">\n<meta charset="utf-8">\n<title>${title}</title>\n<style>${css}</style>\n<body>\n${body}\n</body>\n</html>\n`
}

const STYLE = `
.note { float: footnote }
.columns { display: grid; grid-template-columns: 1fr 3fr; gap: 4px 16px }
.cards { display: grid; grid-template-columns: 1fr 1fr; gap: 8px }
.row { display: flex; gap: 12px }
.row > * { flex: 1 }
.box { border: 1px solid; padding: 4px 8px; margin: 4px 0 }
.whole { break-inside: avoid }
.new { break-before: page }
.justified { text-align: justify }
`

/** How much room a piece of HTML takes: a Latin letter is less than half as wide as a Han character. */
function visible(html: string): number {
  let weight = (html.match(/<(p|li|tr|dt|br|pre|h\d)/g) ?? []).length * 20
  for (const char of html.replace(/<[^>]*>/g, '')) weight += char > '\u2fff' ? 1 : 0.45
  return weight
}

class Writer {
  private readonly random: Random
  private readonly language: Language
  private ids = 0
  private readonly notes: boolean

  constructor(chance: Random, language: Language) {
    this.random = chance
    this.language = language
    this.notes = chance.chance(0.3)
  }

  section(): string {
    const { random } = this
    const heading = random.chance(0.5) ? `${this.heading()}\n` : ''
    const blocks = random.times(random.int(1, 4), () => this.block(0)).join('\n')
    if (random.chance(0.5)) return heading + blocks
    const kind = random.pick(['', '', '', ' class="new"', ' class="box"', ' class="whole"', ' data-keep'])
    return `<section id="${this.id()}"${kind}>\n${heading}${blocks}\n</section>`
  }

  private block(depth: number): string {
    const { random } = this
    const kinds = [
      () => this.paragraph(),
      () => this.paragraph(),
      () => this.paragraph(),
      () => this.list(depth),
      () => this.list(depth),
      () => this.definitions(),
      () => this.table(),
      () => this.code(),
      () => this.lines(),
      () => `<blockquote>${this.paragraph()}${random.chance(0.4) ? this.paragraph() : ''}</blockquote>`,
      () => `<figure>${this.image()}<figcaption>${this.text(20)}</figcaption></figure>`,
      () => `<p>${this.text(20)} ${longWord(random)} ${this.text(20)}</p>`,
      () => `<div id="${this.id()}"></div>`,
      () => `<p class="justified">${this.inline(random.int(300, 1500))}</p>`,
    ]
    if (random.chance(0.02)) return `<p>${prose(random, this.language, random.int(3000, 12_000))}</p>`
    if (depth < 2 && random.chance(0.15)) return this.nested(depth + 1)
    return random.pick(kinds)()
  }

  private nested(depth: number): string {
    const { random } = this
    const blocks = random.times(random.int(1, 4), () => this.block(depth))
    switch (random.int(0, 4)) {
      case 0:
        return `<div class="whole box">${blocks.join('')}</div>`
      case 1:
        return `<div class="columns">${blocks.map((block) => `<div>${this.text(10)}</div><div>${block}</div>`).join('')}</div>`
      case 2:
        return `<div class="cards">${blocks.map((block) => `<div class="box">${block}</div>`).join('')}</div>`
      case 3:
        return `<div class="row"><div>${blocks.join('')}</div><div>${this.paragraph()}</div></div>`
      default:
        return `<div class="box"><div>\n${this.heading()}\n${blocks.join('\n')}\n</div></div>`
    }
  }

  private heading(): string {
    const level = this.random.int(2, 4)
    return `<h${level} id="${this.id()}">${this.text(this.random.int(6, 40))}</h${level}>`
  }

  private paragraph(): string {
    const { random } = this
    if (random.chance(0.2)) {
      const other = this.language === 'en' ? 'zh-CN' : 'en'
      return `<p lang="${other}">${prose(random, other, random.int(20, 400))}</p>`
    }
    return `<p>${this.inline(random.int(20, 500))}</p>`
  }

  /** Text with inline elements, some next to each other with nothing but a space between. */
  private inline(length: number): string {
    const { random } = this
    let html = ''
    let rest = length
    while (rest > 0) {
      const size = Math.min(rest, random.int(5, 120))
      rest -= size
      const text = this.text(size)
      const tag = random.pick(['', '', '', 'em', 'strong', 'code', 'span', 'a', 'sup', 'small', 'br', 'spans'])
      if (tag === '') html += text
      else if (tag === 'a') html += `<a href="https://example.org/${random.int(1, 99)}">${text}</a>`
      else if (tag === 'br') html += `${text}<br>`
      else if (tag === 'sup') html += `${text}<sup>${random.int(1, 99)}</sup>`
      else if (tag === 'spans') html += `<span>${text}</span> <span>${this.text(6)}</span>\n<em>${this.text(4)}</em>`
      else html += `<${tag}>${text}</${tag}>`
      if (this.notes && random.chance(0.08)) html += `<span class="note">${this.text(random.int(10, 120))}</span>`
      html += random.pick(['', ' '])
    }
    return html
  }

  private list(depth: number): string {
    const { random } = this
    const tag = random.pick(['ul', 'ul', 'ol'])
    const items = random.times(random.int(2, 9), () => {
      const inner = depth < 2 && random.chance(0.2) ? this.list(depth + 1) : ''
      const content = random.chance(0.2) ? this.paragraph() + this.paragraph() : this.inline(random.int(8, 160))
      return `<li>${content}${inner}</li>`
    })
    return `<${tag}>\n${items.join('\n')}\n</${tag}>`
  }

  private definitions(): string {
    const { random } = this
    const items = random.times(random.int(2, 8), () => {
      const meanings = random.times(random.int(1, 2), () => `<dd>${this.inline(random.int(10, 200))}</dd>`)
      return `<dt>${this.text(6)}</dt>${meanings.join('')}`
    })
    return `<dl>${items.join('\n')}</dl>`
  }

  private table(): string {
    const { random } = this
    const columns = random.int(2, 5)
    const cell = () => (random.chance(0.08) ? this.paragraph() : this.text(random.int(2, 40)))
    const head = random.chance(0.7)
      ? `<thead><tr>${random.times(columns, () => `<th>${this.text(5)}</th>`).join('')}</tr></thead>`
      : ''
    const rows = random.times(random.int(2, 24), () => {
      if (random.chance(0.06)) return `<tr><td colspan="${columns}">${cell()}</td></tr>`
      if (random.chance(0.08)) {
        const [first, ...rest] = random.times(columns, () => `<td>${cell()}</td>`)
        const below = rest.map(() => `<td>${cell()}</td>`).join('')
        return `<tr>${first?.replace('<td>', '<td rowspan="2">')}${rest.join('')}</tr>\n<tr>${below}</tr>`
      }
      return `<tr>${random.times(columns, () => `<td>${cell()}</td>`).join('')}</tr>`
    })
    const caption = random.chance(0.3) ? `<caption>${this.text(12)}</caption>` : ''
    return `<table>${caption}${head}<tbody>\n${rows.join('\n')}\n</tbody></table>`
  }

  private code(): string {
    const { random } = this
    const lines = random.times(random.int(2, 60), () => codeLine(random))
    const text = lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return random.chance(0.5) ? `<pre>${text}</pre>` : `<pre><code>${text}\n</code></pre>`
  }

  private lines(): string {
    const { random } = this
    const line = this.text(10)
    return `<p>${random.times(random.int(3, 60), () => (random.chance(0.5) ? line : this.text(12))).join('<br>')}</p>`
  }

  private image(): string {
    const [width, height] = [this.random.int(40, 500), this.random.int(20, 400)]
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'><rect width='100%' height='100%' fill='silver'/></svg>`
    return `<img alt="${this.id()}" src="data:image/svg+xml,${encodeURIComponent(svg)}">`
  }

  private text(length: number): string {
    return sentence(this.random, this.language, length)
  }

  private id(): string {
    this.ids++
    return `i${this.ids}`
  }
}
