/** Spellings of addresses on Facebook, Mastodon and Bluesky, and what is no profile there. */

import { describe, expect, it } from 'vitest';
import { bluesky } from '../../src/networks/bluesky.ts';
import { facebook } from '../../src/networks/facebook.ts';
import { unwrapLink } from '../../src/networks/facebookAddress.ts';
import { findNetwork } from '../../src/networks/index.ts';
import { mastodon } from '../../src/networks/mastodon.ts';

const brief = (url: string, network: typeof facebook): string | null => {
  const account = network.recognise(new URL(url));
  return account && `${account.handle} ${account.url}`;
};

describe('Facebook', () => {
  const page = 'tulpenfonds https://www.facebook.com/tulpenfonds';
  it.each([
    'https://www.facebook.com/tulpenfonds',
    'http://facebook.com/tulpenfonds/',
    'https://m.facebook.com/tulpenfonds?ref=bookmarks',
    'https://mbasic.facebook.com/tulpenfonds/',
    'https://nl-nl.facebook.com/tulpenfonds/about',
    'https://web.facebook.com/tulpenfonds?_rdc=1&_rdr',
    'https://fb.com/tulpenfonds',
    'https://www.facebook.com/pg/tulpenfonds/about/?ref=page_internal',
    'https://www.facebook.com//tulpenfonds/posts/pfbid02?locale=nl_NL#x',
  ])('%s', (url) => {
    expect(brief(url, facebook)).toBe(page);
    expect(findNetwork(new URL(url))?.id).toBe('facebook');
  });

  it.each([
    [
      'https://www.facebook.com/profile.php?id=100064000000001&sk=about',
      '100064000000001 https://www.facebook.com/profile.php?id=100064000000001',
    ],
    [
      'https://www.facebook.com/people/Het-Fonds/100064000000001/',
      '100064000000001 https://www.facebook.com/profile.php?id=100064000000001',
    ],
    [
      'https://www.facebook.com/p/Het-Fonds-100064000000001/',
      '100064000000001 https://www.facebook.com/profile.php?id=100064000000001',
    ],
    [
      'https://www.facebook.com/pages/Het-Fonds/212345678901234',
      '212345678901234 https://www.facebook.com/212345678901234',
    ],
    [
      'https://www.facebook.com/pages/category/Bakery/Het-Fonds-212345678901234/',
      '212345678901234 https://www.facebook.com/212345678901234',
    ],
    ['https://www.facebook.com/Het-Fonds-212345678901234/', '212345678901234 https://www.facebook.com/212345678901234'],
    ['https://www.facebook.com/212345678901234', '212345678901234 https://www.facebook.com/212345678901234'],
    ['https://www.facebook.com/Het.Fonds', 'Het.Fonds https://www.facebook.com/Het.Fonds'],
    ['https://www.facebook.com/b%C3%A4ckerei', 'bäckerei https://www.facebook.com/b%C3%A4ckerei'],
  ])('%s', (url, expected) => {
    expect(brief(url, facebook)).toBe(expected);
  });

  it.each([
    'https://www.facebook.com/',
    'https://www.facebook.com/login/?next=x',
    'https://www.facebook.com/sharer/sharer.php?u=x',
    'https://www.facebook.com/groups/1234567890',
    'https://www.facebook.com/events/1234567890',
    'https://www.facebook.com/marketplace/item/1306165770477763',
    'https://www.facebook.com/watch/?v=123456',
    'https://www.facebook.com/profile.php',
    'https://www.facebook.com/pages/create',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com',
    'https://facebook.com.example.com/tulpenfonds',
    'ftp://www.facebook.com/tulpenfonds',
  ])('%s is no page', (url) => {
    expect(brief(url, facebook)).toBeNull();
  });

  it.each([
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Ftulpenfonds.example%2F%3Ffbclid%3DIwAR0&h=AT0',
      'https://tulpenfonds.example/',
    ],
    [
      'https://lm.facebook.com/l.php?u=http%3A%2F%2Ftulpenfonds.example%2Fa%3Fb%3D1',
      'http://tulpenfonds.example/a?b=1',
    ],
    ['https://tulpenfonds.example/?fbclid=x', 'https://tulpenfonds.example/'],
    ['https://l.facebook.com/l.php?u=javascript%3Aalert(1)', undefined],
    ['https://l.facebook.com/l.php', undefined],
    ['tulpenfonds.example', undefined],
  ])('%s leads to %s', (wrapped, target) => {
    expect(unwrapLink(wrapped)).toBe(target);
  });
});

