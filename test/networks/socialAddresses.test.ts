/** Spellings of addresses on Instagram, Threads, Pinterest and Telegram, and what is no profile there. */

import { describe, expect, it } from 'vitest';
import { findNetwork } from '../../src/networks/index.ts';
import { instagram } from '../../src/networks/instagram.ts';
import { pinterest } from '../../src/networks/pinterest.ts';
import { telegram } from '../../src/networks/telegram.ts';
import { threads } from '../../src/networks/threads.ts';

const brief = (url: string, network: typeof instagram): string | null => {
  const account = network.recognise(new URL(url));
  return account && `${account.handle} ${account.kind} ${account.url}`;
};

describe('Instagram', () => {
  it.each([
    'https://www.instagram.com/tulpen.fonds/',
    'http://instagram.com/tulpen.fonds',
    'https://m.instagram.com/tulpen.fonds/?hl=nl',
    'https://instagr.am/tulpen.fonds',
    'https://www.instagram.com/_u/tulpen.fonds',
    'https://www.instagram.com/n/tulpen.fonds',
    'https://www.instagram.com/tulpen.fonds/reels/?igsh=MzRlODBiNWFlZA%3D%3D',
    'https://www.instagram.com/tulpen.fonds/tagged/',
    'https://www.instagram.com/tulpen.fonds?__a=1&__d=dis',
    'https://www.instagram.com/@tulpen.fonds',
    'https://www.instagram.com/api/v1/users/web_profile_info/?username=tulpen.fonds',
    'https://i.instagram.com/api/v1/users/tulpen.fonds/usernameinfo/',
    'https://www.instagram.com/api/v1/feed/user/tulpen.fonds/username/?count=12',
    'https://www.instagram.com/graphql/query/?query_hash=1&variables=%7B%22username%22%3A%22tulpen.fonds%22%7D',
    'https://graph.facebook.com/v23.0/178/?fields=business_discovery.username(tulpen.fonds)%7Bname%7D',
  ])('%s', (url) => {
    expect(brief(url, instagram)).toBe('tulpen.fonds account https://www.instagram.com/tulpen.fonds/');
    expect(findNetwork(new URL(url))?.id).toBe('instagram');
  });

  it.each([
    'https://www.instagram.com/',
    'https://www.instagram.com/p/CabcdefGhij/',
    'https://www.instagram.com/reel/CabcdefGhij/',
    'https://www.instagram.com/tv/CabcdefGhij/',
    'https://www.instagram.com/stories/tulpen.fonds/123/',
    'https://www.instagram.com/explore/tags/tulpen/',
    'https://www.instagram.com/accounts/login/?next=%2Ftulpen.fonds%2F',
    'https://www.instagram.com/direct/inbox/',
    'https://www.instagram.com/tulpen fonds',
    'https://help.instagram.com/581066165581870',
    'https://l.instagram.com/?u=https%3A%2F%2Fvoorbeeld.example%2F',
    'https://graph.facebook.com/v23.0/178/?fields=name',
    'https://instagram.com.voorbeeld.example/tulpen.fonds',
  ])('%s is no profile', (url) => {
    expect(brief(url, instagram)).toBeNull();
  });

  it('knows a page without an account as its own', () => {
    expect(findNetwork('https://www.instagram.com/p/CabcdefGhij/')?.id).toBe('instagram');
  });
});

describe('Threads', () => {
  it.each([
    'https://www.threads.com/@tulpen.fonds',
    'https://threads.net/@tulpen.fonds/',
    'https://www.threads.net/@tulpen.fonds/replies?hl=nl',
    'https://www.threads.com/@tulpen.fonds?xmt=AQF0',
    'https://graph.threads.net/v1.0/profile_lookup?username=tulpen.fonds&fields=name',
  ])('%s', (url) => {
    expect(brief(url, threads)).toBe('tulpen.fonds account https://www.threads.com/@tulpen.fonds');
  });

  it.each([
    'https://www.threads.com/',
    'https://www.threads.com/login',
    'https://www.threads.com/t/DUxyz',
    'https://www.threads.com/search?q=tulpen',
    'https://l.threads.com/?u=https%3A%2F%2Fvoorbeeld.example',
    'https://graph.threads.net/v1.0/me',
  ])('%s is no profile', (url) => {
    expect(brief(url, threads)).toBeNull();
  });
});

describe('Pinterest', () => {
  it.each([
    'https://www.pinterest.com/tulpenfonds/',
    'https://pinterest.com/tulpenfonds',
    'https://nl.pinterest.com/tulpenfonds/_saved/',
    'https://www.pinterest.nl/tulpenfonds/?invite_code=1&sender=2',
    'https://www.pinterest.co.uk/tulpenfonds/pins/',
    'https://br.pinterest.com/tulpenfonds/_created/',
    'https://www.pinterest.com.au/tulpenfonds/boards/',
    'https://www.pinterest.com/tulpenfonds/feed.rss',
    'https://widgets.pinterest.com/v3/pidgets/users/tulpenfonds/pins/',
    'https://www.pinterest.com/resource/UserResource/get/?data=%7B%22options%22%3A%7B%22username%22%3A%22tulpenfonds%22%7D%7D',
  ])('%s', (url) => {
    expect(brief(url, pinterest)).toBe('tulpenfonds account https://www.pinterest.com/tulpenfonds/');
    expect(findNetwork(new URL(url))?.id).toBe('pinterest');
  });

  it.each([
    'https://www.pinterest.com/',
    'https://www.pinterest.com/pin/1234567890/',
    'https://www.pinterest.com/ideas/tulpen/123/',
    'https://www.pinterest.com/search/pins/?q=tulpen',
    'https://www.pinterest.com/login/?next=%2Ftulpenfonds%2F',
    'https://help.pinterest.com/nl/article/tulpenfonds',
    'https://business.pinterest.com/nl/',
    'https://www.pinterest.com/resource/UserResource/get/?data=%7B',
  ])('%s is no profile', (url) => {
    expect(brief(url, pinterest)).toBeNull();
  });
});

describe('Telegram', () => {
  it.each([
    'https://t.me/TulpenFonds',
    'http://telegram.me/TulpenFonds/',
    'https://telegram.dog/TulpenFonds',
    'https://t.me/s/TulpenFonds?before=20',
    'https://t.me/TulpenFonds?start=abc',
    'https://t.me/@TulpenFonds',
    'https://web.telegram.org/k/#@TulpenFonds',
  ])('%s', (url) => {
    expect(brief(url, telegram)).toBe('TulpenFonds account https://t.me/TulpenFonds');
    expect(findNetwork(new URL(url))?.id).toBe('telegram');
  });

  it('reads a name in front of the host, which has no capitals', () => {
    expect(brief('https://tulpenfonds.t.me/', telegram)).toBe('tulpenfonds account https://t.me/tulpenfonds');
  });

  it.each([
    'https://t.me/',
    'https://t.me/+AbCdEfGhIjKlMnOp',
    'https://t.me/joinchat/AbCdEfGhIjKlMnOp',
    'https://t.me/c/1234567890/12',
    'https://t.me/addstickers/Tulpen',
    'https://t.me/share/url?url=https%3A%2F%2Fvoorbeeld.example',
    'https://t.me/s/',
    'https://t.me/$invoice',
    'https://telegram.org/faq',
    'https://web.telegram.org/k/#-123',
  ])('%s is no profile', (url) => {
    expect(brief(url, telegram)).toBeNull();
  });
});
