/** Addresses that are secret: where they may lead, what is said when they fail, and the signature of a webhook. */

import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../../src/capture/redact.ts';
import { DeliveryError } from '../../src/deliver/failure.ts';
import { type Answer, hookAddress, post } from '../../src/deliver/hooks.ts';
import { reportUrlOf } from '../../src/deliver/reportUrl.ts';
import { signatureHeaders } from '../../src/deliver/signature.ts';
import { aFolder } from '../support/folders.ts';

const SHUT = { allowPrivate: false, ignoreHttpsErrors: false };
const SLACK = 'https://hooks.slack.com/services/T000/B000/geheimgeheimgeheim';
const TEAMS = 'https://prod-1.westeurope.logic.azure.com:443/workflows/ab/invoke?sig=geheimgeheimgeheim';

const slackAt = (url: string, open: Partial<typeof SHUT> = {}) =>
  hookAddress('slack', { BIJWERKEN_SLACK_WEBHOOK: url }, { ...SHUT, ...open });

describe('an address', () => {
  test('of its own variable', () => {
    expect(slackAt(SLACK)).toBe(SLACK);
    expect(hookAddress('teams', { BIJWERKEN_TEAMS_WEBHOOK: TEAMS }, SHUT)).toContain('sig=geheim');
    expect(hookAddress('webhook', { BIJWERKEN_WEBHOOK_URL: 'https://a.example/x' }, SHUT)).toBe('https://a.example/x');
    expect(() => hookAddress('slack', {}, SHUT)).toThrow('BIJWERKEN_SLACK_WEBHOOK is not set.');
  });

  test('is https, or http on this machine when that was asked for', () => {
    expect(() => slackAt('http://hooks.slack.com/geheim')).toThrow('is not an https address');
    expect(() => slackAt('http://127.0.0.1:1/geheim')).toThrow('--allow-private');
    expect(slackAt('http://127.0.0.1:1/x', { allowPrivate: true })).toBe('http://127.0.0.1:1/x');
    expect(() => slackAt('http://127.0.0.1.kwaad.example/', { allowPrivate: true })).toThrow(DeliveryError);
    expect(() => slackAt(SLACK, { ignoreHttpsErrors: true })).toThrow('no secret is sent');
  });

  test.each(['ftp://a/geheim', 'geheim', 'https://u:geheim@a.example/', 'http://10.0.0.1/geheim'])(
    '%s is refused, and not told',
    (url) => {
      expect(() => slackAt(url)).toThrow(DeliveryError);
      expect(() => slackAt(url)).not.toThrow(/geheim/);
    },
  );

  test('of an Office connector is told to be one', () => {
    const env = { BIJWERKEN_TEAMS_WEBHOOK: 'https://voorbeeld.webhook.office.com/webhookb2/a' };
    expect(() => hookAddress('teams', env, SHUT)).toThrow('Make a workflow');
  });

  test('is taken out of every text, its parts too', () => {
    const redact = createRedactor({ BIJWERKEN_SLACK_WEBHOOK: SLACK, BIJWERKEN_TEAMS_WEBHOOK: TEAMS });
    for (const text of [
      SLACK,
      TEAMS,
      'POST /services/T000/B000/geheimgeheimgeheim 404',
      '{"sig":"geheimgeheimgeheim"}',
    ])
      expect(redact(text)).not.toContain('geheim');
    expect(redact('hooks.slack.com answered 404')).toBe('hooks.slack.com answered 404');
  });
});

describe('an answer', () => {
  const answering = (answer: Answer) => post(async () => answer, { url: SLACK, body: '{}', headers: {} });

  test.each([200, 202, 204])('%d: it was taken', async (status) => {
    await expect(answering({ status, body: '' })).resolves.toBeUndefined();
  });

  test('any other is told, in one short line', async () => {
    await expect(answering({ status: 404, body: 'no_team\n\u001b[31m' })).rejects.toThrow(
      'hooks.slack.com answered 404: no_team [31m.',
    );
    await expect(answering({ status: 500, body: 'x'.repeat(999) })).rejects.toThrow(/^.{0,220}$/);
    await expect(answering({ failure: 'no way there.' })).rejects.toThrow('no way there.');
  });
});

