import { createRequire } from 'node:module'
import satori, { type Font } from 'satori'
import sharp from 'sharp'
import type { FoundPage } from './found-page.ts'

const SIZE = { width: 1200, height: 630 }
const INK = '#26221d'
const FADED = '#5f574d'
const PAPER = '#fbf8f2'
const SEAL = '#b3372b'

/** In Chinese they are set full-width: a Latin font without them leaves them to the Han font. */
const SHARED_PUNCTUATION = /[“”‘’—…·]/g

type Box = { type: 'div'; props: { style: object; children?: (Box | string)[] | string; lang?: string } }
const box = (style: object, children: (Box | string)[] | string = []): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
})

/** Draws the picture of a link to each page, with the typesetter's fonts: its title, what it is about, and whose it is. */
export async function drawCards(
  pages: readonly FoundPage[],
  keep: (page: FoundPage, png: Uint8Array) => Promise<void>,
): Promise<void> {
  for (const lang of new Set(pages.map((page) => page.lang))) {
    const own = pages.filter((page) => page.lang === lang)
    const fonts = await fontsFor([...own.flatMap(wordsOf), '…'], lang)
    // Painted in threads, while others are laid out.
    await Promise.all(
      own.map(async (page) => {
        const svg = await satori(card(page) as never, { ...SIZE, fonts })
        await keep(page, await paint(svg))
      }),
    )
  }
}

/** Few colours, and nothing but the picture: sharp writes no metadata unless it is told to. */
function paint(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32, compressionLevel: 9 }).toBuffer()
}

const wordsOf = ({ heading, description, site, address }: FoundPage) => [heading, description, site, address]

/** Each character is taken from the first font that has it. */
function family(name: string): string {
  return `Diglot ${name} Latin, Diglot ${name} Han`
}

function card({ heading, description, site, address, lang }: FoundPage): Box {
  const { host, pathname } = new URL(address)
  const leaf = box({ width: 26, height: 50, background: PAPER })
  const seal = box(
    { width: 84, height: 84, background: SEAL, alignItems: 'center', justifyContent: 'center', gap: 4 },
    [leaf, leaf],
  )
  const large = [...heading].length <= 14 ? 96 : 68
  const content = box(
    {
      ...SIZE,
      boxSizing: 'border-box',
      ...column,
      justifyContent: 'space-between',
      padding: '72px 84px',
      background: PAPER,
      color: INK,
    },
    [
      box({ justifyContent: 'space-between' }, [
        box(
          {
            fontFamily: family('Serif'),
            fontSize: large,
            fontWeight: 600,
            lineHeight: 1.25,
            maxWidth: 900,
            display: 'block',
            lineClamp: 2,
          },
          heading,
        ),
        seal,
      ]),
      box({ fontSize: 32, lineHeight: 1.6, color: FADED, display: 'block', lineClamp: 4 }, description),
      box({ borderTop: `2px solid ${SEAL}`, paddingTop: 24, justifyContent: 'space-between', fontSize: 28 }, [
        box({ fontWeight: 600 }, site),
        box({ color: FADED }, `${host}${pathname}`),
      ]),
    ],
  )
  content.props.lang = lang
  return content
}

const column = { flexDirection: 'column', fontFamily: family('Sans') }

/** The fonts cut to some words, the Latin one of each family before the Han one. */
async function fontsFor(words: string[], lang: string): Promise<Font[]> {
  // Node's own import: Astro reads its configuration, and this with it, through a loader of Vite's that is closed by now.
  const { subsetFonts } = createRequire(import.meta.url)('@diglot/print') as typeof import('@diglot/print')
  const latin = lang.startsWith('zh') ? words.map((text) => text.replace(SHARED_PUNCTUATION, '')) : words
  const sets = await Promise.all([latin, words].map((texts) => subsetFonts(texts, { format: 'truetype' })))
  return sets.flatMap(({ css, files }, index) => {
    const kind = ['Latin', 'Han'][index]
    return [...css.matchAll(FACE)].flatMap(([, family = '', own, weight = '', style, file = '']): Font[] => {
      const data = files.get(file)
      if (own !== kind || style !== 'normal' || !data) return []
      return [
        { name: `${family} ${own}`, data: Buffer.from(data), weight: weight.startsWith('600') ? 600 : 400, style },
      ]
    })
  })
}

const FACE =
  /font-family: "(Diglot (?:Sans|Serif)) (Latin|Han)"; font-weight: ([^;]+); font-style: (\w+);.*?url\("([^"]+)"\)/g
