/**
 * Finds any of some forms in a text, the longest first; a Latin one as whole words, also in the plural, and a number as a
 * whole: 500 is not in 1,500.
 *
 * @param flags `giu`: in any casing; without the `i`, as it is written
 * @example
 * matcher(['parameter server']).test('two Parameter Servers') // true
 */
export function matcher(forms: readonly string[], flags = 'giu'): RegExp {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length)
  const alternatives = longestFirst.map((form) => {
    const start = /^[\p{Script=Latin}\d]/u.test(form) ? String.raw`(?<![\p{Script=Latin}\d]|\d[.,])` : ''
    const end = /[\p{Script=Latin}\d]$/u.test(form) ? String.raw`s?(?![\p{Script=Latin}\d]|[.,]\d)` : ''
    return start + form.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`) + end
  })
  // Of no form, nothing is found; an empty pattern would be found everywhere.
  return new RegExp(alternatives.join('|') || '(?!)', flags)
}
