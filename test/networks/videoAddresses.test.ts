/** Every spelling of the addresses of YouTube channels, TikTok profiles and Vimeo users, and what is none. */

import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/model/network.ts';
import { tiktok } from '../../src/networks/tiktok.ts';
import { vimeo } from '../../src/networks/vimeo.ts';
import { youtube } from '../../src/networks/youtube.ts';

const brief = (url: string, network: Network): string | null => {
  const account = network.recognise(new URL(url));
  return account && `${account.handle} ${account.url}`;
};
const ID = 'UCbwkVoorbeeld0000000000';

describe('YouTube', () => {
  it.each([
    ...[
      'https://www.youtube.com/@tulpenfonds',
      'http://youtube.com/@tulpenfonds/',
      'https://m.youtube.com/@tulpenfonds/videos?si=abc',
      'https://music.youtube.com/@tulpenfonds',
      'https://www.youtube.com/%40tulpenfonds/about',
      'https://www.youtube.com/@tulpenfonds/shorts#top',
      'https://www.googleapis.com/youtube/v3/channels?part=snippet&forHandle=%40tulpenfonds&key=x',
    ].map((url) => [url, 'tulpenfonds https://www.youtube.com/@tulpenfonds']),
    ...[
      `https://www.youtube.com/channel/${ID}`,
      `https://m.youtube.com/channel/${ID}/featured?view_as=public`,
      `https://studio.youtube.com/channel/${ID}/editing/profile`,
      `https://www.youtube.com/feeds/videos.xml?channel_id=${ID}`,
      `https://www.youtube.com/feeds/videos.xml?playlist_id=UU${ID.slice(2)}`,
      `https://youtube.googleapis.com/youtube/v3/channels?part=snippet&id=${ID}`,
      `https://www.googleapis.com/youtube/v3/playlistItems?playlistId=UU${ID.slice(2)}`,
    ].map((url) => [url, `${ID} https://www.youtube.com/channel/${ID}`]),
    ['https://www.youtube.com/c/TulpenFonds/videos', 'TulpenFonds https://www.youtube.com/c/TulpenFonds'],
    ['https://www.youtube.com/user/tulpenfonds', 'tulpenfonds https://www.youtube.com/user/tulpenfonds'],
    [
      'https://www.youtube.com/feeds/videos.xml?user=tulpenfonds',
      'tulpenfonds https://www.youtube.com/user/tulpenfonds',
    ],
    ['https://www.youtube.com/TulpenFonds', 'TulpenFonds https://www.youtube.com/TulpenFonds'],
    ['https://www.youtube.com/@%EC%9A%B0%EB%A6%AC', '우리 https://www.youtube.com/@%EC%9A%B0%EB%A6%AC'],
  ])('%s: %s', (url, account) => {
    expect(brief(url, youtube)).toBe(account);
  });

  it.each([
    'https://www.youtube.com/',
    'https://www.youtube.com/watch?v=bwkvideo001',
    'https://youtu.be/bwkvideo001',
    'https://www.youtube.com/shorts/bwkvideo001',
    'https://www.youtube.com/playlist?list=PL123',
    'https://www.youtube.com/results?search_query=tulpenfonds',
    'https://www.youtube.com/hashtag/tulpen',
    'https://www.youtube.com/post/UgkxAbc',
    'https://www.youtube.com/embed/bwkvideo001',
    'https://www.youtube.com/redirect?q=https%3A%2F%2Ftulpenfonds.example',
    'https://www.youtube.com/channel/',
    'https://www.youtube.com/channel/onzin',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PL123',
    'https://www.youtube.com/account',
    'https://www.googleapis.com/drive/v3/files?id=x',
    'https://youtube.com.example.com/@tulpenfonds',
    'ftp://www.youtube.com/@tulpenfonds',
  ])('%s is no channel', (url) => {
    expect(brief(url, youtube)).toBeNull();
  });

  it('asks for the feed by the id in the address, else by the one on the page', () => {
    const asked = (url: string) => {
      const account = youtube.recognise(new URL(url));
      return account && youtube.sources.api?.requests(account, []).map((request) => request.url);
    };
    expect(asked(`https://www.youtube.com/channel/${ID}/about`)).toEqual([
      `https://www.youtube.com/feeds/videos.xml?channel_id=${ID}`,
    ]);
    expect(asked('https://m.youtube.com/@tulpenfonds/videos')).toEqual(['https://www.youtube.com/@tulpenfonds']);
  });
});

describe('TikTok', () => {
  it.each([
    'https://www.tiktok.com/@tulpen.fonds',
    'http://tiktok.com/@tulpen.fonds/',
    'https://m.tiktok.com/@tulpen.fonds?lang=nl&is_from_webapp=1',
    'https://www.tiktok.com/%40tulpen.fonds',
    'https://www.tiktok.com/embed/@tulpen.fonds',
    'https://www.tiktok.com/api/user/detail/?aid=1988&uniqueId=tulpen.fonds',
  ])('%s', (url) => {
    expect(brief(url, tiktok)).toBe('tulpen.fonds https://www.tiktok.com/@tulpen.fonds');
  });

  it.each([
    'https://www.tiktok.com/',
    'https://www.tiktok.com/foryou',
    'https://www.tiktok.com/@tulpen.fonds/video/7300000000000000000',
    'https://www.tiktok.com/@tulpen.fonds/photo/7300000000000000000',
    'https://www.tiktok.com/@tulpen.fonds/live',
    'https://www.tiktok.com/tag/tulpen',
    'https://www.tiktok.com/search?q=tulpen',
    'https://vm.tiktok.com/ZMabc/',
    'https://www.tiktok.com/@',
    'https://tiktok.com.example.com/@tulpen.fonds',
  ])('%s is no profile', (url) => {
    expect(brief(url, tiktok)).toBeNull();
  });
});

describe('Vimeo', () => {
  it.each([
    ...[
      'https://vimeo.com/tulpenfonds',
      'http://www.vimeo.com/tulpenfonds/videos/sort:date',
      'https://vimeo.com/tulpenfonds/videos/rss',
      'https://vimeo.com/api/v2/tulpenfonds/info.json',
      'https://api.vimeo.com/users/tulpenfonds',
    ].map((url) => [url, 'tulpenfonds https://vimeo.com/tulpenfonds']),
    ['https://vimeo.com/user700000001', 'user700000001 https://vimeo.com/user700000001'],
    ['https://api.vimeo.com/users/700000001/videos', 'user700000001 https://vimeo.com/user700000001'],
  ])('%s: %s', (url, account) => {
    expect(brief(url, vimeo)).toBe(account);
  });

  it.each([
    'https://vimeo.com/',
    'https://vimeo.com/700000011',
    'https://vimeo.com/700000011/abcdef',
    'https://player.vimeo.com/video/700000011',
    'https://vimeo.com/channels/staffpicks',
    'https://vimeo.com/groups/tulpen',
    'https://vimeo.com/showcase/1234567',
    'https://vimeo.com/ondemand/tulpen',
    'https://vimeo.com/log_in',
    'https://vimeo.com.example.com/tulpenfonds',
  ])('%s is no user', (url) => {
    expect(brief(url, vimeo)).toBeNull();
  });
});
