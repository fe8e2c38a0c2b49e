import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import { isLinkAddress } from './address.ts'
import { caseStudyComponents, explainers, nodesOf, parseCaseStudy } from './case-study.ts'
import type { CaseStudy, DataSet } from './data-set.ts'
import { type Diagnostic, diagnosticAt, type Finding } from './diagnostics.ts'
import { didYouMean } from './suggest.ts'
import { valuesAt } from './values-at.ts'

/** What a case study may hold: no code, only components that the site has, only references that the project names. */
export function checkCaseStudies(data: DataSet): Diagnostic[] {
  return data.caseStudies.flatMap((study) => {
    const tree = parseCaseStudy(study)
    if (!('children' in tree)) return [tree]
    const references = referencesOf(data, study)
    return [...nodesOf(tree)].flatMap((node) =>
      [...judge(node, references)].map(({ position = node.position, ...finding }) => {
        const { line, column } = position?.start ?? { line: 1, column: 1 }
        const endColumn = position?.end.line === line ? position.end.column : undefined
        return diagnosticAt({ file: study.name, line, column, endColumn }, finding)
      }),
    )
  })
}

/** The ids that `<Ref>` may cite; `undefined` where the project's file cannot be read. */
function referencesOf(data: DataSet, { project }: CaseStudy): string[] | undefined {
  const file = data.files.find(({ name }) => name === `projects/${project}/project.yaml`)
  if (file?.value === undefined) return undefined
  return [...valuesAt(file, 'references.*.id')].map(([, id]) => String(id))
}

/** What was found, and where, if that is not where the node begins. */
type Found = Finding & { position?: Nodes['position'] }

function* judge(node: Nodes, references: string[] | undefined): Generator<Found> {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      yield* judgeElement(node, references)
      break
    case 'mdxjsEsm':
      yield codeFinding('An import or export', 'Begin the line with another word.')
      break
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // Braces that hold only a comment are how MDX writes comments.
      if (node.data?.estree?.body.length !== 0) yield codeFinding('Code in braces')
      break
    case 'link':
    case 'image':
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

function* judgeElement(element: MdxJsxFlowElement | MdxJsxTextElement, references?: string[]): Generator<Found> {
  const name = element.name ?? ''
  const wanted = Object.hasOwn(caseStudyComponents, name) ? caseStudyComponents[name] : undefined
  if (!wanted) {
    const message = `There is no component <${name}>.`
    yield { rule: 'unknown-component', message, hint: didYouMean(name, Object.keys(caseStudyComponents)) }
    return
  }
  if (name === 'Explainer' && element.type === 'mdxJsxTextElement') {
    const message = '<Explainer> stands within a sentence.'
    yield {
      rule: 'component-in-sentence',
      message,
      hint: 'Give it a paragraph of its own, with an empty line on either side.',
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
      yield* judgeReference(name, attribute.value, references)
      yield* judgeExplainer(name, attribute.value)
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
