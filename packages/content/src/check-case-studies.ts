import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import { isLinkAddress } from './address.ts'
import {
  blockComponents,
  caseStudyComponents,
  explainers,
  nodesOf,
  parseCaseStudy,
  pictureFormats,
} from './case-study.ts'
import type { CaseStudy, DataSet } from './data-set.ts'
import { type Diagnostic, diagnosticAt, type Finding } from './diagnostics.ts'
import { didYouMean, suggest } from './suggest.ts'
import { valuesAt } from './values-at.ts'

/** What a component may name: the ids of references, if they are known, and the pictures beside the case study. */
interface Known {
  references: string[] | undefined
  pictures: string[]
}

/** What a case study may hold: no code, only components that the site has, only references and pictures that the project has. */
export async function checkCaseStudies(data: DataSet): Promise<Diagnostic[]> {
  const found = await Promise.all(data.caseStudies.map((study) => checkCaseStudy(data, study)))
  return found.flat()
}

async function checkCaseStudy(data: DataSet, study: CaseStudy): Promise<Diagnostic[]> {
  const tree = parseCaseStudy(study)
  if (!('children' in tree)) return [tree]
  const known = { references: referencesOf(data, study), pictures: await picturesOf(data, study) }
  return [...nodesOf(tree)].flatMap((node) =>
    [...judge(node, known)].map(({ position = node.position, ...finding }) => {
      const { line, column } = position?.start ?? { line: 1, column: 1 }
      const endColumn = position?.end.line === line ? position.end.column : undefined
      return diagnosticAt({ file: study.name, line, column, endColumn }, finding)
    }),
  )
}

/** The names of the pictures in a project's folder, as they are written there: not every system tells capitals apart. */
async function picturesOf({ folder }: DataSet, { project }: CaseStudy): Promise<string[]> {
  const entries = await readdir(join(folder, 'projects', project), { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile() && isPicture(entry.name)).map(({ name }) => name)
}

const isPicture = (name: string) => pictureFormats.some((format) => name.toLowerCase().endsWith(`.${format}`))

/** The ids that `<Ref>` may cite; `undefined` where the project's file cannot be read. */
function referencesOf(data: DataSet, { project }: CaseStudy): string[] | undefined {
  const file = data.files.find(({ name }) => name === `projects/${project}/project.yaml`)
  if (file?.value === undefined) return undefined
  return [...valuesAt(file, 'references.*.id')].map(([, id]) => String(id))
}

/** What was found, and where, if that is not where the node begins. */
type Found = Finding & { position?: Nodes['position'] }

function* judge(node: Nodes, known: Known): Generator<Found> {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      yield* judgeElement(node, known)
      break
    case 'mdxjsEsm':
      yield codeFinding('An import or export', 'Begin the line with another word.')
      break
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // Braces that hold only a comment are how MDX writes comments.
      if (node.data?.estree?.body.length !== 0) yield codeFinding('Code in braces')
      break
    case 'image':
    case 'imageReference':
      yield {
        rule: 'picture-without-figure',
        message: 'This is a picture, but no figure.',
        hint: 'Put the file beside the case study, and write <Figure src="name.png" alt="What it shows.">, a caption, and </Figure>, each on a line of its own.',
      }
      break
    case 'link':
    case 'definition':
      // An address without a scheme stays on the site.
      if (/^[^/?#]*:/.test(node.url) && !isLinkAddress(node.url)) {
        const message = `This leads to ${JSON.stringify(node.url)}.`
        const hint = 'Use an address that starts with https://, http:// or mailto:.'
        yield { rule: 'unsafe-address', message, hint }
      }
  }
}

function codeFinding(what: string, hint = 'Write it as text; to show a brace itself, write \\{ for it.'): Finding {
  return { rule: 'mdx-code', message: `${what} cannot stand in a case study: it holds text, not code.`, hint }
}

function* judgeElement(element: MdxJsxFlowElement | MdxJsxTextElement, known: Known): Generator<Found> {
  const name = element.name ?? ''
  const wanted = Object.hasOwn(caseStudyComponents, name) ? caseStudyComponents[name] : undefined
  if (!wanted) {
    const message = `There is no component <${name}>.`
    yield { rule: 'unknown-component', message, hint: didYouMean(name, Object.keys(caseStudyComponents)) }
    return
  }
  if (blockComponents.includes(name) && element.type === 'mdxJsxTextElement') {
    const message = `<${name}> stands within a sentence.`
    yield {
      rule: 'component-in-sentence',
      message,
      hint: 'Begin and end it on lines of their own, with an empty line on either side.',
    }
  }
  const missing = new Set(wanted)
  const seen = new Set<string>()
  for (const attribute of element.attributes) {
    const { position } = attribute
    const key = attribute.type === 'mdxJsxAttribute' ? attribute.name : ''
    if (key && seen.has(key)) {
      yield {
        rule: 'repeated-attribute',
        message: `<${name}> has the attribute "${key}" twice.`,
        hint: 'Keep one of them.',
        position,
      }
    }
    seen.add(key)
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value === 'object') {
      yield { ...codeFinding('A value in braces', 'Write it in quotes.'), position }
      missing.clear()
    } else if (!wanted.includes(attribute.name)) {
      const message = `<${name}> has no attribute "${attribute.name}".`
      yield { rule: 'unknown-attribute', message, hint: didYouMean(attribute.name, wanted), position }
      missing.clear()
    } else if (attribute.value?.trim()) {
      missing.delete(attribute.name)
      yield* judgeReference(name, attribute.value, known.references)
      yield* judgeExplainer(name, attribute.value)
      if (name === 'Figure' && key === 'src') yield* judgePicture(attribute.value, known.pictures)
    }
  }
  for (const attribute of missing) {
    const message = `The ${attribute} of <${name}> is missing or empty.`
    yield { rule: 'missing-attribute', message, hint: `Write <${name} ${attribute}="…">.` }
  }
}

function* judgeReference(component: string, id: string, references: string[] | undefined): Generator<Found> {
  if (component !== 'Ref' || !references || references.includes(id)) return
  const message = `There is no reference "${id}" in project.yaml.`
  yield { rule: 'unknown-reference', message, hint: didYouMean(id, references) }
}

function* judgeExplainer(component: string, name: string): Generator<Found> {
  if (component !== 'Explainer' || explainers.includes(name)) return
  const message = `There is no explainer "${name}".`
  yield { rule: 'unknown-explainer', message, hint: didYouMean(name, explainers) }
}

function* judgePicture(src: string, pictures: readonly string[]): Generator<Found> {
  if (pictures.includes(src)) return
  const rule = 'unknown-picture'
  if (!isPicture(src) || /[/\\]/.test(src)) {
    const message = `${JSON.stringify(src)} is not the name of a picture.`
    yield { rule, message, hint: `Give the name of a file beside the case study: ${pictureFormats.join(', ')}.` }
    return
  }
  const best = pictures.find((name) => name.toLowerCase() === src.toLowerCase()) ?? suggest(src, pictures)
  const message = `There is no picture ${JSON.stringify(src)} beside the case study.`
  yield { rule, message, hint: best ? `Did you mean "${best}"?` : 'Put it there.' }
}
