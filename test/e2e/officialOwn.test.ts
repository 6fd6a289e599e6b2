/** Official interfaces that tell of the token's own account alone, against servers that play their documentation. */

import { afterEach, describe, expect, test } from 'vitest';
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

const isHers = (authorization: string | undefined) => authorization === `Bearer ${TOKEN}`;

describe('TikTok', () => {
  const URL_OF = 'https://www.tiktok.com/@bwk_voorbeeld';
  const answer = (data: object, code = 'ok', message = '') => ({ data, error: { code, message, log_id: '2026' } });
  const refusal = (status: number, code: string, message = ''): Reply => ({ status, body: answer({}, code, message) });

  interface Answers {
    readonly username?: string;
    readonly account?: Reply;
    readonly stats?: Reply;
    readonly videos?: (asked: { readonly cursor?: number; readonly max_count?: number }) => Reply;
  }
  const plays =
    ({ username = 'bwk_voorbeeld', account, stats, videos }: Answers = {}): Plays =>
    ({ pathname, searchParams }, { headers, method }, base, posted = '') => {
      if (!isHers(headers.authorization)) return refusal(401, 'access_token_invalid');
      const fields = searchParams.get('fields')?.split(',') ?? [];
      if (pathname === '/v2/user/info/' && method === 'GET') {
        if (fields.includes('follower_count'))
          return stats ?? { body: answer({ user: { username, follower_count: 862, video_count: 3 } }) };
        const about = { display_name: 'Stichting Voorbeeld', bio_description: 'Wij laten zien hoe het werkt.' };
        const user = { open_id: '723f24d7', username, ...about, avatar_large_url: `${base}/logo.png` };
        return account ?? { body: answer({ user }) };
      }
      if (pathname !== '/v2/video/list/' || method !== 'POST' || headers['content-type'] !== 'application/json')
        return undefined;
      return videos?.(JSON.parse(posted)) ?? { body: answer({ videos: [], cursor: 0, has_more: false }) };
    };

  const video = (create_time: number) => ({ id: '7441000000000000001', create_time });

  test('the account of the token, and its newest video behind a page without any', async () => {
    const asked: unknown[] = [];
    const seen = await audited(
      'tiktok',
      URL_OF,
      plays({
        videos: (question) => {
          asked.push(question);
          return question.cursor === undefined
            ? { body: answer({ videos: [], cursor: 1_789_000_000_000, has_more: true }) }
            : { body: answer({ videos: [video(1_788_000_000), video(1_700_000_000)], cursor: 1, has_more: true }) };
        },
      }),
    );
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld', origin: 'api', unmet: true },
      handle: { value: 'bwk_voorbeeld', unmet: true },
      bio: { value: 'Wij laten zien hoe het werkt.', unmet: true },
      logo: { url: expect.stringContaining('/logo.png'), file: expect.any(String), unmet: true },
      followers: { value: 862, unmet: true },
      lastActivity: { from: '2026-08-29T10:40:00.000Z', completeness: 'at-least', unmet: true },
    });
    expect(asked).toEqual([{ max_count: 20 }, { max_count: 20, cursor: 1_789_000_000_000 }]);
    expect([tokenIn(seen), noticesIn(seen), SPELLINGS.filter((one) => seen.said.includes(one))]).toEqual([
      'ok',
      [],
      [],
    ]);
  });

  test('pages that never hold a video end', async () => {
    const videos = () => ({ body: answer({ videos: [], cursor: 1, has_more: true }) });
    const seen = await audited('tiktok', URL_OF, plays({ videos }));
    expect(seen.server.requests.filter((line) => line.includes('/v2/video/list/'))).toHaveLength(4);
    expect(seen.profile.observation).not.toHaveProperty('lastActivity');
    expect(seen.profile.verdict).not.toBe('dormant');
  });

  test('the token of another account reads nothing, and asks for nothing more', async () => {
    const seen = await audited('tiktok', URL_OF, plays({ username: 'bwk_ander' }));
    expect([outcomesIn(seen), seen.server.requests.length, tokenIn(seen)]).toEqual([['unreadable'], 1, 'ok']);
    expect(seen.profile.verdict).toBe('unverifiable');
  });

  test('old videos alone make no account dormant', async () => {
    const videos = () => ({ body: answer({ videos: [video(1_400_000_000)], cursor: 1, has_more: false }) });
    expect((await audited('tiktok', URL_OF, plays({ videos }))).profile.verdict).not.toBe('dormant');
  });

  test.each<readonly [string, Answers, readonly string[], string, string | null]>([
    [
      'a token that has expired',
      { account: refusal(401, 'access_token_invalid') },
      ['login-wall'],
      'token-expired',
      null,
    ],
    [
      'no leave for the name',
      { account: refusal(401, 'scope_not_authorized') },
      ['login-wall'],
      'token-missing-scope',
      'user.info.profile',
    ],
    [
      'no leave for the counts',
      { stats: refusal(400, 'scope_permission_missed', 'some fields need additional scopes: user.info.stats') },
      ['profile'],
      'token-missing-scope',
      'user.info.stats',
    ],
    [
      'no leave for the videos',
      { videos: () => refusal(401, 'scope_not_authorized') },
      ['profile'],
      'token-missing-scope',
      'video.list',
    ],
  ])('%s is said of the token', async (_, answers, outcomes, code, scope) => {
    const seen = await audited('tiktok', URL_OF, plays(answers));
    expect(outcomesIn(seen)).toEqual(outcomes);
    expect(noticesIn(seen)).toEqual([{ code, variable: 'BIJWERKEN_TIKTOK_TOKEN', scope }]);
  });

  test('too many requests', async () => {
    const account = refusal(429, 'rate_limit_exceeded');
    const seen = await audited('tiktok', URL_OF, plays({ account }));
    expect([outcomesIn(seen), seen.profile.verdict, tokenIn(seen)]).toEqual([['rate-limited'], 'unverifiable', 'ok']);
  });

  test('a redirect to another host takes neither the token nor the question along', async () => {
    const thief = await serve((_, __, ___, posted = '') => ({ body: answer({ posted }) }));
    const headers = { location: `http://127.0.0.1:${thief.port}/v2/video/list/` };
    const seen = await audited('tiktok', URL_OF, plays({ videos: () => ({ status: 307, headers }) }));
    expect(thief.headers[0]).not.toHaveProperty('authorization');
    expect(thief.requests).toEqual(['GET /v2/video/list/']);
    expect(seen.said).not.toContain(TOKEN);
  });
});

