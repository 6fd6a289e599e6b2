/**
 * Mastodon, and what speaks its API (Pixelfed, Pleroma, Akkoma, GoToSocial …), on any host.
 * The API answers strangers completely: what it leaves empty is empty. Its list of posts is chronological, without
 * pinned posts; replies count as a sign of life, boosts do not. An account on another server is asked of that server:
 * a server shows of others' accounts only what happened to reach it.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, ParsedDocument, SourcePlan } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, isoInterval, latest } from '../read/dates.ts';
import { htmlLinks, htmlText } from '../read/htmlText.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import { api, asImage, asList, cleaned, inDocument, meta, onePage, type Picked } from '../read/places.ts';
import { allOf, answers, has, replies, sign } from '../read/signs.ts';
import { recognise } from './mastodonAddress.ts';
import { emailsIn, phonesIn, websitesIn } from './mastodonFields.ts';

const originOf = ({ url }: Account): string => new URL(url).origin;

const lookup = (account: Account): string =>
  account.kind === 'id'
    ? `${originOf(account)}/api/v1/accounts/${account.handle}`
    : `${originOf(account)}/api/v1/accounts/lookup?acct=${encodeURIComponent(account.handle)}`;

const fromApi: SourcePlan = {
  isMet: true,
  requests: (account, answered) => {
    if (answered.length === 0) return [{ document: 'account', url: lookup(account), accept: 'json' }];
    const id = textAt(answered[0]?.json, 'id');
    if (answered.length > 1 || !isText(id) || !/^[\w-]{1,64}$/.test(id)) return [];
    const url = `${originOf(account)}/api/v1/accounts/${id}/statuses?limit=20&exclude_reblogs=true`;
    return [{ document: 'posts', url, accept: 'json' }];
  },
};

const says = (...texts: readonly string[]) =>
  replies(`says ${texts.map((text) => JSON.stringify(text)).join(' or ')}`, (answer) =>
    texts.some((text) => at(answer, 'error') === text),
  );

/** The account in an answer: the whole of it, or the one whose posts are listed, which each of them repeats. */
const entityIn = (answer: unknown): unknown => (Array.isArray(answer) ? at(answer[0], 'account') : answer);

/** Anything out of the account's entity. */
const entity = <T>(name: string, pick: (account: unknown, document: ParsedDocument) => Picked<T>) =>
  api(name, (answer, document) => pick(entityIn(answer), document));

const entityText = (key: string) =>
  entity<string>(key, (account) => {
    const value = textAt(account, key);
    return isText(value) ? value.trim() || null : value;
  });

