/**
 * Mastodon, and what speaks its API (Pixelfed, Pleroma, Akkoma, GoToSocial …), on any host.
 * The API answers strangers completely: what it leaves empty is empty. Its list of posts is chronological, without
 * pinned posts; replies count as a sign of life, boosts do not. An account on another server is asked of that server:
 * a server shows of others' accounts only what happened to reach it.
 */

import type { Account, Network, ParsedDocument, SourcePlan } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, isoInterval, latest } from '../read/dates.ts';
import { htmlLinks, htmlText } from '../read/htmlText.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, asImage, asList, cleaned, inDocument, json, meta, onePage, type Picked } from '../read/places.ts';
import { allOf, answers, has, replies, sign } from '../read/signs.ts';
import { recognise } from './mastodonAddress.ts';
import { emailsIn, phonesIn, websitesIn } from './mastodonFields.ts';

const originOf = ({ url }: Account): string => new URL(url).origin;

const lookup = (account: Account): string =>
  account.kind === 'id'
    ? `${originOf(account)}/api/v1/accounts/${account.handle}`
    : `${originOf(account)}/api/v1/accounts/lookup?acct=${encodeURIComponent(account.handle)}`;

const fromApi: SourcePlan = {
  requests: (account, answered) => {
    if (answered.length === 0) return [{ document: 'account', url: lookup(account), accept: 'json' }];
    const id = textAt(answered[0]?.json, 'id');
    if (answered.length > 1 || !isText(id) || !/^[\w-]{1,64}$/.test(id)) return [];
    const url = `${originOf(account)}/api/v1/accounts/${id}/statuses?limit=20&exclude_reblogs=true`;
    return [{ document: 'posts', url, accept: 'json' }];
  },
};

const says = (text: string) => replies(`says ${JSON.stringify(text)}`, (answer) => at(answer, 'error') === text);

export const mastodon: Network = {
  id: 'mastodon',
  name: 'Mastodon',
  anyHost: true,
  recognise,
  sources: { api: fromApi, http: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('login-wall', answers(401)),
    sign('login-wall', says('This method requires an authenticated user')),
    sign('challenge', allOf(answers(403, 503), has('script[src*="/cdn-cgi/challenge-platform/"], #challenge-form'))),
    // A bare 404 may be another server's software; only the API's own words are an absence.
    sign('not-found', allOf(answers(404), says('Record not found'))),
    // Suspended for good, or deleted by its owner: the server says the same of both, and keeps the name taken.
    sign(
      'suspended',
      allOf(
        answers(410),
        replies('says so in an error', (answer) => isText(at(answer, 'error'))),
      ),
    ),
    sign(
      'suspended',
      replies('says that the account is suspended', (answer) => at(answer, 'suspended') === true),
    ),
    // A page of one post names its author as the account.
    sign('unreadable', has('meta[property="og:type"][content="article"]')),
  ],
  proof: [
    api<readonly string[]>('username or acct', (answer, _, { kind }) => {
      const named = [textAt(answer, 'username'), textAt(answer, 'acct'), kind === 'id' ? textAt(answer, 'id') : null];
      return named.filter(isText);
    }),
    asList(cleaned(meta('profile:username'), (value, _, { host }) => withoutOwnHost(value, host))),
  ],

  places: {
    name: [json('display_name'), cleaned(meta('og:title'), (title) => title.replace(/ \(@[^()\s]{1,300}\)$/, ''))],
    handle: [json('username'), cleaned(meta('profile:username'), (value) => value.split('@')[0])],
    bio: [cleaned(json('note'), (note) => htmlText(note) || null)],
    websites: [api('fields, web addresses', (answer) => websites(answer))],
    // There is no field for these; who wrote none in the free fields left nothing empty.
    emails: [api('fields, e-mail addresses', (answer) => someOf(emailsIn(fieldsOf(answer) ?? [])))],
    phones: [api('fields, phone numbers', (answer) => someOf(phonesIn(fieldsOf(answer) ?? [])))],
    logo: [asImage(json('avatar')), asImage(json('avatar_static')), asImage(meta('og:image'))],
    banner: [cleaned(asImage(json('header')), (image) => (isPlaceholder(image.url) ? null : image))],
    followers: [api('followers_count', (answer) => countAt(answer, 'followers_count'))],
    lastActivity: [inDocument('posts', api('newest own status', newestStatus)), api('last_status_at', dayOf)],
    pin: [json('id')],
  },

  limits: { name: { max: 30, unit: 'characters' }, bio: { max: 500, unit: 'characters' } },
  links: {
    edit: (account) => `${originOf(account)}/settings/profile`,
    remove: (account) => `${originOf(account)}/settings/delete`,
  },
  controls: {
    known: 'https://mastodon.social/@Mastodon',
    // A local name has at most 30 characters.
    impossible: 'https://mastodon.social/@bijwerken_this_name_is_too_long_to_be_registered',
  },
  sourcesOfFacts: [
    'https://docs.joinmastodon.org/entities/Account/',
    'https://docs.joinmastodon.org/methods/accounts/',
  ],
};

