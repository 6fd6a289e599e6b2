/** Pictures at the best size: known address changes, and nothing else touched. */

import { describe, expect, test } from 'vitest';
import { findNetwork } from '../../src/networks/index.ts';

const best = (network: string, url: string) => findNetwork(network)?.bestImage?.(url) ?? url;

describe('the best size of a picture', () => {
  test.each([
    [
      'x',
      'https://pbs.twimg.com/profile_images/1/a_normal.jpg',
      'https://pbs.twimg.com/profile_images/1/a_400x400.jpg',
    ],
    [
      'x',
      'https://pbs.twimg.com/profile_images/1/a_bigger.png',
      'https://pbs.twimg.com/profile_images/1/a_400x400.png',
    ],
    [
      'youtube',
      'https://yt3.ggpht.com/abc=s88-c-k-c0x00ffffff-no-rj',
      'https://yt3.ggpht.com/abc=s800-c-k-c0x00ffffff-no-rj',
    ],
    ['youtube', 'https://yt3.googleusercontent.com/abc=s160-c', 'https://yt3.googleusercontent.com/abc=s800-c'],
    ['youtube', 'https://yt3.googleusercontent.com/abc=s160', 'https://yt3.googleusercontent.com/abc=s800'],
    ['x', 'https://pbs.twimg.com/profile_banners/1/2', 'https://pbs.twimg.com/profile_banners/1/2/1500x500'],
    ['x', 'https://pbs.twimg.com/profile_banners/1/2/web_retina', 'https://pbs.twimg.com/profile_banners/1/2/1500x500'],
    ['x', 'https://pbs.twimg.com/profile_banners/1/2/600x200', 'https://pbs.twimg.com/profile_banners/1/2/1500x500'],
    [
      'github',
      'https://avatars.githubusercontent.com/u/7?s=200&v=4',
      'https://avatars.githubusercontent.com/u/7?s=460&v=4',
    ],
    [
      'github',
      'https://avatars2.githubusercontent.com/u/7?v=3&s=40',
      'https://avatars2.githubusercontent.com/u/7?v=3&s=460',
    ],
    ['vimeo', 'https://i.vimeocdn.com/portrait/7_300x300', 'https://i.vimeocdn.com/portrait/7_640x640'],
    [
      'vimeo',
      'https://i.vimeocdn.com/portrait/7-bwk-d_75x75.webp',
      'https://i.vimeocdn.com/portrait/7-bwk-d_640x640.webp',
    ],
    ['pinterest', 'https://i.pinimg.com/75x75_RS/8/9/b.jpg', 'https://i.pinimg.com/280x280_RS/8/9/b.jpg'],
    [
      'reddit',
      'https://styles.redditmedia.com/t5_2/styles/communityIcon_x.png?width=256&s=abc',
      'https://styles.redditmedia.com/t5_2/styles/communityIcon_x.png',
    ],
    [
      'bluesky',
      'https://cdn.bsky.app/img/avatar_thumbnail/plain/did:plc:a/b@jpeg',
      'https://cdn.bsky.app/img/avatar/plain/did:plc:a/b@jpeg',
    ],
    [
      'wikipedia',
      'https://upload.wikimedia.org/wikipedia/commons/thumb/a/a1/Voorbeeld.svg/220px-Voorbeeld.svg.png',
      'https://upload.wikimedia.org/wikipedia/commons/thumb/a/a1/Voorbeeld.svg/500px-Voorbeeld.svg.png',
    ],
    [
      'wikipedia',
      'https://commons.wikimedia.org/wiki/Special:FilePath/Voorbeeld_%26_co.svg',
      'https://commons.wikimedia.org/wiki/Special:FilePath/Voorbeeld_%26_co.svg?width=500',
    ],
    [
      'website',
      `https://secure.gravatar.com/avatar/${'a1'.repeat(16)}?s=96&d=mm&r=g`,
      `https://secure.gravatar.com/avatar/${'a1'.repeat(16)}?s=512&d=mm&r=g`,
    ],
    [
      'website',
      `https://gravatar.com/avatar/${'a1'.repeat(32)}`,
      `https://gravatar.com/avatar/${'a1'.repeat(32)}?s=512`,
    ],
  ])('%s: %s', (network, url, bigger) => expect(best(network, url)).toBe(bigger));

  test.each([
    ['x', 'https://pbs.twimg.com/profile_images/1/a_400x400.jpg'],
    ['x', 'https://pbs.twimg.com/profile_images/1/a.jpg'],
    ['x', 'https://pbs.twimg.com/profile_banners/1/2/1500x500'],
    ['x', 'https://pbs.twimg.com/profile_banners/1/2/elders'],
    ['x', 'https://elders.example/profile_images/1/a_normal.jpg'],
    ['youtube', 'https://yt3.ggpht.com/abc'],
    ['youtube', 'https://yt3.ggpht.com/abc=s900-c-k'],
    ['youtube', 'https://yt3.ggpht.com/abc=s0'],
    ['github', 'https://avatars.githubusercontent.com/u/7?v=4'],
    ['github', 'https://avatars.elders.example/u/7?s=40'],
    ['vimeo', 'https://i.vimeocdn.com/portrait/7_300x300?subrect=0%2C0%2C640%2C640&r=cover&sig=bwk'],
    ['vimeo', 'https://i.vimeocdn.com/portrait/7_640x640'],
    ['vimeo', 'https://i.vimeocdn.com/video/7_295x166.jpg'],
    ['pinterest', 'https://i.pinimg.com/280x280_RS/8/9/b.jpg'],
    ['pinterest', 'https://i.pinimg.com/originals/8/9/b.jpg'],
    ['reddit', 'https://preview.redd.it/x.png?width=256&s=abc'],
    ['bluesky', 'https://cdn.bsky.app/img/avatar/plain/did:plc:a/b@jpeg'],
    ['wikipedia', 'https://upload.wikimedia.org/wikipedia/commons/a/a1/Voorbeeld.svg'],
    ['wikipedia', 'https://upload.wikimedia.org/wikipedia/commons/thumb/a/a1/V.png/960px-V.png'],
    ['wikipedia', 'https://commons.wikimedia.org/wiki/Special:FilePath/V.svg?width=200'],
    ['website', 'https://voorbeeld.example/logo.png?s=40'],
    // Signed as a whole, or with no size in the address.
    ['facebook', 'https://scontent-ams2-1.xx.fbcdn.net/v/t39.30808-1/1_n.jpg?stp=cp0_dst-jpg_s200x200&oh=00_A&oe=6'],
    ['instagram', 'https://instagram.fmnl13-3.fna.fbcdn.net/v/t51.2885-19/1_n.jpg?stp=dst-jpg_s150x150&oh=00_A'],
    ['linkedin', 'https://media.licdn.com/dms/image/v2/C4/company-logo_200_200/0/1?e=1&v=beta&t=x'],
    ['tiktok', 'https://p16-common-sign.tiktokcdn-eu.com/x~tplv-tiktokx-cropcenter:720:720.jpeg?x-signature=a'],
    ['telegram', 'https://cdn4.telesco.pe/file/abc.jpg'],
    ['mastodon', 'https://files.sociaal.example/accounts/avatars/1/original/a.png'],
    ['youtube', 'https://i.ytimg.com/vi/x/hqdefault.jpg'],
  ])('%s: %s stays', (network, url) => expect(best(network, url)).toBe(url));
});
