/** Every sentence of a case study is on its project's page and in the portfolio, in both languages. */
import { compose, locales } from '@diglot/content'
import { loadContent } from '@diglot/content/load'
import { expect, test } from 'vitest'
import { caseStudySource, readBlocks } from './support/case-study.ts'
import { readDist } from './support/dist.ts'
import { attribute, elements, parseDocument, textOf } from './support/html.ts'
import { pdfText, promisedPdfs } from './support/pdf.ts'
import { squash } from './support/text.ts'

const content = await loadContent()
const studies = content.projects.filter(({ caseStudy }) => caseStudy)

async function blocksOf(project: (typeof studies)[number], locale: (typeof locales)[number]) {
  const source = await caseStudySource(project.id, locale)
  return readBlocks(
    source ?? '',
    project.references.map(({ id }) => id),
  )
}

test('there are case studies, and the reader of their source finds their parts', async () => {
  expect(studies.length).toBeGreaterThan(0)
  for (const project of studies) {
    for (const locale of locales) {
      const kinds = (await blocksOf(project, locale)).map(({ kind }) => kind)
      expect(kinds).toContain('heading')
      expect(kinds).toContain('paragraph')
      expect(kinds).toContain('technique')
    }
  }
})

test.each(locales)('a case study is on the page of its project (%s)', async (locale) => {
  const lost: string[] = []
  for (const project of studies) {
    const file = `${locale}/projects/${project.id}/index.html`
    const text = squash(textOf(parseDocument(await readDist(file))))
    const missing = (await blocksOf(project, locale)).filter((block) => !text.includes(squash(block.text)))
    lost.push(...missing.map((block) => `${file} lacks a ${block.kind}: ${block.text}`))
  }
  expect(lost).toEqual([])
})

test('a drawing says in words all that it shows, parts without arrows and frames too', async () => {
  const drawn = content.projects.filter(({ diagrams }) => diagrams.length > 0)
  expect(drawn.length).toBeGreaterThan(0)
  for (const { id, diagrams } of drawn) {
    for (const locale of locales) {
      const page = parseDocument(await readDist(`${locale}/projects/${id}/index.html`))
      const said = squash(
        elements(page, 'svg')
          .map((svg) => attribute(svg, 'aria-label'))
          .join(''),
      )
      const shown = diagrams.flatMap(({ groups, nodes, edges }) => [...groups, ...nodes, ...edges])
      const labels = shown.flatMap(({ label }) => label?.[locale] ?? [])
      expect(labels.filter((label) => !said.includes(squash(label)))).toEqual([])
    }
  }
})

test('a case study is in every PDF whose edition prints it', async () => {
  const lost: string[] = []
  let read = 0
  for (const { file, locale, edition: id } of await promisedPdfs()) {
    const edition = content.editions.find((one) => one.id === id)
    if (!locale || !edition) continue
    const shown = compose(content, edition, locale)
    if (!shown.edition.caseStudies) continue
    const text = await pdfText(file)
    read++
    for (const project of shown.projects.filter(({ caseStudy }) => caseStudy)) {
      const missing = (await blocksOf(project, locale)).filter((block) => !text.includes(squash(block.text)))
      lost.push(...missing.map((block) => `${file} lacks a ${block.kind} of ${project.id}: ${block.text}`))
    }
  }
  expect(lost).toEqual([])
  expect(read).toBeGreaterThan(0)
})

test('a technique at work stands in every PDF whose edition prints its case study, step by step', async () => {
  let read = 0
  for (const { file, locale, edition: id } of await promisedPdfs()) {
    const edition = content.editions.find((one) => one.id === id)
    if (!locale || !edition || !compose(content, edition, locale).edition.caseStudies) continue
    const text = await pdfText(file)
    const source = parseDocument(await readDist(`${locale}/print/${id}/index.html`))
    expect(elements(source, 'form', 'input'), 'what paper cannot do').toEqual([])
    read++
    for (const project of studies) {
      const page = parseDocument(await readDist(`${locale}/projects/${project.id}/index.html`))
      const steps = elements(page, 'tr').filter((row) =>
        elements(row, 'th').some((cell) => attribute(cell, 'scope') === 'rowgroup'),
      )
      expect(steps.length > 0).toBe((await caseStudySource(project.id, locale))?.includes('<Explainer '))
      for (const step of steps) expect(text).toContain(squash(textOf(step)))
    }
  }
  expect(read).toBeGreaterThan(0)
})
