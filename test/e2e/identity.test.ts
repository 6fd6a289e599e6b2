/** Lasting ids, from profiles.json to the report and back into the file, through the built command. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { BIO, NAME, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const NOW = '2026-11-20T02:00:00.000Z';
const NAMES = ['eigen', 'ander', 'verhuisd', 'nieuw', 'elders'];
/** The server shows these to who is signed in, and to nobody else. */
const CLOSED = ['gezien', 'slaapt', 'verouderd'];

const ALL_OK = { name: 'ok', bio: 'ok', website: 'not-seen' };

let folder: TemporaryFolder;
let origin = '';
let report: Report;
let stderr = '';

function answer(url: URL): unknown {
  const name = url.searchParams.get('acct') ?? '';
  if (url.pathname.endsWith('/statuses')) return [];
  const to = `${url.origin}/@eigen`;
  return {
    id: String(NAMES.indexOf(name) + 1),
    username: name,
    acct: name,
    display_name: NAME,
    note: `<p>${BIO}</p>`,
    url: `${url.origin}/@${name}`,
    fields: [],
    created_at: '2018-01-01T00:00:00.000Z',
    followers_count: 12,
    statuses_count: 1,
    last_status_at: '2026-11-19',
    ...(name === 'verhuisd' ? { moved: { id: '1', username: 'eigen', acct: 'eigen', url: to } } : {}),
  };
}

