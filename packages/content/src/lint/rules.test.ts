import { expect, test } from 'vitest'
import { readDataSet } from '../data-set.ts'
import type { Locale } from '../locale.ts'
import { dataFolderWith } from '../test-data.ts'
import { checkCharacters } from './characters.ts'
import { checkChinese } from './chinese.ts'
import { checkEnglish } from './english.ts'
import { mask } from './mask.ts'
import { checkQuotes } from './quotes.ts'
import type { Fault } from './rule.ts'
import { termRules } from './terms.ts'

/** A text with everything mended that can be; `⚑` before what only a person can mend. */
function mended(text: string, check: (masked: string) => Fault[]): string {
  let result = text
  for (let round = 0; round < 5; round += 1) {
    for (const { start, end, replacement } of check(mask(result))
      .toReversed()
      .toSorted((a, b) => b.start - a.start)) {
      if (replacement !== undefined) result = result.slice(0, start) + replacement + result.slice(end)
      else if (!result.startsWith('⚑')) result = `⚑${result}`
    }
  }
  return result
}

test.each([
  ['通⽤逻辑', '通用逻辑'],
  ['⾼可⽤⽅案', '高可用方案'],
  ['⻓期⻔户⻅⻢', '长期门户见马'],
  ['\uFA1B\uF9B4', '福領'],
  ['ﬁle', 'file'],
  ['ＡＰＩ １２３', 'API 123'],
  ['𝗔𝗣𝗜', 'API'],
  ['用\u200B户', '用户'],
  ['\uFEFFa\u00ADb\u202Ec\u2069\u{E0041}', 'abc'],
  ['a\u2028b', 'a b'],
])('characters that look like others or like nothing: %j', (text, expected) => {
  expect(mended(text, checkCharacters)).toBe(expected)
})

test.each(['用户', '1.5 × 10², α → β', '①②③', '™ © ½ …', '👩‍💻 ❤️‍🔥', '〇', '　'])(
  '%j is what it looks like',
  (text) => {
    expect(checkCharacters(text)).toEqual([])
  },
)

test.each([
  ['负责开发,维护.', '负责开发，维护。'],
  ['写一次, 读多次; 好', '写一次，读多次；好'],
  ['参数服务器: 从训练到推理?', '参数服务器：从训练到推理？'],
  ['使用Go,开发服务', '使用Go，开发服务'],
  ['使用`cgo`, 封装SDK.', '使用`cgo`，封装SDK。'],
  ['IDP(内部开发者平台)系统', 'IDP（内部开发者平台）系统'],
  ['封装 (Go) 服务', '封装（Go）服务'],
  ['IDP(internal platform)系统', 'IDP（internal platform）系统'],
  ['支持MySQL,Redis等', '⚑支持MySQL,Redis等'],
  ['使用 Go 开发 500 个服务', '使用Go开发500个服务'],
  ['使用 `cgo` 封装', '使用`cgo`封装'],
  ['使用 **Go SDK** 开发', '使用**Go SDK**开发'],
  ['见 [文档](https://a.example/x) 。', '见[文档](https://a.example/x)。'],
  ['采用 “一写双读” 的方式', '采用“一写双读”的方式'],
  ['切流 限流', '⚑切流 限流'],
])('Chinese is set right: %s', (text, expected) => {
  expect(mended(text, checkChinese)).toBe(expected)
})

test.each([
  '使用Go开发，比例3:1，10:30开始，1,500个。',
  '复杂度O(n)的算法，f(x, y)',
  '版本v1.2.3，见https://a.example/?a=1,b,c',
  '用`a, b: c`和`(x)`',
  '他说“Hello, world”',
  '由Amazon.com, Inc.',
  'Wait-free Coordination, in English',
  '《Go, Java》',
  '500+、90%',
])('Chinese that is right: %s', (text) => {
  expect(checkChinese(mask(text))).toEqual([])
})

test.each([
  ['Wraps the SDK，with cgo。 Fine', 'Wraps the SDK, with cgo. Fine'],
  ['an IDP（internal）platform', 'an IDP (internal) platform'],
  ['Go、Java', 'Go, Java'],
  ['the name：值，引', 'the name：值，引'],
])('English is set right: %s', (text, expected) => {
  expect(mended(text, checkEnglish)).toBe(expected)
})

test.each([
  [`the platform's API doesn't`, 'the platform’s API doesn’t'],
  [`the teams' tools`, 'the teams’ tools'],
  ['says "one" and "two"', 'says “one” and “two”'],
  ['他说"你好"', '他说“你好”'],
  [`the 'quoted' words`, `⚑the 'quoted' words`],
  ['an open " sign', '⚑an open " sign'],
  [`a 5'11" screen and \`'code'\``, `a 5'11" screen and \`'code'\``],
])('straight quotes become curly where it is plain which: %s', (text, expected) => {
  expect(mended(text, checkQuotes)).toBe(expected)
})

const glossary = `terms:
  - { term: Kubernetes, casing: exact, avoid: [k8s] }
  - { term: Go, casing: word, avoid: [Golang] }
  - { term: bilibili, casing: exact }
  - { term: Pod, casing: exact }
  - { term: parameter server, zh: 参数服务器 }
`
const tags = 'mysql: { name: MySQL, kind: technology }\nrust: { name: Rust, kind: technology }\n'
const files = { 'glossary.yaml': glossary, 'tags.yaml': tags }
test.each<[Locale, string, string]>([
  ['zh', '基于kubernetes和K8S，用golang、mysql', '基于Kubernetes和Kubernetes，用Go、MySQL'],
  ['en', 'on kubernetes, in GO, with Mysql', 'on Kubernetes, in Go, with MySQL'],
  ['en', 'Bilibili runs pods', 'bilibili runs Pods'],
  ['en', 'Parameter Server', 'Parameter Server'],
  ['en', 'they go, with rust and RUST', 'they go, with rust and Rust'],
  ['zh', '用rust写', '用Rust写'],
  [
    'en',
    'see go-kratos/kratos, me@kubernetes.io, `kubernetes`',
    'see go-kratos/kratos, me@kubernetes.io, `kubernetes`',
  ],
  ['en', 'docker-kubernetes and Mysqldump', 'docker-kubernetes and Mysqldump'],
])('%s: names are written as the glossary and the tags write them: %s', async (locale, text, expected) => {
  const data = await readDataSet(dataFolderWith(files), 'public')
  const rules = termRules(data, locale)
  expect(mended(text, (masked) => rules.flatMap((rule) => rule(masked)))).toBe(expected)
})
