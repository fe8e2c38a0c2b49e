import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Of its own for each run: a test prints, and is not handed what was printed before.
process.env.DIGLOT_CACHE_DIR = mkdtempSync(join(tmpdir(), 'diglot-test-cache-'))

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'fuzz/*.test.ts'],
    // Each file has to leave the process as it found it: to start one for each takes a quarter of the time.
    isolate: false,
    unstubEnvs: true,
    globalSetup: 'vitest.setup.ts',
    // A limit for what hangs, not a measure of speed: a browser or a process has to start, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
