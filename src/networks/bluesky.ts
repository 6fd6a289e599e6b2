/**
 * Bluesky, through the public AppView, which answers strangers completely; the page on bsky.app holds less.
 * The feed may begin with a pinned post and holds reposts of others; replies are in it, for they are a sign of life.
 */

import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { at, countAt, isText, listOf, textAt } from '../read/json.ts';
import { api, asImage, asList, cleaned, inDocument, meta, onePage, place } from '../read/places.ts';
import { allOf, answers, type Condition, has, replies, sign } from '../read/signs.ts';
import { sameHandle } from '../read/text.ts';
import { handleIn, isDid, recognise } from './blueskyAddress.ts';
import { newestPost } from './blueskyFeed.ts';
import { fromApi, POST_PAGES, UNKNOWN } from './blueskyRequests.ts';

/** What the AppView calls an account whose domain does not say that it is its. */
const NO_HANDLE = 'handle.invalid';

/** The AppView's errors: `{ "error": "AccountTakedown", "message": "Account has been suspended" }`. */
const errs = (message: string, code?: string): Condition =>
  allOf(
    // A saved answer has lost its status.
    answers(200, 400, 404),
    replies(
      `says ${JSON.stringify(message)}`,
      (answer) =>
        (code !== undefined && textAt(answer, 'error') === code) ||
        textAt(answer, 'message')?.startsWith(message) === true,
    ),
  );

export const bluesky: Network = {
  id: 'bluesky',
  name: 'Bluesky',
  hosts: ['bsky.app', '*.bsky.app'],
  recognise,
  sources: { api: fromApi, http: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('suspended', errs('Account has been suspended', 'AccountTakedown')),
    // By its owner, who can undo it: the account is there and shows nothing. It is not gone, so its handle is not free.
    sign('suspended', errs('Account is deactivated', 'AccountDeactivated')),
    sign('not-found', errs(UNKNOWN)),
    // A post's page names the account and its avatar, and its text is not the account's.
    sign('unreadable', {
      id: 'is the page of one post, list or feed',
      matches: ({ $, finalUrl }) =>
        [finalUrl, $('link[rel="canonical"]').attr('href'), $('meta[property="og:url"]').attr('content')].some(
          (address) => /^https?:\/\/[^/]{1,100}\/profile\/[^/?#]{1,300}\/(?:post|lists|feed)\//.test(address ?? ''),
        ),
    }),
    sign('unreadable', has('meta[property="og:type"][content="article"]')),
  ],
  proof: [
    api<readonly string[]>('handle or did', (answer, _, account) => {
      const actor = actorIn(answer, account);
      return [textAt(actor, 'handle'), textAt(actor, 'did')].filter(isText).filter((name) => name !== NO_HANDLE);
    }),
    asList(meta('profile:username')),
    asList(cleaned(meta('og:url'), (address) => handleIn(address))),
    asList(summary('bsky_handle')),
    asList(summary('bsky_did')),
  ],

  places: {
    name: [stated('displayName'), cleaned(meta('og:title'), nameInTitle), summary('bsky_display_name')],
    handle: [
      ofActor('handle'),
      meta('profile:username'),
      cleaned(meta('og:url'), (address) => (isDid(handleIn(address)) ? undefined : handleIn(address))),
      summary('bsky_handle'),
    ],
    bio: [stated('description'), summary('bsky_profile_description'), meta('og:description')],
    logo: [asImage(stated('avatar')), asImage(cleaned(meta('og:image'), ofKind('avatar')))],
    banner: [asImage(stated('banner')), asImage(cleaned(meta('og:image'), ofKind('banner')))],
    followers: [api('followersCount', (answer) => countAt(answer, 'followersCount'))],
    lastActivity: [
      ...POST_PAGES.map((page) => inDocument(page, api('newest own post', newestPost))),
      api('newest own post', newestPost),
      // Posts and replies, without reposts.
      api<Activity>('postsCount', (answer) =>
        isProfile(answer) && countAt(answer, 'postsCount') === 0 ? null : undefined,
      ),
    ],
    created: [api('createdAt', (answer) => (isProfile(answer) ? textAt(answer, 'createdAt') : undefined))],
    pin: [
      ofActor('did'),
      summary('bsky_did'),
      // Labelled "Account DID" on older pages.
      cleaned(meta('twitter:value1'), (value) => (isDid(value) ? value : undefined)),
      place('dom', 'link at://', linkedDid),
    ],
  },

  // An account may go from one method to the other only by becoming another account.
  pins: [
    { kind: 'did:plc', shape: /^(?:at:\/\/)?(did:plc:[a-z2-7]{24})$/, example: 'did:plc:abcdefghijklmnop234567aa' },
    { kind: 'did:web', shape: /^(?:at:\/\/)?(did:web:[\w.:%-]{1,200})$/, example: 'did:web:voorbeeld.example' },
  ],
  limits: { name: { max: 64, unit: 'graphemes' }, bio: { max: 256, unit: 'graphemes' } },
  pictures: {
    logo: { width: 1000, height: 1000, maxBytes: 1_000_000, isRound: true },
    banner: { width: 3000, height: 1000, maxBytes: 1_000_000, safe: { width: 2400, height: 760 } },
    source: 'lexicon app.bsky.actor.profile of 2026: PNG or JPEG of at most 1,000,000 bytes; sizes from guides of 2026',
    reviewed: '2026-11-23',
  },
  links: { edit: () => 'https://bsky.app/settings', remove: () => 'https://bsky.app/settings' },
  bestImage: (url) => url.replace(/^(https:\/\/cdn\.bsky\.app\/img\/avatar)_thumbnail\//, '$1/'),
  controls: {
    known: 'https://bsky.app/profile/bsky.app',
    // Names under bsky.social have at most 18 characters.
    impossible: 'https://bsky.app/profile/bijwerken-this-name-is-too-long.bsky.social',
  },
  sourcesOfFacts: [
    'https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/actor/profile.json',
    'https://docs.bsky.app/docs/api/app-bsky-actor-get-profile',
  ],
};

/** `Name (@handle)`; without a name the handle stands there alone. Anything else is no account's title. */
function nameInTitle(title: string): string | null | undefined {
  const [, name, handle] =
    /^(?:(.{1,300}) ?\()?@?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,20})\)?$/isu.exec(title) ?? [];
  return handle === undefined ? undefined : name?.trim() || null;
}

