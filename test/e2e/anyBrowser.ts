/** The first browser that starts here, as the audit itself would find it. */

import { type Browser, chromium } from 'playwright';
import { browserCandidates } from '../../src/capture/browser/candidates.ts';

export async function anyBrowser(): Promise<Browser> {
  for await (const { executablePath, env } of browserCandidates(undefined, process.env, process.platform)) {
    const options = {
      ...(executablePath ? { executablePath } : {}),
      chromiumSandbox: false,
      ...(env ? { env: { ...process.env, ...env } } : {}),
    };
    const started = await chromium.launch(options as Parameters<typeof chromium.launch>[0]).catch(() => null);
    if (started) return started;
  }
  throw new Error('no browser starts here');
}
