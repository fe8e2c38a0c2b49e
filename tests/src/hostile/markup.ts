/** Markup, script and templates in every text of every file: text they are, and text they stay. */
import type { HostileData } from './data-set.ts'
import { textFields, withField } from './fields.ts'

/** Each tells on itself, by a call of `canary` or by asking for an address at canary.invalid, when anything takes it for code. */
export const payloads = [
  '<script>canary(1)</script>',
  '<ScRiPt src=https://canary.invalid/a.js></sCrIpT>',
  '"><img src=x onerror=canary(2)>',
  "'><svg/onload=canary(3)>",
  '" onmouseover="canary(4)" autofocus onfocus="canary(4)',
  '</title></style></textarea></script></template><script>canary(5)</script>',
  '--><script>canary(6)</script><!--',
  ']]><script>canary(7)</script>',
  '<iframe srcdoc="<script>parent.canary(8)</script>"></iframe>',
  '<meta http-equiv=refresh content="0;url=https://canary.invalid/">',
  '<base href=https://canary.invalid/><link rel=stylesheet href=https://canary.invalid/a.css>',
  '<style>@import "https://canary.invalid/b.css"; * { background: url(https://canary.invalid/c.png) }</style>',
  '"; } * { background: url(https://canary.invalid/d.png) } @page { content: "',
  '\\22 ; } * { background: url(https://canary.invalid/e.png) }',
  '&lt;script&gt;canary(9)&lt;/script&gt; &#60;script&#62;canary(9)&#60;/script&#62;',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=canary(10)>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a text that looks like one is what is tried.
  '{{constructor.constructor("canary(11)")()}} ${canary(12)} {canary(13)} <%= canary(14) %>',
  '`;canary(15);//',
  "');canary(16);//",
  '</script><script type=module>import "https://canary.invalid/m.js"</script>',
  'import x from "https://canary.invalid/n.js"; export const y = canary(17)',
  '![image](https://canary.invalid/f.png)',
  '<https://canary.invalid/auto>',
  '[reference]: javascript:canary(18)',
]

export const markup: HostileData[] = textFields.flatMap((field) =>
  payloads.map((payload) => ({
    name: `${payload} in ${field.name}`,
    files: withField(field, payload),
    outcome: 'neutral' as const,
  })),
)
