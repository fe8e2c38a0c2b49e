import { expect, test } from 'vitest'
import { numberLinks } from './links.ts'

const document = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`

test('numbers each address once, and lists it so that it can wrap', () => {
  const html = document(
    '<p><a href="https://a.example/x?y=1&amp;z=2">one</a>, <a href="http://b.example/">two</a>, <a href="https://a.example/x?y=1&amp;z=2">one</a></p><ol class="link-list"></ol>',
  )
  const result = numberLinks(html).replaceAll('<wbr>', '')
  const mark = (number: number) => `<sup class="link-number"><a href="#_link-${number}">${number}</a></sup>`
  expect(result).toContain(`one</a>${mark(1)}, <a href="http://b.example/">two</a>${mark(2)}, `)
  expect(result).toContain(`one</a>${mark(1)}</p>`)
  expect(result).toContain(
    '<ol class="link-list"><li id="_link-1"><a href="https://a.example/x?y=1&amp;z=2">a.example/x?y=1&amp;z=2</a></li><li id="_link-2"><a href="http://b.example/">http://b.example</a></li></ol>',
  )
})

const list = '<section id="_links"><h2>Links</h2><ol class="link-list"></ol></section>'

test('leaves alone what shows its address, once or elsewhere, and what leads to a place in the document', () => {
  const links =
    '<h3><a href="https://a.example/x/">Name</a></h3><p><a href="https://a.example/x/">a.example/x</a> <a href="#b">b</a> <a href="mailto:a@b.example">a</a></p>'
  expect(numberLinks(document(links + list))).toBe(document(links))
})

test('makes no list of nothing, nor a heading above it', () => {
  const contents = (items: string) =>
    document(`<nav><ol><li><a href="#a">A</a></li>${items}</ol></nav><h2 id="a">A</h2>`)
  const html = contents('<li><a href="#_links">Links</a></li>').replace('</body>', `${list}</body>`)
  expect(numberLinks(html)).toBe(contents(''))
})

test('keeps the list of a facing edition while there are links: its other document may have one to list', () => {
  const facing = (body: string) => document(body).replace('<html>', '<html data-facing="../zh/">')
  const shown = facing(`<p><a href="https://a.example/x">a.example/x</a></p>${list}`)
  expect(numberLinks(shown)).toBe(shown)
  expect(numberLinks(facing(`<p>none</p>${list}`))).toBe(facing('<p>none</p>'))
})

test('leaves a document without a list as it is', () => {
  const html = '<p><a href="https://a.example">one</a>'
  expect(numberLinks(html)).toBe(html)
})
