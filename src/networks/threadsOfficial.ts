/** Threads's interface, for those who hold the account's own token: it tells of that account alone. Part of the Threads adapter. */

import type { Account, OfficialApi, ParsedDocument, Place } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { isoInterval, latest, newest } from '../read/dates.ts';
import { at, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, inDocument } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';
import { graphFaults, nextCursor } from './metaOfficial.ts';

const HOST = 'graph.threads.com';
const FIELDS = 'id,username,name,threads_profile_picture_url,threads_biography,is_verified';
const POST_PAGES = ['posts', 'posts-2', 'posts-3', 'posts-4'];

const ask = (document: string, path: string, parameters: Readonly<Record<string, string>>) => ({
  document,
  url: `https://${HOST}/v1.0/${path}?${new URLSearchParams(parameters)}`,
  accept: 'json' as const,
});

/** A repost stands in the list as a front for another's. */
const ownPosts = ({ json }: ParsedDocument): readonly JsonObject[] =>
  listOf(at(json, 'data'))
    .slice(0, 100)
    .filter(isObject)
    .filter(({ media_type }) => media_type !== 'REPOST_FACADE');

function requests({ handle }: Account, answered: readonly ParsedDocument[]) {
  const [first, ...pages] = answered;
  if (first === undefined) return [ask('account', 'me', { fields: FIELDS })];
  if (!sameHandle(textAt(first.json, 'username') ?? '', handle)) return [];
  const last = pages.at(-1);
  const after = last && nextCursor(last);
  const isMore = last === undefined || (ownPosts(last).length === 0 && isText(after));
  const name = POST_PAGES[pages.length];
  if (!isMore || name === undefined) return [];
  const parameters = { fields: 'id,media_type,timestamp', limit: '25', ...(isText(after) ? { after } : {}) };
  return [ask(name, 'me/threads', parameters)];
}

function newestPost(document: ParsedDocument): Activity | undefined {
  return latest(newest(ownPosts(document).map((post) => isoInterval(textAt(post, 'timestamp') ?? ''))));
}

export const postPlaces: readonly Place<Activity>[] = POST_PAGES.map((name) =>
  inDocument(
    name,
    api('timestamp', (_, document) => newestPost(document)),
  ),
);

export const official: OfficialApi = {
  requests,
  token: 'BIJWERKEN_THREADS_TOKEN',
  sends: { as: 'query', name: 'access_token' },
  hosts: [HOST],
  scopes: ['threads_basic'],
  followed: 'https://developers.facebook.com/documentation/threads/threads-profiles (v1.0, 13 April 2026)',
  isVerified: false,
  faults: graphFaults,
  lacks: ['websites', 'followers', 'pin'],
};
