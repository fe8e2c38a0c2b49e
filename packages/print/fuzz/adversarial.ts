import { page } from './mixed.ts'
import { random } from './random.ts'
import { prose } from './words.ts'

const repeat = (count: number, make: (index: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => make(index)).join(between)

const han = (length: number) => prose(random(length), 'zh-CN', length)
const latin = (length: number) => prose(random(length), 'en', length)

/** The same passage on page after page, each time with less room above the page's end, so that it breaks everywhere. */
const everywhere = (make: (index: number) => string, steps = 24, step = 9) =>
  repeat(steps, (index) => `<div class="new" style="height: ${720 + index * step}px"></div>\n${make(index)}`)

/** A picture that brings its own size. */
const picture = (alt: string, width: number, height: number) =>
  `<img alt="${alt}" src="data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'><rect width='100%' height='100%' fill='silver'/></svg>`,
  )}">`

/** What pagination by comparing text, or by measuring once, gets wrong: each body by its name. */
const BODIES: Record<string, string> = {
  'equal lines by br': `<p>${repeat(160, () => '同一行 the same line', '<br>')}</p>`,
  'br between other elements': `<p>${repeat(200, (index) => `<b>${index % 3}</b><br><i>equal</i><br>`, '')}</p>`,
  'empty lines by br': `<p>${repeat(30, (index) => `line ${index}${'<br>'.repeat(9)}`, '')}</p>`,
  'one sentence repeated': `<p>${'同一句话说了又说。'.repeat(900)}</p><p>${'The same again. '.repeat(900)}</p>`,
  'equal paragraphs': repeat(120, () => '<p>同一段话。The same paragraph.</p>'),
  'equal list items': `<ul>${repeat(160, () => '<li>同一项 item</li>')}</ul>`,
  'equal lines in pre': `<pre>${repeat(200, () => '  return nil, err')}</pre>`,
  'blank lines in pre': `<pre>${repeat(40, (index) => `line ${index}${'\n'.repeat(6)}`)}</pre>`,
  'long lines in pre': `<pre>${repeat(60, (index) => `${' '.repeat(index % 20)}${latin(300)}`)}</pre>`,
  'a Han paragraph of 60000': `<p>${han(60_000)}</p>`,
  'a Latin paragraph of 60000': `<p>${latin(60_000)}</p>`,
  'one Han run without punctuation': `<p>${'天地玄黄'.repeat(4000)}</p>`,
  'one Latin word of 20000': `<p>${'abcdefghij'.repeat(2000)}</p>`,
  'long addresses': everywhere(
    (index) => `<p>看 <a href="#x">https://example.org/${'path/'.repeat(60 + index)}?q=1</a> 为止。</p>`,
  ),
  'a table with an unbreakable word': `<table>${repeat(
    60,
    (index) => `<tr><td>${index}</td><td>${'unbreakable'.repeat(12)}</td><td>${han(60)}</td></tr>`,
  )}</table>`,
  'equal table rows': `<table><thead><tr><th>A</th><th>B</th></tr></thead>${repeat(120, () => '<tr><td>甲</td><td>乙 b</td></tr>')}</table>`,
  'tall table cells': `<table>${repeat(6, (index) => `<tr><td>${index}</td><td>${han(2600)}</td><td>${latin(900)}</td></tr>`)}</table>`,
  'rowspan over a break': everywhere(
    (index) =>
      `<table><tr><td rowspan="6">跨行 span ${index}</td><td>${index}</td></tr>${repeat(5, (row) => `<tr><td>row ${row}<br>second<br>third</td></tr>`)}</table>`,
    12,
    20,
  ),
  'a long rowspan': `<table>${repeat(4, (index) => `<tr><td rowspan="40">span ${index}</td><td>first</td></tr>${repeat(39, (row) => `<tr><td>${index}.${row}</td></tr>`)}`)}</table>`,
  'colspan rows': `<table>${repeat(120, (index) => (index % 5 ? `<tr><td>a ${index}</td><td>b</td><td>c</td></tr>` : `<tr><th colspan="3">group ${index}</th></tr>`))}</table>`,
  'spaces between inline elements': `<p>${repeat(1500, (index) => `<span>word</span> <em>${index}</em>`, ' ')}</p>`,
  'inline elements across a break': everywhere(
    (index) => `<p>${repeat(30, (part) => `<a href="#p${index}">link <b>bold <i>both</i></b> ${part}</a>`, ' ')}</p>`,
  ),
  'surrogate pairs': `<p>${'🈚🈲🅰🅱'.repeat(1500)}</p>`,
  'combining characters': `<p>${'e\u0301o\u0308n\u0303'.repeat(3000)} ${'a\u0308 '.repeat(800)}</p>`,
  'soft hyphens': `<p>${'ty\u00adpo\u00adgra\u00adphi\u00adcal '.repeat(900)}</p>`,
  'zero-width spaces': `<p>${'word\u200b'.repeat(2500)}</p>`,
  'empty boxes with ids': `${repeat(300, (index) => `<div id="e${index}"></div><a id="a${index}"></a><p>${index}</p>`)}`,
  'a box taller than the page, to be kept whole': `<p>before</p><div style="break-inside: avoid; border: 1px solid"><h2>Head</h2>${repeat(90, (index) => `<p>${index} ${han(20)}</p>`)}</div><p>after</p>`,
  'kept boxes within kept boxes': `<div style="break-inside: avoid"><div style="break-inside: avoid"><div style="break-inside: avoid">${repeat(90, (index) => `<p>${index} kept</p>`)}</div></div></div>`,
  'a heading and a kept box larger than a page together': everywhere(
    (index) =>
      `<h2>Heading ${index}</h2><h3>and below</h3><div data-keep>${repeat(30, (line) => `<p>${line} kept</p>`)}</div>`,
    3,
    60,
  ),
  'headings only': repeat(90, (index) => `<h2 id="h${index}">Heading ${index}</h2>`),
  'an image taller than the page': `<p>before</p>${picture('tall', 300, 3000)}<p>after</p>`,
  'an image wider than the page': `<p>before</p>${picture('wide', 3000, 300)}<p>after</p>`,
  'images among the text': `<p>${repeat(60, (index) => `${picture(`i${index}`, 200, 90)} ${han(30)}`, ' ')}</p>`,
  'a deep nest': `${'<div>'.repeat(120)}<p>${han(4000)}</p>${'</div>'.repeat(120)}<p>after</p>`,
  'lists in lists in lists': repeat(
    10,
    (index) =>
      `<ol><li>${index} ${han(30)}<ul>${repeat(6, () => `<li>${latin(60)}<ol>${repeat(3, () => `<li>${han(40)}</li>`)}</ol></li>`)}</ul></li></ol>`,
  ),
  'a numbered list across pages': `<ol start="7">${repeat(90, (index) => `<li>${han(index * 3)}</li>`)}</ol>`,
  'a grid over pages': `<div class="columns">${repeat(60, (index) => `<div>${index} ${han(8)}</div><div><p>${han(100)}</p><p>${latin(200)}</p></div>`)}</div>`,
  'a flex row over pages': `<div class="row"><div>${han(3000)}</div><div>${latin(3000)}</div></div><p>after</p>`,
  'a definition list over pages': `<dl>${repeat(90, (index) => `<dt>term ${index}</dt><dd>${han(70)}</dd>`)}</dl>`,
  'text without an element': `${repeat(200, (index) => `bare text ${index} <br> ${han(40)}`)}`,
  'a box that hides its overflow': everywhere(
    (index) =>
      `<div style="overflow: hidden; border: 1px solid">${repeat(9, (line) => `<p>${index}.${line} ${han(50)}</p>`)}</div>`,
    12,
    20,
  ),
  'footnotes at every line': `<p>${repeat(150, (index) => `${han(20)}<span class="note">note ${index} ${han(12)}</span>`, ' ')}</p>`,
  'one long footnote': `<p>${han(600)}<span class="note">${han(2500)}</span> ${han(900)}</p>`,
  'equal footnotes in list items': `<ul>${repeat(90, () => '<li>item<span class="note">同一注 note</span> more</li>')}</ul>`,
  'margins and padding at the break': everywhere(
    (index) => `<div style="padding: 30px; margin: 40px; border: 5px solid"><p>${index} ${han(200)}</p></div>`,
  ),
  'nothing at all': '',
  'white space only': '<p> \n </p><div>\n</div>',
}

const STYLE = `
.note { float: footnote }
.new { break-before: page }
.columns { display: grid; grid-template-columns: 1fr 3fr; gap: 4px 16px }
.row { display: flex; gap: 12px }
.row > * { flex: 1 }
`

/** The documents that were written to break pagination, by name. */
export const ADVERSARIAL: ReadonlyMap<string, string> = new Map(
  Object.entries(BODIES).map(([name, body]) => [name, page('zh-CN', STYLE, `<main>\n${body}\n</main>`, name)]),
)
