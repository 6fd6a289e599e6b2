/** The demo's report in a real browser: readable in both themes and widths, without a violation, an error or a request. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderReport } from '../../src/report/render.ts';
import { startWorld } from '../world/world.ts';
import { anyBrowser } from './anyBrowser.ts';
import { bijwerken, readReport, root, type TemporaryFolder, temporaryFolder } from './command.ts';

let browser: Browser;
let out: TemporaryFolder;
const pages = new Map<string, string>();

beforeAll(async () => {
  const world = await startWorld({ now: Date.now() });
  out = await temporaryFolder();
  try {
    await bijwerken([
      'audit',
      '--proxy',
      world.proxyUrl,
      '--ignore-https-errors',
      '--per-host-delay',
      '0',
      '--out',
      out.path,
    ]);
  } finally {
    await world.close();
  }
  const latest = path.join(out.path, 'latest');
  await bijwerken(['report', latest, '--lang', 'en', '--out', path.join(out.path, 'english')]);
  await writeHostile(path.join(out.path, 'hostile'));
  pages.set('Dutch', path.join(latest, 'index.html'));
  pages.set('English', path.join(out.path, 'english', 'index.html'));
  pages.set('hostile', path.join(out.path, 'hostile', 'index.html'));
  browser = await anyBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await out?.remove();
});

async function writeHostile(folder: string): Promise<void> {
  const text = await readFile(path.join(root, 'test/fixtures/runs/hostile.json'), 'utf8');
  const { writeFiles } = await import('../../src/deliver/runFolder.ts');
  await writeFiles(folder, renderReport(JSON.parse(text) as Report, { formats: ['html'] }));
}

interface Opened {
  readonly page: Page;
  /** Console errors and requests other than the page itself. */
  readonly noise: string[];
}

async function open(name: string, options: BrowserContextOptions): Promise<Opened> {
  const url = pathToFileURL(pages.get(name) ?? '').href;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => noise.push(`dialog: ${dialog.message()}`));
  page.on(
    'request',
    (request) => !request.url().startsWith('data:') && request.url() !== url && noise.push(request.url()),
  );
  await page.goto(url);
  return { page, noise };
}

describe.each(['Dutch', 'English', 'hostile'])('the %s report', (name) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each([1440, 360])(
      'at %i pixels: no violation, no sideways scrolling',
      async (width) => {
        const { page } = await open(name, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        await page.addScriptTag({ path: path.join(root, 'node_modules/axe-core/axe.min.js') });
        const violations = await page.evaluate(
          "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ target }) => String(target))].join(' ')))",
        );
        expect(violations).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await page.context().close();
      },
      60_000,
    );
  });

  test('under its own policy: no error, no dialog, no request', async () => {
    const { page, noise } = await open(name, {});
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(noise).toEqual([]);
    await page.context().close();
  });

  test('says the same without JavaScript', async () => {
    const [withScripts, without] = [await open(name, {}), await open(name, { javaScriptEnabled: false })];
    const headings = (page: Page) => page.locator('main h2, main h3').allTextContents();
    expect(await headings(without.page)).toEqual(await headings(withScripts.page));
    expect((await headings(without.page)).length).toBeGreaterThan(3);
    await withScripts.page.context().close();
    await without.page.context().close();
  });
});

test('the language of the page is the language asked for', async () => {
  const [dutch, english] = [await open('Dutch', {}), await open('English', {})];
  expect(await dutch.page.locator('html').getAttribute('lang')).toBe('nl');
  expect(await english.page.locator('html').getAttribute('lang')).toBe('en');
  await dutch.page.context().close();
  await english.page.context().close();
  expect((await readReport(path.join(out.path, 'latest'))).run.language).toBe('nl');
});
