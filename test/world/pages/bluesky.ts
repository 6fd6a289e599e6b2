/** What Bluesky's AppView answers: the profile, and a feed that need not begin with the account's newest post. */

import type { Picture } from '../images.ts';
import { numberOf } from '../images.ts';
import { ballast, escapeHtml } from './markup.ts';

export interface BlueskyFacts {
  readonly handle: string;
  readonly did: string;
  readonly name: string;
  readonly bio: string;
  readonly followers: number;
  readonly logo: Picture;
  /** In the order of the feed: a pinned post and reposts may stand before the newest. */
  readonly feed: readonly BlueskyPost[];
}

export interface BlueskyPost {
  readonly at: number;
  readonly text: string;
  readonly isPinned?: boolean;
  /** Another account's post, and when it was reposted. */
  readonly repost?: { readonly of: string; readonly at: number };
}

const image = (kind: 'avatar' | 'banner', did: string, picture: Picture) =>
  `https://cdn.bsky.app/img/${kind}/plain/${did}/bafkreidemo${numberOf(picture)}@jpeg`;

export function profile(facts: BlueskyFacts): Record<string, unknown> {
  return {
    ...author(facts),
    associated: { lists: 0, feedgens: 0, starterPacks: 1, labeler: false },
    indexedAt: '2025-01-14T09:00:00.000Z',
    description: facts.bio,
    banner: image('banner', facts.did, 'banner'),
    followersCount: facts.followers,
    followsCount: 88,
    postsCount: 240,
  };
}

const author = (facts: BlueskyFacts) => ({
  did: facts.did,
  handle: facts.handle,
  displayName: facts.name,
  avatar: image('avatar', facts.did, facts.logo),
  labels: [],
  createdAt: '2024-09-02T08:15:30.000Z',
});

export function feed(facts: BlueskyFacts, limit: number): unknown {
  const items = facts.feed.slice(0, limit).map((post, index) => item(facts, post, index));
  return { feed: items, cursor: new Date(facts.feed.at(-1)?.at ?? 0).toISOString() };
}

function item(facts: BlueskyFacts, { at, text, isPinned, repost }: BlueskyPost, index: number): unknown {
  const by = repost
    ? { did: 'did:plc:strangerstrangerstrange', handle: repost.of, displayName: 'Een ander', labels: [] }
    : author(facts);
  const when = new Date(at).toISOString();
  const post = {
    uri: `at://${by.did}/app.bsky.feed.post/3kdemo${index}`,
    cid: `bafyreidemo${index}`,
    author: by,
    record: { $type: 'app.bsky.feed.post', createdAt: when, langs: ['nl'], text },
    replyCount: 1,
    repostCount: 4,
    likeCount: 19,
    indexedAt: when,
    labels: [],
  };
  if (isPinned) return { post, reason: { $type: 'app.bsky.feed.defs#reasonPin' } };
  if (!repost) return { post };
  return {
    post,
    reason: {
      $type: 'app.bsky.feed.defs#reasonRepost',
      by: author(facts),
      indexedAt: new Date(repost.at).toISOString(),
    },
  };
}

/** The page at `/profile/<handle>`: a shell with a card. */
export function buildBluesky(facts: BlueskyFacts): string {
  const title = escapeHtml(`${facts.name} (@${facts.handle})`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title} — Bluesky</title><meta property="og:site_name" content="Bluesky Social"><meta property="og:type" content="profile"><meta property="profile:username" content="${facts.handle}"><meta property="og:url" content="https://bsky.app/profile/${facts.handle}"><meta property="og:title" content="${title}"><meta property="og:description" content="${escapeHtml(facts.bio)}"><meta name="description" content="${escapeHtml(facts.bio)}"><meta property="og:image" content="${image('banner', facts.did, 'banner')}"><link rel="canonical" href="https://bsky.app/profile/${facts.handle}"></head>
<body><div id="root"><div id="splash"></div></div><noscript><h1>JavaScript Required</h1><p>${escapeHtml(facts.name)}</p><p>${facts.did}</p></noscript><script>window.__gates=${ballast('bluesky', 20_000)}</script></body></html>`;
}
