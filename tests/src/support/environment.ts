/**
 * The environment of a program that is started from a test: this one's, and what is asked for. Vitest leaves its own idea
 * of the base path and the mode in it, which builders would believe, and its name, which makes Astro serve no page.
 */
export function environment(added: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { BASE_URL, DEV, MODE, NODE_ENV, PROD, SSR, VITEST, ...inherited } = process.env
  return { ...inherited, ASTRO_TELEMETRY_DISABLED: '1', ...added }
}
