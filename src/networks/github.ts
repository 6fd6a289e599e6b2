/**
 * GitHub organisations and people, through the REST interface, which answers strangers (60 questions an hour), and
 * their pages. Pushes are not all that happens there, so `lastActivity` is a lower bound.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, SourcePlan } from '../model/network.ts';
import { at, countAt, isText, textAt } from '../read/json.ts';
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
  text,
  truncatedWhen,
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
  sign,
  titled,
} from '../read/signs.ts';
import { HOSTS, handleIn, isManaged, recognise } from './githubAddress.ts';
import * as page from './githubPage.ts';

const API = 'https://api.github.com';

/** `/users/` answers for organisations too, without their description. */
const fromApi: SourcePlan = {
  isMet: true,
  requests: ({ handle }, answered) => {
    const [account] = answered;
    if (account === undefined) return [ask('account', `/users/${handle}`)];
    const login = textAt(account.json, 'login');
    if (answered.length > 1 || !isText(login) || !isProfile(account.json)) return [];
    const isOrganisation = at(account.json, 'type') === 'Organization';
    return [
      ...(isOrganisation ? [ask('organisation', `/orgs/${login}`)] : []),
      ask('repositories', `/users/${login}/repos?sort=pushed&direction=desc&per_page=30`),
    ];
  },
};

const ask = (document: string, path: string) => ({ document, url: `${API}${path}`, accept: 'json' as const });

const isProfile = (answer: unknown): boolean =>
  isText(textAt(answer, 'login')) && countAt(answer, 'id') !== undefined && isText(textAt(answer, 'avatar_url'));

/** The interface says null for what is not filled in, or leaves it out. */
const stated = (key: string) =>
  api<string>(key, (answer) => (isProfile(answer) ? textAt(answer, key)?.trim() || null : undefined));

const says = (message: RegExp): Condition =>
  replies(`says ${message.source}`, (answer) => message.test(textAt(answer, 'message') ?? ''));

/** Only asked by its own name: a person is no organisation, and tabs and repositories can be missing for themselves. */
const asksForProfile: Condition = {
  id: 'is asked for the profile',
  matches: ({ requestedUrl }, account) => {
    if (isManaged(account) || account.handle === '' || !isUrl(requestedUrl)) return false;
    const { pathname, hostname } = new URL(requestedUrl);
    return hostname === 'api.github.com'
      ? /^\/users\/[^/]{1,200}\/?$/.test(pathname)
      : /^\/[^/]{1,200}\/?$/.test(pathname);
  },
};

const NO_SUCH_PAGE = '[alt^="404" i][alt*="This is not the web page" i]';
const IS_OF_A_REPOSITORY =
  'meta[name="octolytics-dimension-repository_id"], meta[property="og:type"][content="githubog:gitrepository"]';

