/**
 * X profiles, as a visitor who is not signed in sees them, and the JSON that X's own interfaces answer.
 * Without scripts there is only a shell. Guests see popular posts, not the newest: never dormancy from a page.
 */

import type { Account, Network, Place } from '../model/network.ts';
import type { Activity } from '../model/observation.ts';
import { addresses } from '../read/addresses.ts';
import { latest } from '../read/dates.ts';
import { at, isText, type JsonObject, listOf, textAt } from '../read/json.ts';
import {
  asImage,
  asList,
  attribute,
  cleaned,
  firstOf,
  inDocument,
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
  replies,
  saysIn,
  sign,
  titled,
} from '../read/signs.ts';
import { sameHandle } from '../read/text.ts';
import { xSession } from './sessions.ts';
import { official, postPlaces } from './xOfficial.ts';
import {
  bannerInPage,
  followersInHeader,
  followersInPage,
  handleInHeader,
  lastActivityInPage,
  personIn,
  personText,
  subjectOfPage,
  websitesInPage,
} from './xPage.ts';
import * as user from './xUser.ts';

const HOSTS = [
  'x.com',
  'www.x.com',
  'mobile.x.com',
  'twitter.com',
  'www.twitter.com',
  'mobile.twitter.com',
  'm.twitter.com',
];
const API_HOSTS = ['api.x.com', 'api.twitter.com'];
const RESERVED =
  'i home explore search search-advanced search-home hashtag intent share settings login logout signup account notifications messages compose tos privacy about jobs download oauth who_to_follow lists topics moments communities widgets help en logged_out';
const HANDLE = /^[A-Za-z0-9_]{1,20}$/;

const profiles = addresses({
  hosts: HOSTS,
  paths: ['/:handle'],
  canonical: (handle) => `https://x.com/${handle}`,
  reserved: RESERVED.split(' '),
  handle: HANDLE,
});

const endpoints = addresses({
  hosts: API_HOSTS,
  paths: ['/2/users/by/username/:handle'],
  canonical: (handle) => `https://x.com/${handle}`,
  handle: HANDLE,
  kind: 'account',
});

/** Interfaces that take the handle as a parameter: v1.1, GraphQL, and links to follow. */
function recogniseParameter(url: URL): Account | null {
  if (![...HOSTS, ...API_HOSTS].includes(url.hostname)) return null;
  const variables = /\/graphql\//.test(url.pathname) ? (url.searchParams.get('variables') ?? '') : '';
  const inVariables = /"screen_name"\s?:\s?"@?([A-Za-z0-9_]{1,20})"/.exec(variables.slice(0, 2000))?.[1];
  const handle = inVariables ?? url.searchParams.get('screen_name')?.replace(/^@/, '') ?? '';
  return HANDLE.test(handle) ? { handle, kind: 'account', host: 'x.com', url: `https://x.com/${handle}` } : null;
}

/** The same value out of the user object of an answer, else out of the one in the page's state. */
const ofUser = <T>(name: string, pick: (user: JsonObject) => Picked<T>): readonly Place<T>[] => [
  place<T>('api', `user.${name}`, (document, account) => {
    const found = user.userInAnswer(document, account);
    return found && pick(found);
  }),
  place<T>('embedded-json', `__INITIAL_STATE__ user.${name}`, (document, account) => {
    const found = user.userInState(document, account);
    return found && pick(found);
  }),
];

/** Out of the JSON-LD node that bears the handle. */
const ofPerson = (...keys: readonly string[]): Place<string> =>
  place('json-ld', `JSON-LD Person.${keys[0]}`, (document, account) => personText(document, account, ...keys));

const EMPTY = '[data-testid="emptyState"], [data-testid="empty_state_header_text"]';
const NO_ACCOUNT =
  /^(?:this account doesn[’']t exist|dit account bestaat niet|dieser account existiert nicht|ce compte n[’']existe pas|esta cuenta no existe|esta conta não existe|questo account non esiste|このアカウントは存在しません)/i;
const SUSPENDED =
  /^(?:account suspended|account (?:opgeschort|geschorst)|account gesperrt|compte suspendu|cuenta suspendida|conta suspensa|account sospeso|アカウントは凍結されています)/i;

/** An answer with this error, and without a user: beside a user, an error is about somebody or something else. */
const errs = (id: string, test: (error: unknown, account: Account) => boolean) =>
  replies(
    `answers ${id}`,
    (json, account) =>
      !user.resultsIn(json).some((result) => user.handleOf(result) !== undefined) &&
      listOf(at(json, 'errors')).some((error) => test(error, account)),
  );

const withCode =
  (...codes: readonly number[]) =>
  (error: unknown): boolean =>
    codes.some((code) => at(error, 'code') === code);

/** The answer says so itself, whatever its status. */
const refusedAs = (status: number) =>
  replies(`answers "status": ${status}`, (json) => at(json, 'status') === status && isText(at(json, 'title')));

