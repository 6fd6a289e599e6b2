/** From the report's page back into profiles.json: what is decided in a real browser counts the next night. And the counts of a second night. */

import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import { catalogue } from '../../src/words/index.ts';
import { closing, httpServer } from '../support/servers.ts';
import { anyBrowser } from './anyBrowser.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { logoPng, NAME, type SiteFacts, sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const nl = catalogue('nl');

/** What the sites say tonight; `wall`: they first want to know whether a robot asks. */
let tonight: Readonly<Record<string, SiteFacts | 'wall'>> = {};
let picture: Buffer = Buffer.alloc(0);
let origin = '';
let browser: Browser;
let folder: TemporaryFolder;

beforeAll(async () => {
  const site = await keep(
    httpServer(({ url = '/' }, response) => {
      if (url.startsWith('/beeld')) return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
      const facts = tonight[url];
      const status = facts === undefined ? 500 : facts === 'wall' ? 403 : 200;
      const body = facts === undefined ? '' : facts === 'wall' ? '<title>Just a moment...</title>' : sitePage(facts);
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    }),
  );
  origin = `http://127.0.0.1:${site.port}`;
  browser = await anyBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await closeAll();
});

beforeEach(async () => {
  folder = await temporaryFolder();
  return folder.remove;
});

const fromShape = (shape: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><rect width="240" height="240" fill="#fff"/>${shape}</svg>`,
    ),
  );
const JUBILEE = '<path d="M120 20 L220 210 L20 210 Z" fill="#c22"/><circle cx="120" cy="150" r="30" fill="#fff"/>';
const OTHER =
  '<rect x="20" y="90" width="200" height="60" fill="#15c"/><rect x="90" y="20" width="60" height="200" fill="#15c"/>';

async function registered(ids: readonly string[], withLogo = false): Promise<void> {
  const brand = withLogo ? { logos: [{ file: 'logo.png', role: 'primary' }] } : {};
  await writeFile(path.join(folder.path, 'logo.png'), await logoPng());
  await writeProfiles(folder.path, { brand, profiles: ids.map((id) => ({ id, url: `${origin}/${id}` })) });
}

async function night(sites: typeof tonight): Promise<Report> {
  tonight = sites;
  const args = ['audit', '--allow-private', '--per-host-delay', '0', '--lang', 'nl'];
  const { code, stderr } = await bijwerken(args, { cwd: folder.path });
  expect([0, 1, 3], stderr).toContain(code);
  return await readReport(latest());
}

const latest = () => path.join(folder.path, 'reports', 'latest');
const found = (report: Report, key: string): ReportFinding | undefined =>
  report.profiles.flatMap(({ findings }) => findings).find((each) => each.key === key);
const config = () => readFile(path.join(folder.path, 'profiles.json'), 'utf8');

async function opened(): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await page.goto(pathToFileURL(path.join(latest(), 'index.html')).href);
  return page;
}

const anchor = (profile: string, check: string) => `#finding-profile-${profile}-${check.replaceAll('.', '-')}`;

async function accept(page: Page, profile: string, check: string, way: 'waive' | 'expect'): Promise<void> {
  await page.locator(`${anchor(profile, check)} [data-accept]`).click();
  await page.locator(`dialog [value="${way}"]`).check();
  if (way === 'waive') {
    await page.locator('dialog [name="reason"]').fill('Jubileum: "50 jaar"');
    await page.locator('dialog [name="owner"]').fill('noor@voorbeeld.nl');
    await page.locator('dialog [name="until"]').fill('2999-01-31');
  }
  await page.locator('.accept-add').click();
}

async function downloadedPatch(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.change-download').click()]);
  const file = path.join(folder.path, 'bijwerken-patch.json');
  await download.saveAs(file);
  await page.context().close();
  return file;
}

test('an exception, a picture, a right value and a look by hand: all count the next night', async () => {
  await registered(['noord', 'zuid', 'west', 'oost'], true);
  picture = await fromShape(JUBILEE).png().toBuffer();
  const logo = `${origin}/beeld.png`;
  const sites = {
    '/noord': { name: 'Jubileumvereniging' },
    '/zuid': { phone: '+31 30 794 99 99' },
    '/west': { logo },
    '/oost': 'wall',
  } as const;
  const first = await night(sites);
  for (const key of ['noord/info.name', 'zuid/info.phone', 'west/look.logo']) {
    expect(found(first, key)?.status, key).toBe('deviating');
  }
  expect(found(first, 'oost/info.name')?.status).toBe('unverifiable');

  const page = await opened();
  await accept(page, 'noord', 'info.name', 'waive');
  await accept(page, 'west', 'look.logo', 'waive');
  await accept(page, 'zuid', 'info.phone', 'expect');
  const hand = page.locator('#hand-profile-oost');
  await hand.locator('summary').click();
  await hand.locator('[data-field="name"] [value="ok"]').check();
  await hand.locator('[data-field="phone"] [value="deviating"]').check();
  await hand.locator('[name="by"]').fill('Noor');
  await hand.locator('.hand-answer button').click();
  const patch = await downloadedPatch(page);

  const before = await config();
  const tried = await bijwerken(['apply', patch, '--dry-run'], { cwd: folder.path });
  expect([tried.code, await config()]).toEqual([0, before]);
  const applied = await bijwerken(['apply', patch, '--json'], { cwd: folder.path });
  expect(applied.code, applied.stderr).toBe(0);
  const { written, changes } = JSON.parse(applied.stdout);
  expect(written).toBe(true);
  expect(changes.map(({ state }: { state: string }) => state)).toEqual(['new', 'new', 'new', 'new']);
  expect(await readdir(path.join(folder.path, 'accepted'))).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/)]);
  expect((await bijwerken(['validate'], { cwd: folder.path })).code).toBe(0);

  // The network compresses the same picture anew.
  picture = await fromShape(JUBILEE).resize(180).jpeg({ quality: 65 }).toBuffer();
  const second = await night(sites);
  expect(found(second, 'noord/info.name')).toMatchObject({
    status: 'waived',
    waiver: { reason: 'Jubileum: "50 jaar"' },
  });
  expect(found(second, 'west/look.logo')).toMatchObject({ status: 'waived', waiverRefused: null });
  expect(found(second, 'zuid/info.phone')).toMatchObject({ status: 'ok' });
  expect(found(second, 'oost/info.name')).toMatchObject({ status: 'ok', code: 'hand.ok', args: { by: 'Noor' } });
  expect(found(second, 'oost/info.phone')).toMatchObject({ status: 'deviating', code: 'hand.deviating' });
  expect(second.summary.coverage.byHand).toEqual({ profiles: 0.25, fields: expect.any(Number) });
  // The answer by hand is new; what was accepted is neither new nor put right, but for the value that is right now.
  expect(second.summary.sincePrevious?.new).toBe(1);

  // Another name, and another picture: accepted was something else.
  picture = await fromShape(OTHER).png().toBuffer();
  const third = await night({ ...sites, '/noord': { name: 'Heel iets anders' } });
  for (const key of ['noord/info.name', 'west/look.logo']) {
    expect(found(third, key), key).toMatchObject({ waiver: null, waiverRefused: 'other-value', isNew: true });
  }

  // Once more the same patch: all of it is there.
  const again = await bijwerken(['apply', patch], { cwd: folder.path });
  expect([again.code, again.stderr.match(/stands there already/g)?.length]).toEqual([0, 4]);
});

