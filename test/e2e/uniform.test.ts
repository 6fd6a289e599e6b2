/** The brand leaves the phone number open and one of the organisation's profiles gives another: by the built command. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import { bars, kite, shown } from '../compare/logo/marks.ts';
import { closing, httpServer, proxyServer, selfSigned, tlsServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { BIO, type EntryFacts, NAME, PHONE, type SiteFacts, sitePage, writeProfiles } from './site.ts';

const IDS = ['noord', 'oost', 'zuid', 'west'];
const { keep, closeAll } = closing();

/** What the sites say tonight, by id; one that is not here shows a wall. */
let tonight: Readonly<Record<string, SiteFacts>> = {};
/** By path; one that is not here fails. */
let pictures: Readonly<Record<string, Uint8Array>> = {};
let origin = '';
let folder: TemporaryFolder;

beforeAll(async () => {
  const site = await keep(
    httpServer(({ url = '/' }, response) => {
      const picture = pictures[url];
      if (picture) return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
      const facts = tonight[url.slice(1)];
      if (!facts) return response.writeHead(403).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(sitePage(facts));
    }),
  );
  origin = `http://127.0.0.1:${site.port}`;
});
afterAll(closeAll);

beforeEach(async () => {
  folder = await temporaryFolder();
  return folder.remove;
});

const RIGHT: SiteFacts = {};
const ONE_ODD = { noord: RIGHT, oost: RIGHT, zuid: { phone: '020-794 99 99' }, west: { phone: '(020) 794 12 34' } };

interface Night {
  readonly code: number | null;
  readonly stderr: string;
  readonly report: Report;
  /** The folder of the newest whole run. */
  readonly latest: string;
}

async function night(
  sites: typeof tonight,
  options: readonly string[] = [],
  more: Readonly<Record<string, Partial<EntryFacts>>> = {},
): Promise<Night> {
  tonight = sites;
  const profiles = IDS.map((id) => ({ id, url: `${origin}/${id}`, ...more[id] }));
  await writeProfiles(folder.path, { brand: { contact: {} }, profiles });
  const args = ['audit', '--allow-private', '--per-host-delay', '0', ...options];
  const { code, stderr } = await bijwerken(args, { cwd: folder.path });
  const latest = path.join(folder.path, 'reports', 'latest');
  return { code, stderr, report: await readReport(latest), latest };
}

const profile = ({ report }: Night, id: string) => report.profiles.find((each) => each.id === id);
const uniform = (from: Night, id: string): ReportFinding | undefined =>
  profile(from, id)?.findings.find(({ check }) => check === 'info.uniform');
const statuses = (from: Night) => IDS.map((id) => uniform(from, id)?.status ?? null);

test('the odd one out is a warning, with what the others show; the page, the lines and a replay say the same', async () => {
  const first = await night(ONE_ODD, ['--fail-on', 'warning']);
  expect(first.code, first.stderr).toBe(1);
  expect(statuses(first)).toEqual(['ok', 'ok', 'deviating', 'ok']);
  expect(uniform(first, 'zuid')).toMatchObject({
    code: 'uniform.odd-one-out',
    severity: 'warning',
    args: { field: 'phones', agreeing: 3, of: 4, profiles: 'noord, oost, west' },
    expected: PHONE,
    found: '020-794 99 99',
    normalised: 'phones: +31207949999',
  });
  expect(IDS.map((id) => profile(first, id)?.verdict)).toEqual([
    ...['consistent', 'consistent', 'inconsistent', 'consistent'],
  ]);
  expect(profile(first, 'zuid')?.findings.some(({ check }) => check === 'info.phone')).toBe(false);
  expect(profile(first, 'zuid')?.seen).toEqual(profile(first, 'noord')?.seen);
  expect(first.report.summary.findings).toEqual({ error: 0, warning: 1, info: 0 });

  const lines = first.stderr.split('\n').filter((line) => line.includes('  zuid '));
  expect(lines.at(-1)).toMatch(/^ +zuid +inconsistent {2}\(beside the other profiles\)$/u);
  const html = await readFile(path.join(first.latest, 'index.html'), 'utf8');
  expect(html).toContain('Op uw andere profielen (noord, oost en west)');

  const captures = path.join(first.latest, 'captures');
  await bijwerken(['audit', '--captures', captures, '--out', 'again'], { cwd: folder.path });
  const again = await readReport(path.join(folder.path, 'again', 'latest'));
  const said = ({ profiles }: Report) =>
    profiles.map(({ id, verdict, findings }) => [id, verdict, findings.map(({ since: _, ...rest }) => rest)]);
  expect(said(again)).toEqual(said(first.report));
}, 180_000);

