/** X's API v2, for those who hold a token: what is asked of it, and what it says of the token. Pure; part of the X adapter. */

import type { Account, OfficialApi, ParsedDocument, Place } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { isoInterval, latest, newest, snowflakeTime } from '../read/dates.ts';
import { at, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, inDocument } from '../read/places.ts';
import { allOf, answers, called, replies } from '../read/signs.ts';
import { sameHandle } from '../read/text.ts';

const HOST = 'api.x.com';
const USER_FIELDS =
  'created_at,description,entities,location,name,profile_banner_url,profile_image_url,protected,public_metrics,url,username,verified';
const POST_PAGES = ['posts', 'posts-2', 'posts-3', 'posts-4'];

const ask = (document: string, path: string, parameters: Readonly<Record<string, string>>) => ({
  document,
  url: `https://${HOST}/2/users/${path}?${new URLSearchParams(parameters)}`,
  accept: 'json' as const,
});

/** Posts come newest first, without those of others; a page may be empty where all were replies or reposts. */
function requests({ handle }: Account, answered: readonly ParsedDocument[]) {
  const [first, ...rest] = answered;
  const byName = `by/username/${encodeURIComponent(handle)}`;
  if (first === undefined) return [ask('account', byName, { 'user.fields': USER_FIELDS })];
  const id = textAt(first.json, 'data', 'id');
  const isOwn = sameHandle(textAt(first.json, 'data', 'username') ?? '', handle);
  if (!isOwn || !isText(id) || !/^\d{1,20}$/.test(id) || at(first.json, 'data', 'protected') === true) return [];
  const last = rest.at(-1);
  if (last?.document === 'newest') return [];
  // Who may not list posts may still be told the newest one's number.
  if (last && (last.status === 403 || last.status === 402)) {
    return [ask('newest', byName, { 'user.fields': 'most_recent_tweet_id' })];
  }
  const next = last && textAt(last.json, 'meta', 'next_token');
  const isMore = last === undefined || (postsIn(last).length === 0 && isText(next));
  const name = POST_PAGES[rest.length];
  if (!isMore || name === undefined) return [];
  const parameters = { exclude: 'retweets,replies', max_results: '10', 'tweet.fields': 'created_at' };
  return [ask(name, `${id}/tweets`, { ...parameters, ...(isText(next) ? { pagination_token: next } : {}) })];
}

const postsIn = ({ json }: ParsedDocument): readonly JsonObject[] =>
  listOf(at(json, 'data')).slice(0, 100).filter(isObject);

function newestPost(document: ParsedDocument): Activity | undefined {
  const dates = postsIn(document).map(
    (post) => isoInterval(textAt(post, 'created_at') ?? '') ?? snowflakeTime(textAt(post, 'id') ?? ''),
  );
  return latest(newest(dates));
}

export const postPlaces: readonly Place<Activity>[] = POST_PAGES.map((name) =>
  inDocument(
    name,
    api('newest post', (_, document) => newestPost(document)),
  ),
);

const problem = (name: string) =>
  called(
    `answers ${name}`,
    replies('', (answer) => (textAt(answer, 'type') ?? '').endsWith(`/problems/${name}`)),
  );

/** What the answer says is needed: a level of access. */
const enrollmentIn = ({ json }: ParsedDocument): string | undefined =>
  (textAt(json, 'required_enrollment') ?? textAt(json, 'reason') ?? undefined)?.slice(0, 100);

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_X_TOKEN',
  sends: { as: 'bearer' },
  hosts: [HOST],
  scopes: ['users.read', 'tweet.read'],
  followed: 'https://docs.x.com/x-api/users/lookup/introduction (v2)',
  isVerified: false,
  faults: [
    { state: 'expired', ...answers(401) },
    { state: 'missing-scope', ...problem('client-forbidden'), scope: enrollmentIn },
    { state: 'missing-scope', ...problem('unsupported-authentication'), scope: enrollmentIn },
    {
      state: 'missing-scope',
      ...called(
        'answers 403',
        allOf(
          answers(403),
          replies('', (answer) => at(answer, 'status') === 403),
        ),
      ),
    },
  ],
};
