/** The pages that only a browser can show: X fills its shell, and one page kills its tab. Skipped where no browser is at hand. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bio, brand, DAY } from './organisation.ts';
import { type DemoWorld, startWorld } from './world.ts';
import { urlOf } from './worldClient.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

// It unpacks itself into the temp folder, and takes what already stands there: hence one of our own.
const folder = await mkdtemp(path.join(tmpdir(), 'bijwerken-world-'));
const executablePath = await findBrowser();

async function findBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await (await import('@sparticuz/chromium')).default.executablePath();
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

let world: DemoWorld;
let browser: Browser;

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(executablePath === undefined)('in a browser', () => {
  beforeAll(async () => {
    world = await startWorld({ now: NOW });
    const args = ['--no-sandbox', '--disable-quic', ...QUIET];
    browser = await chromium.launch({ executablePath, proxy: { server: world.proxyUrl }, args });
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  async function onPage<T>(look: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    try {
      return await look(await context.newPage());
    } finally {
      await context.close();
    }
  }

  test('X shows the account once its scripts have asked for it, and posts that are not the newest first', async () => {
    const [title, schema, times] = await onPage(async (page) => {
      await page.goto(urlOf('x-hoofdaccount'));
      await page.locator('article').nth(2).waitFor();
      const text = await page.locator('script[data-testid="UserProfileSchema-test"]').textContent();
      const shown = await page.locator('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
      return [await page.title(), JSON.parse(text ?? ''), shown];
    });
    expect(title).toBe(`${brand.name} (@bijwerken_demo_peil) / X`);
    expect(schema.mainEntity).toMatchObject({
      name: brand.name,
      additionalName: 'bijwerken_demo_peil',
      description: bio(160),
    });
    expect(times).toEqual([610, 245, 430].map((days) => new Date(NOW - days * DAY).toISOString()));
  });

  test('X says that an unknown account does not exist', async () => {
    const said = await onPage(async (page) => {
      await page.goto('https://x.com/bijwerken_demo_nergens');
      return page.locator('[data-testid="emptyState"]').textContent();
    });
    expect(said).toContain('This account doesn’t exist');
  });

  test('one page crashes its tab', async () => {
    const crashed = onPage(async (page) => {
      const crash = page.waitForEvent('crash', { timeout: 20_000 });
      await page.goto(urlOf('x-meetdag-live')).catch(() => undefined);
      await crash;
      return true;
    });
    await expect(crashed).resolves.toBe(true);
  });
});
