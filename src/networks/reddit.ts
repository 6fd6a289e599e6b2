/**
 * Reddit: communities and people, by what Reddit answers to `about.json` where it answers strangers at all, and by
 * their pages. In a community others write: only a person's own posts say that somebody is there.
 */

import type { Account, Network, ParsedDocument, Place, SourcePlan } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { atLeast, epochInterval, newest } from '../read/dates.ts';
import { at, countAt, isObject, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import {
  api,
  asImage,
  asList,
  attribute,
  cleaned,
  inDocument,
  link,
  meta,
  onePage,
  type Picked,
  place,
} from '../read/places.ts';
import {
  allOf,
  answers,
  anyOf,
  type Condition,
  called,
  has,
  landsOn,
  not,
  replies,
  saysIn,
  sign,
  titled,
} from '../read/signs.ts';
import { decodeEntities, sameHandle } from '../read/text.ts';
import { accountIn, HOSTS, recognise } from './redditAddress.ts';
import * as person from './redditPage.ts';
import { isRobotCheck } from './robotChecks.ts';

const fromApi: SourcePlan = {
  requests: ({ kind, handle, url }, answered) => {
    if (answered.length === 0) return [ask('account', `${url}about.json?raw_json=1`)];
    if (answered.length > 1 || kind !== 'user' || entityIn(answered[0]?.json) === undefined) return [];
    return [ask('posts', `https://www.reddit.com/user/${handle}.json?raw_json=1&sort=new&limit=25`)];
  },
};

const ask = (document: string, url: string) => ({ document, url, accept: 'json' as const });

/** `t2` is a person, `t5` a community. */
function entityIn(answer: unknown): JsonObject | undefined {
  const kind = at(answer, 'kind');
  const data = at(answer, 'data');
  const isWhole = isObject(data) && (typeof data.created_utc === 'number' || data.is_suspended === true);
  return (kind === 't2' || kind === 't5') && isWhole ? data : undefined;
}

const kindOf = (answer: unknown): string => (at(answer, 'kind') === 't2' ? 'user' : 'subreddit');

/** A person's texts and pictures stand with the community that is their page. */
const inEntity = <T>(name: string, pick: (entity: JsonObject, page: unknown, answer: unknown) => Picked<T>): Place<T> =>
  api<T>(name, (answer) => {
    const entity = entityIn(answer);
    if (entity === undefined) return undefined;
    return pick(entity, kindOf(answer) === 'user' ? entity.subreddit : entity, answer);
  });

const handleOf = (entity: JsonObject, answer: unknown): string | undefined => {
  const handle = kindOf(answer) === 'user' ? entity.name : entity.display_name;
  return isText(handle) ? handle : undefined;
};

/** Texts and addresses are escaped for HTML unless asked otherwise. */
const plain = (value: string | null | undefined): Picked<string> =>
  isText(value) ? decodeEntities(value).trim() || null : value;

/** The first that holds something; null when all that are there are empty. */
const firstFilled = (...values: readonly Picked<string>[]): Picked<string> =>
  values.find(isText) ?? values.find((value) => value === null);

/** What everybody gets who has chosen none. */
const isDefault = (url: string): boolean => /redditstatic\.com\/avatars\/(?:defaults|avatar_default)/.test(url);

const says = (message: RegExp, ...keys: readonly string[]): Condition =>
  replies(`answers ${message.source}`, (answer) => keys.some((key) => message.test(String(at(answer, key) ?? ''))));

const isAsked = (kind: string): Condition => ({
  id: `is asked for a ${kind}`,
  matches: (_, asked) => asked.kind === kind,
});

const HEADING = 'h1, h2, h3, shreddit-title, #shreddit-forbidden';
const showsAccount: Condition = {
  id: 'shows an account',
  matches: ({ json, $ }) => entityIn(json) !== undefined || $('shreddit-subreddit-header').length > 0,
};

export const reddit: Network = {
  id: 'reddit',
  name: 'Reddit',
  hosts: HOSTS,
  recognise,

  sources: { api: fromApi, http: onePage(), browser: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('rate-limited', says(/^429$/, 'error')),
    sign('challenge', isRobotCheck),
    // A page of a script and a form that sends its answer; it may be titled as the page that was asked for.
    sign(
      'challenge',
      called('is Reddit’s own check for robots', allOf(has('form input[name="js_challenge"]'), not(showsAccount))),
    ),
    sign(
      'challenge',
      called(
        'refuses this visitor',
        titled(/^(?:blocked|reddit - (?:please wait for verification|prove your humanity).*)$/i),
      ),
    ),
    sign('login-wall', called('lands on a sign-in page', anyOf(landsOn('/login'), landsOn('/account/login')))),
    sign('login-wall', answers(401)),
    sign(
      'login-wall',
      called('is private, or shown to some only', says(/^(?:private|quarantined|gold_only|employees_only)$/, 'reason')),
    ),
    sign('suspended', called('says that the community is banned', says(/^banned$/, 'reason'))),
    sign('suspended', called('says that the account is suspended', says(/^true$/, 'is_suspended'))),
    sign('suspended', {
      id: 'says that the account is suspended in its data',
      matches: ({ json }) => at(entityIn(json), 'is_suspended') === true,
    }),
    sign(
      'suspended',
      called(
        'says that it is banned or suspended',
        allOf(
          saysIn(
            HEADING,
            /^(?:r\/\S{1,40} (?:has been|is|was) banned|this account has been suspended|this community (?:has been|was) banned)/i,
          ),
          not(showsAccount),
        ),
      ),
    ),
    sign(
      'login-wall',
      called(
        'is a private community',
        allOf(saysIn(HEADING, /^(?:r\/\S{1,40} )?(?:this )?is a private community/i), not(showsAccount)),
      ),
    ),
    sign(
      'not-found',
      called(
        'says "Not Found" of the person',
        allOf(answers(200, 404), isAsked('user'), says(/^404$/, 'error'), says(/^Not Found$/, 'message')),
      ),
    ),
    // Reddit looks for communities with such a name where there is none of that name.
    sign(
      'not-found',
      called(
        'lands on a search for communities',
        allOf(isAsked('subreddit'), anyOf(landsOn('/subreddits/search'), landsOn('/subreddits/search.json'))),
      ),
    ),
    sign(
      'not-found',
      called(
        'answers 404 with Reddit’s own words',
        allOf(
          answers(404),
          saysIn(
            HEADING,
            /^(?:sorry, nobody on reddit goes by that name|community not found|there aren[’']t any communities on reddit with that name)/i,
          ),
          not(showsAccount),
        ),
      ),
    ),
    sign('unreadable', {
      id: 'is a list of posts, or one',
      matches: ({ json }) => at(json, 'kind') === 'Listing' || Array.isArray(json),
    }),
  ],

  proof: [
    api<readonly string[]>('name', (answer, _, account) => {
      const entity = entityIn(answer);
      const handle = entity && kindOf(answer) === account.kind ? handleOf(entity, answer) : undefined;
      return handle === undefined ? undefined : [handle];
    }),
    place<readonly string[]>('dom', 'shreddit-subreddit-header name', ({ $ }, { kind }) => {
      const name = $('shreddit-subreddit-header').attr('name');
      return kind === 'subreddit' && name ? [name] : undefined;
    }),
    sameKind(meta('og:url')),
    sameKind(link('canonical')),
  ],

  places: {
    name: [
      inEntity('title', (entity, page, answer) =>
        firstFilled(plain(textAt(page, 'title')), kindOf(answer) === 'user' ? null : plain(textAt(entity, 'title'))),
      ),
      attribute('shreddit-subreddit-header', 'display-name'),
      cleaned(meta('og:title'), nameInTitle),
    ],
    handle: [
      inEntity('name', (entity, _, answer) => handleOf(entity, answer)),
      attribute('shreddit-subreddit-header', 'name'),
      cleaned(meta('og:url'), (address) => accountIn(address)?.handle),
    ],
    bio: [
      inEntity('public_description', (_, page) => plain(textAt(page, 'public_description'))),
      attribute('shreddit-subreddit-header', 'description'),
      place('dom', 'profile-description', person.bioIn),
    ],
    logo: [
      inEntity('icon', (entity, page) => {
        const url = firstFilled(
          ...[textAt(page, 'community_icon'), textAt(page, 'icon_img'), textAt(entity, 'icon_img')].map(plain),
        );
        return isText(url) ? (isDefault(url) ? null : { url }) : url;
      }),
      asImage(attribute('shreddit-subreddit-header', 'icon')),
    ],
    banner: [
      inEntity('banner', (_, page) => {
        const url = firstFilled(...['banner_background_image', 'banner_img'].map((key) => plain(textAt(page, key))));
        return isText(url) ? { url } : url;
      }),
    ],
    followers: [
      inEntity('subscribers', (_, page) => countAt(page, 'subscribers')),
      cleaned(attribute('shreddit-subreddit-header', 'subscribers'), (count) =>
        /^\d{1,12}$/.test(count) ? Number(count) : undefined,
      ),
    ],
    lastActivity: [
      inDocument('posts', api('newest own post', newestPost)),
      place('dom', 'shreddit-post created-timestamp', person.newestIn),
    ],
    pin: [
      inEntity('id', (entity, _, answer) => idOf(entity, answer)),
      cleaned(attribute('shreddit-subreddit-header', 'subreddit-id'), (id) =>
        /^t5_[\da-z]{1,12}$/.test(id) ? id : undefined,
      ),
    ],
    created: [
      inEntity('created_utc', ({ created_utc: time }) => epochInterval(typeof time === 'number' ? time : 0)?.from),
    ],
  },

  pins: [
    { kind: 'user', shape: /^(t2_[\da-z]{1,12})$/, example: 't2_abc12' },
    { kind: 'community', shape: /^(t5_[\da-z]{1,12})$/, example: 't5_2abcd' },
  ],
  limits: { name: { max: 100, unit: 'characters' }, bio: { max: 500, unit: 'characters' } },
  pictures: {
    logo: { width: 256, height: 256, maxBytes: 500_000, isRound: true },
    banner: { width: 1920, height: 384, maxBytes: 500_000, safe: { width: 1072, height: 256 } },
    source: 'guides by others, of 2026: 256×256 and 1920×384, at most 500 KB',
    reviewed: '2026-11-23',
  },
  links: {
    edit: ({ kind, handle }: Account) =>
      kind === 'user' ? 'https://www.reddit.com/settings/profile' : `https://www.reddit.com/mod/${handle}/settings`,
    remove: ({ kind, handle }: Account) =>
      kind === 'user' ? 'https://www.reddit.com/settings/account' : `https://www.reddit.com/mod/${handle}/settings`,
  },
  // The whole picture stands under the same address without a size; elsewhere a signature covers that.
  bestImage: (url) => url.replace(/^(https:\/\/styles\.redditmedia\.com\/[^?#]{1,300})\?.*$/, '$1'),
  controls: {
    known: 'https://www.reddit.com/r/reddit/',
    // A community's name has at most 21 characters.
    impossible: 'https://www.reddit.com/r/bijwerken_this_name_is_too_long/',
  },
  sourcesOfFacts: [
    'https://www.reddit.com/dev/api/#GET_r_{subreddit}_about',
    'https://www.reddit.com/dev/api/#GET_user_{username}_about',
    'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
  ],
};

/** The account in an address on the page, if it is of the kind that was asked for. */
function sameKind(inner: Place<string>): Place<readonly string[]> {
  return asList(
    cleaned(inner, (address, _, { kind }) => {
      const named = accountIn(address);
      return named?.kind === kind ? named.handle : undefined;
    }),
  );
}

/** `Name (u/handle) - Reddit`; other titles are of communities' lists, and no names. */
function nameInTitle(title: string, _: ParsedDocument, { handle }: Account): string | undefined {
  const [, name, named = ''] = /^(.{1,200}) \(u\/([\w-]{1,40})\)(?: [-•|] reddit)?$/iu.exec(title) ?? [];
  return sameHandle(named, handle) ? name : undefined;
}

/** `t2_…` and `t5_…`: ids of people and of communities are counted apart. */
function idOf({ id, name }: JsonObject, answer: unknown): string | undefined {
  const bare = isText(id) ? id : isText(name) ? name.replace(/^t5_/, '') : undefined;
  return bare === undefined ? undefined : `${kindOf(answer) === 'user' ? 't2' : 't5'}_${bare}`;
}

/** People can hide what they post, in part too: the newest that is shown is a lower bound. */
function newestPost(answer: unknown, _: ParsedDocument, { handle }: Account): Activity | undefined {
  const posts = listOf(at(answer, 'data', 'children')).map((child) => at(child, 'data'));
  const own = posts.filter((post) => sameHandle(textAt(post, 'author') ?? '', handle));
  const times = own.map((post) => at(post, 'created_utc')).filter((time) => typeof time === 'number');
  return atLeast(newest(times.map(epochInterval)));
}
