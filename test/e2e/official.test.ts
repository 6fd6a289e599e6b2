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
/** In whole seconds, as most interfaces write it. */
const iso = (time: number) => new Date(Math.floor(time / 1000) * 1000).toISOString();

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

const graphError = (code: number, message: string, error_subcode?: number) => ({
  error: { message, type: 'OAuthException', code, ...(error_subcode ? { error_subcode } : {}), fbtrace_id: 'EJplc' },
});

describe('Facebook', () => {
  const URL_OF = 'https://www.facebook.com/bwkvoorbeeld';
  const page = (base: string) => ({
    id: '100200300400500',
    name: 'Stichting Voorbeeld',
    username: 'bwkvoorbeeld',
    about: 'Wij laten zien hoe het werkt.',
    emails: ['info@voorbeeld.nl'],
    phone: '+31 20 794 12 34',
    website: 'https://voorbeeld.nl/',
    location: { city: 'Utrecht', country: 'Netherlands', street: 'Oudegracht 1', zip: '3511 AB' },
    picture: { data: { is_silhouette: false, url: `${base}/logo.png` } },
    cover: { source: `${base}/banner.png` },
    followers_count: 1204,
    is_published: true,
  });

  interface Answers {
    readonly page?: Reply;
    readonly posts?: (after: string | null, base: string) => Reply;
  }
  const plays =
    ({ page: instead, posts }: Answers = {}): Plays =>
    ({ pathname, searchParams }, _, base) => {
      if (searchParams.get('access_token') !== TOKEN) return { status: 400, body: graphError(190, 'Invalid token') };
      if (pathname === '/v25.0/bwkvoorbeeld') return instead ?? { body: page(base) };
      return pathname === '/v25.0/100200300400500/published_posts'
        ? posts?.(searchParams.get('after'), base)
        : undefined;
    };

  test('the page, and its newest own post behind a page of others', async () => {
    const newest = iso(ago(9));
    const posts = (after: string | null, base: string): Reply =>
      after === null
        ? {
            body: {
              data: [{ id: '1_2', created_time: iso(ago(1)), parent_id: '9_9' }],
              paging: { cursors: { after: 'QVFI' }, next: `${base}/v25.0/next?access_token=${TOKEN}` },
            },
          }
        : { body: { data: [{ id: '1_1', created_time: newest.replace('.000Z', '+0000') }] } };
    const seen = await audited('facebook', URL_OF, plays({ posts }));
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld' },
      handle: { value: 'bwkvoorbeeld' },
      bio: { value: 'Wij laten zien hoe het werkt.' },
      website: { value: 'https://voorbeeld.nl/' },
      emails: [{ value: 'info@voorbeeld.nl' }],
      phones: [{ value: '+31 20 794 12 34' }],
      address: { value: { text: 'Oudegracht 1, 3511 AB Utrecht, Netherlands' } },
      followers: { value: 1204 },
      pin: { value: '100200300400500' },
      lastActivity: { from: newest, completeness: 'at-least' },
    });
    expectUnmet(seen);
    expect([tokenIn(seen), noticesIn(seen), secretsIn(seen)]).toEqual(['ok', [], []]);
  });

  test.each([
    [190, 463, 'Session has expired', 'answers that the token has expired'],
    [190, 460, 'The password was changed', 'answers that the password was changed'],
    [190, undefined, 'Malformed access token', 'answers that it knows no such token'],
  ])('a token that is no longer one: %i, %s', async (code, subcode, message, because) => {
    const reply = { status: 400, body: graphError(code, message, subcode) };
    const seen = await audited('facebook', URL_OF, plays({ page: reply }));
    expect([outcomesIn(seen), tokenIn(seen)]).toEqual([['login-wall'], 'expired']);
    expect(seen.profile.capture.sources[0]?.because).toContain(because);
    expect(noticesIn(seen)).toMatchObject([{ code: 'token-expired', variable: 'BIJWERKEN_FACEBOOK_TOKEN' }]);
    expect(secretsIn(seen)).toEqual([]);
  });

  test.each([10, 200])('a permission that is missing: %i', async (code) => {
    const body = graphError(code, `(#${code}) This endpoint requires the 'pages_read_engagement' permission`);
    const seen = await audited('facebook', URL_OF, plays({ posts: () => ({ status: 403, body }) }));
    expect([outcomesIn(seen), tokenIn(seen)]).toEqual([['profile'], 'missing-scope']);
    expect(noticesIn(seen)).toMatchObject([{ code: 'token-missing-scope', scope: 'pages_read_engagement' }]);
  });

  test.each([4, 17, 32, 613])('too many requests: %i', async (code) => {
    const reply = { status: 403, body: graphError(code, `(#${code}) request limit reached`) };
    const seen = await audited('facebook', URL_OF, plays({ page: reply }));
    expect([outcomesIn(seen), tokenIn(seen), seen.profile.verdict]).toEqual([['rate-limited'], 'ok', 'unverifiable']);
  });

  test.each([
    [803, undefined, ['not-found', 'not-found']],
    [100, 33, ['unreadable']],
  ])('what is not there, or perhaps not: %i', async (code, subcode, outcomes) => {
    const reply = { status: 404, body: graphError(code, 'does not exist', subcode) };
    const seen = await audited('facebook', URL_OF, plays({ page: reply }));
    expect([outcomesIn(seen), seen.profile.verdict]).toEqual([outcomes, 'unverifiable']);
  });

  test('a redirect to another host does not take the token along, though it stands in the address', async () => {
    const thief = await serve((_, __, base) => ({ body: page(base) }));
    const plain: Plays = ({ pathname, search }) =>
      pathname.startsWith('/v25.0/')
        ? { status: 302, headers: { location: `http://127.0.0.1:${thief.port}${pathname}${search}` } }
        : undefined;
    const seen = await audited('facebook', URL_OF, plain);
    expect(thief.requests[0]).toMatch(/^GET \/v25\.0\/bwkvoorbeeld\?fields=/);
    expect(JSON.stringify([thief.requests, thief.headers])).not.toMatch(/geheim|access_token/);
    expect(secretsIn(seen)).toEqual([]);
  });
});

