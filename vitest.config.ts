import { configDefaults, defineConfig } from 'vitest/config';

/** Real pages, which are nobody's to publish: read where a folder of them is named. */
const REAL_PAGES = process.env.BIJWERKEN_CAPTURES ? [] : ['test/captures.test.ts'];

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, ...REAL_PAGES],
    globalSetup: ['test/e2e/build.ts'],
    setupFiles: ['test/support/fastCheck.ts'],
    maxWorkers: '100%',
    // Generous: a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 85 },
    },
  },
});