const isProfile = (answer: unknown): boolean => isText(textAt(answer, 'did')) && isText(textAt(answer, 'handle'));

/** The account that an answer is about: the whole of it, or an author in the list of its posts. */
function actorIn(answer: unknown, { handle }: Account): unknown {
  if (isProfile(answer)) return answer;
  const authors = listOf(at(answer, 'feed')).map((item) => at(item, 'post', 'author'));
  return authors.find((author) => ['handle', 'did'].some((key) => sameHandle(textAt(author, key) ?? '', handle)));
}

/** An author says of itself what a profile does, but not all of it. */
const SAID_OF_AUTHORS = ['displayName', 'avatar'];

/** The AppView leaves out what is empty: in the answer of a profile a missing key is an empty field. */
function stated(key: 'displayName' | 'description' | 'avatar' | 'banner'): Place<string> {
  return api(key, (answer, _, account) => {
    const actor = actorIn(answer, account);
    if (!isProfile(actor) || (actor !== answer && !SAID_OF_AUTHORS.includes(key))) return undefined;
    const value = at(actor, key);
    return value === undefined || value === null ? null : isText(value) ? value.trim() || null : undefined;
  });
}

function ofActor(key: 'handle' | 'did'): Place<string> {
  return api(key, (answer, _, account) => {
    const value = textAt(actorIn(answer, account), key);
    return value === NO_HANDLE ? null : value;
  });
}

/** What the page says to readers without scripts; whether that part is there when it is empty is not known. */
function summary(id: string): Place<string> {
  return place('dom', `#${id}`, ({ $ }) => {
    const markup = $('noscript').text().slice(0, 50_000);
    return $('<div>').html(markup).find(`#bsky_profile_summary #${id}`).first().text().trim() || undefined;
  });
}

/** The page's picture is the banner where there is one, else the avatar: its address says which. */
function ofKind(kind: 'avatar' | 'banner'): (url: string) => string | undefined {
  return (url) => (new RegExp(`/img/${kind}(?:_thumbnail)?/`).test(url) ? url : undefined);
}

/** The page's record: `<link rel="alternate" href="at://did:plc:…/app.bsky.actor.profile/self">`. */
function linkedDid({ $ }: ParsedDocument): string | undefined {
  const href = $('link[rel="alternate"][href^="at://did:"][href*="/app.bsky.actor.profile/"]').attr('href');
  return href?.split('/')[2];
}