describe('Pinterest', () => {
  const URL_OF = 'https://www.pinterest.com/voorbeeldstichting/';
  const about = {
    id: '211811981559070001',
    account_type: 'BUSINESS',
    business_name: 'Stichting Voorbeeld',
    about: 'Wij laten zien hoe het werkt.',
    website_url: 'https://voorbeeld.nl/',
    follower_count: 862,
    pin_count: 40,
  };
  const pin = (created_at: string, parts: object = {}) => ({ id: '8137', created_at, is_owner: true, ...parts });

  interface Answers {
    readonly username?: string;
    readonly account?: Reply;
    readonly pins?: (bookmark: string | null) => Reply;
    readonly feed?: Reply;
  }
  const plays =
    ({ username = 'voorbeeldstichting', account, pins, feed }: Answers = {}): Plays =>
    ({ pathname, searchParams }, { headers }, base) => {
      // The open feed is asked beside it, and without the token.
      if (pathname === '/voorbeeldstichting/feed.rss' && !headers.authorization) return feed;
      if (!isHers(headers.authorization)) return { status: 401, body: { code: 2, message: 'Authentication failed.' } };
      if (pathname === '/v5/user_account')
        return account ?? { body: { ...about, username, profile_image: `${base}/logo.png` } };
      return pathname === '/v5/pins'
        ? (pins?.(searchParams.get('bookmark')) ?? { body: { items: [], bookmark: null } })
        : undefined;
    };

  test('the account of the token, and its newest pin behind a page of none of its own', async () => {
    const pins = (bookmark: string | null): Reply =>
      bookmark === null
        ? { body: { items: [pin('2026-11-01T09:00:00', { is_owner: false })], bookmark: 'TXpJek1UUTE=|a&b' } }
        : { body: { items: [pin('2026-01-01T09:00:00'), pin('2026-10-01T09:00:00')], bookmark } };
    const seen = await audited('pinterest', URL_OF, plays({ pins }));
    expect(seen.profile.observation).toMatchObject({
      name: { value: 'Stichting Voorbeeld', origin: 'api', unmet: true },
      handle: { value: 'voorbeeldstichting' },
      bio: { value: 'Wij laten zien hoe het werkt.' },
      website: { value: 'https://voorbeeld.nl/' },
      logo: { url: expect.stringContaining('/logo.png'), file: expect.any(String) },
      followers: { value: 862 },
      lastActivity: { from: '2026-10-01T09:00:00.000Z', completeness: 'at-least', unmet: true },
      pin: { value: '211811981559070001' },
    });
    const asked = seen.server.requests.filter((line) => line.includes('/v5/pins'));
    expect(asked.map((line) => new URL(line.slice(4), 'http://a').searchParams.get('bookmark'))).toEqual([
      null,
      'TXpJek1UUTE=|a&b',
    ]);
    expect([tokenIn(seen), noticesIn(seen), SPELLINGS.filter((one) => seen.said.includes(one))]).toEqual([
      'ok',
      [],
      [],
    ]);
  });

  test('pages that never hold a pin of the account end', async () => {
    const pins = () => ({ body: { items: [], bookmark: 'more' } });
    const seen = await audited('pinterest', URL_OF, plays({ pins }));
    expect(seen.server.requests.filter((line) => line.includes('/v5/pins'))).toHaveLength(4);
    expect(seen.profile.observation).not.toHaveProperty('lastActivity');
  });

  test('the token of another account reads nothing', async () => {
    const seen = await audited('pinterest', URL_OF, plays({ username: 'een_ander' }));
    expect(outcomesIn(seen)[0]).toBe('unreadable');
    expect(seen.server.requests.filter((line) => line.includes('/v5/'))).toEqual(['GET /v5/user_account']);
    expect(seen.profile.verdict).toBe('unverifiable');
  });

  test.each<readonly [string, Answers, string, string, string | null]>([
    [
      'a token that has expired',
      { account: { status: 401, body: { code: 2, message: 'Authentication failed.' } } },
      'login-wall',
      'token-expired',
      null,
    ],
    [
      'no leave for the account',
      { account: { status: 401, body: { code: 3, message: 'Your token does not have sufficient permissions' } } },
      'login-wall',
      'token-missing-scope',
      'user_accounts:read',
    ],
    [
      'no leave for the pins',
      { pins: () => ({ status: 401, body: { code: 3, message: "… Missing: ['pins:read']" } }) },
      'profile',
      'token-missing-scope',
      'pins:read',
    ],
  ])('%s is said of the token', async (_, answers, outcome, code, scope) => {
    const seen = await audited('pinterest', URL_OF, plays(answers));
    expect(outcomesIn(seen)[0]).toBe(outcome);
    expect(noticesIn(seen)).toEqual([{ code, variable: 'BIJWERKEN_PINTEREST_TOKEN', scope }]);
    expect(seen.profile.findings.map(({ code: found }) => found)).not.toContain('presence.gone');
  });

  test('too many requests, for as many seconds as it says', async () => {
    const headers = { 'x-ratelimit-reset': '3600' };
    const account = { status: 429, headers, body: { code: 8, message: 'You have exceeded your rate limit.' } };
    const seen = await audited('pinterest', URL_OF, plays({ account }));
    expect([outcomesIn(seen)[0], tokenIn(seen)]).toEqual(['rate-limited', 'ok']);
    expect(seen.said).toContain('"retryAfter": 3600');
  });

  test('a redirect to another host does not take the token along', async () => {
    const thief = await serve(() => ({ body: { ...about, username: 'voorbeeldstichting' } }));
    const headers = { location: `http://127.0.0.1:${thief.port}/v5/user_account` };
    const seen = await audited('pinterest', URL_OF, plays({ account: { status: 302, headers } }));
    expect(thief.headers[0]).not.toHaveProperty('authorization');
    expect(seen.said).not.toContain(TOKEN);
  });
});
