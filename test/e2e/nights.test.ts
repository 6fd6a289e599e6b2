/** Night after night into the same folder: what is new, what was put right, since when, and what a partial run may say. */

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { BIO, type FileFacts, type SiteFacts, sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();

/** What the sites say tonight, by path; a path that is not here is down. */
let tonight: Readonly<Record<string, SiteFacts>> = {};
let origin = '';
let folder: TemporaryFolder;

beforeAll(async () => {
  const site = await keep(
    httpServer(({ url = '/' }, response) => {
      const facts = tonight[url];
      if (!facts) return response.writeHead(500).end();
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
const OLD_NAME: SiteFacts = { name: 'Iets Anders' };
const OLD_PHONE: SiteFacts = { phone: '+31 20 794 99 99' };

const profiles = () => ['noord', 'zuid'].map((id) => ({ id, url: `${origin}/${id}` }));

interface Night {
  readonly code: number | null;
  readonly report: Report;
  readonly stderr: string;
}

/** One audit; the report is that of the run itself, not of `latest`. */
async function night(sites: typeof tonight, options: readonly string[] = [], file?: FileFacts): Promise<Night> {
  tonight = sites;
  await writeProfiles(folder.path, file ?? { profiles: profiles() });
  const before = await runs();
  const args = ['audit', '--allow-private', '--per-host-delay', '0', ...options];
  const { code, stderr } = await bijwerken(args, { cwd: folder.path });
  const [made] = (await runs()).filter((id) => !before.includes(id));
  return { code, stderr, report: await readReport(path.join(folder.path, 'reports', made ?? 'none')) };
}

const runs = async () =>
  (await readdir(path.join(folder.path, 'reports')).catch(() => [])).filter((id) => id !== 'latest');
const latest = () => readReport(path.join(folder.path, 'reports', 'latest'));
const finding = ({ report }: Night, key: string) =>
  report.profiles.flatMap(({ findings }) => findings).find((each) => each.key === key);

test('three nights: since is kept, new and fixed are counted, the history grows', async () => {
  const first = await night({ '/noord': OLD_NAME, '/zuid': RIGHT }, ['--now', '2026-11-20T02:00:00Z']);
  expect(first.code).toBe(1);
  expect(first.report.summary.sincePrevious).toBeNull();
  expect(finding(first, 'noord/info.name')).toMatchObject({ status: 'deviating', since: first.report.run.startedAt });

  const second = await night({ '/noord': OLD_NAME, '/zuid': OLD_PHONE }, ['--now', '2026-11-21T02:00:00Z']);
  expect(second.report.summary.sincePrevious).toEqual({ new: 1, fixed: 0 });
  expect(finding(second, 'noord/info.name')).toMatchObject({ isNew: false, since: first.report.run.startedAt });
  expect(finding(second, 'zuid/info.phone')).toMatchObject({ isNew: true, since: second.report.run.startedAt });

  const third = await night({ '/noord': RIGHT, '/zuid': OLD_PHONE }, ['--now', '2026-11-22T02:00:00Z']);
  expect(third.report.summary.sincePrevious).toEqual({ new: 0, fixed: 1 });
  expect(finding(third, 'zuid/info.phone')?.since).toBe(second.report.run.startedAt);
  expect(third.report.history.map(({ at }) => at)).toEqual(
    [first, second, third].map(({ report }) => report.run.startedAt),
  );
  expect(await latest()).toEqual(third.report);
});

test('a night that could not see it breaks nothing, fixes nothing, and makes nothing new', async () => {
  const first = await night({ '/noord': OLD_NAME, '/zuid': OLD_PHONE });
  const blind = await night({});
  expect(blind.code).toBe(3);
  expect(blind.report.run.exitReasons).toEqual(['coverage']);
  expect(blind.report.summary.sincePrevious).toEqual({ new: 0, fixed: 0 });
  const third = await night({ '/noord': OLD_NAME, '/zuid': RIGHT });
  expect(third.report.summary.sincePrevious).toEqual({ new: 0, fixed: 1 });
  expect(finding(third, 'noord/info.name')).toMatchObject({ isNew: false, since: first.report.run.startedAt });
});

test('--fail-on new: everything on the first night, then only what is new', async () => {
  const failOn = ['--fail-on', 'new'];
  const codes = [
    await night({ '/noord': OLD_NAME, '/zuid': RIGHT }, failOn),
    await night({ '/noord': OLD_NAME, '/zuid': RIGHT }, failOn),
    await night({ '/noord': OLD_NAME, '/zuid': OLD_PHONE }, failOn),
    await night({ '/noord': OLD_NAME, '/zuid': OLD_PHONE }, failOn),
  ].map(({ code, report }) => [code, report.run.exitReasons]);
  expect(codes).toEqual([
    [1, ['new-findings']],
    [0, []],
    [1, ['new-findings']],
    [0, []],
  ]);
});

test('partial runs never become latest, and fix nothing', async () => {
  const first = await night({ '/noord': OLD_NAME, '/zuid': OLD_PHONE }, ['--fail-on', 'never']);
  expect(first.code).toBe(0);
  const narrowed = [
    { options: ['--only', 'zuid'], partial: { only: ['zuid'] } },
    { options: ['--network', 'website', '--source', 'http'], partial: { networks: ['website'], sources: ['http'] } },
  ];
  for (const { options, partial } of narrowed) {
    const some = await night({ '/noord': RIGHT, '/zuid': RIGHT }, options);
    expect(some.code).toBe(0);
    expect(some.report.run.partial).toEqual(partial);
    expect(some.report.summary.sincePrevious?.fixed).toBe(0);
    expect(await latest()).toEqual(first.report);
  }
  const next = await night({ '/noord': RIGHT, '/zuid': RIGHT });
  expect(next.report.summary.sincePrevious?.fixed).toBe(2);
  expect(next.report.history).toHaveLength(2);
});

test('a partial run on the first night leaves no latest', async () => {
  await night({ '/zuid': RIGHT }, ['--only', 'zuid']);
  await expect(latest()).rejects.toThrow('ENOENT');
});

test('a waiver holds through its last day, and a lapsed one is a finding that --fail-on new counts', async () => {
  const waiver = {
    check: 'info.name',
    accepts: 'Iets Anders',
    reason: 'agreed',
    owner: 'noord@voorbeeld.nl',
    until: '2026-11-21',
  };
  const [noord] = profiles();
  const file = (): FileFacts => ({ profiles: [{ id: 'noord', url: '', ...noord, waivers: [waiver] }] });
  const on = (now: string) => night({ '/noord': OLD_NAME }, ['--now', now, '--fail-on', 'new'], file());

  const held = await on('2026-11-21T23:00:00Z');
  expect(held.code).toBe(0);
  expect(finding(held, 'noord/info.name')).toMatchObject({ status: 'waived', waiver: { owner: waiver.owner } });
  const lapsed = await on('2026-11-22T01:00:00Z');
  expect(lapsed.code).toBe(1);
  expect(finding(lapsed, 'noord/info.name')).toMatchObject({
    status: 'deviating',
    waiver: null,
    waiverRefused: 'lapsed',
  });
  // It stays one until somebody decides anew.
  expect((await on('2026-11-23T01:00:00Z')).code).toBe(1);
});

test('a waiver of another value accepts nothing', async () => {
  const waiver = { check: 'info.name', accepts: 'Weer Anders', reason: 'agreed', owner: 'a@v.nl', until: '2999-01-01' };
  const [noord] = profiles();
  const file: FileFacts = { profiles: [{ id: 'noord', url: '', ...noord, waivers: [waiver] }] };
  const refused = await night({ '/noord': OLD_NAME }, [], file);
  expect(refused.code).toBe(1);
  expect(finding(refused, 'noord/info.name')).toMatchObject({ status: 'deviating', waiverRefused: 'other-value' });
});

test('another expectation in the file is a new finding, and its return a fixed one', async () => {
  const sites = { '/noord': RIGHT, '/zuid': RIGHT };
  await night(sites);
  const brand = { bios: [{ language: 'nl', text: `${BIO} Kom langs.` }] };
  const changed = await night(sites, [], { brand, profiles: profiles() });
  expect(changed.report.summary.sincePrevious).toEqual({ new: 2, fixed: 0 });
  const back = await night(sites);
  expect(back.report.summary.sincePrevious).toEqual({ new: 0, fixed: 2 });
});

test('runs of the same second get folders of their own', async () => {
  const now = ['--now', '2026-11-20T02:00:00Z'];
  for (let run = 0; run < 2; run++) await night({ '/noord': RIGHT, '/zuid': RIGHT }, now);
  const made = await runs();
  expect(made).toHaveLength(2);
  for (const id of made) expect(id).toMatch(/^2026-11-20T02-00-0\dZ(-2)?$/);
});