describe('Mastodon', () => {
  const account = 'fonds https://sociaal.example/@fonds';
  it.each([
    'https://sociaal.example/@fonds',
    'https://sociaal.example/@fonds/112233445566',
    'https://sociaal.example/web/@fonds',
    'https://sociaal.example/users/fonds',
    'https://sociaal.example/@fonds@sociaal.example',
    'https://elders.example/@fonds@sociaal.example',
    'https://sociaal.example/api/v1/accounts/lookup?acct=fonds',
    'https://elders.example/api/v1/accounts/lookup?acct=@fonds@sociaal.example',
    'http://sociaal.example/@fonds',
  ])('%s', (url) => {
    expect(brief(url, mastodon)).toBe(account);
  });

  it('keeps a server that is tried out at home', () => {
    expect(brief('http://localhost:3000/@fonds', mastodon)).toBe('fonds http://localhost:3000/@fonds');
  });

  it.each([
    'https://medium.com/@fonds',
    'https://www.tiktok.com/@fonds',
    'https://www.youtube.com/@fonds',
    'https://www.threads.com/@fonds',
    'https://fonds.substack.com/@fonds',
    'https://sociaal.example/',
    'https://sociaal.example/about',
    'https://sociaal.example/@',
    'https://sociaal.example/@a@b@c.example',
    'https://sociaal.example/api/v1/accounts/verify_credentials',
    'https://sociaal.example/users',
  ])('%s is no account', (url) => {
    expect(brief(url, mastodon)).toBeNull();
  });

  it('asks for the account first, and then for its posts by id', () => {
    const found = mastodon.recognise(new URL('https://elders.example/@fonds@sociaal.example'));
    const plan = mastodon.sources.api;
    expect(found && plan?.requests(found, []).map(({ url }) => url)).toEqual([
      'https://sociaal.example/api/v1/accounts/lookup?acct=fonds',
    ]);
  });
});

describe('Bluesky', () => {
  it.each([
    [
      'https://bsky.app/profile/tulpenfonds.example',
      'tulpenfonds.example https://bsky.app/profile/tulpenfonds.example',
    ],
    [
      'https://bsky.app/profile/tulpenfonds.bsky.social/post/3kabc',
      'tulpenfonds.bsky.social https://bsky.app/profile/tulpenfonds.bsky.social',
    ],
    [
      'https://bsky.app/profile/did:plc:abcdefghijklmnop234567aa',
      'did:plc:abcdefghijklmnop234567aa https://bsky.app/profile/did:plc:abcdefghijklmnop234567aa',
    ],
    [
      'https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=tulpenfonds.example',
      'tulpenfonds.example https://bsky.app/profile/tulpenfonds.example',
    ],
    [
      'https://appview.example/xrpc/app.bsky.feed.getAuthorFeed?actor=tulpenfonds.example&limit=1',
      'tulpenfonds.example https://bsky.app/profile/tulpenfonds.example',
    ],
  ])('%s', (url, expected) => {
    expect(brief(url, bluesky)).toBe(expected);
    expect(findNetwork(new URL(url))?.id).toBe('bluesky');
  });

  it.each([
    'https://bsky.app/',
    'https://bsky.app/profile/',
    'https://bsky.app/search?q=x',
    'https://bsky.app/profile/tulpenfonds',
    'https://example.com/profile/tulpenfonds.example',
  ])('%s is no account', (url) => {
    expect(brief(url, bluesky)).toBeNull();
  });
});
