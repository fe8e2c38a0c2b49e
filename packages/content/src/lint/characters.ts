import type { Fault } from './rule.ts'

/**
 * The ordinary characters for U+2E80 to U+2EF3, in their order, by Unicode's Equivalent_Unified_Ideograph (UAX #44).
 * NFKC has none for them, although text that was copied out of a PDF is full of them. A space stands for none.
 */
const supplement = Array.from(
  '　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂' +
    '肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
)

/** Kangxi radicals, compatibility ideographs, ligatures, full-width letters and digits, letters of mathematics. */
const lookalike =
  /[\u2E80-\u2EF3\u2F00-\u2FD5\uF900-\uFAFF\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}\u{2F800}-\u{2FA1F}]/gu

/** Format characters, of which a reader sees nothing, and line ends that only some programs know. */
const invisible = /\p{Cf}|\p{Zl}|\p{Zp}|\u034F/gu
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const pictograph = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u

/** Characters that look like others, or like nothing: a search finds neither, and a parser reads something else. */
export function checkCharacters(text: string): Fault[] {
  const faults: Fault[] = []
  for (const { 0: found, index } of text.matchAll(lookalike)) {
    const ordinary = ordinaryOf(found)
    if (ordinary === found) continue
    const message = `${nameOf(found)} looks like ${ordinary}, and is another character.`
    faults.push({
      ...rangeOf(index, found),
      rule: 'lookalike',
      message,
      hint: `Write ${ordinary}.`,
      replacement: ordinary,
    })
  }
  for (const { 0: found, index } of text.matchAll(invisible)) {
    // It joins pictographs into one.
    if (found === '\u200D' && pictograph.test(text.slice(0, index))) continue
    const what = bidi.test(found) ? 'turns the direction of the text' : 'cannot be seen'
    const replacement = /\p{Zl}|\p{Zp}/u.test(found) ? ' ' : ''
    const message = `${nameOf(found)} ${what}.`
    faults.push({ ...rangeOf(index, found), rule: 'invisible', message, hint: 'Remove it.', replacement })
  }
  return faults
}

function ordinaryOf(character: string): string {
  const ordinary = supplement[(character.codePointAt(0) ?? 0) - 0x2e80]
  if (ordinary !== undefined) return ordinary === '\u3000' ? character : ordinary
  return character.normalize('NFKC')
}

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `The character U+${code}`
}

function rangeOf(index: number, found: string) {
  return { start: index, end: index + found.length }
}