describe('Instagram', () => {
  const URL_OF = 'https://www.instagram.com/bwk.voorbeeld/';
  const accounts = { data: [{ id: '1' }, { id: '2', instagram_business_account: { id: '17841405309211844' } }] };
  const found = (base: string) => ({
    id: '17841401441775531',
    username: 'bwk.voorbeeld',
    name: 'Stichting Voorbeeld',
    biography: 'Wij laten zien hoe het werkt.',
    website: 'https://voorbeeld.nl/',
    profile_picture_url: `${base}/logo.png`,
    followers_count: 862,
    media_count: 41,
    media: { data: [{ timestamp: '2024-03-01T09:00:00+0000' }, { timestamp: iso(ago(12)).replace('.000Z', '+0000') }] },
  });
  const plays =
    (discovery?: Reply, mine: Reply = { body: accounts }): Plays =>
    ({ pathname, searchParams }, _, base) => {
      if (searchParams.get('access_token') !== TOKEN) return { status: 400, body: graphError(190, 'Invalid token') };
      if (pathname === '/v25.0/me/accounts') return mine;
      const isAsked = searchParams.get('fields')?.startsWith('business_discovery.username(bwk.voorbeeld){');
      if (pathname !== '/v25.0/17841405309211844' || !isAsked) return undefined;
      return discovery ?? { body: { business_discovery: found(base), id: '17841405309211844' } };
    };

  test('the account, asked by the one that belongs to the token', async () => {
    const seen = await audited('instagram', URL_OF, plays());
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld' },
      handle: { value: 'bwk.voorbeeld' },
      bio: { value: 'Wij laten zien hoe het werkt.' },
      website: { value: 'https://voorbeeld.nl/' },
      followers: { value: 862 },
      lastActivity: { completeness: 'at-least' },
    });
    expect(Date.parse(seen.profile.observation?.lastActivity?.from ?? '')).toBeGreaterThan(ago(13));
    expectUnmet(seen);
    expect([outcomesIn(seen), tokenIn(seen), secretsIn(seen)]).toEqual([['profile'], 'ok', []]);
  });

  test('the pages of the token go on', async () => {
    const plain = plays();
    const paged: Plays = (url, incoming, base) =>
      url.pathname === '/v25.0/me/accounts' && !url.searchParams.has('after')
        ? {
            body: {
              data: [{ id: '1' }],
              paging: { cursors: { after: 'QVFI' }, next: `${base}/?access_token=${TOKEN}` },
            },
          }
        : plain(url, incoming, base);
    const seen = await audited('instagram', URL_OF, paged);
    expect([outcomesIn(seen), tokenIn(seen), secretsIn(seen)]).toEqual([['profile'], 'ok', []]);
  });

  test.each([
    ['none of its own', undefined, { body: { data: [{ id: '1' }] } }, 'missing-scope', null],
    [
      'a permission too few',
      { status: 403, body: graphError(10, '(#10) Application does not have instagram_manage_insights') },
      undefined,
      'missing-scope',
      'instagram_manage_insights',
    ],
    ['an end behind it', undefined, { status: 400, body: graphError(190, 'changed', 460) }, 'expired', null],
  ])('a token with %s', async (_, discovery, mine, token, scope) => {
    const seen = await audited('instagram', URL_OF, plays(discovery, mine));
    expect([seen.profile.verdict, tokenIn(seen)]).toEqual(['unverifiable', token]);
    expect(noticesIn(seen)).toMatchObject([{ variable: 'BIJWERKEN_INSTAGRAM_TOKEN', scope }]);
  });

  test('no professional account of that name is no absence', async () => {
    const body = graphError(110, 'Invalid user id', 2207013);
    const seen = await audited('instagram', URL_OF, plays({ status: 400, body }));
    expect([outcomesIn(seen), tokenIn(seen)]).toEqual([['unreadable'], 'ok']);
    expect(seen.profile.capture.sources[0]?.because).toContain('no professional account has this name');
  });

  test('too many requests', async () => {
    const seen = await audited('instagram', URL_OF, plays({ status: 403, body: graphError(4, 'limit reached') }));
    expect(outcomesIn(seen)).toEqual(['rate-limited']);
  });
});

