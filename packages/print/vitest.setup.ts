import { rm } from 'node:fs/promises'

/** Runs when all tests have run. */
export default function setUp() {
  const { DIGLOT_CACHE_DIR } = process.env
  return async () => {
    if (DIGLOT_CACHE_DIR) await rm(DIGLOT_CACHE_DIR, { recursive: true, force: true })
  }
}
