import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // A limit for what hangs, not a measure of speed: a process has to start, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
