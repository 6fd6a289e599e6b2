/** Each official interface against a server that plays its documentation; through the built command, with a token. */

import { afterEach, describe, expect, test } from 'vitest';
import {
  audited,
  cleanUp,
  noticesIn,
  outcomesIn,
  type Played,
  type Plays,
  type Reply,
  SPELLINGS,
  serve,
  TOKEN,
  tokenIn,
} from './official.ts';

afterEach(cleanUp);

const secretsIn = ({ said }: Played) => SPELLINGS.filter((spelling) => said.includes(spelling));

/** What must hold of every value that was read by documentation alone. */
function expectUnmet({ profile }: Played): void {
  for (const reading of Object.values(profile.observation ?? {}).flat()) expect(reading).toMatchObject({ unmet: true });
}

const DAY = 86_400_000;
const ago = (days: number) => Date.now() - days * DAY;

describe('LinkedIn', () => {
  const URL_OF = 'https://www.linkedin.com/company/bwk-voorbeeld';
  const organisation = {
    vanityName: 'bwk-voorbeeld',
    localizedName: 'Stichting Voorbeeld',
    localizedWebsite: 'https://voorbeeld.nl/',
    localizedDescription: 'Wij laten zien hoe het werkt.',
    logoV2: { original: 'urn:li:digitalmediaAsset:C4D0BAQLogo', cropped: 'urn:li:digitalmediaAsset:C4D0BAQLogo' },
    coverPhotoV2: { original: 'urn:li:digitalmediaAsset:C4D0BAQBanner' },
    locations: [
      { locationType: 'OTHER', address: { country: 'BE', city: 'Gent' } },
      {
        locationType: 'HEADQUARTERS',
        address: { country: 'NL', city: 'Utrecht', line1: 'Oudegracht 1', postalCode: '3511 AB' },
      },
    ],
    id: 4711,
  };
  const post = (published: number, parts: object = {}) => ({
    id: `urn:li:share:${published}`,
    author: 'urn:li:organization:4711',
    lifecycleState: 'PUBLISHED',
    publishedAt: published,
    createdAt: published,
    lastModifiedAt: published,
    ...parts,
  });
  const reshare = (published: number) => post(published, { reshareContext: { parent: 'urn:li:share:1' } });

  interface Answers {
    readonly organisations?: Reply;
    readonly posts?: (start: number) => Reply;
  }
  const plays =
    ({ organisations, posts }: Answers = {}): Plays =>
    ({ pathname, searchParams }, { headers }, base) => {
      if (headers.authorization !== `Bearer ${TOKEN}` || !/^20\d{4}$/.test(String(headers['linkedin-version'])))
        return { status: 401, body: { status: 401, serviceErrorCode: 65600, code: 'INVALID_ACCESS_TOKEN' } };
      switch (pathname) {
        case '/rest/organizations':
          if (organisations) return organisations;
          return { body: { elements: searchParams.get('vanityName') === 'bwk-voorbeeld' ? [organisation] : [] } };
        case '/rest/posts':
          return posts?.(Number(searchParams.get('start') ?? 0)) ?? { body: { elements: [post(ago(3))] } };
        case '/rest/networkSizes/urn%3Ali%3Aorganization%3A4711':
          return { body: { firstDegreeSize: 862 } };
        case '/rest/images/urn%3Ali%3Aimage%3AC4D0BAQLogo':
          return { body: { status: 'AVAILABLE', downloadUrl: `${base}/logo.png` } };
        case '/rest/images/urn%3Ali%3Aimage%3AC4D0BAQBanner':
          return { body: { status: 'AVAILABLE', downloadUrl: `${base}/banner.png` } };
        default:
          return undefined;
      }
    };

  test('the organisation, its pictures, its followers and its newest own post', async () => {
    const newest = ago(40);
    const edited = post(ago(400), { lastModifiedAt: ago(10) });
    const list = [reshare(ago(2)), post(ago(5), { lifecycleState: 'DRAFT' }), edited, post(newest), post(ago(90))];
    const seen = await audited(
      'linkedin',
      URL_OF,
      plays({ posts: () => ({ body: { paging: { start: 0, count: 100 }, elements: list } }) }),
    );
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld', origin: 'api' },
      handle: { value: 'bwk-voorbeeld' },
      bio: { value: 'Wij laten zien hoe het werkt.' },
      website: { value: 'https://voorbeeld.nl/' },
      address: { value: { text: 'Oudegracht 1, 3511 AB Utrecht, NL', city: 'Utrecht' } },
      followers: { value: 862 },
      pin: { value: 'urn:li:organization:4711' },
      lastActivity: { from: new Date(newest).toISOString(), completeness: 'at-least' },
    });
    expect(seen.profile.observation?.logo).toMatchObject({
      url: expect.stringContaining('/logo.png'),
      file: expect.any(String),
    });
    expect(seen.profile.observation?.banner?.url).toContain('/banner.png');
    expectUnmet(seen);
    expect([tokenIn(seen), noticesIn(seen), secretsIn(seen)]).toEqual(['ok', [], []]);
  });

  test('pages on while a page holds only reshares, and no further than a plan may', async () => {
    const page = (start: number) => ({
      start,
      count: 100,
      links: [{ rel: 'next', href: `/rest/posts?start=${start + 100}` }],
    });
    const third = ago(300);
    const posts = (start: number): Reply => ({
      body: { paging: page(start), elements: start < 200 ? [reshare(ago(start + 1))] : [post(third)] },
    });
    const seen = await audited('linkedin', URL_OF, plays({ posts }));
    expect(seen.profile.observation?.lastActivity?.from).toBe(new Date(third).toISOString());
    const asked = seen.server.requests.filter((line) => line.includes('/rest/posts'));
    expect(asked.map((line) => new URL(line.slice(4), 'http://a').searchParams.get('start'))).toEqual([
      '0',
      '100',
      '200',
    ]);

    const endless = (start: number): Reply => ({ body: { paging: page(start), elements: [reshare(ago(1))] } });
    const never = await audited('linkedin', URL_OF, plays({ posts: endless }));
    expect(never.server.requests.filter((line) => line.includes('/rest/'))).toHaveLength(8);
    expect(never.profile.observation).not.toHaveProperty('lastActivity');
    expect(never.profile.verdict).not.toBe('dormant');
  });

  test.each([
    [65602, 'EXPIRED_ACCESS_TOKEN'],
    [65601, 'REVOKED_ACCESS_TOKEN'],
  ])('a token that is no longer one (%i) says nothing of the profile', async (serviceErrorCode, code) => {
    const body = { status: 401, serviceErrorCode, code, message: 'The token used in the request is no longer valid' };
    const seen = await audited('linkedin', URL_OF, plays({ organisations: { status: 401, body } }));
    expect([seen.profile.verdict, outcomesIn(seen), tokenIn(seen)]).toEqual([
      'unverifiable',
      ['login-wall'],
      'expired',
    ]);
    expect(noticesIn(seen)).toEqual([{ code: 'token-expired', variable: 'BIJWERKEN_LINKEDIN_TOKEN', scope: null }]);
    expect(seen.profile.capture.sources[0]?.because).toBe(`the answer answers 401 with ${code}`);
    expect(secretsIn(seen)).toEqual([]);
  });

  test('a scope that is missing for the posts alone: the organisation is read all the same', async () => {
    const body = {
      status: 403,
      serviceErrorCode: 100,
      code: 'ACCESS_DENIED',
      message: 'Not enough permissions to access: posts.FINDER-author',
    };
    const seen = await audited('linkedin', URL_OF, plays({ posts: () => ({ status: 403, body }) }));
    expect([outcomesIn(seen), tokenIn(seen)]).toEqual([['profile'], 'missing-scope']);
    expect(noticesIn(seen)).toEqual([
      { code: 'token-missing-scope', variable: 'BIJWERKEN_LINKEDIN_TOKEN', scope: 'r_organization_social' },
    ]);
    expect(seen.profile.observation).not.toHaveProperty('lastActivity');
  });

  test('too many requests', async () => {
    const body = { status: 429, code: 'TOO_MANY_REQUESTS', message: 'Resource level throttle limit reached' };
    const headers = { 'retry-after': '3600' };
    const seen = await audited('linkedin', URL_OF, plays({ organisations: { status: 429, headers, body } }));
    expect([outcomesIn(seen), seen.profile.verdict, tokenIn(seen)]).toEqual([['rate-limited'], 'unverifiable', 'ok']);
    expect(seen.said).toContain('"retryAfter": 3600');
  });

  test('an organisation that is not there is no proof by documentation alone', async () => {
    const seen = await audited('linkedin', `${URL_OF}-weg`, plays());
    expect(outcomesIn(seen)).toEqual(['not-found', 'not-found']);
    expect(seen.profile.verdict).toBe('unverifiable');
    expect(seen.profile.findings.find(({ check }) => check === 'presence.exists')?.code).toBe(
      'presence.not-found-unmet',
    );
  });

  test('another organisation is not read', async () => {
    const other = { body: { elements: [{ ...organisation, vanityName: 'bwk-ander' }] } };
    const seen = await audited('linkedin', URL_OF, plays({ organisations: other }));
    expect([outcomesIn(seen), seen.server.requests.length]).toEqual([['unreadable'], 1]);
  });

  test('an address with a number is asked by it, and found by it', async () => {
    const byNumber: Plays = (url, incoming, base) =>
      url.pathname === '/rest/organizations/4711' ? { body: organisation } : plays()(url, incoming, base);
    const seen = await audited('linkedin', 'https://www.linkedin.com/company/4711', byNumber);
    expect([outcomesIn(seen), seen.profile.observation?.handle?.value]).toEqual([['profile'], 'bwk-voorbeeld']);
  });

  test('a redirect to another host does not take the token along', async () => {
    const thief = await serve(() => ({ body: { elements: [organisation] } }));
    const headers = { location: `http://127.0.0.1:${thief.port}/rest/organizations?q=vanityName` };
    const seen = await audited('linkedin', URL_OF, plays({ organisations: { status: 302, headers } }));
    expect(thief.headers[0]).not.toHaveProperty('authorization');
    expect(JSON.stringify([thief.requests, thief.headers])).not.toContain('geheim');
    expect(secretsIn(seen)).toEqual([]);
  });
});
