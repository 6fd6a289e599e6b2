/**
 * Facebook pages, as a visitor who is not signed in sees them: at best a header, the intro and a post or two, often
 * Open Graph only. Then contact data and posts are unknown, not empty. Posts shown are a lower bound of the activity.
 */

import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import type { ImageReference } from '../model/observation.ts';
import { postalAddress } from '../read/address.ts';
import { followersIn } from '../read/counts.ts';
import { isText, type JsonObject } from '../read/json.ts';
import {
  asImage,
  cleaned,
  endsInEllipsis,
  meta,
  onePage,
  type Pick,
  type Picked,
  place,
  truncatedWhen,
} from '../read/places.ts';
import { allOf, answers, anyOf, landsOn, not, saysIn, sign, titled } from '../read/signs.ts';
import { hosts, isId, recognise } from './facebookAddress.ts';
import * as answer from './facebookAnswers.ts';
import { nameFromTitle, parseDescription, withoutMarks } from './facebookDescription.ts';
import * as fields from './facebookFields.ts';
import { handleInQuery, official } from './facebookOfficial.ts';
import { namesIn, namesOf, organisationIn, ownHandle, pageData, statedAddresses, statedIds } from './facebookPage.ts';
import { BLOCKED, LOG_IN, LOG_IN_TO_SEE, UNAVAILABLE } from './facebookWords.ts';
import { facebookSession } from './sessions.ts';

const embedded = <T>(locator: string, pick: Pick<T>): Place<T> => place('embedded-json', locator, pick);

/** Out of the JSON-LD that older pages carry, of whatever kind of organisation, in the node with the page's address. */
const jsonLdNode = <T>(key: string, pick: (node: JsonObject) => Picked<T>): Place<T> =>
  place('json-ld', `JSON-LD Organization.${key}`, (document, account) => {
    const node = organisationIn(document, account);
    return node && pick(node);
  });

/** The page's own address, or the one that it was made for, is Facebook's login. */
const isAddressedToLogin = {
  id: 'gives the login page as its own address',
  matches: (document: ParsedDocument) =>
    statedAddresses(document).some((address) =>
      /^https?:\/\/[^/]{1,100}\/(?:login|checkpoint)(?:[/.?]|$)/.test(address),
    ),
};

/** Something that only the page of a profile holds. */
const showsAProfile = {
  id: 'shows a profile',
  matches: (document: ParsedDocument) => statedIds(document).length > 0 || pageData(document).self.length > 0,
};

const saysUnavailable = {
  ...anyOf(saysIn('title, h1, h2', UNAVAILABLE), saysIn('div[role="main"] span', UNAVAILABLE)),
  id: 'says that the content is not available, as it does of pages that are not for guests',
};

const asksToLogIn = {
  id: 'holds a form to log in',
  matches: ({ $ }: ParsedDocument) =>
    $('form[action*="/login"] input[name="pass"], form#login_form input[type="password"]').length > 0,
};

/** Guests are shown a small form above profiles too. */
const saysWhoseItIs = {
  id: 'says whose it is',
  matches: (document: ParsedDocument) => namesIn(statedAddresses(document)).length > 0,
};

