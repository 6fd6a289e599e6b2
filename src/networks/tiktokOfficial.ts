/**
 * TikTok's Display API, for those who hold the account's own token: it tells of that account alone, so the name in its
 * answer has to be the registered one. Pure; part of the TikTok adapter.
 */

import type { Account, OfficialApi, ParsedDocument, Place } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { epochInterval, latest, newest } from '../read/dates.ts';
import { at, countAt, isObject, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, inDocument } from '../read/places.ts';
import { answers, called, replies } from '../read/signs.ts';
import { sameHandle } from '../read/text.ts';

const HOST = 'open.tiktokapis.com';
const FIELDS = 'open_id,username,display_name,bio_description,avatar_large_url,is_verified';
/** Leave for these is given apart: who has it not is still told the rest. */
const STATS_FIELDS = 'username,follower_count,video_count';
const VIDEO_PAGES = ['videos', 'videos-2', 'videos-3', 'videos-4'];

const ask = (document: string, path: string, fields: string) => ({
  document,
  url: `https://${HOST}/v2/${path}/?${new URLSearchParams({ fields })}`,
  accept: 'json' as const,
});

const askVideos = (document: string, cursor?: number) => ({
  ...ask(document, 'video/list', 'id,create_time'),
  posts: JSON.stringify({ max_count: 20, ...(cursor === undefined ? {} : { cursor }) }),
});

const usernameIn = ({ json }: ParsedDocument): string => textAt(json, 'data', 'user', 'username') ?? '';

const videosIn = ({ json }: ParsedDocument): readonly JsonObject[] =>
  listOf(at(json, 'data', 'videos'))
    .slice(0, 100)
    .filter(isObject);

/** The list begins with the newest video; a page may hold fewer than were asked for, even none. */
function requests({ handle }: Account, answered: readonly ParsedDocument[]) {
  const [first, ...rest] = answered;
  if (first === undefined) return [ask('account', 'user/info', FIELDS)];
  if (!sameHandle(usernameIn(first), handle)) return [];
  const pages = rest.filter(({ document }) => VIDEO_PAGES.includes(document));
  const last = pages.at(-1);
  if (last === undefined) return [ask('stats', 'user/info', STATS_FIELDS), askVideos('videos')];
  const cursor = at(last.json, 'data', 'has_more') === true ? countAt(last.json, 'data', 'cursor') : undefined;
  const name = VIDEO_PAGES[pages.length];
  return videosIn(last).length === 0 && cursor !== undefined && name !== undefined ? [askVideos(name, cursor)] : [];
}

const newestVideo = (document: ParsedDocument): Activity | undefined =>
  latest(newest(videosIn(document).map((video) => epochInterval(countAt(video, 'create_time') ?? 0))));

export const videoPlaces: readonly Place<Activity>[] = VIDEO_PAGES.map((name) =>
  inDocument(
    name,
    api('newest video', (_, document) => newestVideo(document)),
  ),
);

/** Not every answer names it; else the one that the documentation asks for. */
function scopeOf({ json, document }: ParsedDocument): string {
  const named = /\b(?:user\.info\.(?:basic|profile|stats)|video\.list)\b/.exec(
    (textAt(json, 'error', 'message') ?? '').slice(0, 2000),
  )?.[0];
  if (named !== undefined) return named;
  return document === 'stats' ? 'user.info.stats' : document === 'account' ? 'user.info.profile' : 'video.list';
}

const refuses = (code: string) =>
  called(
    `answers ${code}`,
    replies('', (answer) => textAt(answer, 'error', 'code') === code),
  );

/** Without leave for it the name is left out, and so nothing tells whose account this is. */
const leavesOutTheName = called(
  'answers without the name of the account',
  replies('', (answer) => {
    const user = at(answer, 'data', 'user');
    return isObject(user) && user.username === undefined;
  }),
);

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_TIKTOK_TOKEN',
  sends: { as: 'bearer' },
  hosts: [HOST],
  scopes: ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'],
  followed: 'https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info (v2)',
  isVerified: false,
  faults: [
    { state: 'expired', ...refuses('access_token_invalid') },
    { state: 'missing-scope', ...refuses('scope_not_authorized'), scope: scopeOf },
    { state: 'missing-scope', ...refuses('scope_permission_missed'), scope: scopeOf },
    { state: 'missing-scope', ...leavesOutTheName, scope: scopeOf },
    { state: 'expired', ...answers(401) },
  ],
  // Its id of the account is another for each app.
  lacks: ['websites', 'pin'],
};
