/** A run to its readers: over real connections, each once, and one that fails takes no other along. */

import { createHmac } from 'node:crypto';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { askThrough } from '../src/ask.ts';
import { createRedactor } from '../src/capture/redact.ts';
import { defaultSettings } from '../src/config/load.ts';
import { openConnections } from '../src/connections.ts';
import { sendHeartbeat } from '../src/deliver/heartbeat.ts';
import { deliverRun } from '../src/delivery.ts';
import type { DeliveryInput } from '../src/deliveryInput.ts';
import type { ProfileEntry } from '../src/model/config.ts';
import type { DeliverySettings } from '../src/model/delivery.ts';
import type { Report } from '../src/model/report.ts';
import { aFinding, aProfile, aReport, aSummary } from './report/building.ts';
import { fakeWorld } from './support/fakeWorld.ts';
import { aFolder, textsIn } from './support/folders.ts';
import { mailServer } from './support/mailServer.ts';
import { closing, httpServer, silentLog } from './support/servers.ts';

const { keep, closeAll } = closing();
afterEach(closeAll);

const X = ['x', 'X', 'https://x.com/voorbeeld'] as const;
const MAIL = { from: 'bijwerken@voorbeeld.nl' };
const SECRET = 'een lang geheim van iemand';

const wrong = (isNew: boolean) =>
  aFinding('info.name', 'deviating', 'name.differs', {}, { expected: 'Voorbeeld', found: 'Voorbeld', isNew });
const PROFILES = [
  aProfile('x-jan', X, 'inconsistent', [wrong(true)]),
  aProfile('x-an', X, 'inconsistent', [wrong(false)]),
  aProfile('x-piet', X, 'inconsistent', [wrong(true)]),
];
const NIGHT = aReport(PROFILES, { summary: aSummary(PROFILES, { new: 2, fixed: 0 }) });
const ENTRIES: readonly ProfileEntry[] = [
  { id: 'x-jan', network: 'x', url: X[2], owner: 'jan' },
  { id: 'x-an', network: 'x', url: X[2], owner: 'an@voorbeeld.nl' },
  { id: 'x-piet', network: 'x', url: X[2], owner: 'piet@voorbeeld.nl' },
];
const people = new Map([['jan', { name: 'Jan "de\r\nBaas"', email: 'jan@voorbeeld.nl' }]]);

type Parts = Partial<Omit<DeliveryInput, 'world' | 'config'>> & {
  readonly delivery: DeliverySettings;
  readonly env?: Readonly<Record<string, string>>;
};

async function deliver({ delivery, env = {}, report = NIGHT, ...parts }: Parts & { readonly report?: Report }) {
  const world = fakeWorld({ env, hosts: { localhost: '127.0.0.1' } });
  const folder =
    parts.folder ?? (await aFolder({ 'report.json': JSON.stringify(report), 'index.html': '<p>rapport</p>' }));
  const redact = createRedactor(env);
  const connections = await keep(
    openConnections({ world, log: silentLog, redactor: redact, perHostDelayMs: 0, allowPrivate: true }),
  );
  const { signal } = new AbortController();
  const outcomes = await deliverRun({
    config: { profiles: ENTRIES, people, settings: { ...defaultSettings, delivery } },
    report,
    world,
    ask: askThrough(connections.http, signal),
    allowPrivate: true,
    ignoreHttpsErrors: false,
    redact,
    signal,
    ...parts,
    folder,
  });
  return {
    outcomes,
    folder,
    short: outcomes.map(({ target, to, status }) => `${target} ${to?.join(' ') ?? '-'} ${status}`),
  };
}

/** Takes what is posted. */
async function hookServer(status = 200, headers: Readonly<Record<string, string>> = {}) {
  const bodies: string[] = [];
  const server = await keep(
    httpServer((incoming, answer) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        bodies.push(Buffer.concat(chunks).toString('utf8'));
        answer.writeHead(status, headers).end('ok');
      });
    }),
  );
  return { server, bodies, url: `http://127.0.0.1:${server.port}/geheimgeheimgeheim` };
}

