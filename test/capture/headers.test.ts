/** Which headers are secret, and what Retry-After means. */

import { expect, test } from 'vitest';
import { isSecretHeader, retryAfterSeconds, waitAsked } from '../../src/capture/headers.ts';

const NOW = Date.parse('2026-11-23T02:00:00Z');

test.each([
  ['0', 0],
  ['120', 120],
  [' 5 ', 5],
  ['Mon, 23 Nov 2026 02:00:30 GMT', 30],
  ['Monday, 23-Nov-26 02:01:00 GMT', 60],
  ['Mon, 23 Nov 2026 01:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['99999999999', undefined],
  ['2026-11-23', undefined],
  ['soon', undefined],
  ['Mon, rubbish rubbish GMT', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After %j is %s', (value, seconds) => {
  expect(retryAfterSeconds(value, NOW)).toBe(seconds);
});

test.each([
  ['Authorization', true],
  ['cookie', true],
  ['X-Amz-Security-Token', true],
  ['x-api-key', true],
  ['Client-Secret', true],
  ['accept', false],
  ['user-agent', false],
  ['LinkedIn-Version', false],
  ['x-restli-protocol-version', false],
])('%s is secret: %s', (name, secret) => {
  expect(isSecretHeader(name)).toBe(secret);
});

test.each([
  [429, { 'x-rate-limit-reset': '1795399260' }, 60],
  [429, { 'x-rate-limit-reset': '1795399000' }, 0],
  [429, { 'x-rate-limit-reset': '1795399260', 'retry-after': '5' }, 5],
  [200, { 'x-rate-limit-reset': '1795399260' }, undefined],
  [429, { 'x-rate-limit-reset': 'soon' }, undefined],
  [429, { 'x-ratelimit-reset': '1795399260' }, 60],
  [429, { 'x-ratelimit-reset': '45' }, 45],
  [200, { 'x-ratelimit-reset': '45' }, undefined],
  [429, { 'x-ratelimit-reset': '2026-11-23T02:01:00Z' }, undefined],
  [429, {}, undefined],
])('%i with %j is to be asked again after %s', (status, headers: Readonly<Record<string, string>>, seconds) => {
  expect(waitAsked({ status, header: (name) => headers[name] }, Date.parse('2026-11-23T02:00:00Z'))).toBe(seconds);
});
