import { content } from 'virtual:diglot/facts'
import { type DeepReadonly, type Locale, localeInfo, type Profile, plainText } from '@diglot/content'
import { words } from './i18n.ts'

/** One sentence on whose pages these are, for search engines: the summary where there is one. */
export function describeOwner({ name, headline, summary }: DeepReadonly<Profile>, locale: Locale): string {
  return plainText((summary ?? headline ?? name)[locale])
}

/** Where the owner lives, in the order in which the language says it: `Tulsa, Oklahoma, US`. */
export function placeName(locale: Locale): string {
  const { city, region, countryCode } = content.profile.location ?? {}
  const parts = [city?.[locale], region?.[locale], countryCode].filter((part) => part !== undefined)
  return (localeInfo[locale].script === 'Han' ? parts.reverse() : parts).join(words(locale)(($) => $.entry.separator))
}
