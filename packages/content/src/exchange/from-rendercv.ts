import type { Locale } from '../locale.ts'
import { profileUrl, readEmail } from './contacts.ts'
import { headings } from './headings.ts'
import type { Reader } from './reader.ts'
import { readSection } from './rendercv-sections.ts'
import { emptyResume, type Resume } from './resume.ts'

/**
 * Reads a RenderCV. Its sections have any title and any sort of entry: an entry with a company is work, one with an
 * institution education, one with authors a publication, whatever the title says; the title decides on the rest.
 *
 * @see https://docs.rendercv.com/user_guide/yaml_input_structure/cv/
 */
export function fromRenderCv(file: Reader, locale: Locale): Resume {
  const cv = file.at('cv')
  cv.at('photo').reject('No page shows a portrait.')
  file.at('design').reject('How it looks is decided in editions.yaml and by the styles.')
  file.at('locale').at('language').raw()
  for (const key of file.at('locale').keys()) {
    if (key !== 'language') file.at('locale').at(key).reject('The words around the facts are the site’s.')
  }
  for (const key of ['settings', 'rendercv_settings', 'locale_catalog']) {
    file.at(key).reject('It is about the program, not about the person.')
  }
  const [website, ...websites] = many(cv.at('website'), (one) => one.url())
  const resume: Resume = {
    ...emptyResume(),
    name: cv.at('name').name(),
    headline: cv.oneOf('headline', 'label').markdown(),
    location: { city: cv.at('location').name() },
    secrets: {
      phone: first(cv.at('phone'), (one) => one.name()?.replace(/^tel:/, '')),
      email: first(cv.at('email'), readEmail),
    },
    contacts: [
      ...(website ? [{ id: 'website', label: headings[locale].website, url: website }] : []),
      ...websites.map((url) => ({ label: new URL(url).hostname, url })),
      ...cv.at('social_networks').entries(readNetwork),
      ...cv.at('custom_connections').entries((link) => {
        const [label, url] = [link.at('placeholder').name(), link.at('url').url()]
        link.at('fontawesome_icon').reject('Contacts have no icons.')
        return url
          ? { label: label ?? new URL(url).hostname, url }
          : link.reject('It has no address, and a contact is a link.')
      }),
    ],
  }
  const sections = cv.at('sections')
  for (const title of sections.keys()) readSection(title, sections.at(title), resume)
  return resume
}

function readNetwork(network: Reader) {
  const [label, username] = [network.at('network').name(), network.at('username').name()]
  const url = label && username && profileUrl(label, username)
  return url
    ? { label, url, username }
    : network.reject('It is no network whose addresses are known, and a contact is a link.')
}

/** A value, or each of a list of them. */
function many<T>(reader: Reader, read: (one: Reader) => T | undefined): T[] {
  const all = Array.isArray(reader.value) ? reader.items() : [reader]
  return all.flatMap((one) => read(one) ?? [])
}

function first<T>(reader: Reader, read: (one: Reader) => T | undefined): T | undefined {
  if (!Array.isArray(reader.value)) return read(reader)
  const [one, ...others] = reader.items()
  for (const other of others) other.reject('There is room for one.')
  return one && read(one)
}
