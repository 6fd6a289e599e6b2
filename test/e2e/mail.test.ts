/** Mails in a real browser: readable on a telephone, without a violation, and nothing is fetched or run. */

import path from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderMail } from '../../src/report/mail/mail.ts';
import { catalogue } from '../../src/words/index.ts';
import { hostile } from '../report/hostile.ts';
import { typical } from '../report/typical.ts';
import { anyBrowser } from './anyBrowser.ts';
import { root } from './command.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await anyBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
});

describe.each([
  ['an ordinary night', typical, 'nl'],
  ['a night of attacks', hostile, 'en'],
] as const)('%s', (_, report, language) => {
  const { html } = renderMail(report, {
    words: catalogue(language),
    reportUrl: 'https://ci.example/job/1',
    scope: 'all',
    attached: true,
    ownerName: (owner) => owner,
  });

  test.each([600, 360])('at %i pixels', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const noise: string[] = [];
    page.on('request', (request) => noise.push(request.url()));
    page.on('dialog', (dialog) => noise.push(`dialog: ${dialog.message()}`));
    page.on('pageerror', (error) => noise.push(error.message));
    await page.setContent(html);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(noise).toEqual([]);
    await page.addScriptTag({ path: path.join(root, 'node_modules/axe-core/axe.min.js') });
    const violations = await page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ target }) => String(target))].join(' ')))",
    );
    expect(violations).toEqual([]);
    await page.close();
  });
});