export const mastodon: Network = {
  id: 'mastodon',
  name: 'Mastodon',
  anyHost: true,
  recognise,
  sources: { api: fromApi, http: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('login-wall', answers(401)),
    sign('login-wall', says('This method requires an authenticated user', 'This API requires an authenticated user')),
    sign('challenge', allOf(answers(403, 503), has('script[src*="/cdn-cgi/challenge-platform/"], #challenge-form'))),
    // A bare 404 may be another server's software; only the API's own words (Mastodon's, Pleroma's) are an absence. A
    // saved answer has lost its status.
    sign('not-found', allOf(answers(200, 404), says('Record not found'))),
    sign('not-found', allOf(answers(404), says("Can't find user"))),
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
      const keys = kind === 'id' ? ['username', 'acct', 'id'] : ['username', 'acct'];
      const named = keys.map((key) => textAt(entityIn(answer), key));
      return named.filter(isText);
    }),
    asList(cleaned(meta('profile:username'), (value, _, { host }) => withoutOwnHost(value, host))),
  ],

  places: {
    name: [
      entityText('display_name'),
      cleaned(meta('og:title'), (title) => title.replace(/ \(@[^()\s]{1,300}\)$/, '')),
    ],
    handle: [entityText('username'), cleaned(meta('profile:username'), (value) => value.split('@')[0])],
    bio: [cleaned(entityText('note'), (note) => htmlText(note) || null)],
    websites: [
      // Pixelfed has a field for it.
      asList(cleaned(entityText('website'), (address) => (/^https?:/i.test(address) ? address : undefined))),
      entity('fields, web addresses', websites),
    ],
    // There is no field for these; who wrote none in the free fields left nothing empty.
    emails: [entity('fields, e-mail addresses', (account) => someOf(emailsIn(fieldsOf(account) ?? [])))],
    phones: [entity('fields, phone numbers', (account) => someOf(phonesIn(fieldsOf(account) ?? [])))],
    logo: [asImage(entityText('avatar')), asImage(entityText('avatar_static')), asImage(meta('og:image'))],
    banner: [cleaned(asImage(entityText('header')), (image) => (isPlaceholder(image.url) ? null : image))],
    followers: [entity('followers_count', (account) => countAt(account, 'followers_count'))],
    lastActivity: [
      inDocument('posts', api('newest own status', newestStatus)),
      api('newest own status', newestStatus),
      entity('last_status_at', dayOf),
    ],
    pin: [api('id', pinOf)],
    movedTo: [entity('moved.url', movedTo)],
    created: [entityText('created_at')],
  },

  // Each server numbers its own accounts, and each software in its own way; older lists do not name the server.
  pins: [
    {
      kind: 'number',
      shape: /^(\d{1,20})(?:@([\w.-]{1,253}(?::\d{1,5})?))?$/,
      example: '109876543210987654@sociaal.example',
    },
    {
      kind: 'ulid',
      shape: /^([0-9A-HJKMNP-TV-Z]{26})(?:@([\w.-]{1,253}(?::\d{1,5})?))?$/,
      example: '01F8MH5NBDF2MV7CTC4Q5128HF@sociaal.example',
    },
    {
      kind: 'flake',
      shape: /^([0-9A-Za-z]{18,22})(?:@([\w.-]{1,253}(?::\d{1,5})?))?$/,
      example: '9n1Z2qxYFxJ1xJ1xJ1@sociaal.example',
    },
  ],
  limits: { name: { max: 30, unit: 'characters' }, bio: { max: 500, unit: 'characters' } },
  // Older servers take 2 MB, newer ones more. The avatar is a square with round corners.
  pictures: {
    logo: { width: 400, height: 400, maxBytes: 2_000_000 },
    banner: { width: 1500, height: 500, maxBytes: 2_000_000, safe: { width: 1200, height: 380 } },
    source: 'Mastodon’s own source of 2026: avatars are kept at 400×400, headers at 1500×500',
    reviewed: '2026-11-23',
  },
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

/** With the server that numbers it. Of an account that lives elsewhere the number is not its own. */
function pinOf(answer: unknown, _: ParsedDocument, { host }: Account): Picked<string> {
  const account = entityIn(answer);
  const id = textAt(account, 'id');
  return isText(id) && id !== '' && !textAt(account, 'acct')?.includes('@') ? `${id}@${host}` : undefined;
}

/** The server's own word: only who owns both accounts can make it say so. */
function movedTo(answer: unknown): Picked<string> {
  const url = textAt(answer, 'moved', 'url');
  return isText(url) && /^https?:\/\//i.test(url) && isUrl(url) ? url : undefined;
}

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

/** What Mastodon, Pleroma and GoToSocial show for a banner where there is none. */
const isPlaceholder = (url: string): boolean =>
  /\/(?:missing\.png|images\/banner\.png|assets\/default_header\.(?:png|webp))(?:$|\?)/.test(url);

/** Asked for in these ways, the list is not of all posts from the newest on. */
const NARROWED = /[?&](?:pinned|only_media|tagged|exclude_replies|max_id|min_id|since_id)=/;

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
  const isPart = isRemote || NARROWED.test(document.requestedUrl);
  return { from: newest, to: newest, completeness: isPart ? 'at-least' : 'latest' };
}

const isOwn = (status: JsonObject, { requestedUrl }: ParsedDocument, { handle }: Account): boolean => {
  const [id, username] = [textAt(status, 'account', 'id'), textAt(status, 'account', 'username')];
  return username?.toLowerCase() === handle.toLowerCase() || (isText(id) && requestedUrl.includes(`/accounts/${id}/`));
};

/**
 * The day of the newest status of any kind, boosts and what only followers see included: nothing of the account is newer
 * than that day. A day that is still to come is a server's mistake.
 */
function dayOf(account: unknown, document: ParsedDocument): Picked<Activity> {
  const day = textAt(account, 'last_status_at');
  const isRemote = textAt(account, 'acct')?.includes('@') === true;
  if (day === null) return !isRemote && countAt(account, 'statuses_count') === 0 ? null : undefined;
  const found = isText(day) ? isoInterval(day, 'utc') : null;
  if (found !== null && Date.parse(found.from) > Date.parse(document.at) + 86_400_000) return undefined;
  return isRemote ? atLeast(found) : latest(found);
}
