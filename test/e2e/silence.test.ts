/** Silence, from profiles.json to the report: limits, seasons, new accounts, and what is weighed before one is let go. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { BIO, NAME, sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const NOW = '2027-05-01T02:00:00.000Z';

/** The played server's accounts: when they were made, when they last posted, and who follows them. */
const ACCOUNTS = [
  { username: 'voorbeeld', created: '2018-01-01', newest: '2024-03-03', followers: 4200 },
  { username: 'zomer', created: '2018-01-01', newest: '2026-07-03', followers: 3 },
  { username: 'stillezomer', created: '2018-01-01', newest: '2026-05-30', followers: 3 },
  { username: 'kort', created: '2018-01-01', newest: '2027-01-15', followers: 3 },
  { username: 'lang', created: '2018-01-01', newest: '2027-01-15', followers: 3 },
  { username: 'nieuw', created: '2027-04-01', newest: null, followers: 0 },
  { username: 'leeg', created: '2020-01-01', newest: null, followers: 0 },
  { username: 'reserve', created: '2018-01-01', newest: '2027-04-30', followers: 3 },
] as const;

const home = () => `${origin.replace('127.0.0.1', 'localhost')}/`;
const instant = (day: string) => `${day}T00:00:00.000Z`;

function answer(url: URL): unknown {
  const [, id] = /^\/api\/v1\/accounts\/(\d+)\/statuses$/.exec(url.pathname) ?? [];
  const name = url.searchParams.get('acct');
  const index = id === undefined ? ACCOUNTS.findIndex(({ username }) => username === name) : Number(id) - 1;
  const account = ACCOUNTS[index];
  if (!account) return { error: 'Record not found' };
  const { username, created, newest, followers } = account;
  const who = { id: String(index + 1), username, acct: username };
  if (id !== undefined) return newest ? [{ id: '9', created_at: instant(newest), reblog: null, account: who }] : [];
  return {
    ...who,
    display_name: NAME,
    note: `<p>${BIO}</p>`,
    url: `${url.origin}/@${username}`,
    fields: [],
    created_at: instant(created),
    followers_count: followers,
    statuses_count: newest ? 1 : 0,
    last_status_at: newest,
  };
}

let folder: TemporaryFolder;
let report: Report;
let stderr = '';
let origin = '';

beforeAll(async () => {
  const site = await keep(
    httpServer(({ url = '/', headers }, response) => {
      const address = new URL(url, `http://${headers.host}`);
      if (!address.pathname.startsWith('/api/')) {
        const linked = `<a href="${origin}/@voorbeeld">Mastodon</a></body>`;
        const page = sitePage().replace('</body>', linked);
        return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(address)));
    }),
  );
  origin = `http://127.0.0.1:${site.port}`;
  folder = await temporaryFolder();
  const account = (id: string, rest: Readonly<Record<string, unknown>> = {}) => ({
    id,
    network: 'mastodon',
    url: `${origin}/@${id}`,
    sources: ['api'],
    ignore: ['info.phone'],
    ...rest,
  });
  await writeProfiles(folder.path, {
    profiles: [
      // Another host than that of the accounts: a link to one's own pages is none to a profile.
      { id: 'site', url: home() },
      { id: 'campagne', url: `${origin}/campagne`, intent: 'campaign', until: '2027-03-31' },
      account('voorbeeld'),
      account('zomer', { activeMonths: [6, 7, 8], pin: '2' }),
      account('stillezomer', { activeMonths: [6, 7, 8], pin: '3' }),
      account('kort'),
      account('lang', { dormantAfter: 'P1Y' }),
      account('nieuw'),
      account('leeg'),
      account('reserve', { intent: 'reserve' }),
    ],
    settings: { networks: { mastodon: { dormantAfter: 'P3M' } } },
  });
  const args = ['audit', '--allow-private', '--per-host-delay', '0', '--now', NOW];
  const ended = await bijwerken(args, { cwd: folder.path });
  stderr = ended.stderr;
  report = await readReport(path.join(folder.path, 'reports', 'latest'));
});
afterAll(async () => {
  await closeAll();
  await folder.remove();
});

const found = (id: string, check: string) =>
  report.profiles.find((profile) => profile.id === id)?.findings.find((finding) => finding.check === check);

test.each([
  ['voorbeeld', 'activity.dormant', 'dormant'],
  ['zomer', 'activity.between-seasons', 'consistent'],
  ['stillezomer', 'activity.dormant', 'dormant'],
  ['kort', 'activity.dormant', 'dormant'],
  ['lang', 'activity.recent', 'consistent'],
  ['reserve', 'activity.meant-to-be-silent', 'consistent'],
  ['campagne', 'activity.campaign-over', 'inconsistent'],
])('%s: %s', (id, code, verdict) => {
  expect(found(id, 'activity.dormant')?.code).toBe(code);
  expect(report.profiles.find((profile) => profile.id === id)?.verdict).toBe(verdict);
});

test('an empty account is blamed when it is old enough', () => {
  expect(found('nieuw', 'activity.never-posted')).toMatchObject({ status: 'ok', code: 'activity.new-account' });
  expect(found('leeg', 'activity.never-posted')).toMatchObject({
    status: 'deviating',
    args: { created: '2020-01-01T00:00:00.000Z' },
  });
});

test('report.json holds what is weighed', () => {
  expect(found('voorbeeld', 'activity.dormant')?.advice).toEqual({
    followers: 4200,
    bigAudience: true,
    pin: 'missing',
    handleIsName: NAME,
    linkedFrom: [home()],
  });
  expect(found('stillezomer', 'activity.dormant')?.advice).toMatchObject({
    bigAudience: false,
    pin: 'confirmed',
    handleIsName: null,
    linkedFrom: [],
  });
  expect(found('zomer', 'activity.dormant')?.advice).toBeUndefined();
});

test('the page and the terminal say it', async () => {
  const $ = load(await readFile(path.join(folder.path, 'reports', 'latest', 'index.html'), 'utf8'));
  const steps = $('#profile-voorbeeld .steps').text();
  expect(steps).toContain('Dit profiel heeft 4.200 volgers.');
  expect(steps).toContain('Vraag eerst toestemming');
  expect($('#profile-stillezomer .steps').text()).not.toContain('Vraag eerst');
  expect(stderr).toContain('want het heeft veel volgers: 4.200.');
});
