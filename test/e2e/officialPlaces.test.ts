/** Google's interfaces for owners against a server that plays their documentation; through the built command. */

import { afterEach, expect, test } from 'vitest';
import {
  audited,
  cleanUp,
  noticesIn,
  outcomesIn,
  type Plays,
  type Reply,
  SPELLINGS,
  serve,
  TOKEN,
  tokenIn,
} from './official.ts';

afterEach(cleanUp);

const URL_OF = 'https://www.google.com/maps?cid=6493237448287402529';
const metadata = { placeId: 'ChIJBfTj0qG3xkcRITpvew6dHFo', mapsUri: URL_OF };
const location = {
  name: 'locations/77',
  title: 'Stichting Voorbeeld',
  phoneNumbers: { primaryPhone: '020 794 12 34' },
  websiteUri: 'https://voorbeeld.nl/',
  profile: { description: 'Wij laten zien hoe het werkt.' },
  storefrontAddress: { regionCode: 'NL', postalCode: '3511 AB', locality: 'Utrecht', addressLines: ['Oudegracht 1'] },
  openInfo: { status: 'OPEN' },
  metadata,
};

const refusal = (code: number, status: string, reason: string, parts: object = {}): Reply => ({
  status: code,
  body: {
    error: { code, status, message: 'No.', details: [{ reason, domain: 'googleapis.com', metadata: parts }] },
  },
});

/** What is answered at a path; the rest as the documentation says. */
const plays =
  (instead: Readonly<Record<string, Reply | ((pageToken: string | null) => Reply)>> = {}): Plays =>
  ({ pathname, searchParams }, { headers }, base) => {
    if (headers.authorization !== `Bearer ${TOKEN}`) return refusal(401, 'UNAUTHENTICATED', 'ACCESS_TOKEN_TYPE');
    const given = instead[pathname];
    if (given) return typeof given === 'function' ? given(searchParams.get('pageToken')) : given;
    const photo = (category: string, file: string) => ({
      mediaFormat: 'PHOTO',
      locationAssociation: { category },
      googleUrl: `${base}/${file}`,
    });
    switch (pathname) {
      case '/v1/accounts':
        return { body: { accounts: [{ name: 'accounts/5', type: 'PERSONAL' }] } };
      case '/v1/accounts/5/locations':
        return { body: { locations: [{ name: 'locations/77', metadata }] } };
      case '/v1/locations/77:getGoogleUpdated':
        return { body: { location } };
      case '/v4/accounts/5/locations/77/media':
        return { body: { mediaItems: [photo('COVER', 'banner.png'), photo('PROFILE', 'logo.png')] } };
      case '/v4/accounts/5/locations/77/localPosts':
        return { body: { localPosts: [{ state: 'LIVE', createTime: '2026-10-01T09:00:00.123456Z' }] } };
      default:
        return undefined;
    }
  };

const ask = (instead?: Parameters<typeof plays>[0], url = URL_OF) => audited('google-business', url, plays(instead));

test('the place as visitors see it, its pictures and its newest post', async () => {
  const seen = await ask();
  expect(seen.profile.observation).toMatchObject({
    name: { value: 'Stichting Voorbeeld', origin: 'api', unmet: true },
    bio: { value: 'Wij laten zien hoe het werkt.' },
    website: { value: 'https://voorbeeld.nl/' },
    phones: [{ value: '020 794 12 34' }],
    address: { value: { text: 'Oudegracht 1, 3511 AB Utrecht', city: 'Utrecht' } },
    logo: { url: expect.stringContaining('/logo.png'), file: expect.any(String), unmet: true },
    banner: { url: expect.stringContaining('/banner.png') },
    lastActivity: { from: '2026-10-01T09:00:00.123Z', completeness: 'at-least', unmet: true },
    pin: { value: 'ChIJBfTj0qG3xkcRITpvew6dHFo' },
  });
  expect([tokenIn(seen), noticesIn(seen), SPELLINGS.filter((one) => seen.said.includes(one))]).toEqual(['ok', [], []]);
});

