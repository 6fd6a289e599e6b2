/**
 * TikTok profiles, as a visitor who is not signed in sees them. What a page is, its data says and never its title: whole
 * profiles stand under "TikTok - Make Your Day", and so do pages that hold nothing. Guests mostly get no videos with it,
 * and never certainly the newest: no dormancy from a page.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { addresses } from '../read/addresses.ts';
import { followersIn, parseCount } from '../read/counts.ts';
import { isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import {
  asImage,
  asList,
  attribute,
  cleaned,
  firstOf,
  inDocument,
  jsonLdNode,
  link,
  meta,
  onePage,
  type Picked,
  place,
  text,
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
  not,
  sign,
  titled,
} from '../read/signs.ts';
import { decoded } from '../read/text.ts';
import { isRobotCheck } from './robotChecks.ts';
import * as data from './tiktokData.ts';
import { official, videoPlaces } from './tiktokOfficial.ts';
import * as page from './tiktokPage.ts';

const HOSTS = ['tiktok.com', '*.tiktok.com'];

const profiles = addresses({
  hosts: HOSTS,
  paths: ['/@:handle', '/embed/@:handle', '/node/share/user/@:handle', '/share/user/@:handle'],
  canonical: (handle) => `https://www.tiktok.com/@${handle}`,
  handle: /^[\w.]{1,60}$/,
  kind: 'account',
});

/** Videos, photos and broadcasts stand under their maker's address, and are no profiles. */
const ONE_THING = /^\/@[^/]{1,150}\/(?:video|photo|live|collection|playlist)\b/i;

function recognise(url: URL): Account | null {
  const asked = /^\/api\/(?:user\/detail|post\/item_list)/.test(url.pathname) ? url.searchParams.get('uniqueId') : null;
  if (asked) return profiles.recognise(new URL(`/@${encodeURIComponent(asked.replace(/^@/, ''))}`, url));
  return ONE_THING.test(pathOf(url.href)) ? null : profiles.recognise(withSign(url));
}

const withSign = (url: URL): URL => {
  const plain = new URL(url.href);
  plain.pathname = url.pathname.replace(/^\/%40/i, '/@');
  return plain;
};

/** The same value out of an answer, else out of the page's data. */
const ofUser = <T>(name: string, pick: (user: JsonObject, info: data.Info) => Picked<T>): readonly Place<T>[] => {
  const from =
    (find: (document: ParsedDocument) => data.Info | undefined) => (document: ParsedDocument, account: Account) => {
      const info = data.ownInfo(find(document), account);
      return info?.user && pick(info.user, info);
    };
  return [
    place<T>('api', `user.${name}`, from(data.infoInAnswer)),
    place<T>('embedded-json', `user.${name}`, from(data.infoInPage)),
  ];
};

/** Of the official interface, which tells counts in an answer of their own. */
const ofStats = <T>(name: string, pick: (stats: JsonObject | undefined) => Picked<T>): readonly Place<T>[] => [
  inDocument(
    'stats',
    place<T>('api', `user.${name}`, (document, account) => {
      const info = data.ownInfo(data.infoInAnswer(document), account);
      return info && pick(info.stats);
    }),
  ),
];

const ofPerson = <T>(name: string, pick: (node: JsonObject) => Picked<T>): Place<T> =>
  jsonLdNode<T>(['Person', 'Organization'], name, profiles.names, pick);

/** A document without a user, in whose place this code stands. */
const code = (id: string, ...codes: readonly number[]): Condition => ({
  id: `answers ${id}`,
  matches: (document) =>
    [data.infoInAnswer(document), data.infoInPage(document)].some(
      (info) => info?.user === undefined && info?.code !== undefined && codes.includes(info.code),
    ),
});

const showsUser: Condition = {
  id: 'shows a user',
  matches: (document) =>
    [data.infoInAnswer(document), data.infoInPage(document)].some((info) => info?.user !== undefined),
};

/** The official interface: `{ "error": { "code": "access_token_invalid" } }`. */
const refuses = (...codes: readonly string[]): Condition => ({
  id: `refuses: ${codes[0]}`,
  matches: ({ json }) => codes.includes(textAt(json, 'error', 'code') ?? ''),
});

const saysNothing: Condition = called('holds no data of anybody', {
  id: '',
  matches: (document, account) =>
    document.json === undefined &&
    !data.isAboutSomething(document) &&
    names.every(({ pick }) => pick(document, account) === undefined) &&
    (data.hasState(document) || titled(/^TikTok(?: [-–|·] .{1,60})?$/).matches(document, account)),
});

/** The page's own word on whom it is about, beside its data. */
const named = firstOf(
  cleaned(link('canonical'), profiles.handleIn),
  cleaned(meta('og:url'), profiles.handleIn),
  ofPerson<string>('url', (node) => profiles.handleIn(node.url)),
);

/** Where a page without data has the name. */
const names: readonly Place<string>[] = [
  cleaned(
    ofPerson<string>('name', ({ name }) => (isText(name) ? name.trim() || null : undefined)),
    (name) => name.replace(/ \(@[\w.]{1,50}\)$/, ''),
  ),
  place('dom', 'user-title', page.nameInHeader),
  cleaned(meta('og:title'), (title, _, account) => page.nameInTitle(title, account)),
  cleaned(text('title'), (title, _, account) => page.nameInTitle(title, account)),
];

