import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/** Real pages, which are nobody's to publish: read where a folder of them is named. */
const REAL_PAGES = process.env.BIJWERKEN_CAPTURES ? [] : ['test/captures.test.ts'];

/** A window needs a screen, if only one that nobody looks at: apt-get install xvfb chromium. */
const BROWSERS = ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/usr/bin/chromium'];
const hasScreen = existsSync('/usr/bin/Xvfb') && BROWSERS.some((file) => existsSync(file));
const WINDOWS = hasScreen ? [] : ['test/capture/session/window.test.ts'];

/** Whole nights with real processes and browsers: minutes of them. `.ci/run` and `npm run test:all` run these too. */
const SECOND_RING = [
  'test/contributing.test.ts',
  'test/scripts/newNetwork.test.ts',
  'test/ci/action.test.ts',
  'test/e2e/badHosts.test.ts',
  'test/e2e/bioContact.test.ts',
  'test/e2e/controls.test.ts',
  'test/e2e/deliver.test.ts',
  'test/e2e/deciding.test.ts',
  'test/e2e/doctorNetwork.test.ts',
  'test/e2e/explain.test.ts',
  'test/e2e/fixKit.test.ts',
  'test/e2e/forms.test.ts',
  'test/e2e/identity.test.ts',
  'test/e2e/import.test.ts',
  'test/e2e/input.test.ts',
  'test/e2e/interrupt.test.ts',
  'test/e2e/mail.test.ts',
  'test/e2e/nights.test.ts',
  'test/e2e/official.test.ts',
  'test/e2e/officialOwn.test.ts',
  'test/e2e/officialPlaces.test.ts',
  'test/e2e/retention.test.ts',
  'test/e2e/silence.test.ts',
  'test/e2e/uniform.test.ts',
  'test/real/bluesky.test.ts',
  'test/capture/browser/consent.test.ts',
  'test/capture/browser/faults.test.ts',
  'test/capture/browser/gate.test.ts',
  'test/capture/session/signedIn.test.ts',
  'test/capture/session/window.test.ts',
  'test/fixKit/networks.test.ts',
];
const isFirstRing = process.env.BIJWERKEN_RING !== 'all';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, ...REAL_PAGES, ...WINDOWS, ...(isFirstRing ? SECOND_RING : [])],
    globalSetup: ['test/e2e/build.ts'],
    setupFiles: ['test/support/fastCheck.ts'],
    maxWorkers: '100%',
    // GitHub's own reader of workflows imports JSON in a way that Node does not take.
    server: { deps: { inline: [/@actions/] } },
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
