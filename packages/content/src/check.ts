import { checkCaseStudies } from './check-case-studies.ts'
import { checkDiagrams } from './check-diagrams.ts'
import { checkEditions } from './check-editions.ts'
import { checkFiles } from './check-files.ts'
import { checkIds } from './check-ids.ts'
import { checkPeriods } from './check-periods.ts'
import { checkReferences } from './check-references.ts'
import type { Check } from './data-set.ts'

/**
 * The rules that no single file can keep, and that facts must keep to be of any use: loading them fails where one is
 * broken. They look at what can be read, whether its file is valid or not, so that one mistake hides no other.
 */
export const factChecks: readonly Check[] = [
  checkFiles,
  checkIds,
  checkReferences,
  checkPeriods,
  checkEditions,
  checkDiagrams,
  checkCaseStudies,
]