test('the place on a second page of a second account', async () => {
  const others = { locations: [{ name: 'locations/1', metadata: { placeId: 'ChIJN1t_tDeuEmsRUsoyG83frY4' } }] };
  const seen = await ask({
    '/v1/accounts': { body: { accounts: [{ name: 'accounts/4' }, { name: 'accounts/5' }] } },
    '/v1/accounts/4/locations': { body: {} },
    '/v1/accounts/5/locations': (pageToken) =>
      pageToken === 'a/b+c'
        ? { body: { locations: [{ name: 'locations/77', metadata }] } }
        : { body: { ...others, nextPageToken: 'a/b+c' } },
  });
  expect(outcomesIn(seen)).toEqual(['profile']);
  expect(seen.server.requests.filter((line) => !line.includes('.png'))).toHaveLength(7);
});

test('a place that the token does not manage is not read, and not gone', async () => {
  const seen = await ask({}, 'https://www.google.com/maps?cid=77777');
  expect([outcomesIn(seen), seen.profile.verdict, tokenIn(seen)]).toEqual([['unreadable'], 'unverifiable', 'ok']);
  expect(seen.profile.capture.sources[0]?.because).toContain('none of their places that were listed is this one');
});

test('a place that is closed for good is told as that, and is not gone', async () => {
  const closed = { ...location, openInfo: { status: 'CLOSED_PERMANENTLY', canReopen: true } };
  const seen = await ask({ '/v1/locations/77:getGoogleUpdated': { body: { location: closed } } });
  const finding = seen.profile.findings.find(({ check }) => check === 'presence.exists');
  expect([outcomesIn(seen), seen.profile.verdict]).toEqual([['profile'], 'inconsistent']);
  expect(finding).toMatchObject({ code: 'presence.closed-for-good', status: 'deviating', severity: 'error' });
});

test('what is left out of an answer that was asked for it is empty', async () => {
  const { websiteUri: _, profile: __, ...little } = location;
  const seen = await ask({ '/v1/locations/77:getGoogleUpdated': { body: { location: little } } });
  expect(seen.profile.observation).toMatchObject({ bio: { value: null }, website: { value: null } });
});

test.each<readonly [string, string, Reply, string, string, string | null]>([
  [
    'a token that has expired',
    '/v1/accounts',
    refusal(401, 'UNAUTHENTICATED', 'ACCESS_TOKEN_EXPIRED'),
    'login-wall',
    'token-expired',
    null,
  ],
  [
    'a scope that is missing',
    '/v1/accounts',
    refusal(403, 'PERMISSION_DENIED', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
    'login-wall',
    'token-missing-scope',
    'https://www.googleapis.com/auth/business.manage',
  ],
  [
    'a project that was not let in',
    '/v1/accounts',
    refusal(429, 'RESOURCE_EXHAUSTED', 'RATE_LIMIT_EXCEEDED', { quota_limit_value: '0' }),
    'login-wall',
    'token-missing-scope',
    'Google Business Profile APIs',
  ],
  [
    'pictures that are of an interface that is not switched on',
    '/v4/accounts/5/locations/77/media',
    refusal(403, 'PERMISSION_DENIED', 'SERVICE_DISABLED', { service: 'mybusiness.googleapis.com' }),
    'profile',
    'token-missing-scope',
    'mybusiness.googleapis.com',
  ],
])('%s is said of the token', async (_, path, reply, outcome, code, scope) => {
  const seen = await ask({ [path]: reply });
  expect(outcomesIn(seen)).toEqual([outcome]);
  expect(noticesIn(seen)).toEqual([{ code, variable: 'BIJWERKEN_GOOGLE_BUSINESS_TOKEN', scope }]);
});

test('too many requests', async () => {
  const headers = { 'retry-after': '120' };
  const reply = refusal(429, 'RESOURCE_EXHAUSTED', 'RATE_LIMIT_EXCEEDED', { quota_limit_value: '300' });
  const seen = await ask({ '/v1/accounts': { ...reply, headers } });
  expect([outcomesIn(seen), tokenIn(seen)]).toEqual([['rate-limited'], 'ok']);
  expect(seen.said).toContain('"retryAfter": 120');
});

test('a redirect to another host does not take the token along', async () => {
  const thief = await serve(() => ({ body: { location } }));
  const headers = { location: `http://127.0.0.1:${thief.port}/v1/locations/77:getGoogleUpdated` };
  const seen = await ask({ '/v1/locations/77:getGoogleUpdated': { status: 302, headers } });
  expect(thief.headers[0]).not.toHaveProperty('authorization');
  expect(seen.said).not.toContain(TOKEN);
});
