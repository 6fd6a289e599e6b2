/** Secrets are gone from every text, in every spelling; all else stays. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../../src/capture/redact.ts';

const env = {
  BIJWERKEN_LINKEDIN_TOKEN: 'AQX-geheim/123+4=',
  BIJWERKEN_SMTP_URL: 'smtps://mailer:w%40chtwoord@mail.example:465',
  BIJWERKEN_SHORT: 'abc',
  BIJWERKEN_EMPTY: '',
  BIJWERKEN_BROWSER: '/usr/bin/chromium',
  HTTPS_PROXY: 'http://kantoor:proxy-pass@proxy.example:8080',
  https_proxy: 'lower:lower-pass@proxy.example:8080',
  ALL_PROXY: 'http://tokenuser@proxy.example',
  HOME: '/home/someone',
};
const redact = createRedactor(env);

test.each([
  ['token AQX-geheim/123+4= was refused', 'token [secret] was refused'],
  ['https://x.example/?t=AQX-geheim%2F123%2B4%3D&a=b', 'https://x.example/?t=[secret]&a=b'],
  ['https://x.example/?t=AQX-geheim%2f123%2b4%3d&a=b', 'https://x.example/?t=[secret]&a=b'],
  ['{"t":"AQX-geheim\\/123+4="}', '{"t":"[secret]"}'],
  [`Basic ${Buffer.from('AQX-geheim/123+4=').toString('base64')}`, 'Basic [secret]'],
  ['smtps://mailer:w%40chtwoord@mail.example:465', '[secret]'],
  ['login of mailer with w@chtwoord failed', 'login of mailer with [secret] failed'],
  ['http://kantoor:proxy-pass@proxy.example:8080 is down', 'http://[secret]@proxy.example:8080 is down'],
  ['lower-pass', '[secret]'],
  ['kantoor', 'kantoor'],
  ['Bearer tokenuser', 'Bearer [secret]'],
  ['abc /usr/bin/chromium /home/someone', 'abc /usr/bin/chromium /home/someone'],
  ['', ''],
])('%s', (text, expected) => {
  expect(redact(text)).toBe(expected);
});

test('without secrets nothing changes', () => {
  expect(
    createRedactor({ HOME: '/home/someone', HTTPS_PROXY: 'http://proxy.example:8080' })('/home/someone $& ('),
  ).toBe('/home/someone $& (');
});

const secret = fc.string({ minLength: 12, maxLength: 60, unit: 'grapheme' }).filter((text) => text.trim().length >= 12);
const spellings: readonly (readonly [string, (secret: string) => string])[] = [
  ['plain', (text) => text],
  ['in a query', (text) => encodeURIComponent(text)],
  ['in a form', (text) => new URLSearchParams({ a: text }).toString().slice(2)],
  ['in JSON', (text) => JSON.stringify(text).slice(1, -1)],
  ['in base64', (text) => Buffer.from(text).toString('base64')],
  ['in base64url', (text) => Buffer.from(text).toString('base64url')],
];

test.each(spellings)('no secret is left %s', (_, spell) => {
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
      const clean = createRedactor({ BIJWERKEN_TOKEN: value });
      const spelt = spell(value);
      const text = clean(`${before} ${spelt} ${after}`);
      expect(text).not.toContain(spelt);
      expect(text).toContain('[secret]');
    }),
  );
});

test('no password is left in the base64 of a pair, whatever stands before it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{0,9}$/), fc.stringMatching(/^[A-Za-z0-9]{12,40}$/), (user, password) => {
      const clean = createRedactor({ BIJWERKEN_PASSWORD: password });
      const left = clean(Buffer.from(`${user}:${password}`).toString('base64')).replaceAll('[secret]', '');
      expect(Buffer.from(left, 'base64').toString()).not.toContain(password.slice(2, -2));
      expect(left.length).toBeLessThan(4 * Math.ceil((user.length + 1) / 3) + 8);
    }),
  );
});
