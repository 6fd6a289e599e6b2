/** The fix kit of the demo: the built command writes it, and a reader in a real browser gets the file. */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserCandidates } from '../../src/capture/browser/candidates.ts';
import { compareLogo } from '../../src/compare/logo/compareLogo.ts';
import type { Report } from '../../src/model/report.ts';
import { type DemoWorld, startWorld } from '../world/world.ts';
import { bijwerken, filesBelow, readReport, root, type TemporaryFolder, temporaryFolder } from './command.ts';

const PROFILE = 'linkedin-jong';
const NAME = 'logo-linkedin-400x400.png';
const FILE = `fix-kit/${PROFILE}/${NAME}`;

let world: DemoWorld;
let out: TemporaryFolder;
let run: string;
let report: Report;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld({ now: Date.now() });
  out = await temporaryFolder();
  const where = ['--proxy', world.proxyUrl, '--ignore-https-errors', '--per-host-delay', '0', '--out', out.path];
  const ended = await bijwerken(['audit', ...where, '--only', PROFILE, '--json']);
  const found: unknown = JSON.parse(ended.stdout);
  if (typeof found !== 'object' || found === null) throw new Error(ended.stderr);
  const [file] = (await filesBelow(out.path)).filter((name) => name.endsWith('report.json'));
  run = path.dirname(path.join(out.path, file ?? ''));
  report = await readReport(run);
  browser = await anyBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await world.close();
  await out.remove();
});

async function anyBrowser(): Promise<Browser> {
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

async function opened(folder: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true, ...options })).newPage();
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  return page;
}

const kits = ({ profiles }: Report) =>
  profiles.flatMap(({ findings }) => findings.flatMap(({ remedy }) => remedy.kit ?? []));

test('the run holds the files that its report names, and no others', async () => {
  expect(kits(report)).toEqual([{ file: FILE, width: 400, height: 400 }]);
  const written = (await filesBelow(run)).filter((name) => name.startsWith('fix-kit'));
  expect(written.map((name) => name.split(path.sep).join('/'))).toEqual([FILE]);
});

test('the file is the brand’s logo, and the remedy still names the brand’s own file', async () => {
  const bytes = await readFile(path.join(run, FILE));
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 400, height: 400, hasAlpha: false });
  const logo = await readFile(path.join(root, 'brand/logo.svg'));
  expect((await compareLogo(bytes, [{ image: logo, role: 'primary' }])).verdict).toBe('same');
  const finding = report.profiles[0]?.findings.find(({ check }) => check === 'look.logo');
  expect(finding?.remedy).toMatchObject({ file: 'brand/logo.svg', value: null });
});

describe('in a browser', () => {
  const link = `.kit a[download="${NAME}"]`;

  test('a click saves the file under its own name', async () => {
    const page = await opened(run);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(link).click()]);
    expect(download.suggestedFilename()).toBe(NAME);
    expect(await readFile(await download.path())).toEqual(await readFile(path.join(run, FILE)));
    await page.context().close();
  });

  test('in the other language too, and also where the page came without its folder', async () => {
    const alone = path.join(out.path, 'alone');
    await mkdir(alone);
    await writeFile(path.join(alone, 'index.html'), await readFile(path.join(run, 'index.html')));
    const page = await opened(alone);
    await page.locator('.switch').click();
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(link).click()]);
    expect(await readFile(await download.path())).toEqual(await readFile(path.join(run, FILE)));
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('nothing about it shuts anyone out: %s', async (colorScheme) => {
    const page = await opened(run, { colorScheme, bypassCSP: true });
    await page.addScriptTag({ path: path.join(root, 'node_modules/axe-core/axe.min.js') });
    const violations = await page.evaluate(
      "axe.run('.remedy:has(.kit)', { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))",
    );
    expect(violations).toEqual([]);
    await page.context().close();
  });

  test('without scripts the link leads to the file beside the page', async () => {
    const page = await opened(run, { javaScriptEnabled: false });
    await page.locator(link).click();
    await page.waitForURL((url) => url.pathname.endsWith(FILE));
    await page.context().close();
  });
});

describe('a run that is rendered again', () => {
  test('elsewhere takes the files along', async () => {
    const elsewhere = path.join(out.path, 'elsewhere');
    expect((await bijwerken(['report', run, '--out', elsewhere])).code).toBe(0);
    expect(await readFile(path.join(elsewhere, FILE))).toEqual(await readFile(path.join(run, FILE)));
    expect(await readFile(path.join(elsewhere, 'index.html'))).toEqual(await readFile(path.join(run, 'index.html')));
    const page = await readFile(path.join(elsewhere, 'index.html'), 'utf8');
    const linked = [...page.matchAll(/href="((?:assets|fix-kit)\/[^"]+)"/g)].map(([, href = '']) => href);
    const there = (await filesBelow(elsewhere)).map((name) => name.split(path.sep).join('/'));
    expect(linked.filter((href) => !there.includes(href))).toEqual([]);
    expect(linked).toContain(FILE);
  });

  test('without its pictures still has its page', async () => {
    const bare = path.join(out.path, 'bare');
    await mkdir(bare);
    await writeFile(path.join(bare, 'report.json'), await readFile(path.join(run, 'report.json')));
    expect((await bijwerken(['report', bare])).code).toBe(0);
    expect(await readFile(path.join(bare, 'index.html'), 'utf8')).toContain(`href="${FILE}"`);
  });

  test('a report that names a file outside the kit is refused', async () => {
    const forged = path.join(out.path, 'forged');
    await mkdir(forged);
    const text = JSON.stringify(report).replaceAll(FILE, 'fix-kit/../../secret.png');
    await writeFile(path.join(forged, 'report.json'), text);
    const { code, stderr } = await bijwerken(['report', forged]);
    expect([code, stderr.includes('not a report of Bijwerken')]).toEqual([2, true]);
    await rm(forged, { recursive: true });
  });
});