describe('X', () => {
  const URL_OF = 'https://x.com/bwk_voorbeeld';
  const user = (base: string) => ({
    id: '1234567890',
    username: 'bwk_voorbeeld',
    name: 'Stichting Voorbeeld',
    created_at: '2014-07-09T20:17:20.000Z',
    description: 'Wij laten zien hoe het werkt.',
    url: 'https://t.co/xyz',
    entities: { url: { urls: [{ url: 'https://t.co/xyz', expanded_url: 'https://voorbeeld.nl/' }] } },
    profile_image_url: `${base}/logo.png`,
    public_metrics: { followers_count: 695 },
  });
  const problem = (name: string, status: number, parts: object = {}): Reply => ({
    status,
    body: { title: name, type: `https://api.twitter.com/2/problems/${name}`, status, detail: name, ...parts },
  });

  interface Answers {
    readonly user?: Reply;
    readonly posts?: (token: string | null) => Reply;
  }
  const plays =
    ({ user: instead, posts }: Answers = {}): Plays =>
    ({ pathname, searchParams }, { headers }, base) => {
      if (headers.authorization !== `Bearer ${TOKEN}`)
        return {
          status: 401,
          body: { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
        };
      if (pathname === '/2/users/by/username/bwk_voorbeeld') {
        if (instead) return instead;
        const isNumber = searchParams.get('user.fields') === 'most_recent_tweet_id';
        return {
          body: { data: { ...user(base), ...(isNumber ? { most_recent_tweet_id: '2006924427391926272' } : {}) } },
        };
      }
      if (pathname !== '/2/users/1234567890/tweets' || searchParams.get('exclude') !== 'retweets,replies')
        return undefined;
      return posts?.(searchParams.get('pagination_token')) ?? { body: { meta: { result_count: 0 } } };
    };

  test('the account, and its newest own post behind a page without any', async () => {
    const newest = iso(ago(20));
    const posts = (token: string | null): Reply =>
      token === null
        ? { body: { meta: { result_count: 0, next_token: 'n1' } } }
        : { body: { data: [{ id: '2006924427391926272', created_at: newest }], meta: { result_count: 1 } } };
    const seen = await audited('x', URL_OF, plays({ posts }));
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld' },
      handle: { value: 'bwk_voorbeeld' },
      website: { value: 'https://voorbeeld.nl/' },
      followers: { value: 695 },
      pin: { value: '1234567890' },
      lastActivity: { from: newest, to: newest, completeness: 'at-least' },
    });
    expectUnmet(seen);
    expect([tokenIn(seen), noticesIn(seen), secretsIn(seen)]).toEqual(['ok', [], []]);
  });

  test('who may not list posts is told the number of the newest', async () => {
    const posts = () =>
      problem('client-forbidden', 403, { reason: 'client-not-enrolled', required_enrollment: 'Basic Access' });
    const seen = await audited('x', URL_OF, plays({ posts }));
    expect(seen.profile.observation?.lastActivity?.from).toBe('2026-01-02T03:04:05.000Z');
    expect(noticesIn(seen)).toEqual([
      { code: 'token-missing-scope', variable: 'BIJWERKEN_X_TOKEN', scope: 'Basic Access' },
    ]);
  });

  test.each([
    ['Could not find user with username: [bwk_voorbeeld].', 'not-found'],
    ['User has been suspended: [bwk_voorbeeld].', 'suspended'],
  ])('%s', async (detail, outcome) => {
    const type = 'https://api.twitter.com/2/problems/resource-not-found';
    const error = { detail, type, resource_type: 'user', parameter: 'username', value: 'bwk_voorbeeld' };
    const seen = await audited('x', URL_OF, plays({ user: { body: { errors: [error] } } }));
    expect([outcomesIn(seen), seen.profile.verdict]).toEqual([[outcome, outcome], 'unverifiable']);
  });

  test.each<readonly [string, Reply, string, string]>([
    ['no token', { status: 401, body: { title: 'Unauthorized', status: 401 } }, 'login-wall', 'expired'],
    ['another kind of token', problem('unsupported-authentication', 403), 'login-wall', 'missing-scope'],
    ['no credits', problem('credits', 402), 'rate-limited', 'ok'],
  ])('%s', async (_, reply, outcome, token) => {
    const seen = await audited('x', URL_OF, plays({ user: reply }));
    expect([outcomesIn(seen), tokenIn(seen)]).toEqual([[outcome], token]);
  });

  test('too many requests, until the second that X says', async () => {
    const headers = { 'x-rate-limit-reset': String(Math.ceil(Date.now() / 1000) + 900) };
    const seen = await audited('x', URL_OF, plays({ user: { ...problem('usage-capped', 429), headers } }));
    expect(outcomesIn(seen)).toEqual(['rate-limited']);
    expect(Number(/"retryAfter": (\d+)/.exec(seen.said)?.[1])).toBeGreaterThan(800);
  });
});