describe('mail', () => {
  test('each owner is told what is new of theirs; who has nothing new is not', async () => {
    const server = await keep(mailServer());
    const env = { BIJWERKEN_SMTP_URL: `smtp://localhost:${server.port}` };
    const { short } = await deliver({ delivery: { mail: MAIL }, env });
    expect(short).toEqual(['mail jan@voorbeeld.nl sent', 'mail an@voorbeeld.nl quiet', 'mail piet@voorbeeld.nl sent']);
    expect(server.received.map(({ to }) => to)).toEqual([['jan@voorbeeld.nl'], ['piet@voorbeeld.nl']]);
    const [first] = server.received;
    expect(first?.mail.subject).toBe('Stichting Voorbeeld: 1 nieuw, 1 te doen');
    expect(first?.mail.text).toContain('x-jan');
    expect(first?.mail.text).not.toContain('x-piet');
    expect(first?.mail.html).toContain('Voorbeld');
    expect(first?.raw).not.toMatch(/^Baas/m);
    expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(2);
  });

  test('one mail for all, to those who are named', async () => {
    const server = await keep(mailServer());
    const env = { BIJWERKEN_SMTP_URL: `smtp://localhost:${server.port}` };
    const mail = { ...MAIL, per: 'all' as const, to: ['jan', 'baas@voorbeeld.nl'], attach: true };
    const { short } = await deliver({ delivery: { mail, reportUrl: 'https://a.example/{run}' }, env });
    expect(short).toEqual(['mail jan@voorbeeld.nl baas@voorbeeld.nl sent']);
    const [received] = server.received;
    expect(received?.mail.subject).toBe('Stichting Voorbeeld: 2 nieuw, 3 te doen');
    expect(received?.mail.text).toContain('https://a.example/2026-11-23T02-00-00Z');
    expect(received?.mail.attachments.map(({ filename }) => filename)).toEqual(['bijwerken-2026-11-23.html']);
  });

  test('without a page to attach it goes without, and that is told', async () => {
    const server = await keep(mailServer());
    const env = { BIJWERKEN_SMTP_URL: `smtp://localhost:${server.port}` };
    const folder = await aFolder({ 'report.json': JSON.stringify(NIGHT) });
    const { outcomes } = await deliver({ delivery: { mail: { ...MAIL, per: 'all', attach: true } }, env, folder });
    expect(outcomes).toMatchObject([{ status: 'sent', reason: expect.stringContaining('without index.html') }]);
    expect(server.received[0]?.mail.attachments).toEqual([]);
    expect(server.received[0]?.mail.text).not.toContain('bijlage');
  });

  test('a repeat sends nothing twice, and sends what did not arrive', async () => {
    const server = await keep(mailServer({ refuses: ['piet@voorbeeld.nl'] }));
    const env = { BIJWERKEN_SMTP_URL: `smtp://localhost:${server.port}` };
    const { folder, short } = await deliver({ delivery: { mail: MAIL }, env });
    expect(short).toEqual([
      'mail jan@voorbeeld.nl sent',
      'mail an@voorbeeld.nl quiet',
      'mail piet@voorbeeld.nl failed',
    ]);
    const other = await keep(mailServer());
    const again = await deliver({
      delivery: { mail: MAIL },
      env: { BIJWERKEN_SMTP_URL: `smtp://localhost:${other.port}` },
      folder,
    });
    expect(again.short).toEqual([
      'mail jan@voorbeeld.nl sent-before',
      'mail an@voorbeeld.nl quiet',
      'mail piet@voorbeeld.nl sent',
    ]);
    expect(other.received.map(({ to }) => to)).toEqual([['piet@voorbeeld.nl']]);
    const { 'delivered.json': ledger = '' } = await textsIn(folder);
    expect(JSON.parse(ledger).delivered).toHaveLength(2);
    expect(ledger).not.toContain('@');
  });

  test('the same run and reader have the same Message-ID, another night another', async () => {
    const server = await keep(mailServer());
    const env = { BIJWERKEN_SMTP_URL: `smtp://localhost:${server.port}` };
    const next = { ...NIGHT, run: { ...NIGHT.run, id: '2026-11-24T02-00-00Z', startedAt: '2026-11-24T02:00:00.000Z' } };
    for (const report of [NIGHT, NIGHT, next])
      await deliver({ delivery: { mail: { ...MAIL, per: 'all' } }, env, report });
    const ids = server.received.map(({ mail }) => mail.messageId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(ids[0]).toMatch(/^<bijwerken\.[0-9a-f]{32}@voorbeeld\.nl>$/);
  });

  test('a report names no reader: an owner who is not in profiles.json gets nothing', async () => {
    const server = await keep(mailServer());
    const env = { BIJWERKEN_SMTP_URL: `smtp://localhost:${server.port}` };
    const forged = aReport([aProfile('x-jan', X, 'inconsistent', [wrong(true)], { owner: 'dief@kwaad.example' })]);
    const { short } = await deliver({ delivery: { mail: MAIL }, env, report: forged });
    expect(short).toEqual(['mail jan@voorbeeld.nl sent', 'mail an@voorbeeld.nl quiet', 'mail piet@voorbeeld.nl quiet']);
  });

  test('a quiet night is silent, and asks no server', async () => {
    const profiles = [aProfile('x-jan', X, 'inconsistent', [wrong(false)])];
    const report = aReport(profiles, { summary: aSummary(profiles, { new: 0, fixed: 0 }) });
    const { outcomes } = await deliver({ delivery: { mail: MAIL, slack: true, teams: true, webhook: {} }, report });
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['quiet']));
  });

  test('a dry run sends nothing and shows all', async () => {
    const { outcomes, folder } = await deliver({
      delivery: { mail: { ...MAIL, per: 'all' }, slack: true },
      dryRun: true,
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['would-be-sent', 'would-be-sent']);
    expect(outcomes[0]?.preview).toContain('Voorbeld');
    expect(Object.keys(await textsIn(folder))).not.toContain('delivered.json');
  });
});