const withoutOwnHost = (handle: string, host: string): string =>
  handle.toLowerCase().endsWith(`@${host}`) ? handle.slice(0, -host.length - 1) : handle;

const fieldsOf = (answer: unknown): readonly JsonObject[] | undefined => {
  const fields = at(answer, 'fields');
  return Array.isArray(fields) ? fields.filter(isObject) : undefined;
};

const someOf = (values: readonly string[]): readonly string[] | undefined => (values.length > 0 ? values : undefined);

/** Empty only when the text holds no address either: many put it there, and a visitor sees it. */
function websites(answer: unknown): Picked<readonly string[]> {
  const fields = fieldsOf(answer);
  if (fields === undefined) return undefined;
  const found = websitesIn(fields);
  if (found.length > 0) return found;
  const note = textAt(answer, 'note');
  return isText(note) && htmlLinks(note).some((href) => /^http/i.test(href)) ? undefined : null;
}

const isPlaceholder = (url: string): boolean => /\/missing\.png(?:$|\?)/.test(url);

/** Chronological, but for the account's own server only: elsewhere posts may be missing. */
function newestStatus(answer: unknown, document: ParsedDocument, account: Account): Picked<Activity> {
  const dates = listOf(answer)
    .filter(isObject)
    .filter(({ reblog }) => reblog === null || reblog === undefined)
    .filter((status) => isOwn(status, document, account))
    .map(({ created_at: createdAt }) => (isText(createdAt) ? Date.parse(createdAt) : Number.NaN))
    .filter((date) => date <= Date.parse(document.at) + 86_400_000);
  if (!Array.isArray(answer) || dates.length === 0) return undefined;
  const newest = new Date(Math.max(...dates)).toISOString();
  const isRemote = listOf(answer).some((status) => textAt(status, 'account', 'acct')?.includes('@'));
  return { from: newest, to: newest, completeness: isRemote ? 'at-least' : 'latest' };
}

const isOwn = (status: JsonObject, { requestedUrl }: ParsedDocument, { handle }: Account): boolean => {
  const [id, username] = [textAt(status, 'account', 'id'), textAt(status, 'account', 'username')];
  return username?.toLowerCase() === handle.toLowerCase() || (isText(id) && requestedUrl.includes(`/accounts/${id}/`));
};

/**
 * The day of the newest status of any kind, boosts and what only followers see included: nothing of the account is newer
 * than that day. A day that is still to come is a server's mistake.
 */
function dayOf(answer: unknown, document: ParsedDocument): Picked<Activity> {
  const day = textAt(answer, 'last_status_at');
  const isRemote = textAt(answer, 'acct')?.includes('@') === true;
  if (day === null) return !isRemote && countAt(answer, 'statuses_count') === 0 ? null : undefined;
  const found = isText(day) ? isoInterval(day, 'utc') : null;
  if (found !== null && Date.parse(found.from) > Date.parse(document.at) + 86_400_000) return undefined;
  return isRemote ? atLeast(found) : latest(found);
}
