/** Nights that tell people: after an audit, on a quiet night, by hand, and when the mail server is gone. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MailServer, mailServer } from '../support/mailServer.ts';
import { closing, httpServer, type TestServer } from '../support/servers.ts';
import { bijwerken, filesBelow, readReport, type TemporaryFolder, temporaryFolder } from './command.ts';
import { type SiteFacts, sitePage, writeProfiles } from './site.ts';

const { keep, closeAll } = closing();
let tonight: SiteFacts = {};
let site: TestServer;
let mail: MailServer;
let folder: TemporaryFolder;

beforeAll(async () => {
  site = await keep(
    httpServer(({ url = '/' }, response) => {
      if (url.startsWith('/hart')) return response.writeHead(200).end('ok');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(sitePage(tonight));
    }),
  );
});
afterAll(closeAll);

beforeEach(async () => {
  folder = await temporaryFolder();
  mail = await mailServer();
  return async () => {
    await mail.close();
    await folder.remove();
  };
});

const RIGHT: SiteFacts = {};
const OLD_PHONE: SiteFacts = { phone: '+31 20 794 99 99' };
const beats = () => site.requests.filter((request) => request.includes('/hart')).length;
const mailEnv = () => ({ BIJWERKEN_SMTP_URL: `smtp://localhost:${mail.port}` });

async function night(
  facts: SiteFacts,
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = mailEnv(),
) {
  tonight = facts;
  const origin = `http://127.0.0.1:${site.port}`;
  await writeProfiles(folder.path, {
    profiles: [
      { id: 'noord', url: `${origin}/noord`, owner: 'noord@voorbeeld.example' },
      { id: 'zuid', url: `${origin}/zuid`, owner: 'iemand' },
    ],
    settings: {
      delivery: { mail: { from: 'bijwerken@voorbeeld.example' } },
      heartbeatUrl: `${origin}/hart`,
    },
  });
  const args = ['audit', '--allow-private', '--per-host-delay', '0', ...options];
  return await bijwerken(args, { cwd: folder.path, env });
}

test('an owner is mailed what is new, once; a quiet night is silent; the heart beats', async () => {
  const before = beats();
  const first = await night(RIGHT);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain('"iemand" is neither an e-mail address nor a key of people');
  expect(mail.received).toEqual([]);
  expect(beats()).toBe(before + 1);

  const second = await night(OLD_PHONE);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain('Delivered by mail to noord@voorbeeld.example');
  const [received] = mail.received;
  expect(mail.received).toHaveLength(1);
  expect(received?.to).toEqual(['noord@voorbeeld.example']);
  expect(received?.mail.subject).toBe('Stichting Voorbeeld: 1 nieuw, 1 te doen');
  expect(received?.mail.text).toContain('+31 20 794 99 99');
  expect(received?.mail.text).not.toContain('zuid');

  const again = await bijwerken(['deliver', 'reports/latest', '--json'], { cwd: folder.path, env: mailEnv() });
  expect(again.code).toBe(0);
  expect(again.stderr).toContain('Delivered before by mail to noord@voorbeeld.example; not sent again.');
  expect(JSON.parse(again.stdout)).toMatchObject([{ target: 'mail', status: 'sent-before' }]);

  const third = await night(OLD_PHONE);
  expect(third.code).toBe(1);
  expect(mail.received).toHaveLength(1);
  expect(beats()).toBe(before + 3);
});

test('a part of a run and a replay tell nobody unless asked, and their heart does not beat', async () => {
  await night(RIGHT);
  const before = beats();
  await night(OLD_PHONE, ['--only', 'noord']);
  await night(OLD_PHONE, ['--no-deliver']);
  expect(mail.received).toEqual([]);
  expect(beats()).toBe(before + 1);
  const replay = ['--captures', path.join('reports', 'latest', 'captures')];
  await night(OLD_PHONE, replay);
  expect(mail.received).toEqual([]);
  expect(beats()).toBe(before + 1);
});

test('a run for a pull request tells nobody', async () => {
  await night(RIGHT);
  const { stderr } = await night(OLD_PHONE, [], { ...mailEnv(), GITHUB_EVENT_NAME: 'pull_request' });
  expect(stderr).toContain('Nobody is told of a run for a pull request');
  expect(mail.received).toEqual([]);
});

test('what is not delivered is told, hides nothing, and can be sent later', async () => {
  await night(RIGHT);
  const hidden = await night(OLD_PHONE, [], {});
  expect(hidden.code).toBe(1);
  expect(hidden.stderr).toContain('Not delivered by mail to noord@voorbeeld.example: BIJWERKEN_SMTP_URL is not set.');
  expect((await readReport(path.join(folder.path, 'reports', 'latest'))).run.exitCode).toBe(1);

  const wrong = { BIJWERKEN_SMTP_URL: 'smtp://u:geheimgeheim@localhost/x' };
  const failed = await bijwerken(['deliver', 'reports/latest'], { cwd: folder.path, env: wrong });
  expect(failed.code).toBe(3);
  expect(failed.stderr).not.toContain('geheimgeheim');
  expect(mail.received).toEqual([]);

  const dry = await bijwerken(['deliver', 'reports/latest', '--dry-run'], { cwd: folder.path });
  expect(dry.code).toBe(0);
  expect(dry.stderr).toContain('Would be delivered by mail to noord@voorbeeld.example');
  expect(dry.stderr).toContain('+31 20 794 99 99');

  const later = await bijwerken(['deliver', 'reports/latest'], { cwd: folder.path, env: mailEnv() });
  expect(later.code).toBe(0);
  expect(mail.received).toHaveLength(1);
  const ledgers = (await filesBelow(path.join(folder.path, 'reports'))).filter((name) =>
    name.endsWith('delivered.json'),
  );
  expect(ledgers).toHaveLength(2);
  expect(await readFile(path.join(folder.path, 'reports', ledgers[0] ?? ''), 'utf8')).not.toContain('noord@');
});

test('a run that is well but told nobody ends with 3', async () => {
  await night(RIGHT);
  const { code, stderr } = await night(OLD_PHONE, ['--fail-on', 'never'], {});
  expect(code).toBe(3);
  expect(stderr).toContain('The run is kept. To send what was not sent:');
});

test('mistakes of usage are told', async () => {
  await night(RIGHT);
  const ended = async (args: readonly string[]) => await bijwerken(['deliver', ...args], { cwd: folder.path });
  expect(await ended(['reports/latest', '--to', 'duif'])).toMatchObject({ code: 2 });
  expect(await ended(['reports/latest', '--to', 'slack'])).toMatchObject({ code: 2 });
  expect(await ended(['reports/nergens'])).toMatchObject({ code: 2 });
  await writeProfiles(folder.path, { profiles: [] });
  const unset = await ended(['reports/latest']);
  expect(unset.code).toBe(2);
  expect(unset.stderr).toContain('profiles.json /settings/delivery: nothing is set here.');
});