/** The page of one post names its author, whose profile it is not. */
const isAboutOnePost: Condition = called('is the page of one post', {
  id: '',
  matches: ({ $, finalUrl }) =>
    $('[data-testid="UserName"]').not('[role="banner"] *').length === 0 &&
    [finalUrl, $('link[rel="canonical"]').attr('href'), $('meta[property="og:url"]').attr('content')].some((address) =>
      /^https?:\/\/(?:[a-z]{1,10}\.)?(?:x|twitter)\.com\/[^/?#]{1,100}\/status(?:es)?\/\d/i.test(address ?? ''),
    ),
});

/** The API's own word for the newest post, reposts included. */
const mostRecent: Place<Activity> = place('api', 'user.most_recent_tweet_id', (document, account) => {
  const found = user.userInAnswer(document, account);
  return found && latest(user.newestPostOf(found));
});

/** Where nothing else says whose page it is, as for some who are signed in: its header, and the address that it is at. */
const inHeader = place('dom', 'UserName', (document) => {
  const handle = handleInHeader(document);
  const served = profiles.handleIn(document.finalUrl);
  return handle !== undefined && served !== undefined && sameHandle(handle, served) ? handle : undefined;
});

export const x: Network = {
  id: 'x',
  name: 'X',
  hosts: [...HOSTS, ...API_HOSTS],
  recognise: (url) => recogniseParameter(url) ?? profiles.recognise(url) ?? endpoints.recognise(url),

  sources: { http: onePage(), browser: onePage() },
  official,
  session: xSession,

  signs: [
    sign('rate-limited', answers(429)),
    sign('rate-limited', errs('error 88 or 429', withCode(88, 429))),
    sign('rate-limited', refusedAs(429)),
    sign('rate-limited', called('answers that the credits are used up', refusedAs(402))),
    // A token that is none, or no longer one; without one X shows nothing there.
    sign('login-wall', answers(401)),
    sign('login-wall', refusedAs(401)),
    sign('login-wall', errs('that it knows no such token', withCode(32, 89, 215, 239))),
    sign(
      'login-wall',
      replies('answers UserUnavailable, NsfwLoggedOut', (json) => unavailable(json) === 'NsfwLoggedOut'),
    ),
    sign('challenge', landsOn('/account/access')),
    // The check of the service in front of X; its scripts name it so wherever it stands.
    sign(
      'challenge',
      called('asks to prove that you are human', allOf(holds('_cf_chl_opt'), not(has('[data-testid="UserName"]')))),
    ),
    sign(
      'login-wall',
      called('lands on a sign-in page', anyOf(landsOn('/i/flow'), landsOn('/login'), landsOn('/i/jf/onboarding'))),
    ),
    sign(
      'login-wall',
      called(
        'is titled as a sign-in page',
        allOf(
          titled(/^(?:Log in to (?:X|Twitter)|X\. It[’']s what[’']s happening|Sign up for (?:X|Twitter))/i),
          not(has('[data-testid="UserName"]')),
        ),
      ),
    ),
    // X's own words in X's own empty page; an account without posts has such a page too, with other words.
    sign(
      'suspended',
      called('says "Account suspended"', allOf(saysIn(EMPTY, SUSPENDED), not(has('[data-testid="UserName"]')))),
    ),
    sign(
      'not-found',
      called(
        'says "This account doesn’t exist"',
        allOf(saysIn(EMPTY, NO_ACCOUNT), not(has('[data-testid="UserName"]'))),
      ),
    ),
    sign('suspended', errs('error 63', withCode(63))),
    sign(
      'suspended',
      replies('answers UserUnavailable, Suspended', (json) => unavailable(json) === 'Suspended'),
    ),
    sign(
      'suspended',
      errs(
        '"User has been suspended"',
        (error, account) => isOf(error, account) && /^User has been suspended/.test(textAt(error, 'detail') ?? ''),
      ),
    ),
    sign('not-found', errs('error 17 or 50', withCode(17, 50))),
    sign(
      'not-found',
      errs(
        '"Could not find user"',
        (error, account) =>
          isOf(error, account) &&
          /\/resource-not-found$/.test(textAt(error, 'type') ?? '') &&
          textAt(error, 'resource_type') === 'user',
      ),
    ),
    sign('unreadable', isAboutOnePost),
  ],

  proof: [
    asList(
      firstOf(
        place('json-ld', 'JSON-LD ProfilePage', subjectOfPage),
        place('api', 'user.screen_name', user.subjectOfAnswer),
        place('embedded-json', '__INITIAL_STATE__ user.screen_name', (document, account) => {
          const found = user.userInState(document, account);
          return found && user.handleOf(found);
        }),
        cleaned(link('canonical'), profiles.handleIn),
        cleaned(meta('og:url'), profiles.handleIn),
        inHeader,
      ),
    ),
  ],

  places: {
    name: [
      ...ofUser('name', user.nameOf),
      ofPerson('name', 'givenName'),
      cleaned(meta('og:title'), (title, _, account) => nameInTitle(title, account)),
      // A page saved by somebody who is signed in counts the messages in front of it.
      cleaned(text('title'), (title, _, account) => nameInTitle(title.replace(/^\(\d{1,3}\+?\) /, ''), account)),
    ],
    handle: [
      ...ofUser('screen_name', user.handleOf),
      ofPerson('additionalName'),
      cleaned(link('canonical'), profiles.handleIn),
      inHeader,
    ],
    bio: [
      ...ofUser('description', user.bioOf),
      // With short links in it, the text on the page shows what they stand for.
      cleaned(ofPerson('description'), (bio) => (/https?:\/\/t\.co\//i.test(bio) ? undefined : bio)),
      // In the banner at the side stands whoever is signed in.
      text('[data-testid="UserDescription"]:not([role="banner"] *)'),
      ofPerson('description'),
    ],
    websites: [...ofUser('url', user.websitesOf), place('json-ld', 'JSON-LD ProfilePage.relatedLink', websitesInPage)],
    logo: [
      ...ofUser('avatar', user.logoOf).map(asImage),
      asImage(
        place('json-ld', 'JSON-LD Person.image', (document, account) =>
          textAt(personIn(document, account), 'image', 'contentUrl'),
        ),
      ),
      asImage(
        place('dom', 'UserAvatar-Container', (document, account) =>
          attribute(
            `[data-testid="UserAvatar-Container-${account.handle}" i] img[src*="/profile_images/"]`,
            'src',
          ).pick(document, account),
        ),
      ),
    ],
    banner: [...ofUser('banner', user.bannerOf).map(asImage), asImage(place('dom', 'header_photo', bannerInPage))],
    followers: [
      ...ofUser('followers', user.followersOf),
      place('json-ld', 'JSON-LD Person.interactionStatistic', followersInPage),
      place('dom', 'link to the followers', followersInHeader),
    ],
    lastActivity: [
      ...postPlaces,
      mostRecent,
      inDocument('newest', mostRecent),
      place('dom', 'article time', (document, account) => lastActivityInPage(document, account, profiles.names)),
    ],
    pin: [...ofUser('rest_id', user.pinOf), ofPerson('identifier')],
    created: ofUser('created_at', ({ created_at }) =>
      isText(created_at) && /^\d{4}-\d{2}-\d{2}T/.test(created_at) ? created_at : undefined,
    ),
  },

  pins: [{ kind: 'user', shape: /^(\d{1,20})$/, example: '1234567890' }],
  limits: { name: { max: 50, unit: 'characters' }, bio: { max: 160, unit: 'characters' } },
  // Narrow screens cut the header above and below, and the avatar stands on its lower left.
  pictures: {
    logo: { width: 400, height: 400, maxBytes: 2_000_000, isRound: true },
    banner: { width: 1500, height: 500, maxBytes: 2_000_000, safe: { width: 1200, height: 380 } },
    source: 'X’s help on customising a profile: 400×400 and 1500×500, at most 2 MB, as guides of 2026 cite it',
    reviewed: '2026-11-23',
  },
  links: {
    edit: () => 'https://x.com/settings/profile',
    remove: () => 'https://x.com/settings/deactivate',
  },
  // `_normal` is 48 pixels; every avatar, and every banner, has this size beside it.
  bestImage: (url) =>
    url
      .replace(
        /(\/\/pbs\.twimg\.com\/profile_images\/.{1,200})_(?:mini|normal|bigger|x96|200x200)(?=\.\w{3,4}(?:$|\?))/,
        '$1_400x400',
      )
      .replace(
        /^(https:\/\/pbs\.twimg\.com\/profile_banners\/\d{1,20}\/\d{1,20})(?:\/(?:300x100|600x200|1080x360|(?:ipad|web|mobile)(?:_retina)?))?$/,
        '$1/1500x500',
      ),
  controls: {
    known: 'https://x.com/X',
    // New names have at most 15 characters; the oldest accounts may have 20, so that this is still asked for as a profile.
    impossible: 'https://x.com/bijwerken_no_one_7f3',
  },
  sourcesOfFacts: [
    'https://docs.x.com/x-api/users/user-lookup-by-username',
    'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    'https://developer.x.com/en/docs/accounts-and-users/user-profile-images-and-banners',
  ],
};

/** Of several accounts that were asked for, the one that is meant. */
const isOf = (error: unknown, { handle }: Account): boolean => {
  const about = textAt(error, 'value') ?? textAt(error, 'resource_id');
  return !isText(about) || handle === '' || sameHandle(about, handle);
};

const unavailable = (json: unknown): string | undefined => {
  const [result] = user.resultsIn(json).filter((one) => one.__typename === 'UserUnavailable');
  return textAt(result, 'reason') ?? textAt(result, 'unavailable_reason') ?? undefined;
};

/** `Name (@handle) / X`, with this handle: any other title names a page of X, not a profile. */
function nameInTitle(title: string, { handle }: Account): string | undefined {
  const [, name, inTitle] =
    /^(.{1,100}) \(@([A-Za-z0-9_]{1,20})\)(?: (?:\/|\||on|en|auf|sur|op) .{1,60})?$/su.exec(title) ?? [];
  return isText(inTitle) && inTitle.toLowerCase() === handle.toLowerCase() ? name : undefined;
}
