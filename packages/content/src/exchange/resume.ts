/**
 * A résumé in one language, as every format is read: cleaned, and each value where Diglot has it. Prose is inline
 * Markdown; names are plain.
 */
export interface Resume {
  name?: string | undefined
  headline?: string | undefined
  summary?: string | undefined
  location: { city?: string | undefined; region?: string | undefined; countryCode?: string | undefined }
  /** What goes into `private.yaml`. */
  secrets: {
    phone?: string | undefined
    email?: string | undefined
    address?: string | undefined
    postalCode?: string | undefined
  }
  contacts: { id?: string; label: string; url: string; username?: string | undefined }[]
  skills: { label: string; level?: string | undefined; text?: string | undefined; keywords: string[] }[]
  work: Work[]
  projects: Project[]
  education: Education[]
  publications: Dated[]
  awards: Dated[]
  certificates: Dated[]
  volunteer: Work[]
  languages: { language: string; fluency?: string | undefined }[]
  interests: { name: string; keywords: string[] }[]
  recommendations: { name: string; text: string }[]
}

/** When something was done; `end` may be `present`. */
export interface Span {
  start?: string | undefined
  end?: string | undefined
}

interface Told {
  period?: Span | undefined
  location?: string | undefined
  summary?: string | undefined
  highlights: string[]
}

export interface Work extends Told {
  organization?: string | undefined
  title?: string | undefined
  url?: string | undefined
  /** What the organization is. */
  description?: string | undefined
  keywords: string[]
}

export interface Project extends Told {
  name: string
  organization?: string | undefined
  type?: string | undefined
  roles: string[]
  keywords: string[]
  url?: string | undefined
}

export interface Education extends Told {
  institution: string
  url?: string | undefined
  area?: string | undefined
  degree?: string | undefined
  score?: string | undefined
  courses: string[]
}

/** Something that happened on one day: a publication, an award, a certificate. */
export interface Dated {
  title: string
  /** Who published, awarded or issued it. */
  by?: string | undefined
  date?: string | undefined
  url?: string | undefined
  summary?: string | undefined
}

/** A résumé that says nothing yet. */
export function emptyResume(): Resume {
  return {
    ...{ location: {}, secrets: {}, contacts: [], skills: [], work: [], projects: [], education: [] },
    ...{
      publications: [],
      awards: [],
      certificates: [],
      volunteer: [],
      languages: [],
      interests: [],
      recommendations: [],
    },
  }
}