describe('YouTube', () => {
  const URL_OF = 'https://www.youtube.com/@bwkvoorbeeld';
  const ID = 'UCbwkVoorbeeld0000000000';
  const channel = (base: string) => ({
    kind: 'youtube#channel',
    id: ID,
    snippet: {
      title: 'Stichting Voorbeeld',
      description: 'Wij laten zien hoe het werkt.',
      customUrl: '@bwkvoorbeeld',
      publishedAt: '2014-07-09T20:17:20Z',
      thumbnails: { high: { url: `${base}/logo.png` } },
    },
    contentDetails: { relatedPlaylists: { uploads: 'UUbwkVoorbeeld0000000000' } },
    statistics: { subscriberCount: '1230', videoCount: '41' },
    brandingSettings: { image: { bannerExternalUrl: `${base}/banner.png` } },
  });
  const item = (date: string) => ({
    kind: 'youtube#playlistItem',
    snippet: { channelId: ID, publishedAt: date },
    contentDetails: { videoPublishedAt: date },
  });
  const refusal = (status: number, ...reasons: readonly string[]): Reply => ({
    status,
    body: {
      error: {
        code: status,
        errors: reasons.map((reason) => ({ reason, domain: 'global' })),
        details: [{ reason: reasons.at(-1), metadata: { service: 'youtube.googleapis.com' } }],
      },
    },
  });

  interface Answers {
    readonly channel?: Reply;
    readonly uploads?: (token: string | null) => Reply;
  }
  const plays =
    ({ channel: instead, uploads }: Answers = {}): Plays =>
    ({ pathname, searchParams }, _, base) => {
      if (searchParams.get('key') !== TOKEN) return refusal(400, 'badRequest', 'API_KEY_INVALID');
      if (pathname === '/youtube/v3/playlistItems')
        return uploads?.(searchParams.get('pageToken')) ?? { body: { items: [] } };
      const isAsked = searchParams.get('forHandle') === '@bwkvoorbeeld' || searchParams.get('id') === ID;
      return (
        instead ?? { body: { kind: 'youtube#channelListResponse', ...(isAsked ? { items: [channel(base)] } : {}) } }
      );
    };

  test('the channel, and its newest video behind a page of what is still to come', async () => {
    const newest = iso(ago(15));
    const uploads = (token: string | null): Reply => ({
      body: token === null ? { items: [item(iso(ago(-30)))], nextPageToken: 'CAUQAA' } : { items: [item(newest)] },
    });
    const seen = await audited('youtube', URL_OF, plays({ uploads }));
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld' },
      handle: { value: 'bwkvoorbeeld' },
      bio: { value: 'Wij laten zien hoe het werkt.' },
      followers: { value: 1230 },
      pin: { value: ID },
      lastActivity: { from: newest, completeness: 'at-least' },
    });
    expectUnmet(seen);
    expect([tokenIn(seen), noticesIn(seen), secretsIn(seen)]).toEqual(['ok', [], []]);
  });

  test.each<readonly [string, Reply, string, string]>([
    ['used-up quota', refusal(403, 'quotaExceeded'), 'rate-limited', 'ok'],
    ['too many requests', refusal(429, 'rateLimitExceeded'), 'rate-limited', 'ok'],
    ['no key', refusal(400, 'badRequest', 'API_KEY_INVALID'), 'login-wall', 'expired'],
    [
      'a key for something else',
      refusal(403, 'accessNotConfigured', 'SERVICE_DISABLED'),
      'login-wall',
      'missing-scope',
    ],
  ])('%s', async (_, reply, outcome, token) => {
    const seen = await audited('youtube', URL_OF, plays({ channel: reply }));
    expect([outcomesIn(seen)[0], tokenIn(seen)]).toEqual([outcome, token]);
    if (token === 'missing-scope') expect(noticesIn(seen)).toMatchObject([{ scope: 'youtube.googleapis.com' }]);
    expect(secretsIn(seen)).toEqual([]);
  });

  test('silence is shown by the open feed, which is asked beside it', async () => {
    const old = iso(ago(900));
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom">
      <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=${ID}"/><title>Stichting Voorbeeld</title>
      <link rel="alternate" href="https://www.youtube.com/channel/${ID}"/><published>2014-07-09T20:17:20+00:00</published>
      <entry><title>Film</title><published>${old}</published></entry></feed>`;
    const interfaces = plays({ uploads: () => ({ body: { items: [item(old)] } }) });
    const both: Plays = (url, incoming, base) =>
      url.pathname === '/feeds/videos.xml'
        ? { headers: { 'content-type': 'application/atom+xml' }, text: feed }
        : interfaces(url, incoming, base);
    const seen = await audited('youtube', `https://www.youtube.com/channel/${ID}`, both);
    expect([outcomesIn(seen), seen.profile.verdict]).toEqual([['profile', 'profile'], 'dormant']);
    expect(seen.profile.observation?.lastActivity).toMatchObject({ from: old, completeness: 'latest' });
    expect(seen.profile.observation?.lastActivity).not.toHaveProperty('unmet');
    expect(seen.profile.observation?.followers).toMatchObject({ value: 1230, unmet: true });
  });

  test('an older name is none that it could be asked for', async () => {
    const seen = await audited('youtube', 'https://www.youtube.com/c/bwkvoorbeeld', plays());
    expect(seen.server.requests.filter((line) => line.includes('/youtube/v3/'))).toEqual([]);
    expect(secretsIn(seen)).toEqual([]);
  });
});

