import type { PageProblem } from '../pagination.ts'

/**
 * Links that lead nowhere from paper. A place in the document itself (`#…`), a web page, mail and
 * telephone are good; another file of the folder is not there, and the rest (`javascript:`, `data:`, `file:`) is no
 * address. What is not printed does not matter.
 */
export function deadLinks(): PageProblem[] {
  const here = location.href.replace(/#.*/, '')
  return [...document.querySelectorAll('a, area')].flatMap((link) => {
    const address = link.getAttribute('href') ?? link.getAttribute('xlink:href')
    if (address === null || !link.checkVisibility()) return []
    const url = URL.parse(address, document.baseURI)
    if (url?.href.startsWith(`${here}#`)) return []
    if (url && url.origin !== location.origin && /^(https?|mailto|tel):$/.test(url.protocol)) return []
    const entry = link.closest<HTMLElement>('[data-entry]')?.dataset.entry
    const text = (link.textContent.trim() || link.getAttribute('alt') || '').slice(0, 24)
    return {
      message: `“${text}” links to “${address.slice(0, 80)}”, which leads nowhere from paper. Give the whole address (https://…) or a place in this document (#…), or mark the link data-print="skip".`,
      ...(entry ? { entry } : {}),
    }
  })
}

/** Hints to prepare another site for a visit, which a browser may follow without a request to be seen. */
export function foreignHints(): PageProblem[] {
  const rels = ['dns-prefetch', 'preconnect', 'prefetch', 'prerender']
  return [...document.querySelectorAll('link')].flatMap((link) => {
    const rel = rels.find((name) => link.relList.contains(name))
    if (!rel || !link.href || new URL(link.href).origin === location.origin) return []
    return {
      message: `prepares a visit to ${link.href} (rel="${rel}"), which is not in the folder. Remove the hint from the print document.`,
    }
  })
}

/** A document that there is nothing of to print. */
export function nothingToPrint(): PageProblem[] {
  const { body } = document
  if (body instanceof HTMLFrameSetElement) {
    return [{ message: 'consists of frames, and has no text of its own. Print the documents in the frames.' }]
  }
  if (body.textContent.trim() || body.querySelector(':not(script, style, link, meta, template)')) return []
  return [{ message: 'is empty. Write something into it, or take its job out of the list.' }]
}

/** Text in a shadow tree, which is not copied to the pages. */
export function shadowTrees(): PageProblem[] {
  return [...document.querySelectorAll('*')].flatMap(({ shadowRoot, localName }) =>
    shadowRoot
      ? { message: `<${localName}> has a shadow tree, which is not printed. Put its text into the document itself.` }
      : [],
  )
}