beforeAll(async () => {
  const site = await keep(
    httpServer(({ url = '/', headers }, response) => {
      const address = new URL(url, `http://${headers.host}`);
      const isClosed = CLOSED.includes(address.searchParams.get('acct') ?? '');
      const body = isClosed ? { error: 'This method requires an authenticated user' } : answer(address);
      response.writeHead(isClosed ? 401 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
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
  const config = await writeProfiles(folder.path, {
    profiles: [
      account('eigen', { pin: '1' }),
      account('ander', { pin: '77' }),
      account('verhuisd'),
      account('nieuw'),
      account('gezien', { seen: [{ at: '2026-11-10', by: 'Noor', fields: ALL_OK, newestPost: '2026-11-01' }] }),
      account('slaapt', { seen: [{ at: '2026-11-10', by: 'Noor', fields: ALL_OK, newestPost: '2024-03-03' }] }),
      account('verouderd', { seen: [{ at: '2026-09-10', by: 'Noor', fields: ALL_OK, newestPost: '2026-09-01' }] }),
    ],
  });
  const more = { profiles: [account('elders')] };
  await writeFile(path.join(folder.path, 'more.json'), `${JSON.stringify(more, null, '\t')}\n`);
  const file: object = JSON.parse(await readFile(config, 'utf8'));
  await writeFile(config, JSON.stringify({ ...file, extends: './more.json' }, null, 4));
  const args = ['audit', '--allow-private', '--per-host-delay', '0', '--now', NOW, '--lang', 'nl'];
  ({ stderr } = await bijwerken(args, { cwd: folder.path }));
  report = await readReport(path.join(folder.path, 'reports', 'latest'));
});
afterAll(async () => {
  await closeAll();
  await folder.remove();
});

/** With the server that gave it. */
const seen = (pin: string) => `${pin}@${new URL(origin).host}`;
const profile = (id: string) => report.profiles.find((each) => each.id === id);
const found = (id: string, named = 'presence.identity') => profile(id)?.findings.find(({ check }) => check === named);

test.each([
  ['eigen', 'consistent', 'identity.same'],
  ['ander', 'taken-over', 'identity.taken-over'],
  ['verhuisd', 'inconsistent', 'identity.moved'],
  ['nieuw', 'consistent', undefined],
])('%s: %s', (id, verdict, code) => {
  expect(stderr).not.toContain('is accepted but not used');
  expect([profile(id)?.verdict, found(id)?.code]).toEqual([verdict, code]);
});

test('another account under the name is the loudest: first in the terminal and on the page, and what to do', async () => {
  expect(profile('ander')?.action).toBe('report-to-network');
  expect(found('ander')).toMatchObject({ severity: 'error', args: { registered: '77', seen: seen('2') } });
  expect(stderr.indexOf('Mastodon ander')).toBeGreaterThan(0);
  expect(stderr.indexOf('Mastodon ander')).toBeLessThan(stderr.indexOf('Mastodon verhuisd'));
  const page = await readFile(path.join(folder.path, 'reports', 'latest', 'index.html'), 'utf8');
  expect(page).toContain('Onder deze naam staat nu een ander account.');
  expect(page).toContain('badge-taken-over');
});

test.each([
  ['gezien', 'consistent', 'hand.ok', 'hand.recent', ['name', 'bio', 'lastActivity']],
  ['slaapt', 'dormant', 'hand.ok', 'hand.dormant', ['name', 'bio', 'lastActivity']],
  ['verouderd', 'unverifiable', 'hand.too-old', 'hand.too-old', undefined],
])('behind a login, looked at by hand: %s is %s', (id, verdict, name, posts, byHand) => {
  expect(profile(id)).toMatchObject({ verdict, capture: { outcome: 'login-wall' } });
  expect([found(id, 'info.name')?.code, found(id, 'activity.dormant')?.code]).toEqual([name, posts]);
  expect(profile(id)?.seen.byHand).toEqual(byHand);
});

test('what was seen by hand is quoted with its day and name, and counted apart', async () => {
  expect(report.summary.coverage.byHand?.profiles).toBe(0.25);
  expect(report.summary.coverage.byHand?.fields).toBeGreaterThan(0);
  expect(found('gezien', 'info.name')?.evidence.items).toEqual([
    expect.objectContaining({ source: 'hand', locator: 'Noor, 2026-11-10', found: ['ok'] }),
  ]);
  const page = await readFile(path.join(folder.path, 'reports', 'latest', 'index.html'), 'utf8');
  expect(page).toContain('Noor keek op 10 november 2026 zelf: het nieuwste bericht is van 3 maart 2024.');
  expect(page).toContain('Een deel daarvan zag een mens, en geen bron');
});

test('a pin that is none of that network is a mistake of the file', async () => {
  const config = path.join(folder.path, 'wrong.json');
  const text = await readFile(path.join(folder.path, 'profiles.json'), 'utf8');
  await writeFile(config, text.replace('"77"', '"seventy-seven"'));
  const { code, stderr: said } = await bijwerken(['validate', '--config', config]);
  expect(code).toBe(2);
  expect(said).toContain('/profiles/1/pin: "seventy-seven" is not a lasting account id of mastodon.');
});

test('pin writes what was seen, into the file where the profile stands, and overwrites nothing', async () => {
  const read = (name: string) => readFile(path.join(folder.path, name), 'utf8');
  const [main, more] = [await read('profiles.json'), await read('more.json')];
  const { code, stdout } = await bijwerken(['pin', '--json'], { cwd: folder.path });
  const states = (JSON.parse(stdout) as readonly { id: string; state: string }[]).map(({ id, state }) => [id, state]);
  expect(Object.fromEntries(states)).toEqual({
    eigen: 'same',
    ander: 'kept',
    verhuisd: 'written',
    nieuw: 'written',
    elders: 'written',
    gezien: 'not-seen',
    slaapt: 'not-seen',
    verouderd: 'not-seen',
  });
  expect(code).toBe(1);
  const pinned = (text: string, id: string, pin: string) =>
    text.replace(new RegExp(`(\\n[ \\t]*)("url": "[^"]*/@${id}",)`), `$1$2$1"pin": "${pin}",`);
  expect(await read('profiles.json')).toBe(pinned(pinned(main, 'verhuisd', seen('3')), 'nieuw', seen('4')));
  expect(await read('more.json')).toBe(pinned(more, 'elders', seen('5')));

  const again = await bijwerken(['pin', 'nieuw'], { cwd: folder.path });
  expect([again.code, again.stderr]).toEqual([0, `nieuw: ${seen('4')} stands there already\n`]);
  const replaced = await bijwerken(['pin', 'ander', '--replace'], { cwd: folder.path });
  expect(replaced.code).toBe(0);
  expect(replaced.stderr).toContain(`ander: ${seen('2')} is written in place of the other one [77] (profiles.json)`);
  expect(await read('profiles.json')).toContain(`"pin": "${seen('2')}"`);
});

test('pin without a run, or for a profile that is not there, says what to do', async () => {
  const none = await bijwerken(['pin', '--run', 'reports/none'], { cwd: folder.path });
  expect([none.code, none.stderr.includes('there is no report here')]).toEqual([2, true]);
  const unknown = await bijwerken(['pin', 'eign'], { cwd: folder.path });
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('"eigen"');
});
