/**
 * How the commands of this package are called: `pnpm content check` in the workspace, where its sources run as they are, and
 * `diglot-content check` where it is installed. For messages that tell what to type.
 */
export const program = import.meta.url.endsWith('.ts') ? 'pnpm content' : 'diglot-content'
