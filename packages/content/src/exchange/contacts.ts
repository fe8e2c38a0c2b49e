import { z } from 'zod'
import type { Locale } from '../locale.ts'
import { headings } from './headings.ts'
import type { Reader } from './reader.ts'

export function readEmail(reader: Reader): string | undefined {
  return reader.matching(z.regexes.email, 'It is no e-mail address.')
}

/** Skills under one name; those without one get the name of the section. */
export function readSkill(skill: Reader, locale: Locale, prose: (value: Reader) => string | undefined) {
  const level = prose(skill.at('level'))
  const text = prose(skill.at('summary'))
  const keywords = skill.at('keywords').names()
  const label = prose(skill.at('name'))
  if (!label && !level && !text && keywords.length === 0) return skill.reject('It names no skill.')
  const { skills } = headings[locale]
  if (!label) skill.note('changed', `It has no name, and is called ${skills}.`)
  return { label: label ?? skills, level, text, keywords }
}

/** Where a person's page is in some networks; `@` stands for the person's name there. */
const pages: Record<string, string> = {
  behance: 'https://www.behance.net/@',
  bluesky: 'https://bsky.app/profile/@',
  dribbble: 'https://dribbble.com/@',
  facebook: 'https://www.facebook.com/@',
  github: 'https://github.com/@',
  gitlab: 'https://gitlab.com/@',
  'google scholar': 'https://scholar.google.com/citations?user=@',
  instagram: 'https://www.instagram.com/@',
  leetcode: 'https://leetcode.com/u/@',
  linkedin: 'https://www.linkedin.com/in/@',
  medium: 'https://medium.com/@@',
  orcid: 'https://orcid.org/@',
  pinterest: 'https://www.pinterest.com/@',
  reddit: 'https://www.reddit.com/user/@',
  researchgate: 'https://www.researchgate.net/profile/@',
  'stack overflow': 'https://stackoverflow.com/users/@',
  stackoverflow: 'https://stackoverflow.com/users/@',
  telegram: 'https://t.me/@',
  tiktok: 'https://www.tiktok.com/@@',
  twitch: 'https://www.twitch.tv/@',
  twitter: 'https://x.com/@',
  vimeo: 'https://vimeo.com/@',
  weibo: 'https://weibo.com/@',
  x: 'https://x.com/@',
  youtube: 'https://www.youtube.com/@@',
  zhihu: 'https://www.zhihu.com/people/@',
}

/** The address of a person's page in a network, where the network is one that is known. */
export function profileUrl(network: string, username: string): string | undefined {
  const page = Object.entries(pages).find(([name]) => name === network.toLowerCase())?.[1]
  const path = username.replace(/^@/, '').split('/').map(encodeURIComponent).join('/')
  return page?.replace(/@$/, path)
}
