/** The page in a real browser, used as a reader uses it: choosing, comparing, switching language, deciding, looking by hand. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/index.tsx';
import { catalogue } from '../../src/words/index.ts';
import { typical } from '../report/typical.ts';
import { anyBrowser } from './anyBrowser.ts';

let browser: Browser;
let folder: string;
const nl = catalogue('nl');
const en = catalogue('en');

const square = (colour: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: colour } })
    .png()
    .toBuffer();

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'bijwerken-page-'));
  const images = new Map([
    ['aa01.png', await square('#f00')],
    ['aa02.png', await square('#00f')],
  ]);
  const write = (name: string, report: typeof typical) =>
    writeFile(path.join(folder, name), String(renderHtml(report, { images })[0]?.content));
  await write('new.html', { ...typical, run: { ...typical.run, finishedAt: new Date().toISOString() } });
  await write('old.html', typical);
  browser = await anyBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function opened(name = 'new.html', hash = ''): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(pathToFileURL(path.join(folder, name)).href + hash);
  return page;
}

const shownIds = (page: Page) =>
  page.locator('.card:visible').evaluateAll((cards) => cards.map((card) => card.id.replace('profile-', '')));

const hashOf = (page: Page) => new URL(page.url()).hash;

describe('choosing', () => {
  test('by network, owner, part and what is new; the to-do list and the count follow', async () => {
    const page = await opened();
    await page.locator('[name="network"]').selectOption('x');
    const ids = typical.profiles.filter(({ network }) => network === 'x').map(({ id }) => id);
    expect((await shownIds(page)).toSorted()).toEqual(ids.toSorted());
    expect(await page.locator('.count .shown').textContent()).toBe(String(ids.length));
    const tasks = await page.locator('.todo-list [data-card]:visible').count();
    expect(tasks).toBe(2);
    expect(hashOf(page)).toBe('#~network=x');
    await page.locator('[name="new"]').check();
    expect(await shownIds(page)).toEqual(['x-campagne']);
    await page.locator('[name="network"]').selectOption('');
    await page.locator('[name="check"]').selectOption('look.logo');
    expect(await shownIds(page)).toEqual(['linkedin-utrecht']);
    await page.context().close();
  });

  test('the choice is in the address: a colleague who opens it sees the same', async () => {
    const page = await opened('new.html', '#~verdict=asking&q=utrecht&sort=name');
    expect(await shownIds(page)).toEqual(['linkedin-utrecht']);
    expect(await page.locator('[name="q"]').inputValue()).toBe('utrecht');
    expect(await page.locator('[name="sort"]').inputValue()).toBe('name');
    await page.getByRole('button', { name: nl.tools.filters.clear }).click();
    await page.waitForFunction(() => document.querySelectorAll('.card:not([hidden])').length > 1);
    expect(await shownIds(page)).toHaveLength(typical.profiles.length);
    expect(hashOf(page)).toBe('');
    await page.context().close();
  });

  test('nonsense in the address chooses nothing', async () => {
    const page = await opened('new.html', '#~network=%3Cscript%3E&verdict=none-such&sort=%00');
    expect(await shownIds(page)).toHaveLength(typical.profiles.length);
    await page.context().close();
  });

  test('a number that was found can be looked for, with or without accents', async () => {
    const page = await opened();
    await page.locator('[name="q"]').fill('765 43 21');
    expect(await shownIds(page)).toEqual(['linkedin-utrecht']);
    await page.locator('[name="q"]').fill('lïnkedin ÚTRECHT');
    expect(await shownIds(page)).toEqual(['linkedin-utrecht']);
    await page.locator('[name="q"]').fill('nothing is called this');
    expect(await shownIds(page)).toEqual([]);
    expect(await page.locator('.no-match').isVisible()).toBe(true);
    await page.context().close();
  });

  test('in another order, and back', async () => {
    const page = await opened();
    const first = await shownIds(page);
    await page.locator('[name="sort"]').selectOption('name');
    expect(await shownIds(page)).toEqual(first.toSorted());
    await page.locator('[name="sort"]').selectOption('');
    expect(await shownIds(page)).toEqual(first);
    await page.context().close();
  });

  test('a link to a finding is stronger than a choice, and opens what is folded', async () => {
    const page = await opened('new.html', '#~network=x');
    await page.evaluate("location.hash = '#finding-profile-linkedin-utrecht-look-logo'");
    await page.locator('#finding-profile-linkedin-utrecht-look-logo').waitFor({ state: 'visible' });
    expect(await shownIds(page)).toHaveLength(typical.profiles.length);
    await page.evaluate("location.hash = '#hand-profile-linkedin-main'");
    await page.waitForFunction(() => document.querySelector('#hand-profile-linkedin-main')?.hasAttribute('open'));
    await page.context().close();
  });
});

describe('the other language', () => {
  test('there and back: words, title, choice and pictures', async () => {
    const page = await opened('new.html', '#~network=linkedin');
    const pictures = await page.locator('img').count();
    await page.getByRole('button', { name: nl.tools.otherLanguage, exact: true }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    expect(await page.locator('#todo').textContent()).toBe(en.page.todoHeading);
    expect(await page.title()).toBe(en.page.documentTitle(typical.brand.name, en.format.date(typical.run.startedAt)));
    expect((await shownIds(page)).every((id) => id.startsWith('linkedin'))).toBe(true);
    expect(await page.locator('img[src^="data:"]').count()).toBe(pictures);
    await page.getByRole('button', { name: en.tools.otherLanguage, exact: true }).click();
    await page.waitForFunction(() => document.documentElement.lang === 'nl');
    expect(await page.locator('#todo').textContent()).toBe(nl.page.todoHeading);
    await page.context().close();
  });
});

describe('how old the page is', () => {
  test('over two days: loudly; fresh: not at all', async () => {
    const [old, fresh] = [await opened('old.html'), await opened('new.html')];
    const days = Math.floor((Date.now() - Date.parse(typical.run.finishedAt)) / 86_400_000);
    const isOld = days >= 2;
    expect(await old.locator('.old').isVisible()).toBe(isOld);
    if (isOld) expect(await old.locator('.old').textContent()).toContain(`${nl.tools.old.before}${days}`);
    expect(await fresh.locator('.old').isVisible()).toBe(false);
    await old.context().close();
    await fresh.context().close();
  });
});

describe('two pictures', () => {
  test('one slides over the other', async () => {
    const page = await opened();
    const ways = page.locator('.ways').first();
    await ways.getByRole('button', { name: nl.tools.compare.slider }).click();
    const over = ways.locator('.over');
    await ways.getByRole('slider').fill('25');
    expect(await over.evaluate((image) => getComputedStyle(image).clipPath)).toBe('inset(0px 0px 0px 25%)');
    await ways.getByRole('button', { name: nl.tools.compare.overlay }).click();
    expect(await over.evaluate((image) => getComputedStyle(image).opacity)).toBe('0.25');
    await ways.getByRole('button', { name: nl.tools.compare.beside }).click();
    expect(await over.isVisible()).toBe(false);
    await page.context().close();
  });
});

async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; value: unknown }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), value: JSON.parse(await readFile(await download.path(), 'utf8')) };
}

describe('deciding', () => {
  const finding = '#finding-profile-linkedin-utrecht-info-phone';
  const phone = typical.profiles
    .flatMap(({ findings }) => findings)
    .find(({ key }) => key === 'linkedin-utrecht/info.phone');

  test('an exception, a new value and a look by hand become one patch; each can be undone', async () => {
    const page = await opened();
    const changes = page.locator('.changes');
    expect(await changes.isVisible()).toBe(false);
    await page.locator(`${finding} [data-accept]`).click();
    await page.locator('.accept-add').click();
    expect(await page.locator('.accept-problem').isVisible()).toBe(true);
    await page.locator('dialog [name="reason"]').fill('<b>proef</b>');
    await page.locator('dialog [name="owner"]').fill('naam@voorbeeld.nl');
    await page.locator('dialog [name="until"]').fill('2027-01-31');
    await page.locator('.accept-add').click();
    await page.locator(`${finding} [data-accept]`).click();
    await page.locator('dialog [value="expect"]').check();
    await page.locator('.accept-add').click();

    const hand = page.locator('#hand-profile-linkedin-main');
    await hand.locator('summary').click();
    await hand.locator('.hand-answer button').click();
    expect(await hand.locator('[role="status"]').textContent()).toBe(nl.tools.hand.empty);
    const field = await hand.locator('.hand').first().getAttribute('data-field');
    await hand.locator('.hand').first().locator('[value="ok"]').check();
    await hand.locator('[name="by"]').fill('Noor');
    await hand.locator('[name="newest"]').fill('2026-11-01');
    await hand.locator('.hand-answer button').click();

    expect(await changes.locator('li').count()).toBe(3);
    const { name, value } = await downloaded(page, () => page.locator('.change-download').click());
    expect(name).toBe('bijwerken-patch.json');
    expect(value).toEqual({
      version: 1,
      run: typical.run.id,
      changes: [
        {
          kind: 'waive',
          profile: 'linkedin-utrecht',
          check: 'info.phone',
          accepts: phone?.normalised ?? phone?.found,
          reason: '<b>proef</b>',
          owner: 'naam@voorbeeld.nl',
          until: '2027-01-31',
        },
        { kind: 'expect', profile: 'linkedin-utrecht', field: 'phone', value: phone?.found },
        {
          kind: 'seen',
          profile: 'linkedin-main',
          at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          by: 'Noor',
          fields: { [field ?? '']: 'ok' },
          newestPost: '2026-11-01',
        },
      ],
    });
    await changes.locator('li button').first().click();
    expect(await changes.locator('li').count()).toBe(2);
    await page.reload();
    expect(await changes.locator('li').count()).toBe(2);
    await page.locator('.change-clear').click();
    expect(await changes.isVisible()).toBe(false);
    await page.context().close();
  });

  test('a browser that lets the page keep nothing: what was decided stands there all the same', async () => {
    const page = await opened();
    const forbid = () =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    await page.addInitScript(forbid);
    await page.reload();
    await page.locator(`${finding} [data-accept]`).click();
    await page.locator('dialog [value="expect"]').check();
    await page.locator('.accept-add').click();
    expect(await page.locator('.changes li').count()).toBe(1);
    await page.context().close();
  });

  test('what is wrong about a finding is a small file', async () => {
    const page = await opened();
    const { name, value } = await downloaded(page, () => page.locator(`${finding} [data-wrong]`).click());
    expect(name).toBe('bijwerken-linkedin-utrecht-info.phone.json');
    expect(value).toMatchObject({
      version: 1,
      run: typical.run.id,
      key: 'linkedin-utrecht/info.phone',
      code: phone?.code,
      found: phone?.found,
      expected: phone?.expected,
    });
    await page.context().close();
  });

  test('whether a profile exists cannot be excused', async () => {
    const page = await opened();
    expect(await page.locator('[data-accept*="presence-exists"]').count()).toBe(0);
    await page.context().close();
  });
});

describe('what a reader opens keeps the rules for accessible pages', () => {
  const axe = path.join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');

  test.each(['light', 'dark'] as const)(
    'in %s: the dialog, the list of changes, the checklists, the other language',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 900, height: 900 } });
      const page = await context.newPage();
      await page.goto(pathToFileURL(path.join(folder, 'old.html')).href);
      await page.addScriptTag({ path: axe });
      const violations = () =>
        page.evaluate<string[]>(
          "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ target }) => String(target))].join(' ')))",
        );
      await page.locator('#finding-profile-linkedin-utrecht-info-phone [data-accept]').click();
      expect(await violations()).toEqual([]);
      await page.locator('dialog [value="expect"]').check();
      await page.locator('.accept-add').click();
      await page.locator('.ways [data-way="slider"]').first().click();
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
      expect(await violations()).toEqual([]);
      await page.locator('.switch').click();
      await page.waitForFunction(() => document.documentElement.lang === 'en');
      expect(await violations()).toEqual([]);
      await context.close();
    },
    120_000,
  );
});
