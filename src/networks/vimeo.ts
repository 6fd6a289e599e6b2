/**
 * Vimeo users, over an open interface (`/api/v2/…/info.json`), the feed of their newest videos, and their pages. Pages
 * answer 410 for accounts that are there: only Vimeo's own page for an address that leads nowhere is an absence.
 */

import type { Account, Network, ParsedDocument, Place, SourcePlan } from '../model/network.ts';
import { addresses } from '../read/addresses.ts';
import { at, isText, type JsonObject, textAt } from '../read/json.ts';
import {
  asImage,
  asList,
  attribute,
  cleaned,
  endsInEllipsis,
  firstOf,
  inDocument,
  link,
  meta,
  onePage,
  type Picked,
  place,
  truncatedWhen,
} from '../read/places.ts';
import {
  allOf,
  answers,
  anyOf,
  type Condition,
  called,
  has,
  holds,
  landsOn,
  replies,
  sign,
  titled,
} from '../read/signs.ts';
import { isRobotCheck } from './robotChecks.ts';
import * as user from './vimeoUser.ts';

const HOSTS = ['vimeo.com', 'www.vimeo.com'];
const PAGES =
  'about album albums api apps blog business categories channels cookie_policy create dmca dmca_agents enterprise event events explore features folder folders for-hire forgot_password google_login groups help home integrations jobs join library live log_in log_out login manage messages ondemand ott partners password player press pricing privacy professionals review screen-recorder search settings showcase showcases signup site_map solutions staffpicks stock tag tags teams terms tools upgrade upload user users video videos vod watch webinars';

const canonicalOf = (handle: string) => `https://vimeo.com/${handle}`;
/** A number alone is a video. */
const handle = /^(?!\d+$)[\w-]{1,100}$/;

const profiles = addresses({
  hosts: HOSTS,
  paths: ['/api/v2/user/:handle', '/api/v2/:handle', '/:handle'],
  canonical: canonicalOf,
  reserved: [...PAGES.split(' '), 'channel', 'group'],
  handle,
  kind: 'account',
});
/** The official interface takes the number of a user as well; its page stands under `user` and that number. */
const endpoints = addresses({
  hosts: ['api.vimeo.com'],
  paths: ['/users/:handle'],
  canonical: canonicalOf,
  handle: /^[\w-]{1,100}$/,
  kind: 'account',
});

function recognise(url: URL): Account | null {
  const found = endpoints.recognise(url);
  if (found === null) return profiles.recognise(url);
  const name = /^\d+$/.test(found.handle) ? `user${found.handle}` : found.handle;
  return { ...found, kind: 'account', handle: name, url: canonicalOf(name) };
}

const fromApi: SourcePlan = {
  requests: (account, answered) => {
    const address = `https://vimeo.com/api/v2/${encodeURIComponent(account.handle)}/info.json`;
    if (answered.length === 0) return [{ document: 'account', url: address, accept: 'json' }];
    const isThere = answered[0] !== undefined && user.userIn(answered[0]) !== undefined;
    return answered.length === 1 && isThere
      ? [{ document: 'feed', url: `${account.url}/videos/rss`, accept: 'feed' }]
      : [];
  },
};

const ofUser = <T>(locator: string, pick: (found: JsonObject) => Picked<T>): Place<T> =>
  place('api', locator, (document, account) => {
    const found = user.userIn(document);
    return found && subjectsOf(found).some((name) => sameName(name, account)) ? pick(found) : undefined;
  });

const subjectsOf = (found: JsonObject): readonly string[] => {
  const id = user.idOf(found);
  return [profiles.handleIn(user.addressOf(found)), id && `user${id}`].filter(isText);
};

const sameName = (name: string, account: Account): boolean => name.toLowerCase() === account.handle.toLowerCase();

const ofPage = <T>(key: string, pick: (entity: JsonObject) => Picked<T>): Place<T> =>
  place('json-ld', `JSON-LD ProfilePage.mainEntity.${key}`, (document, account) => {
    const entity = user.subjectOf(document, account, profiles.names);
    return entity && pick(entity);
  });

/** A number in an address of Vimeo's own app. */
const appId = (document: ParsedDocument): string | undefined => {
  const found = document.$('meta[property="al:ios:url"], meta[property="al:android:url"]').first().attr('content');
  return /^vimeo:\/\/app\.vimeo\.com\/users\/(\d{1,15})$/.exec(found ?? '')?.[1];
};

const canonical = firstOf(link('canonical'), meta('og:url'));
/** Open Graph of a user's page, and of no video's. */
const ofProfile = (inner: Place<string>): Place<string> =>
  cleaned(inner, (value, document, account) =>
    appId(document) !== undefined || profiles.handleIn(canonical.pick(document, account)) !== undefined
      ? value
      : undefined,
  );

const feeds = <T>(locator: string, pick: (document: ParsedDocument) => Picked<T>): readonly Place<T>[] => {
  const inFeed = place<T>('api', `feed ${locator}`, pick);
  return [inDocument('feed', inFeed), inFeed];
};

