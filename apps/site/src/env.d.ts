/// <reference types="astro/client" />

declare module 'virtual:diglot/words' {
  import type { Locale } from '@diglot/content'
  /** The interface words of every language: each has all of those that English has. */
  export const resources: Record<Locale, { translation: typeof import('./locales/en.json') }>
}

declare module 'virtual:diglot/facts' {
  import type { Content, DeepReadonly } from '@diglot/content'
  /** The facts of `DIGLOT_DATA`, validated, for the audience of `DIGLOT_AUDIENCE`. */
  export const content: DeepReadonly<Content>
}
