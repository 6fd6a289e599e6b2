/** Which host is played by whom. A host that is not listed cannot be reached. */

import type { Host } from './answer.ts';
import { empty, script } from './answer.ts';
import { createImages } from './images.ts';
import { bluesky, blueskyApi, blueskyImages } from './networks/bluesky.ts';
import { facebook, facebookImages } from './networks/facebook.ts';
import { linkedin, linkedinImages, linkedinStatic } from './networks/linkedin.ts';
import { mastodon, mastodonImages } from './networks/mastodon.ts';
import { website } from './networks/website.ts';
import { x, xApi, xImages, xStatic } from './networks/x.ts';
import { SERVER } from './pages/mastodon.ts';

/** Answer when reached, so that a tracker that was let through is seen in the record of requests. */
export const TRACKERS = ['px.ads.linkedin.com', 'www.google-analytics.com', 'connect.facebook.net'];

export function createHosts(now: number): (name: string) => Host | undefined {
  const images = createImages();
  const exact = new Map<string, Host>();
  const put = (host: Host, ...names: string[]) => {
    for (const name of names) exact.set(name, host);
  };
  put(linkedinImages(images), 'media.licdn.com');
  put(linkedinStatic, 'static.licdn.com');
  put(() => script(''), 'static.xx.fbcdn.net', ...TRACKERS);
  put(() => empty(), 'abs-0.twimg.com', 'l.facebook.com');
  put(x, 'x.com', 'www.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com');
  put(xApi(now), 'api.x.com');
  put(xStatic, 'abs.twimg.com');
  put(xImages(images), 'pbs.twimg.com');
  put(mastodon(now), SERVER);
  put(mastodonImages(images), `files.${SERVER}`);
  put(blueskyApi(now), 'public.api.bsky.app', 'api.bsky.app');
  put(bluesky(now), 'bsky.app');
  put(blueskyImages(images), 'cdn.bsky.app');
  put(website(now, images), 'www.bijwerken-demo.example', 'bijwerken-demo.example');

  const suffixes: readonly [RegExp, Host][] = [
    [/^([a-z]{2,3}\.)?linkedin\.com$/, linkedin(now)],
    [/^([a-z-]+\.)?facebook\.com$/, facebook(now)],
    [/^scontent[a-z0-9.-]*\.fbcdn\.net$/, facebookImages(images)],
  ];
  return (name) => exact.get(name) ?? suffixes.find(([pattern]) => pattern.test(name))?.[1];
}