test('waive, by hand: bound to what the run found, announced before it lapses, and refused where nothing is wrong', async () => {
  await registered(['noord']);
  await night({ '/noord': { name: 'Jubileumvereniging' } });
  const waive = (check: string, until: string) =>
    bijwerken(['waive', 'noord', check, '--until', until, '--reason', 'actie', '--owner', 'noor'], {
      cwd: folder.path,
    });
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  expect(await waive('info.name', soon)).toMatchObject({ code: 0 });
  const accepted = await night({ '/noord': { name: 'Jubileumvereniging' } });
  expect(found(accepted, 'noord/info.name')).toMatchObject({ status: 'waived', waiver: { until: soon } });
  expect(accepted.notices).toContainEqual({
    code: 'waiver-lapsing',
    severity: 'warning',
    network: 'website',
    args: { check: 'info.name', profile: 'noord', until: soon },
  });
  const refusals = [
    ['info.phone', soon, 'this run found nothing wrong there (ok).'],
    ['presence.exists', soon, 'presence.exists cannot be waived'],
    ['info.nam', soon, 'Did you mean "info.name"?'],
    ['info.name', '2020-01-01', '2020-01-01 has passed already.'],
    ['info.name', 'morgen', '"morgen" is not a date'],
  ] as const;
  const before = await config();
  for (const [check, until, words] of refusals) {
    const { code, stderr } = await waive(check, until);
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  }
  expect(await config()).toBe(before);
  // A later day takes the place of the earlier one.
  expect(await waive('info.name', '2999-01-31')).toMatchObject({ code: 0 });
  expect(await config()).toBe(before.replace(soon, '2999-01-31'));
});

describe('a second night with two things put right, one new, and a wall', () => {
  const WRONG = { name: 'Iets Anders' };
  test('the counts are right in the data and on the page', async () => {
    await registered(['noord', 'zuid', 'west', 'oost', 'midden']);
    await night({
      '/noord': WRONG,
      '/zuid': { phone: '+31 30 794 99 99' },
      '/west': WRONG,
      '/oost': WRONG,
      '/midden': {},
    });
    const second = await night({
      '/noord': {},
      '/zuid': { name: NAME },
      '/west': { ...WRONG, phone: '+31 30 794 99 99' },
      '/oost': 'wall',
      '/midden': {},
    });
    expect(second.summary.sincePrevious).toEqual({ new: 1, fixed: 2 });
    expect(second.fixed?.map(({ key }) => key).toSorted()).toEqual(['noord/info.name', 'zuid/info.phone']);
    const fresh = second.profiles.flatMap(({ findings }) => findings).filter(({ isNew }) => isNew);
    expect(fresh.map(({ key }) => key)).toEqual(['west/info.phone']);
    expect(second.summary.verdicts).toMatchObject({ consistent: 3, inconsistent: 1, unverifiable: 1 });
    expect(found(second, 'oost/info.name')).toMatchObject({ status: 'unverifiable', last: { status: 'deviating' } });
    const page = await opened();
    const news = ((await page.locator('.news').textContent()) ?? '').replaceAll(/\s+/g, ' ');
    expect(news).toContain(nl.tools.news.fresh(1));
    expect(news).toContain(nl.tools.news.fixed(2));
    await page.context().close();
  });
});