export const github: Network = {
  id: 'github',
  name: 'GitHub',
  hosts: HOSTS,
  recognise,

  sources: { api: fromApi, http: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('rate-limited', called('says that the rate limit is exceeded', says(/rate limit|abuse detection/i))),
    sign(
      'rate-limited',
      called(
        'is titled as a limit',
        titled(/^(?:Rate limit|Too many requests|Whoa there!?|Access has been restricted)\b/i),
      ),
    ),
    sign('login-wall', answers(401)),
    sign('login-wall', says(/^(?:Bad credentials|Requires authentication)/)),
    sign(
      'login-wall',
      called('lands on a sign-in page', anyOf(landsOn('/login'), landsOn('/session'), landsOn('/sessions'))),
    ),
    sign('login-wall', called('is titled as a sign-in page', titled(/^(?:Sign in to|Join|Sign up for) GitHub\b/i))),
    sign(
      'not-found',
      called('says "Not Found" of the account', allOf(answers(200, 404), says(/^Not Found$/), asksForProfile)),
    ),
    sign(
      'not-found',
      called(
        'answers 404 with GitHub’s own "Page not found"',
        allOf(answers(404), anyOf(has(NO_SUCH_PAGE), titled(/^Page not found · GitHub/)), asksForProfile),
      ),
    ),
    sign(
      'unreadable',
      called('says that there is no such page', anyOf(has(NO_SUCH_PAGE), titled(/^Page not found · GitHub/))),
    ),
    sign('unreadable', called('is of a repository', allOf(has(IS_OF_A_REPOSITORY), not(has('.vcard-names'))))),
  ],

  proof: [
    asList(stated('login')),
    asList(meta('profile:username')),
    asList(place('dom', 'nickname', page.handleIn)),
    asList(cleaned(meta('og:url'), handleIn)),
    asList(cleaned(link('canonical'), handleIn)),
  ],

  places: {
    name: [
      stated('name'),
      place('dom', 'name', page.nameIn),
      cleaned(text('title'), page.nameInTitle),
      cleaned(meta('og:title'), page.nameInOpenGraph),
    ],
    handle: [
      stated('login'),
      meta('profile:username'),
      place('dom', 'nickname', page.handleIn),
      cleaned(meta('og:url'), handleIn),
    ],
    bio: [
      inDocument('organisation', stated('description')),
      api('description', described),
      place('dom', 'profile text', page.bioIn),
      truncatedWhen(cleaned(meta('og:description'), page.bioInDescription), true),
    ],
    websites: [asList(stated('blog')), place('dom', 'itemprop url', page.websitesIn)],
    emails: [
      inDocument('organisation', api('email', shownEmail)),
      api('email', shownEmail),
      place('dom', 'itemprop email', page.emailsIn),
    ],
    logo: [
      asImage(stated('avatar_url')),
      asImage(attribute(`:is(${page.ORGANISATION}) img[itemprop="image"]`, 'src')),
      asImage(attribute('img.avatar-user.width-full, img.avatar.width-full', 'src')),
      asImage(cleaned(meta('og:image'), (url) => (/^https:\/\/avatars\d?\./.test(url) ? url : undefined))),
    ],
    followers: [
      api('followers', (answer) => (isProfile(answer) ? countAt(answer, 'followers') : undefined)),
      place('dom', 'a followers', page.followersInPage),
    ],
    lastActivity: [
      inDocument('repositories', api('newest push', page.newestPush)),
      place('dom', 'relative-time', page.lastActivityInPage),
    ],
    pin: [api('id', idOf), place('dom', 'id of the account', page.pinIn)],
    created: [stated('created_at')],
  },

  // A person may have no name; every account has a picture, an id and a count.
  enough: ['name', 'logo', 'followers'],

  pins: [{ kind: 'account', shape: /^(\d{1,12})$/, example: '7001234' }],
  limits: {},
  // Round for a person, a square with round corners for an organisation.
  pictures: {
    logo: { width: 500, height: 500, maxBytes: 1_000_000, isRound: true },
    source: 'GitHub’s documentation on personalising a profile: about 500×500, less than 1 MB',
    reviewed: '2026-11-23',
  },
  links: {
    edit: ({ handle }: Account) => `https://github.com/organizations/${handle}/settings/profile`,
    remove: ({ handle }: Account) => `https://github.com/organizations/${handle}/settings/profile`,
  },
  // Without `s` GitHub sends 460 pixels; larger is not kept.
  bestImage: (url) =>
    url.replace(/^(https:\/\/avatars\d?\.githubusercontent\.com\/.{1,300}[?&]s=)\d{1,3}(?=&|$)/, '$1460'),
  controls: {
    known: 'https://github.com/github',
    // A name has at most 39 characters.
    impossible: 'https://github.com/bijwerken-this-name-is-too-long-to-be-registered',
  },
  sourcesOfFacts: [
    'https://docs.github.com/en/rest/orgs/orgs#get-an-organization',
    'https://docs.github.com/en/rest/users/users#get-a-user',
    'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
  ],
};

/** An organisation's `description`, a person's `bio`; of an organisation `/users/` may not say. */
function described(answer: unknown): Picked<string> {
  if (!isProfile(answer)) return undefined;
  const value = textAt(answer, 'description') ?? textAt(answer, 'bio');
  if (isText(value) && value.trim() !== '') return value.trim();
  const isWhole = at(answer, 'type') === 'User' || textAt(answer, 'description') !== undefined;
  return isWhole ? null : undefined;
}

/** To strangers it is null whatever it is. */
function shownEmail(answer: unknown): readonly string[] | undefined {
  const email = isProfile(answer) ? textAt(answer, 'email') : undefined;
  return isText(email) && email.includes('@') ? [email.trim()] : undefined;
}

function idOf(answer: unknown): string | undefined {
  return isProfile(answer) ? String(countAt(answer, 'id')) : undefined;
}