describe('Threads', () => {
  const URL_OF = 'https://www.threads.com/@bwk.voorbeeld';
  const plays =
    (username = 'bwk.voorbeeld', me?: Reply): Plays =>
    ({ pathname, searchParams }, _, base) => {
      if (searchParams.get('access_token') !== TOKEN) return { status: 400, body: graphError(190, 'Invalid token') };
      if (pathname === '/v1.0/me') {
        const about = { name: 'Stichting Voorbeeld', threads_biography: 'Wij laten zien hoe het werkt.' };
        return me ?? { body: { id: '17', username, ...about, threads_profile_picture_url: `${base}/logo.png` } };
      }
      if (pathname !== '/v1.0/me/threads') return undefined;
      const paging = { cursors: { after: 'QVFI' }, next: `${base}/v1.0/me/threads?access_token=${TOKEN}` };
      return searchParams.has('after')
        ? { body: { data: [{ media_type: 'TEXT_POST', timestamp: '2026-10-01T09:00:00+0000' }] } }
        : { body: { data: [{ media_type: 'REPOST_FACADE', timestamp: '2026-11-01T09:00:00+0000' }], paging } };
    };

  test('the account of the token, and its newest own post behind a page of reposts', async () => {
    const seen = await audited('threads', URL_OF, plays());
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld' },
      handle: { value: 'bwk.voorbeeld' },
      bio: { value: 'Wij laten zien hoe het werkt.' },
      lastActivity: { from: '2026-10-01T09:00:00.000Z', completeness: 'at-least' },
    });
    expectUnmet(seen);
    expect([tokenIn(seen), secretsIn(seen)]).toEqual(['ok', []]);
  });

  test('the token of another account reads nothing', async () => {
    const seen = await audited('threads', URL_OF, plays('bwk.ander'));
    expect([outcomesIn(seen), seen.server.requests.length]).toEqual([['unreadable'], 1]);
  });

  test('a token that has expired', async () => {
    const seen = await audited('threads', URL_OF, plays('', { status: 400, body: graphError(190, 'expired', 463) }));
    expect([outcomesIn(seen), tokenIn(seen)]).toEqual([['login-wall'], 'expired']);
  });
});

/** Those whose redirects are not tried above; the address that they send to quotes all that was asked. */
test.each([
  ['instagram', 'https://www.instagram.com/bwk.voorbeeld/', '/v25.0/'],
  ['x', 'https://x.com/bwk_voorbeeld', '/2/users/'],
  ['youtube', 'https://www.youtube.com/@bwkvoorbeeld', '/youtube/v3/'],
  ['threads', 'https://www.threads.com/@bwk.voorbeeld', '/v1.0/'],
])('%s: a redirect to another host takes no token along', async (network, url, path) => {
  const thief = await serve(() => ({ body: { data: [] } }));
  const seen = await audited(network, url, ({ pathname, search }) =>
    pathname.startsWith(path)
      ? { status: 302, headers: { location: `http://127.0.0.1:${thief.port}${pathname}${search}` } }
      : undefined,
  );
  expect(thief.requests[0]).toContain(path);
  expect(thief.headers[0]).not.toHaveProperty('authorization');
  expect(JSON.stringify([thief.requests, thief.headers])).not.toMatch(/geheim|access_token|[?&]key=/);
  expect(secretsIn(seen)).toEqual([]);
});