const isAboutOnePost = {
  id: 'is the page of one post, photo or video',
  matches: (document: ParsedDocument) =>
    statedAddresses(document).some((address) =>
      /^https?:\/\/[^/]{1,100}\/(?:[^/?#]{1,300}\/(?:posts|videos|photos)\/[^/?#]|permalink\.php|story\.php|photo(?:\.php|\/|\?)|watch\/?\?|reel\/)/.test(
        address,
      ),
    ),
};

/** An address of the interface for those who hold a token. */
function recogniseQuery(url: URL): Account | null {
  const handle = handleInQuery(url);
  return handle === null ? null : recognise(new URL(`https://www.facebook.com/${encodeURIComponent(handle)}`));
}

export const facebook: Network = {
  id: 'facebook',
  name: 'Facebook',
  hosts,
  recognise: (url) => recognise(url) ?? recogniseQuery(url),
  sources: { http: onePage(), browser: onePage() },
  official,

  // There is no sign for not-found: to a guest Facebook says of pages that are gone, unpublished, or limited to an age
  // or a country the same words, and often shows the login page instead. None of them may end as an absence.
  session: facebookSession,
  signs: [
    ...answer.signs,
    sign('login-wall', anyOf(landsOn('/login'), landsOn('/login.php'))),
    sign('challenge', anyOf(landsOn('/checkpoint'), landsOn('/challenge'))),
    sign('login-wall', isAddressedToLogin),
    sign('login-wall', { ...titled(LOG_IN), id: 'is titled as the login page' }),
    sign('rate-limited', answers(429)),
    sign('rate-limited', { ...titled(BLOCKED), id: 'says that the visitor is temporarily blocked' }),
    // What plain clients get for pages that exist and that don't; a saved answer has lost its status.
    sign(
      'challenge',
      allOf(
        answers(200, 400, 403),
        { ...titled(/^Error(?: Facebook)?$/), id: 'is titled "Error"' },
        not(showsAProfile),
      ),
    ),
    sign('login-wall', allOf({ ...titled(LOG_IN_TO_SEE), id: 'asks to log in' }, not(showsAProfile))),
    sign('unreadable', allOf(saysUnavailable, not(showsAProfile))),
    sign('login-wall', allOf(asksToLogIn, not(showsAProfile), not(saysWhoseItIs))),
    sign('unreadable', isAboutOnePost),
  ],
  proof: [answer.subjects, place('dom', 'canonical, og:url, app links and embedded ids', namesOf)],

  places: {
    name: [
      answer.places.name,
      embedded('profile name', fields.name),
      jsonLdNode<string>('name', ({ name }) => (isText(name) ? name : undefined)),
      cleaned(meta('og:title'), nameIn),
      place('dom', 'title', nameInTitle),
    ],
    handle: [answer.places.handle, place('dom', 'canonical', ownHandle), embedded('userVanity', fields.handle)],
    bio: [
      answer.places.bio,
      embedded('intro', fields.intro),
      embedded('best_description', fields.description),
      truncatedWhen(cleaned(meta('og:description'), introIn), endsInEllipsis),
      truncatedWhen(cleaned(meta('description'), introIn), endsInEllipsis),
    ],
    websites: [answer.places.websites, embedded('INTRO_CARD_WEBSITE', fields.websites)],
    emails: [
      answer.places.emails,
      embedded('INTRO_CARD_PROFILE_EMAIL', fields.emails),
      jsonLdNode<readonly string[]>('email', ({ email }) =>
        isText(email) ? [email.replace(/^mailto:/i, '')] : undefined,
      ),
    ],
    phones: [
      answer.places.phones,
      embedded('INTRO_CARD_PROFILE_PHONE', fields.phones),
      jsonLdNode<readonly string[]>('telephone', ({ telephone }) => (isText(telephone) ? [telephone] : undefined)),
    ],
    address: [
      answer.places.address,
      embedded('INTRO_CARD_ADDRESS', fields.address),
      jsonLdNode('address', ({ address }) => postalAddress(address) ?? undefined),
    ],
    logo: [
      answer.places.logo,
      embedded('profilePicLarge', fields.picture),
      cleaned(asImage(meta('og:image')), avatarOnly),
    ],
    banner: [answer.places.banner, embedded('cover_photo', fields.cover)],
    followers: [
      answer.places.followers,
      embedded('profile_social_context', fields.followers),
      place('dom', 'link to /followers/', followersLink),
      cleaned(meta('og:description'), followersInDescription),
    ],
    lastActivity: [...answer.places.lastActivity, embedded('creation_time of the posts shown', fields.newestPost)],
    pin: [
      answer.places.pin,
      place('open-graph', 'meta al:android:url', (document) => statedIds(document)[0]),
      embedded('userID', fields.pin),
      place('dom', 'canonical', (document) => namesIn(statedAddresses(document)).find(isId)),
    ],
  },

  // A page of the new experience has two: that of the page, and that of the profile that speaks for it.
  pins: [
    { kind: 'profile', shape: /^(1000\d{11}|615\d{11})$/, example: '100064000000001' },
    { kind: 'page', shape: /^(\d{4,20})$/, example: '123456789012' },
  ],
  limits: { bio: { max: 101, unit: 'characters' } },
  // Facebook's help: a computer shows the cover as 820×312, a phone as 640×360; here twice that, for sharp screens.
  pictures: {
    logo: { width: 720, height: 720, maxBytes: 4_000_000, isRound: true },
    banner: { width: 1640, height: 624, maxBytes: 4_000_000, safe: { width: 1108, height: 624 } },
    source: 'Facebook’s help on the dimensions of a Page’s profile picture and cover photo, as guides of 2026 cite it',
    reviewed: '2026-11-23',
  },
  links: {
    edit: () => 'https://www.facebook.com/settings/?tab=profile',
    remove: () => 'https://www.facebook.com/settings/?tab=profile',
  },
  neverSeen: {
    gone: 'To a guest Facebook says the same of pages that are gone and of pages that are not for guests.',
  },
  controls: {
    // Not Facebook's own: its name is what pages without a name are titled.
    known: 'https://www.facebook.com/wikipedia',
    // Names have no underscores and at most 50 characters.
    impossible: 'https://www.facebook.com/bijwerken_this_name_is_too_long_to_be_given_out_by_facebook',
  },
};

/** Facebook's sentence of this page, taken apart. The longer one is cut later. */
function sentence(document: ParsedDocument, account: Account, text?: string) {
  const title = meta('og:title').pick(document, account);
  const known = fields.name(document, account) ?? (title ? withoutMarks(title).trim() : undefined);
  const description =
    text ?? meta('og:description').pick(document, account) ?? meta('description').pick(document, account);
  if (!description) return null;
  const bare = known === undefined ? undefined : nameFromTitle(known, withoutMarks(description).trim());
  return parseDescription(description, bare);
}

/** Facebook's own titles are nobody's name. */
const NO_NAME = /^(?:facebook|error|log in|page not found)$/i;

function nameIn(title: string, document: ParsedDocument, account: Account): string | undefined {
  const name = nameFromTitle(title, headOf(document, account));
  return NO_NAME.test(name) || LOG_IN.test(name) || !isBorne(name, document, account) ? undefined : name;
}

/**
 * Walls and notices are titled in a hundred languages, and some give the address of the page in whose stead they stand.
 * So a title is a name only on a page that holds the profile, or whose description begins with that name.
 */
function isBorne(name: string, document: ParsedDocument, account: Account): boolean {
  const head = headOf(document, account);
  return showsAProfile.matches(document) || head === name || head?.startsWith(`${name},`) === true;
}

const headOf = (document: ParsedDocument, account: Account): string | undefined =>
  sentence(document, account)?.head || undefined;

/** `Name | City | Facebook`, `Name - Bakery | Facebook`: only where Facebook's sentence shows where the name ends. */
function nameInTitle(document: ParsedDocument, account: Account): string | undefined {
  const title = document
    .$('title')
    .first()
    .text()
    .trim()
    .replace(/^\(\d{1,3}\+?\) /, '');
  const bare = title.replace(/ [|–-] Facebook$/, '');
  const head = headOf(document, account);
  if (bare === title || bare === '') return undefined;
  const name = nameFromTitle(bare, head);
  const isSure = head === name || head?.startsWith(`${name},`) === true || !/ [|–-] /.test(name);
  return isSure && isBorne(name, document, account) && !NO_NAME.test(name) ? name : undefined;
}

/** The intro out of the sentence. Without one, the category stands there, or nothing: that proves no empty intro. */
function introIn(text: string, document: ParsedDocument, account: Account): string | undefined {
  const rest = sentence(document, account, text)?.rest;
  if (!rest || isCategory(rest, document)) return undefined;
  return /\bFacebook\b.*\bFacebook\b/s.test(rest.slice(0, 400)) ? undefined : rest;
}

const isCategory = (text: string, document: ParsedDocument): boolean => {
  const bare = text.replace(/\.$/, '');
  const title = document.$('title').first().text();
  const isNamed = fields.categories(document).includes(bare) || title.includes(` - ${bare} | Facebook`);
  // Addresses of older pages hold the category in English, whatever the page's language: a few bare words are it.
  const isShort = bare.length <= 40 && !/[.,:;!?…]/.test(bare);
  return isNamed || (isShort && statedAddresses(document).some((address) => /\/pages\/category\/[^/]/.test(address)));
};

function followersInDescription(text: string, document: ParsedDocument, account: Account): number | undefined {
  const counts = sentence(document, account, text)?.counts ?? [];
  return counts.map(followersIn).find((count) => count !== null) ?? undefined;
}

function followersLink({ $ }: ParsedDocument, { handle }: Account): number | undefined {
  const paths = isId(handle) ? [`id=${handle}`] : [`/${handle.toLowerCase()}/`];
  const links = $('a[href*="followers"]').toArray().slice(0, 20);
  const own = links.find((link) => paths.some((path) => ($(link).attr('href') ?? '').toLowerCase().includes(path)));
  return own === undefined ? undefined : (followersIn($(own).text()) ?? undefined);
}

/** The avatar, unless its address says that it is a photo of another kind, Facebook's own picture, or the cover. */
function avatarOnly(image: ImageReference, document: ParsedDocument, account: Account): ImageReference | undefined {
  const { hostname, pathname } = new URL(image.url);
  const isFacebooks = /^static\./.test(hostname) || pathname.startsWith('/images/') || pathname.startsWith('/rsrc.php');
  const kind = /^\/v\/t[\d.]{1,8}-(\d{1,2})\//.exec(pathname)?.[1];
  const cover = fields.cover(document, account);
  const isCover = cover ? new URL(cover.url).pathname.split('/').at(-1) === pathname.split('/').at(-1) : false;
  return isFacebooks || isCover || (kind !== undefined && kind !== '1') ? undefined : image;
}
