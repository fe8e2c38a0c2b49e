/** What the typesetter calls in a page that it drives. */
export { paginate } from './paginate.ts'
export { prepare } from './prepare.ts'
export { addFontFaces, survey } from './survey.ts'