test('the brand has no logo, and one of the profiles shows another than the others', async () => {
  const png = async (mark: Buffer, size: number) => (await shown(mark, { size })).png().toBuffer();
  pictures = {
    '/a.png': await png(kite(), 320),
    '/b.png': await png(kite(), 200),
    '/c.png': await png(bars(), 200),
    '/d.png': await png(kite(), 128),
  };
  const sites = { noord: '/a.png', oost: '/b.png', zuid: '/c.png', west: '/d.png' };
  const show = (some: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(some).map(([id, logo]) => [id, { logo }]));
  const first = await night(show(sites), ['--fail-on', 'warning', '--now', '2026-11-20T02:00:00Z']);
  expect(first.code, first.stderr).toBe(1);
  expect(statuses(first)).toEqual(['ok', 'ok', 'deviating', 'ok']);
  expect(profile(first, 'zuid')?.findings.some(({ check }) => check === 'look.logo')).toBe(false);
  const odd = uniform(first, 'zuid');
  expect(odd).toMatchObject({
    args: { field: 'logo', agreeing: 3, of: 4, profiles: 'noord, oost, west' },
    expected: `${origin}/a.png`,
    found: `${origin}/c.png`,
    remedy: { value: null, file: null },
  });
  const [item] = odd?.evidence.items ?? [];
  if (item?.kind !== 'image') throw new Error('no pictures');
  for (const name of [item.expectedAsset, item.foundAsset]) {
    expect((await readFile(path.join(first.latest, 'assets', name ?? ''))).length).toBeGreaterThan(0);
  }
  const html = await readFile(path.join(first.latest, 'index.html'), 'utf8');
  const card = html.slice(html.indexOf('id="profile-zuid"'));
  const figures = card.slice(card.indexOf('class="images"'), card.indexOf('</figure></div>'));
  expect(figures).toContain('Op uw andere profielen (noord, oost en west)');
  expect(figures).not.toContain('Hoort te zijn');

  // A picture that does not come puts nothing right.
  const blind = await night(show({ ...sites, zuid: '/gone.png' }), ['--now', '2026-11-21T02:00:00Z']);
  expect(uniform(blind, 'zuid')).toMatchObject({ status: 'unverifiable', lastSeen: 'deviating' });
  expect(statuses(blind).toSpliced(2, 1)).toEqual(['ok', 'ok', 'ok']);

  // Accepted, also when the network compresses it anew.
  const seen = path.join(folder.path, 'reports', first.report.run.id);
  const decision = ['--until', '2999-01-01', '--reason', 'a shop of its own', '--owner', 'zuid@voorbeeld.nl'];
  const waived = await bijwerken(['waive', 'zuid', 'info.uniform', '--run', seen, ...decision], { cwd: folder.path });
  expect(waived.code, waived.stderr).toBe(0);
  const list: unknown = JSON.parse(await readFile(path.join(folder.path, 'profiles.json'), 'utf8'));
  expect(list).toMatchObject({ profiles: [{}, {}, { waivers: [{ accepts: odd?.normalised }] }, {}] });
  const { waivers } = (list as { profiles: { waivers?: unknown }[] }).profiles[2] ?? {};
  const whole = pictures;
  pictures = { ...whole, '/c.png': await (await shown(bars(), { size: 180 })).jpeg({ quality: 70 }).toBuffer() };
  const held = await night(show(sites), ['--now', '2026-11-22T02:00:00Z'], { zuid: { waivers } });
  expect(uniform(held, 'zuid')).toMatchObject({ status: 'waived', normalised: odd?.normalised });
}, 180_000);

test('an accepted number is no oddity', async () => {
  const waiver = {
    check: 'info.uniform',
    accepts: 'phones: +31207949999',
    reason: 'a desk of its own',
    owner: 'zuid@voorbeeld.nl',
    until: '2999-01-01',
  };
  const held = await night(ONE_ODD, ['--fail-on', 'warning'], { zuid: { waivers: [waiver] } });
  expect(held.code, held.stderr).toBe(0);
  expect(uniform(held, 'zuid')).toMatchObject({ status: 'waived', waiver: { reason: waiver.reason } });
  expect(profile(held, 'zuid')?.verdict).toBe('consistent');
}, 180_000);

test('a night that could not see it breaks nothing, and fixes nothing', async () => {
  const first = await night(ONE_ODD, ['--now', '2026-11-20T02:00:00Z']);
  const { zuid: _, ...without } = ONE_ODD;
  const blind = await night(without, ['--now', '2026-11-21T02:00:00Z']);
  expect(uniform(blind, 'zuid')).toMatchObject({ status: 'unverifiable', lastSeen: 'deviating' });
  expect(blind.report.summary.sincePrevious).toEqual({ new: 0, fixed: 0 });
  const third = await night(ONE_ODD, ['--now', '2026-11-22T02:00:00Z']);
  expect(uniform(third, 'zuid')).toMatchObject({ isNew: false, since: first.report.run.startedAt });
}, 180_000);

test('accounts on Mastodon: the odd one out among what the server itself says', async () => {
  const server = 'social.example';
  const account = (handle: string) => ({
    ...{ id: handle, username: handle, acct: handle, display_name: NAME, note: `<p>${BIO}</p>`, followers_count: 10 },
    ...{ statuses_count: 3, last_status_at: '2026-11-20' },
    fields: [{ name: 'Telefoon', value: handle === 'zuid' ? '020-794 99 99' : PHONE }],
  });
  const social = await keep(
    tlsServer(await selfSigned([server]), ({ url = '/' }, response) => {
      const handle = new URL(url, `https://${server}`).searchParams.get('acct') ?? '';
      const body = JSON.stringify(url.includes('/statuses') ? [] : account(handle));
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    }),
  );
  const proxy = await keep(proxyServer(() => social.port));
  const profiles = IDS.map((id) => ({ id, network: 'mastodon', url: `https://${server}/@${id}`, sources: ['api'] }));
  await writeProfiles(folder.path, { brand: { contact: {} }, profiles });
  const options = ['--per-host-delay', '0', '--proxy', `http://127.0.0.1:${proxy.port}`, '--ignore-https-errors'];
  const { stderr } = await bijwerken(['audit', ...options], { cwd: folder.path });
  const report = await readReport(path.join(folder.path, 'reports', 'latest'));
  const findings = report.profiles.map((each) => each.findings.find(({ check }) => check === 'info.uniform'));
  expect(
    findings.map((each) => each?.status),
    stderr,
  ).toEqual(['ok', 'ok', 'deviating', 'ok']);
  expect(findings[2]).toMatchObject({
    args: { field: 'phones', agreeing: 3, of: 4, profiles: 'noord, oost, west' },
    normalised: 'phones: +31207949999',
  });
}, 120_000);
