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
  ])('%s: %s', (network, url, bigger) => expect(best(network, url)).toBe(bigger));

  test.each([
    ['x', 'https://pbs.twimg.com/profile_images/1/a_400x400.jpg'],
    ['x', 'https://pbs.twimg.com/profile_images/1/a.jpg'],
    ['x', 'https://pbs.twimg.com/profile_banners/1/2'],
    ['x', 'https://elders.example/profile_images/1/a_normal.jpg'],
    ['youtube', 'https://yt3.ggpht.com/abc'],
    ['youtube', 'https://i.ytimg.com/vi/x/hqdefault.jpg'],
  ])('%s: %s stays', (network, url) => expect(best(network, url)).toBe(url));
});
