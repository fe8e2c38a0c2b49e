import type { Explainer } from './explainer.ts'
import { haystack } from './haystack-explainer.ts'
import { hopscotch } from './hopscotch-explainer.ts'

export type { Explainer }

/** The explainers that a case study may show, by the names that `content check` knows too. */
export const explainers = { haystack, hopscotch } satisfies Record<string, Explainer>

/** How many columns the strip of an explainer has. */
export function columnsOf({ heads }: Explainer): number {
  return heads.reduce((sum, { span = 1 }) => sum + span, 0)
}
