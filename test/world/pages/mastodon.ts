/** What a Mastodon server answers: account and statuses as JSON, and the page that people see. */

import type { Picture } from '../images.ts';
import { numberOf } from '../images.ts';
import { ballast, escapeHtml } from './markup.ts';

export const SERVER = 'mastodon.example';

export interface MastodonFacts {
  readonly handle: string;
  readonly id: string;
  readonly name: string;
  readonly bio: string;
  readonly website: string;
  readonly email: string;
  readonly followers: number;
  readonly logo: Picture;
  /** Newest first, as the server lists them. */
  readonly statuses: readonly MastodonStatus[];
}

export interface MastodonStatus {
  readonly at: number;
  readonly text: string;
  readonly boostOf?: string;
  readonly isPinned?: boolean;
}

const image = (kind: 'avatars' | 'headers', picture: Picture) =>
  `https://files.${SERVER}/accounts/${kind}/117/020/565/966/271/181/original/${numberOf(picture)}.png`;

/** Text as their editor stores it: paragraphs, escaped. */
const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br />')}</p>`)
    .join('');

const addressOf = ({ handle }: MastodonFacts): string => `https://${SERVER}/@${handle}`;

export function account(facts: MastodonFacts): Record<string, unknown> {
  const bare = facts.website.replace(/^https:\/\/www\./, '').replace(/\/$/, '');
  const link = `<a href="${facts.website}" target="_blank" rel="nofollow noopener me" translate="no"><span class="invisible">https://www.</span><span class="">${bare}</span><span class="invisible">/</span></a>`;
  const newest = Math.max(...facts.statuses.map(({ at }) => at));
  return {
    id: facts.id,
    username: facts.handle,
    acct: facts.handle,
    display_name: facts.name,
    locked: false,
    bot: false,
    discoverable: true,
    indexable: true,
    group: false,
    created_at: '2022-11-07T00:00:00.000Z',
    note: paragraphs(facts.bio),
    url: addressOf(facts),
    uri: `https://${SERVER}/users/${facts.handle}`,
    avatar: image('avatars', facts.logo),
    avatar_static: image('avatars', facts.logo),
    header: image('headers', 'banner'),
    header_static: image('headers', 'banner'),
    followers_count: facts.followers,
    following_count: 61,
    statuses_count: 400 + facts.statuses.length,
    last_status_at: facts.statuses.length === 0 ? null : new Date(newest).toISOString().slice(0, 10),
    noindex: false,
    emojis: [],
    roles: [],
    fields: [
      { name: 'Website', value: link, verified_at: '2024-02-01T10:11:12.000+00:00' },
      { name: 'E-mail', value: escapeHtml(facts.email), verified_at: null },
    ],
  };
}

/** `GET /api/v1/accounts/:id/statuses`, with the parameters that readers use. */
export function statuses(facts: MastodonFacts, query: URLSearchParams): unknown[] {
  const on = (name: string) => ['true', '1'].includes(query.get(name) ?? '');
  return facts.statuses
    .filter((status) => !(on('exclude_reblogs') && status.boostOf) && !(on('pinned') && !status.isPinned))
    .slice(0, Number(query.get('limit') ?? 20))
    .map((status) => statusOf(facts, status));
}

function statusOf(facts: MastodonFacts, status: MastodonStatus): unknown {
  const id = String(BigInt(status.at) << 16n);
  const original = status.boostOf && {
    id: String(BigInt(status.at - 3_600_000) << 16n),
    created_at: new Date(status.at - 3_600_000).toISOString(),
    account: { acct: status.boostOf, username: status.boostOf.split('@')[0], display_name: 'Een ander' },
    content: paragraphs(status.text),
  };
  return {
    id,
    created_at: new Date(status.at).toISOString(),
    in_reply_to_id: null,
    visibility: 'public',
    language: 'nl',
    uri: `https://${SERVER}/users/${facts.handle}/statuses/${id}`,
    url: `${addressOf(facts)}/${id}`,
    content: original ? '' : paragraphs(status.text),
    reblog: original ?? null,
    pinned: status.isPinned ?? false,
    account: account(facts),
    media_attachments: [],
    tags: [],
    mentions: [],
  };
}

/** The page at `/@name`: an app that is filled later, with a card for those who share it. */
export function buildMastodon(facts: MastodonFacts): string {
  const title = escapeHtml(`${facts.name} (@${facts.handle}@${SERVER})`);
  const description = escapeHtml(
    `${400 + facts.statuses.length} berichten, 61 volgend, ${facts.followers} volgers · ${facts.bio}`,
  );
  return `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${title} - Mastodon</title><link rel="alternate" type="application/activity+json" href="https://${SERVER}/users/${facts.handle}">
<meta name="description" content="${description}"><meta property="og:url" content="${addressOf(facts)}"><meta property="og:site_name" content="Mastodon"><meta property="og:type" content="profile"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}"><meta property="og:image" content="${image('avatars', facts.logo)}"><meta property="profile:username" content="${facts.handle}@${SERVER}">
<script id="initial-state" type="application/json">{"meta":{"domain":"${SERVER}","locale":"nl"},"settings":${ballast('mastodon', 30_000)}}</script></head><body class="app-body"><div class="app-holder" id="mastodon"><noscript>Schakel JavaScript in om Mastodon te gebruiken.</noscript></div></body></html>`;
}
