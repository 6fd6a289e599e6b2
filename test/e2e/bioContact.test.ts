/** Contact data that stand in a bio, from what a server answers to the page that the adviser reads. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { closing, httpServer } from '../support/servers.ts';
import { bijwerken, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { NAME, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
const BIOS: Readonly<Record<string, string>> = {
  goed: 'Samen maken.<br>📞 020-794 12 34 | info@voorbeeld.example',
  oud: 'Samen maken. Bel 020-765 43 21',
  stil: 'Samen maken. KvK 01234567, sinds 01-02-2003, open 9.00-17.00 uur.',
};
let folder: TemporaryFolder;
let origin = '';
let report: Report;

const account = (name: string) => ({
  id: String(Object.keys(BIOS).indexOf(name) + 1),
  username: name,
  acct: name,
  display_name: NAME,
  note: `<p>${BIOS[name]}</p>`,
  url: `${origin}/@${name}`,
  fields: [],
  created_at: '2018-01-01T00:00:00.000Z',
  followers_count: 12,
  statuses_count: 1,
  last_status_at: '2026-11-19',
});

beforeAll(async () => {
  const site = await keep(
    httpServer(({ url = '/' }, response) => {
      const { pathname, searchParams } = new URL(url, origin);
      const body = pathname.endsWith('/statuses') ? [] : account(searchParams.get('acct') ?? '');
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }),
  );
  origin = `http://127.0.0.1:${site.port}`;
  folder = await temporaryFolder();
  await writeProfiles(folder.path, {
    brand: {
      contact: { phones: ['+31 20 794 12 34'], emails: ['info@voorbeeld.example'] },
      former: { phones: ['020 765 43 21'] },
    },
    profiles: Object.keys(BIOS).map((id) => ({
      id,
      network: 'mastodon',
      url: `${origin}/@${id}`,
      sources: ['api'],
      ignore: ['info.bio'],
    })),
  });
  const args = [
    'audit',
    '--allow-private',
    '--per-host-delay',
    '0',
    '--now',
    '2026-11-20T02:00:00.000Z',
    '--lang',
    'nl',
  ];
  const { stderr } = await bijwerken(args, { cwd: folder.path });
  report = await readReport(path.join(folder.path, 'reports', 'latest')).catch(() => {
    throw new Error(stderr);
  });
});
afterAll(async () => {
  await closeAll();
  await folder.remove();
});

const finding = (id: string, check: string) =>
  report.profiles.find((each) => each.id === id)?.findings.find((each) => each.check === check);

test('a right number and mailbox in a bio are seen, and said to stand there', async () => {
  expect(finding('goed', 'info.phone')).toMatchObject({ status: 'ok', code: 'phone.same' });
  expect(finding('goed', 'info.email')).toMatchObject({ status: 'ok', code: 'email.same' });
  const { observation } = report.profiles.find(({ id }) => id === 'goed') ?? {};
  expect(observation?.phones).toEqual([{ value: '020-794 12 34', origin: 'api', within: 'bio' }]);
  expect(observation?.emails).toEqual([{ value: 'info@voorbeeld.example', origin: 'api', within: 'bio' }]);
});

test('a former number in a bio is a finding with the right one to copy', async () => {
  expect(finding('oud', 'info.phone')).toMatchObject({
    status: 'deviating',
    code: 'phone.former',
    found: '020-765 43 21',
    evidence: { items: [{ within: 'bio', origin: 'api' }] },
    remedy: { value: '+31 20 794 12 34' },
  });
  const page = await readFile(path.join(folder.path, 'reports', 'latest', 'index.html'), 'utf8');
  expect(page).toContain('Dit staat in de tekst van het profiel, niet in een eigen veld.');
});

test('figures that are no telephone number are no finding of their own', () => {
  expect(finding('stil', 'info.phone')?.found ?? null).toBeNull();
  expect(finding('stil', 'info.phone')?.status).not.toBe('deviating');
});

test('read prints them too', async () => {
  const file = path.join(folder.path, 'account.json');
  await writeFile(file, JSON.stringify(account('goed')));
  const args = ['read', file, '--network', 'mastodon', '--source', 'api', '--url', `${origin}/@goed`];
  const { stdout, stderr } = await bijwerken(args);
  expect(JSON.parse(stdout || `"${stderr}"`)).toMatchObject({
    outcome: 'profile',
    observation: { phones: [{ value: '020-794 12 34', origin: 'api', within: 'bio' }] },
  });
});
