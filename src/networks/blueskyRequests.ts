/**
 * What the AppView is asked: the account by its handle, by its lasting id where nobody has the handle, and its posts.
 * A page of the list that holds only reposts of others says nothing: the next one may.
 */

import type { PageRequest } from '../model/capture.ts';
import type { Account, ParsedDocument, SourcePlan } from '../model/network.ts';
import { countAt, isText, textAt } from '../read/json.ts';
import { isDid } from './blueskyAddress.ts';
import { newestPost } from './blueskyFeed.ts';

const APP_VIEW = 'https://public.api.bsky.app/xrpc';

/** The account by its lasting id: it may be called otherwise, or have no proven name. */
const BY_ID = 'account-by-id';

/** How the AppView says that there is no such account. */
export const UNKNOWN = 'Profile not found';

/** As they are asked; the first is small, since it nearly always is enough. */
const FIRST_POSTS = 'posts';
export const POST_PAGES: readonly string[] = [FIRST_POSTS, 'posts-2', 'posts-3', 'posts-4'];
const FIRST_PAGE = '30';
const NEXT_PAGE = '100';

export const fromApi: SourcePlan = {
  isMet: true,
  main: BY_ID,
  requests: (account, answered) => {
    const last = answered.at(-1);
    if (last === undefined) return [profile('account', account.handle)];
    if (POST_PAGES.includes(last.document)) return nextPage(last, account, answered);
    const did = textAt(last.json, 'did');
    if (isText(did)) return [posts(FIRST_POSTS, { actor: did, limit: FIRST_PAGE })];
    return answered.length === 1 ? byId(last, account) : [];
  },
};

function byId({ json }: ParsedDocument, { handle, pin }: Account): readonly PageRequest[] {
  const id = pin?.replace(/^at:\/\//, '');
  const isUnknown = textAt(json, 'message')?.startsWith(UNKNOWN) === true;
  return isUnknown && id !== handle && isDid(id) ? [profile(BY_ID, id)] : [];
}

function nextPage(last: ParsedDocument, account: Account, answered: readonly ParsedDocument[]): readonly PageRequest[] {
  const cursor = textAt(last.json, 'cursor');
  const name = POST_PAGES[POST_PAGES.indexOf(last.document) + 1];
  const found = answered.find(({ json }) => isText(textAt(json, 'did')))?.json;
  const actor = textAt(found, 'did');
  if (name === undefined || !isText(actor) || !isText(cursor)) return [];
  const isEnough = newestPost(last.json, last, account) !== undefined || countAt(found, 'postsCount') === 0;
  return isEnough ? [] : [posts(name, { actor, limit: NEXT_PAGE, cursor })];
}

const profile = (document: string, actor: string) => request(document, 'app.bsky.actor.getProfile', { actor });

const posts = (document: string, { actor, ...page }: Readonly<Record<string, string>> & { readonly actor: string }) =>
  request(document, 'app.bsky.feed.getAuthorFeed', { actor, filter: 'posts_with_replies', ...page });

const request = (document: string, method: string, parameters: Readonly<Record<string, string>>): PageRequest => ({
  document,
  url: `${APP_VIEW}/${method}?${new URLSearchParams(parameters)}`,
  accept: 'json',
});
