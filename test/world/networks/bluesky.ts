/** Plays Bluesky: the public AppView with one account that is right and one that was suspended. */

import type { Answer, Host } from '../answer.ts';
import { html, json, plain404 } from '../answer.ts';
import type { Images } from '../images.ts';
import { pictureIn } from '../images.ts';
import { bio, brand, DAY } from '../organisation.ts';
import type { BlueskyFacts } from '../pages/bluesky.ts';
import { buildBluesky, feed, profile } from '../pages/bluesky.ts';

const LIMIT = 256;
const WELL_KNOWN = ['bsky.app', 'atproto.com', 'wikipedia.org'];
const SUSPENDED = 'bijwerken-demo-wadpad.bsky.social';

function accounts(now: number): BlueskyFacts[] {
  const main: BlueskyFacts = {
    handle: 'bijwerken-demo-peil.bsky.social',
    did: 'did:plc:demopeilenoeverdemopeil1',
    name: brand.name,
    bio: bio(LIMIT),
    followers: 640,
    logo: 'logo',
    feed: [
      { at: now - 380 * DAY, text: 'Vastgemaakt: alle meetpunten op een kaart.', isPinned: true },
      { at: now - 3 * DAY, text: 'De Maas staat hoog.', repost: { of: 'rivierkijker.bsky.social', at: now - DAY } },
      { at: now - 8 * DAY, text: 'Onze kaart kleurt blauw: 212 meetpunten met helder water.' },
      { at: now - 33 * DAY, text: 'Meetset zoek? Wij sturen een nieuwe.' },
    ],
  };
  const strangers = WELL_KNOWN.map((handle, index) => ({
    ...main,
    handle,
    did: `did:plc:stranger${index}stranger${index}strang`,
    name: handle,
    bio: 'Known by all.',
    logo: 'stranger-3' as const,
  }));
  return [main, ...strangers];
}

export function blueskyApi(now: number): Host {
  const known = accounts(now);
  return ({ url }) => {
    const actor = (url.searchParams.get('actor') ?? '').toLowerCase();
    const facts = known.find(({ handle, did }) => handle === actor || did === actor);
    const isProfile = url.pathname === '/xrpc/app.bsky.actor.getProfile';
    if (!isProfile && url.pathname !== '/xrpc/app.bsky.feed.getAuthorFeed')
      return json({ error: 'MethodNotImplemented', message: 'Method Not Implemented' }, 501);
    if (!facts) return absent(actor);
    return json(isProfile ? profile(facts) : feed(facts, Number(url.searchParams.get('limit') ?? 50)));
  };
}

function absent(actor: string): Answer {
  if (actor === SUSPENDED) return json({ error: 'AccountTakedown', message: 'Account has been suspended' }, 400);
  return json({ error: 'InvalidRequest', message: 'Profile not found' }, 400);
}

export function bluesky(now: number): Host {
  const known = accounts(now);
  return ({ url }) => {
    const facts = known.find(({ handle }) => url.pathname.toLowerCase() === `/profile/${handle}`);
    // The app's shell is the same for every name: existence is not to be read from it.
    return html(
      facts
        ? buildBluesky(facts)
        : '<!DOCTYPE html><html><head><title>Bluesky</title></head><body><div id="root"></div><noscript><h1>JavaScript Required</h1></noscript></body></html>',
    );
  };
}

/** cdn.bsky.app: the format stands behind the @. */
export const blueskyImages =
  (images: Images): Host =>
  ({ url }) => {
    const [, kind, format] =
      /^\/img\/(avatar|avatar_thumbnail|banner)\/plain\/[^@]+@(jpeg|png|webp)$/.exec(
        decodeURIComponent(url.pathname),
      ) ?? [];
    if (kind === undefined) return plain404();
    const size = kind === 'banner' ? { width: 1500, height: 500 } : { width: 1000, height: 1000 };
    return images(pictureIn(url.pathname), {
      ...size,
      format: format === 'webp' ? 'webp' : format === 'png' ? 'png' : 'jpeg',
    });
  };