describe('channels and programs', () => {
  test('are told, each in its own form, and the signature fits what arrived', async () => {
    const [slack, teams, webhook] = [await hookServer(), await hookServer(202), await hookServer(204)];
    const env = {
      BIJWERKEN_SLACK_WEBHOOK: slack.url,
      BIJWERKEN_TEAMS_WEBHOOK: teams.url,
      BIJWERKEN_WEBHOOK_URL: webhook.url,
      BIJWERKEN_WEBHOOK_SECRET: SECRET,
    };
    const { short, folder } = await deliver({
      delivery: { slack: true, teams: { onlyWhen: 'always' }, webhook: true },
      env,
    });
    expect(short).toEqual(['slack - sent', 'teams - sent', 'webhook - sent']);
    expect(JSON.parse(slack.bodies[0] ?? '')).toHaveProperty('blocks');
    expect(JSON.parse(teams.bodies[0] ?? '')).toHaveProperty('attachments');
    const [body = ''] = webhook.bodies;
    expect(JSON.parse(body).counts).toEqual({ fresh: 2, back: 0, fixed: 0, asking: 3, unseen: 0 });
    const [headers = {}] = webhook.server.headers;
    expect(headers['content-type']).toBe('application/json');
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`);
    expect(slack.server.headers[0]).not.toHaveProperty('webhook-signature');

    const again = await deliver({ delivery: { slack: true, teams: true, webhook: true }, env, folder });
    expect(new Set(again.outcomes.map(({ status }) => status))).toEqual(new Set(['sent-before']));
    expect(slack.bodies).toHaveLength(1);
  });

  test('one that fails takes no other along, and tells no secret', async () => {
    const [slack, teams] = [await hookServer(404), await hookServer()];
    const env = { BIJWERKEN_SLACK_WEBHOOK: slack.url, BIJWERKEN_TEAMS_WEBHOOK: teams.url };
    const { outcomes } = await deliver({ delivery: { slack: true, teams: true, webhook: true }, env });
    expect(outcomes.map(({ status, reason }) => [status, reason])).toEqual([
      ['failed', '127.0.0.1 answered 404: ok.'],
      ['sent', null],
      ['failed', 'BIJWERKEN_WEBHOOK_URL is not set.'],
    ]);
    expect(JSON.stringify(outcomes)).not.toContain('geheim');
    expect(slack.bodies).toHaveLength(1);
  });

  test('no redirect is followed', async () => {
    const there = await hookServer();
    const here = await hookServer(307, { location: there.url });
    const { outcomes } = await deliver({ delivery: { slack: true }, env: { BIJWERKEN_SLACK_WEBHOOK: here.url } });
    expect(outcomes[0]?.status).toBe('failed');
    expect(outcomes[0]?.reason).toContain('no redirect is followed');
    expect(there.bodies).toEqual([]);
  });

  test('only those that were asked for', async () => {
    const { short } = await deliver({
      delivery: { slack: true, teams: true, mail: MAIL },
      targets: ['teams'],
      dryRun: true,
    });
    expect(short).toEqual(['teams - would-be-sent']);
  });
});

describe('the heartbeat', () => {
  async function beat(url: string) {
    const world = fakeWorld();
    const connections = await keep(
      openConnections({ world, log: silentLog, redactor: (text) => text, perHostDelayMs: 0, allowPrivate: true }),
    );
    return await sendHeartbeat(url, askThrough(connections.http, new AbortController().signal));
  }

  test('is one plain request', async () => {
    const { server, url } = await hookServer(200, { 'content-type': 'application/octet-stream' });
    expect(await beat(url)).toBe(null);
    expect(server.requests).toEqual(['GET /geheimgeheimgeheim']);
  });

  test('that is not heard is told', async () => {
    const { url } = await hookServer(404);
    expect(await beat(url)).toBe('127.0.0.1 answered 404.');
    expect(await beat('http://127.0.0.1:1/')).toContain('127.0.0.1');
    expect(await beat('geen adres')).toContain('is not an address');
  });
});

test('a folder that cannot keep what was sent loses no message', async () => {
  const server = await keep(mailServer());
  const env = { BIJWERKEN_SMTP_URL: `smtp://localhost:${server.port}` };
  const folder = path.join(await aFolder(), 'weg');
  const { short } = await deliver({ delivery: { mail: { ...MAIL, per: 'all' } }, env, folder });
  expect(short).toEqual(['mail jan@voorbeeld.nl an@voorbeeld.nl piet@voorbeeld.nl sent']);
});
