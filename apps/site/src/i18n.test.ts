import { expectTypeOf, test } from 'vitest'
import type { words } from './i18n.ts'

// `astro check` is what tests here: a line that compiles although an error is expected is an error.

type T = ReturnType<typeof words>

test('the compiler knows the words', () => {
  const said = (t: T) => [t(($) => $.nav.skip), t(($) => $.meta.resumeTitle, { name: 'Ada', headline: 'Engineer' })]
  expectTypeOf(said).returns.items.toEqualTypeOf<string>()
})

test('a word that does not exist does not compile', () => {
  // @ts-expect-error
  expectTypeOf((t: T) => t(($) => $.nav.skp)).returns.toBeAny()
  // @ts-expect-error
  expectTypeOf((t: T) => t(($) => $.navigation.skip)).returns.toBeAny()
})
