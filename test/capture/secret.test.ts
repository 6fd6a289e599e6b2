/** A token goes to the hosts that may have it, and is found nowhere else. */

import { describe, expect, test } from 'vitest';
import { baseOf, baseVariable, secretOf } from '../../src/capture/secret.ts';
import type { OfficialApi } from '../../src/model/network.ts';
import { UserError } from '../../src/model/problem.ts';
import { aDocument } from '../support/captured.ts';

const TOKEN = 'geheim-4711-geheim';

const official = (parts: Partial<OfficialApi> = {}): OfficialApi => ({
  token: 'BIJWERKEN_NETWERK_TOKEN',
  sends: { as: 'bearer' },
  hosts: ['api.netwerk.example'],
  scopes: [],
  followed: 'v1',
  isVerified: false,
  faults: [],
  requests: () => [],
  ...parts,
});

const secret = (parts: Partial<OfficialApi> = {}, env: Readonly<Record<string, string>> = {}) => {
  const found = secretOf({ id: 'net-werk', official: official(parts) }, { BIJWERKEN_NETWERK_TOKEN: TOKEN, ...env });
  if (!found) throw new Error('There is no secret.');
  return found;
};

const request = (url = 'https://api.netwerk.example/v1/p?x=1') =>
  ({ document: 'account', url, accept: 'json' }) as const;

describe('the token', () => {
  test('as a bearer, as a header, as a parameter', () => {
    expect(secret().on(request())?.headers).toEqual({ authorization: `Bearer ${TOKEN}` });
    const inHeader = secret({ sends: { as: 'header', name: 'x-key' } });
    expect(inHeader.on(request())?.headers).toEqual({ 'x-key': TOKEN });
    const inQuery = secret({ sends: { as: 'query', name: 'key' } }).on(request());
    expect(inQuery?.url).toBe(`https://api.netwerk.example/v1/p?x=1&key=${TOKEN}`);
    expect(inQuery?.headers).toBeUndefined();
  });

  test.each([
    'https://elders.example/v1/p',
    'https://api.netwerk.example.elders.example/',
    'https://sub.api.netwerk.example/',
    'https://netwerk.example/api',
  ])('not for %s', (url) => expect(secret().on(request(url))).toBeNull());

  test('is not in what is kept', () => {
    const url = `https://api.netwerk.example/v1/p?x=1&key=${TOKEN}`;
    const kept = secret({ sends: { as: 'query', name: 'key' } }).off(
      aDocument({ requestedUrl: url, finalUrl: url, redirects: [url] }),
    );
    expect(JSON.stringify(kept)).not.toContain(TOKEN);
    expect(kept.requestedUrl).toBe('https://api.netwerk.example/v1/p?x=1');
  });

  test.each([{}, { BIJWERKEN_NETWERK_TOKEN: '  ' }])('none in the environment: none to send', (env) => {
    expect(secretOf({ id: 'netwerk', official: official() }, env)).toBeNull();
    expect(secretOf({ id: 'netwerk' }, { BIJWERKEN_NETWERK_TOKEN: TOKEN })).toBeNull();
  });
});

describe('another base', () => {
  const variable = 'BIJWERKEN_NET_WERK_API';

  test('has the network in its name', () => expect(baseVariable('net-werk')).toBe(variable));

  test('takes the place of the host, and of no other address', () => {
    const moved = secret({}, { [variable]: 'https://tussen.example/netwerk/' });
    expect(moved.on(request())?.url).toBe('https://tussen.example/netwerk/v1/p?x=1');
    expect(moved.on(request('https://elders.example/'))).toBeNull();
  });

  test('in the open only on this machine', () => {
    expect(secret({}, { [variable]: 'http://127.0.0.1:4000' }).on(request())?.url).toBe(
      'http://127.0.0.1:4000/v1/p?x=1',
    );
    for (const value of [
      'http://tussen.example',
      'ftp://tussen.example',
      'tussen.example',
      'http://127.0.0.1.nip.io',
    ]) {
      expect(() => baseOf('net-werk', { [variable]: value })).toThrow(UserError);
    }
  });
});