/** What stands there where a user wrote nothing: "Name is a member of Vimeo, the home for …". */
const isOwnText = (text: string, document: ParsedDocument, account: Account): boolean =>
  !(text.startsWith(meta('og:title').pick(document, account) ?? '\u0000') && /\bVimeo\b/.test(text));

const isNoPage: Condition = anyOf(titled(/^VimeUhOh\b|\bVimeUhOh$/), holds('VimeUhOh'));

export const vimeo: Network = {
  id: 'vimeo',
  name: 'Vimeo',
  hosts: ['vimeo.com', '*.vimeo.com'],
  recognise,
  sources: { api: fromApi, http: onePage(), browser: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('login-wall', answers(401)),
    sign('challenge', isRobotCheck),
    sign(
      'login-wall',
      called('lands on a sign-in page', anyOf(landsOn('/log_in'), landsOn('/join'), landsOn('/login'))),
    ),
    sign('not-found', called('answers 404 with Vimeo’s own "VimeUhOh"', allOf(answers(404), isNoPage))),
    sign('unreadable', called('is the page of one video', has('meta[property="og:type"][content^="video"]'))),
    sign(
      'unreadable',
      replies('answers with an error', (json) => isText(at(json, 'error'))),
    ),
  ],

  proof: [
    place<readonly string[]>('api', 'profile_url or link', (document) => {
      const found = user.userIn(document);
      return found && subjectsOf(found);
    }),
    place('json-ld', 'JSON-LD ProfilePage.mainEntity', user.subjectsIn),
    asList(cleaned(canonical, profiles.handleIn)),
    asList(place('dom', 'al:ios:url', (document) => (appId(document) ? `user${appId(document)}` : undefined))),
    asList(cleaned(place('api', 'feed link', user.addressInFeed), profiles.handleIn)),
  ],

  places: {
    name: [
      ofUser('name', (found) => user.textOf(found, 'display_name', 'name')),
      ofPage('name', (entity) => user.entityText(entity, 'name')),
      ...feeds('dc:creator', user.nameInFeed),
      ofProfile(cleaned(meta('og:title'), (title) => title.replace(/ (?:on|op|auf|sur|en) Vimeo$/, ''))),
    ],
    handle: [
      ofUser('link', (found) => profiles.handleIn(user.addressOf(found))),
      ofPage('alternateName', (entity) => textAt(entity, 'alternateName')),
      cleaned(canonical, profiles.handleIn),
    ],
    bio: [
      ofUser('bio', (found) => user.textOf(found, 'bio')),
      ofPage('description', (entity) => user.entityText(entity, 'description')),
      truncatedWhen(
        ofProfile(
          cleaned(meta('og:description'), (text, document, account) =>
            isOwnText(text, document, account) ? text : undefined,
          ),
        ),
        endsInEllipsis,
      ),
    ],
    tagline: [ofUser('short_bio', (found) => user.textOf(found, 'short_bio'))],
    websites: [ofUser('websites', user.websitesOf), ofPage('sameAs', user.linksOf)],
    logo: [
      ofUser('pictures', user.logoOf),
      ofPage('image', (entity) => textAt(entity, 'image', 'url') ?? textAt(entity, 'image')),
      ofProfile(cleaned(meta('og:image'), (url) => (/\/portraits?\//.test(url) ? url : undefined))),
      attribute('[class*="avatar" i] img[src*="/portrait/"]', 'src'),
    ].map((one) => asImage(cleaned(one, (url) => (user.isDefault(url) ? null : url)))),
    followers: [
      ofUser('metadata.connections.followers', user.followersOf),
      ofPage('interactionStatistic', user.followersIn),
    ],
    lastActivity: [...feeds('pubDate', user.newestInFeed), ofUser('number of videos', user.neverPosted)],
    pin: [ofUser('id', user.idOf), ofPage('identifier', user.pinOf), place('dom', 'al:ios:url', appId)],
    created: [ofUser('created_time', (found) => textAt(found, 'created_time'))],
  },

  pins: [{ kind: 'user', shape: /^(?:\/users\/|user)?(\d{1,12})$/, example: '700000001' }],
  limits: {},
  pictures: {
    logo: { width: 600, height: 600, maxBytes: 5_000_000, isRound: true },
    source: 'guides by others, of 2026: at least 300×300, shown in a circle',
    reviewed: '2026-11-23',
  },
  links: { edit: () => 'https://vimeo.com/settings/profile', remove: () => 'https://vimeo.com/settings/account' },
  // An address that is signed is signed for its size.
  bestImage: (url) =>
    url.replace(
      /^(https:\/\/i\.vimeocdn\.com\/portrait\/[\w-]{1,100}_)(\d{2,3})x\2(?=(?:\.\w{3,4})?$)/,
      (all, start, size) => (Number(size) < 640 ? `${start}640x640` : all),
    ),
  controls: {
    known: 'https://vimeo.com/staff',
    // `user` and a number is what Vimeo itself calls its accounts, in the order in which they come: far from this one.
    impossible: 'https://vimeo.com/user2100000000',
  },
  sourcesOfFacts: ['https://developer.vimeo.com/api/reference/users'],
};
