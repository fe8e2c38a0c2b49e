import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Each file has to leave the process as it found it: to start one for each takes a quarter of the time.
    isolate: false,
    unstubEnvs: true,
    // Pages and PDFs are read whole, and a browser has to start: seconds on a desk, more on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
