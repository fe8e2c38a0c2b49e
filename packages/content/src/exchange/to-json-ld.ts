import { plainText } from '../inline.ts'
import { type Locale, type Localized, localeInfo } from '../locale.ts'
import { filled } from './filled.ts'
import type { Facts } from './outline.ts'

/**
 * A person in the vocabulary of schema.org, as JSON-LD. No sign in it can end a `<script>` that holds it.
 *
 * @see https://schema.org/ProfilePage
 */
export function toJsonLd(facts: Facts, locale: Locale): string {
  const { profile, roles, background, projects } = facts
  const said = (value: Localized | undefined) => value && plainText(value[locale])
  const typed = (type: string, fields: object) => ({ '@type': type, ...filled(fields) })
  const { city, region, countryCode } = profile.location ?? {}
  const { email, phone, address, postalCode } = facts.private ?? {}
  const place = filled({
    streetAddress: said(address),
    postalCode,
    addressLocality: city?.[locale],
    addressRegion: region?.[locale],
    addressCountry: countryCode,
  })
  const used = new Set([...profile.skills, ...roles, ...projects].flatMap(({ tags }) => tags))
  const employers = roles.filter(({ period }) => period?.end === 'present').map(({ organization }) => organization)
  const person = typed('Person', {
    name: profile.name[locale],
    jobTitle: said(profile.headline),
    description: said(profile.summary),
    email,
    telephone: phone,
    address: Object.keys(place).length > 0 ? typed('PostalAddress', place) : undefined,
    sameAs: profile.contacts.map(({ url }) => url),
    worksFor: facts.organizations
      .filter(({ id }) => employers.includes(id))
      .map(({ name, url }) => typed('Organization', { name: name[locale], url })),
    alumniOf: background.education.map(({ institution, url }) =>
      typed('EducationalOrganization', { name: institution[locale], url }),
    ),
    knowsAbout: facts.tags.filter(({ id }) => used.has(id)).map(({ name }) => name[locale]),
    knowsLanguage: background.languages.map(({ language }) => said(language)),
    award: background.awards.map(({ title }) => title[locale]),
    hasCredential: background.certificates.map(({ title, url }) =>
      typed('EducationalOccupationalCredential', { name: title[locale], url }),
    ),
  })
  const page = {
    '@context': 'https://schema.org',
    ...typed('ProfilePage', { inLanguage: localeInfo[locale].tag, mainEntity: person }),
  }
  return `${JSON.stringify(page, null, 2).replaceAll('<', '\\u003C')}\n`
}
