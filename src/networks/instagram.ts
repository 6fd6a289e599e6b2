/**
 * Instagram profiles as guests see them, and the JSON of Instagram's own interfaces and of the Graph interface.
 * Data centres are shown a shell that is the same for accounts that exist and that do not. Posts are a lower bound.
 */

import type { Network, ParsedDocument, Place } from '../model/network.ts';
import { postalAddress } from '../read/address.ts';
import { at, isText, type JsonObject, textAt } from '../read/json.ts';
import {
  asList,
  cleaned,
  endsInEllipsis,
  meta,
  metaName,
  onePage,
  type Picked,
  place,
  text,
  truncatedWhen,
  unlessEmpty,
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
import { hosts, recognise } from './instagramAddress.ts';
import { followersInHeader, handleOfTitle, logoInHeader, websitesInHeader } from './instagramDom.ts';
import { official, signs as officialSigns } from './instagramOfficial.ts';
import {
  activityIn,
  followersInLinkedData,
  idInRoute,
  isPostAddress,
  pageOf,
  personIn,
  statedHandles,
  subjectsOfAnswer,
  subjectsOfPage,
  usersIn,
} from './instagramPage.ts';
import { bioInDescription, followersInDescription, nameInTitle } from './instagramTexts.ts';
import { graphTokenIsRefused, tooManyGraphRequests } from './metaSigns.ts';
import * as user from './metaUser.ts';
import { instagramSession } from './sessions.ts';

/** The same value out of the answer of an interface, else out of the page's scripts. */
const ofUser = <T>(name: string, pick: (user: JsonObject) => Picked<T>): readonly Place<T>[] => [
  place<T>('api', `user.${name}`, (document, account) =>
    document.json === undefined ? undefined : user.fromUsers(usersIn(document, account), pick),
  ),
  place<T>('embedded-json', `user.${name}`, (document, account) =>
    document.json === undefined ? user.fromUsers(usersIn(document, account), pick) : undefined,
  ),
];

/** Out of the JSON-LD node that bears the handle. */
const ofPerson = <T>(key: string, pick: (person: JsonObject, page: JsonObject | undefined) => Picked<T>): Place<T> =>
  place<T>('json-ld', `JSON-LD Person.${key}`, (document, account) => {
    const person = personIn(document, account);
    return person && pick(person, pageOf(document, account));
  });

const listOfText = (value: unknown): readonly string[] | undefined =>
  isText(value) && value.trim() !== '' ? [value.trim()] : undefined;

const LOG_IN =
  /^(?:Log ?in|Login|Sign up|Create an account|Inloggen|Aanmelden|Anmelden|Registrieren|Connexion|Se connecter|S[’']inscrire|Iniciar sesión|Entrar|Inicia sesión|Accedi|Iscriviti|Zaloguj się|Logga in|Log ind|Logg inn|Giriş Yap|Войти|Вход|ログイン|로그인|登录|登入|تسجيل الدخول) (?:•|·|-) Instagram$/i;
const NO_SUCH_PAGE =
  /^(?:Page not found|Pagina niet gevonden|Seite nicht gefunden|Page introuvable|Page non trouvée|Página no encontrada|No se (?:ha encontrado|encontró) la página|Pagina non trovata|Página não encontrada) (?:•|·) Instagram$/i;
const WAIT = /^Please wait a few minutes before you try again/;

const showsAProfile: Condition = {
  id: 'shows a profile',
  matches: (document, account) =>
    usersIn(document, account).length > 0 ||
    personIn(document, account) !== undefined ||
    titlesOf(document).some((title) => nameInTitle(title, account.handle) !== undefined),
};

const titlesOf = ({ $ }: ParsedDocument): readonly string[] => [
  $('meta[property="og:title"]').first().attr('content') ?? '',
  $('title').first().text(),
];

const fails = (id: string, message: RegExp): Condition =>
  replies(`answers ${id}`, (json) => message.test(textAt(json, 'message') ?? '') && !isText(textAt(json, 'username')));

const isAboutOnePost: Condition = {
  id: 'is the page of one post or story',
  matches: ({ $, finalUrl }) => {
    const stated = [$('link[rel="canonical"]').attr('href'), $('meta[property="og:url"]').attr('content')].filter(
      isText,
    );
    return (stated.length > 0 ? stated : [finalUrl]).some(isPostAddress);
  },
};

/** The old page said in its own data which page it was. */
const isPage = (name: string): Condition => ({
  id: `is made as ${name}`,
  matches: ({ body }) => new RegExp(`"entry_data":\\s?\\{\\s?"${name}"`).test(body.slice(0, 400_000)),
});

/** Out of a sentence of Instagram's own. */
const said = <T>(inner: Place<string>, pick: (sentence: string, handle: string) => Picked<T>): Place<T> =>
  cleaned(unlessEmpty(inner), (sentence, _, { handle }) => pick(sentence, handle));

/** Of a page that is saved by somebody who is signed in the title counts messages. */
const withoutCount = (title: string): string => title.replace(/^\(\d{1,3}\+?\) /, '');
const picture = (url: string) => (/\/rsrc\.php\//.test(url) ? undefined : user.pictureAt(url));

export const instagram: Network = {
  id: 'instagram',
  name: 'Instagram',
  hosts,
  recognise,

  sources: { http: onePage(), browser: onePage() },
  official,
  session: instagramSession,

  signs: [
    sign('rate-limited', answers(429)),
    sign('rate-limited', fails('"Please wait a few minutes"', WAIT)),
    sign('rate-limited', tooManyGraphRequests),
    sign(
      'rate-limited',
      called('says "Please wait a few minutes"', allOf(saysIn('h1, h2, p, pre', WAIT), not(showsAProfile))),
    ),
    sign('challenge', called('lands on a challenge', anyOf(landsOn('/challenge'), landsOn('/auth_platform')))),
    sign('challenge', fails('that there is a challenge', /^(?:challenge|checkpoint)_required$/)),
    sign(
      'login-wall',
      called(
        'lands on a sign-in page',
        anyOf(landsOn('/accounts/login'), landsOn('/accounts/emailsignup'), landsOn('/login')),
      ),
    ),
    sign('login-wall', fails('"login_required"', /^login_required$/)),
    sign(
      'login-wall',
      replies('answers "require_login"', (json) => at(json, 'require_login') === true),
    ),
    sign('login-wall', graphTokenIsRefused),
    ...officialSigns,
    sign('login-wall', called('is titled as the login page', titled(LOG_IN))),
    sign(
      'login-wall',
      called(
        'calls itself the login page',
        has('link[rel="canonical"][href*="/accounts/login"], meta[property="og:url"][content*="/accounts/login"]'),
      ),
    ),
    sign(
      'login-wall',
      called(
        'is made as the login page',
        allOf(anyOf(isPage('LoginAndSignupPage'), isPage('LandingPage')), not(showsAProfile)),
      ),
    ),
    // What data centres get for every address, there or not. Nothing of it may end as an absence.
    sign(
      'challenge',
      called(
        'is an error page made as "httpErrorPage"',
        allOf(holds('"httpErrorPage"'), holds('PolarisErrorRoot.entrypoint'), not(showsAProfile)),
      ),
    ),
    // Its error page says these words of accounts that exist, and what tells the two apart may be lost: no absence.
    sign(
      'unreadable',
      called(
        'answers 404 with Instagram’s own "Page not found"',
        allOf(answers(404), titled(NO_SUCH_PAGE), not(showsAProfile)),
      ),
    ),
    sign(
      'login-wall',
      called(
        'is a form to log in',
        allOf(has('form input[name="password"], form input[name="pass"]'), not(showsAProfile)),
      ),
    ),
    sign('unreadable', isAboutOnePost),
    sign('challenge', called('is a shell titled "Instagram"', allOf(titled('Instagram'), not(showsAProfile)))),
  ],

  proof: [
    place('api', 'user.username', subjectsOfAnswer),
    place('embedded-json', 'user.username', subjectsOfPage),
    place('dom', 'canonical, og:url, al:ios:url', statedHandles),
    asList(place('dom', 'title', handleOfTitle)),
    asList(
      ofPerson(
        'alternateName',
        ({ alternateName, identifier }) => textAt({ alternateName }, 'alternateName') ?? textAt(identifier, 'value'),
      ),
    ),
  ],

  places: {
    name: [
      ...ofUser('full_name', user.nameOf),
      ofPerson('name', ({ name }) => (isText(name) ? name.trim() || null : undefined)),
      said(meta('og:title'), nameInTitle),
      said(text('title'), (title, handle) => nameInTitle(withoutCount(title), handle)),
    ],
    handle: [
      ...ofUser('username', user.handleOf),
      place('dom', 'canonical, og:url, al:ios:url', (document) => statedHandles(document)[0]),
      place('dom', 'title', handleOfTitle),
      ofPerson('alternateName', ({ alternateName }) => (isText(alternateName) ? alternateName : undefined)),
    ],
    bio: [
      ...ofUser('biography', user.bioOf),
      ofPerson('description', ({ description }, page) => [description, page?.description].find(isText)),
      truncatedWhen(said(metaName('description'), bioInDescription), endsInEllipsis),
      truncatedWhen(said(meta('og:description'), bioInDescription), endsInEllipsis),
    ],
    websites: [
      ...ofUser('bio_links', user.websitesOf),
      ofPerson<readonly string[]>('sameAs', ({ sameAs, url }) => {
        const own = [sameAs, url].filter(isText).filter((address) => recognise(new URL(address)) === null);
        const [target] = own.map(user.unwrapped).filter(isText);
        return target === undefined ? undefined : [target];
      }),
      place('dom', 'header a', websitesInHeader),
    ],
    emails: [
      ...ofUser('business_email', user.emailsOf),
      ofPerson<readonly string[]>('email', ({ email }) => listOfText(email)),
    ],
    phones: [
      ...ofUser('business_phone_number', user.phonesOf),
      ofPerson<readonly string[]>('telephone', ({ telephone }) => listOfText(telephone)),
    ],
    address: [
      ...ofUser('business_address_json', user.addressOf),
      ofPerson('address', ({ address }) => postalAddress(address) ?? undefined),
    ],
    logo: [
      ...ofUser('profile_pic_url', user.logoOf),
      said(meta('og:image'), picture),
      place('dom', 'header img', logoInHeader),
      ofPerson('image', ({ image }) => (isText(image) ? user.pictureAt(image) : undefined)),
    ],
    followers: [
      ...ofUser('follower_count', user.followersOf),
      place('json-ld', 'JSON-LD interactionStatistic', followersInLinkedData),
      said(meta('og:description'), followersInDescription),
      place('dom', 'header a followers', followersInHeader),
      said(metaName('description'), followersInDescription),
    ],
    lastActivity: [
      place('api', 'media', (document, account) =>
        document.json === undefined ? undefined : activityIn(document, account),
      ),
      place('embedded-json', 'taken_at of the posts shown', (document, account) =>
        document.json === undefined ? activityIn(document, account) : undefined,
      ),
    ],
    pin: [...ofUser('pk', user.pinOf), place('embedded-json', 'profile_id of the page', idInRoute)],
  },

  pins: [
    // The id of an account of the Graph API, beside the user's own.
    { kind: 'graph', shape: /^(17841\d{12})$/, example: '17841400000000001' },
    { kind: 'user', shape: /^(\d{1,20})$/, example: '3640900328' },
  ],
  neverSeen: { gone: 'Instagram says the same words of accounts that exist, so that they prove no absence.' },

  limits: { bio: { max: 150, unit: 'characters' } },
  pictures: {
    logo: { width: 320, height: 320, maxBytes: 1_000_000, isRound: true },
    source: 'guides by others, of 2026: kept at 320×320, shown in a circle',
    reviewed: '2026-11-23',
  },
  links: {
    edit: () => 'https://www.instagram.com/accounts/edit/',
    remove: () => 'https://accountscenter.instagram.com/personal_info/account_ownership_and_control/',
  },
  controls: {
    known: 'https://www.instagram.com/instagram/',
    // Two dots in a row are not given out.
    impossible: 'https://www.instagram.com/bijwerken..no_one_7f3a/',
  },
  sourcesOfFacts: [
    'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery',
  ],
};
