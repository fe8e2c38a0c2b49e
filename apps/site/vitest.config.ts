import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Each file has to leave the process as it found it: to start one for each takes a quarter of the time.
    isolate: false,
    unstubEnvs: true,
    // A limit for what hangs, not a measure of speed: a process has to start, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