export const tiktok: Network = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: [...HOSTS, 'open.tiktokapis.com'],
  recognise,
  sources: { http: onePage(), browser: onePage() },
  official,

  signs: [
    sign('rate-limited', answers(429)),
    sign('rate-limited', refuses('rate_limit_exceeded')),
    sign('login-wall', answers(401)),
    sign('login-wall', refuses('access_token_invalid', 'scope_not_authorized', 'scope_permission_missed')),
    sign(
      'challenge',
      called(
        'asks to prove that you are human',
        allOf(
          anyOf(holds('tiktok-verify-page'), has('#cs, #wci, #captcha_container, .captcha_verify_container')),
          not(showsUser),
        ),
      ),
    ),
    sign('challenge', called('is a check for robots', allOf(isRobotCheck, not(showsUser)))),
    sign('challenge', code('that it wants a check first', 10000, 10113, 10114)),
    sign('login-wall', landsOn('/login')),
    sign('login-wall', code('that one has to sign in', 10102)),
    sign('login-wall', code('that the account is private', 10222)),
    // The first since 2022 of accounts that are not there and of ones that TikTok ended alike.
    sign('not-found', code('that there is no such account', 10221, 10202)),
    sign('challenge', saysNothing),
    sign('unreadable', called('is the page of one video', { id: '', matches: isAboutVideo })),
  ],

  proof: [
    asList(
      firstOf(
        place('api', 'user.uniqueId', (document) => data.handleOf(data.infoInAnswer(document)?.user)),
        place('embedded-json', 'user.uniqueId', (document) => data.handleOf(data.infoInPage(document)?.user)),
        named,
      ),
    ),
  ],

  places: {
    name: [...ofUser('nickname', data.nameOf), ...names],
    handle: [...ofUser('uniqueId', data.handleOf), named],
    bio: [
      ...ofUser('signature', data.bioOf),
      ofPerson<string>('description', ({ description }) =>
        isText(description) ? description.trim() || null : undefined,
      ),
      cleaned(meta('og:description'), (value, _, account) => page.bioInDescription(value, account)),
      cleaned(meta('description'), (value, _, account) => page.bioInDescription(value, account)),
    ],
    websites: [
      ...ofUser<readonly string[]>('bioLink', data.websitesOf),
      ofPerson<readonly string[]>('sameAs', ({ sameAs }) => {
        const listed = listOf(sameAs).filter(isText);
        return listed.length > 0 ? listed : undefined;
      }),
      asList(place('dom', 'user-link', page.websiteInLink)),
    ],
    logo: [
      ...ofUser('avatarLarger', data.logoOf).map(asImage),
      asImage(attribute('[data-e2e="user-avatar"] img', 'src')),
      asImage(cleaned(meta('og:image'), (url) => (/avt|avatar|cropcenter/i.test(url) ? url : undefined))),
    ],
    followers: [
      ...ofUser('followerCount', (_, { stats }) => data.followersOf(stats)),
      ...ofStats('follower_count', data.followersOf),
      ofPerson('interactionStatistic', page.followersInNode),
      cleaned(text('[data-e2e="followers-count"]'), (shown) => parseCount(shown) ?? undefined),
      cleaned(meta('og:description'), (shown) => followersIn(shown) ?? undefined),
    ],
    lastActivity: [
      ...videoPlaces,
      ...ofStats<Activity>('video_count', (stats) => (data.videosOf(stats) === 0 ? null : undefined)),
      ...ofUser<Activity>('newest video', (_, info) => page.newestItem(info, accountOf(info))),
      place('dom', 'links to videos', page.newestLink),
      ...ofUser<Activity>('videoCount', (user, { stats }) =>
        data.videosOf(stats) === 0 && !data.isPrivate(user) ? null : undefined,
      ),
    ],
    pin: [...ofUser('id', data.pinOf)],
    created: [...ofUser('createTime', data.createdOf)],
  },

  pins: [{ kind: 'user', shape: /^(\d{5,20})$/, example: '7000000000000000001' }],
  limits: { name: { max: 30, unit: 'characters' }, bio: { max: 80, unit: 'characters' } },
  pictures: {
    logo: { width: 400, height: 400, maxBytes: 2_000_000, isRound: true },
    source: 'guides by others, of 2026: at least 200×200, shown in a circle',
    reviewed: '2026-11-23',
  },
  links: { edit: () => 'https://www.tiktok.com/setting', remove: () => 'https://www.tiktok.com/setting' },
  controls: {
    known: 'https://www.tiktok.com/@tiktok',
    // A name has at most 24 characters.
    impossible: 'https://www.tiktok.com/@bijwerken_this_name_is_too_long',
  },
  sourcesOfFacts: [
    'https://support.tiktok.com/en/getting-started/setting-up-your-profile',
    'https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info',
    'https://developers.tiktok.com/doc/tiktok-api-v2-video-list',
    'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
  ],
};

/** Whose videos count: proof has tied the info to the account that was asked for. */
const accountOf = ({ user }: data.Info): Account => {
  const handle = data.handleOf(user) ?? '';
  return { handle, kind: 'account', host: 'www.tiktok.com', url: `https://www.tiktok.com/@${handle}` };
};

function isAboutVideo(document: ParsedDocument, account: Account): boolean {
  const addressed = [document.finalUrl, document.$('link[rel="canonical"]').attr('href') ?? ''];
  return !showsUser.matches(document, account) && addressed.some((one) => ONE_THING.test(pathOf(one)));
}

const pathOf = (address: string): string => (isUrl(address) ? decoded(new URL(address).pathname) : '');
