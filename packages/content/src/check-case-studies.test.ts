import { expect, test } from 'vitest'
import { checkCaseStudies } from './check-case-studies.ts'
import { readDataSet } from './data-set.ts'
import { formatDiagnostic } from './diagnostics.ts'
import { dataFolderWith, goodFiles } from './test-data.ts'

const reference = '{ id: haystack, authors: A, title: A, venue: A, year: 2010 }'
const project = `${goodFiles['projects/bfs/project.yaml']}references: [${reference}]\n`

/** What is said of a case study, without the name of its file. */
async function said(source: string, projectFile = project) {
  const files = {
    ...{ 'projects/bfs/project.yaml': projectFile, 'projects/bfs/en.mdx': source, 'projects/bfs/zh.mdx': '字' },
    ...{ 'projects/bfs/upload.png': '', 'projects/bfs/two/more.png': '' },
  }
  const data = await readDataSet(dataFolderWith(files), 'public')
  return (await checkCaseStudies(data)).map((problem) => formatDiagnostic(problem).replace('projects/bfs/en.mdx:', ''))
}

test('text, its components, comments and addresses of every good kind', async () => {
  const source = `## A heading

Cited<Ref id="haystack" />, [away](https://a.b), [here](#part), [beside](/zh/), [by mail](mailto:a@b.c). 1 \\< 2 \\{3}

<Technique title="Haystack">

{/* a remark */}

\`a < b {c}\`

</Technique>

<Explainer name="haystack" />

<Figure src="upload.png" alt="An upload">

What is \`stored\`<Ref id="haystack" />

</Figure>
`
  expect(await said(source)).toEqual([])
})

test.each([
  ['a tag that is never closed', 'a\n\n<Technique title="x">\n\ntext\n'],
  ['a tag that is closed in another block', '<Technique title="x">a\n\nb</Technique>\n'],
  ['a closing tag with a mistake', '<Technique title="x">\n\ntext\n\n</Techniqe>\n'],
  ['a closing tag alone', 'text </Technique>\n'],
  ['a file that ends inside a tag', 'text <Ref id="haystack"'],
  ['a sign that is taken for a tag', '中文：a <3 b'],
  ['a comment of HTML', '<!-- a remark -->'],
  ['a link in angle brackets', '<https://a.b>'],
  ['an attribute without quotes', '<Ref id=haystack />'],
  ['braces that are no code', 'a {b c} d'],
  ['braces that are never closed', 'a {b'],
  ['code', 'a {1 + 1} b\n\nimport x from "y"\n'],
  ['an unknown component', 'a<Reff id="haystack" />\n\n<script>alert(1)</script>\n'],
  ['an unknown attribute', '<Technique titel="x">a</Technique>'],
  ['attributes with code', '<Ref id={1} {...x} />'],
  ['an empty title', '<Technique title=" ">a</Technique>'],
  ['a reference that is not there', '<Ref id="haystak" />'],
  ['an explainer that is not there', '<Explainer name="hopskotch" />\n\n<Explainer />\n'],
  ['a picture that is not there', '<Figure src="uplaod.png" alt="a" />\n\n<Figure src="UPLOAD.PNG" alt="a" />\n'],
  ['a picture elsewhere', '<Figure src="https://a.b/c.png" alt="a" />\n\n<Figure src="two/more.png" alt="a" />\n'],
  ['what is no picture', '<Figure src="project.yaml" alt="a" />\n\n<Figure src="upload.svg" alt="" />\n'],
  ['a figure in a sentence', 'a <Figure src="upload.png" alt="a">b</Figure>'],
  ['pictures of Markdown', '![a](upload.png) ![b][c]\n\n[c]: upload.png\n'],
  ['an address that runs code', '[a](javascript:alert(1)) ![b](data:text/html,x)\n\n[c]: vbscript:x\n'],
])('%s', async (_, source) => {
  expect(await said(source)).toMatchSnapshot()
})

test('references cannot be told of where the project file cannot be read', async () => {
  expect(await said('<Ref id="haystak" />', 'references: [\n')).toEqual([])
})

test.each(['_a*', '**a', '[', '> ', '<Ref>', '<Technique title="x">\n\n'])(
  'a case study that holds endless %j',
  async (mark) => {
    expect(await said(mark.repeat(8000))).toEqual([expect.stringMatching(/^1:1 The case study holds \d+ marks/)])
    await said(mark.repeat(2500 / mark.replace(/[^*_<>[\]]/g, '').length))
  },
)