describe('a signature', () => {
  const SIGNED = { id: 'a1', timestamp: 1_795_399_200, body: '{"brand":"Stichting €"}' };

  test('is what its documentation says', () => {
    const secret = 'een lang geheim van iemand';
    const expected = createHmac('sha256', secret).update(`a1.1795399200.${SIGNED.body}`).digest('base64');
    expect(signatureHeaders(SIGNED, secret)).toEqual({
      'webhook-id': 'a1',
      'webhook-timestamp': '1795399200',
      'webhook-signature': `v1,${expected}`,
    });
  });

  test('with the prefix of such libraries the secret is base64', () => {
    const key = Buffer.from('0123456789abcdef0123456789abcdef');
    const expected = createHmac('sha256', key).update(`a1.1795399200.${SIGNED.body}`).digest('base64');
    expect(signatureHeaders(SIGNED, `whsec_${key.toString('base64')}`)['webhook-signature']).toBe(`v1,${expected}`);
  });

  test('another body, time, name or secret gives another', () => {
    const of = (part: Partial<typeof SIGNED>, secret = 'een lang geheim van iemand') =>
      signatureHeaders({ ...SIGNED, ...part }, secret)['webhook-signature'];
    const all = [
      of({}),
      of({ id: 'a2' }),
      of({ timestamp: 1 }),
      of({ body: '{}' }),
      of({}, 'een ander lang geheim ook'),
    ];
    expect(new Set(all).size).toBe(all.length);
    fc.assert(fc.property(fc.string(), (body) => body === SIGNED.body || of({ body }) !== of({})));
  });

  test('is taken by the check in the documentation, and nothing else is', async () => {
    const docs = await readFile(path.resolve(import.meta.dirname, '../../docs/delivery.md'), 'utf8');
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(docs) ?? [];
    const folder = await aFolder({ 'check.mjs': code });
    const { isFromBijwerken } = await import(pathToFileURL(path.join(folder, 'check.mjs')).href);
    for (const secret of ['een lang geheim van iemand', 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3']) {
      const timestamp = Math.floor(Date.now() / 1000);
      const signed = { ...SIGNED, timestamp };
      const headers = signatureHeaders(signed, secret);
      expect(isFromBijwerken(headers, SIGNED.body, secret)).toBe(true);
      expect(isFromBijwerken(headers, `${SIGNED.body} `, secret)).toBe(false);
      expect(isFromBijwerken(headers, SIGNED.body, 'een ander lang geheim!')).toBe(false);
      expect(isFromBijwerken({ ...headers, 'webhook-timestamp': String(timestamp + 1) }, SIGNED.body, secret)).toBe(
        false,
      );
      const old = signatureHeaders({ ...SIGNED, timestamp: timestamp - 600 }, secret);
      expect(isFromBijwerken(old, SIGNED.body, secret)).toBe(false);
    }
  });

  test.each([undefined, '', 'kort', 'whsec_', 'whsec_YWJj'])('needs a secret: %j', (secret) => {
    expect(() => signatureHeaders(SIGNED, secret)).toThrow(DeliveryError);
  });
});

describe('where the report is', () => {
  const GITHUB = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7' };
  const AZURE = { SYSTEM_COLLECTIONURI: 'https://dev.azure.com/a/', SYSTEM_TEAMPROJECT: 'b c', BUILD_BUILDID: '7' };

  test.each([
    ['a setting', 'https://a.example/{run}/x', GITHUB, 'https://a.example/r%201/x'],
    ['GitHub', undefined, GITHUB, 'https://github.com/a/b/actions/runs/7'],
    ['GitLab', undefined, { CI_JOB_URL: 'https://gitlab.com/a/-/jobs/7' }, 'https://gitlab.com/a/-/jobs/7'],
    ['Azure', undefined, AZURE, 'https://dev.azure.com/a/b%20c/_build/results?buildId=7'],
    ['Jenkins', undefined, { BUILD_URL: 'https://ci.example/7/' }, 'https://ci.example/7/'],
    ['nowhere', undefined, {}, null],
    ['no address', undefined, { CI_JOB_URL: 'javascript:alert(1)' }, null],
  ])('%s', (_, setting, env, expected) => {
    expect(reportUrlOf(setting, 'r 1', env)).toBe(expected);
  });
});
