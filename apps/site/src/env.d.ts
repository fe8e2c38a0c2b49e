/// <reference types="astro/client" />

declare module 'virtual:diglot/facts' {
  import type { Content, DeepReadonly } from '@diglot/content'
  /** The facts of `DIGLOT_DATA`, validated, for the audience of `DIGLOT_AUDIENCE`. */
  export const content: DeepReadonly<Content>
}
