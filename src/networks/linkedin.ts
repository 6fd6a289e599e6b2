/**
 * LinkedIn company, showcase and school pages, as guests and members see them, and the official interface's answers.
 * What either sees of posts is not the whole of them, so `lastActivity` on a page is a lower bound.
 */

import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import { postalAddress } from '../read/address.ts';
import { addresses } from '../read/addresses.ts';
import { followersIn } from '../read/counts.ts';
import {
  asImage,
  asList,
  attribute,
  cleaned,
  endsInEllipsis,
  firstOf,
  jsonLd,
  jsonLdNode,
  link,
  meta,
  metaName,
  onePage,
  ownNodes,
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
  holds,
  landsOn,
  not,
  saysIn,
  sign,
  titled,
} from '../read/signs.ts';
import * as answer from './linkedinAnswers.ts';
import * as member from './linkedinMember.ts';
import { handleInQuery, official } from './linkedinOfficial.ts';
import { isGuestPage, lastActivityInCards, lastActivityInPostings, pinIn } from './linkedinPage.ts';
import { bioInDescription, headquartersOf, nameInTitle, unwrapped } from './linkedinTexts.ts';
import { linkedinSession } from './sessions.ts';

const KINDS = ['company', 'showcase', 'school'];

const identity = addresses({
  hosts: ['linkedin.com', '*.linkedin.com'],
  // The last three are where guests, phones and older links were sent; the page is that of the company.
  paths: [
    ...KINDS.map((kind) => `/${kind}/:handle`),
    '/organization-guest/company/:handle',
    '/mwlite/company/:handle',
    '/company-beta/:handle',
  ],
  canonical: (handle, kind) => `https://www.linkedin.com/${KINDS.includes(kind) ? kind : 'company'}/${handle}/`,
  reserved: ['setup', 'unavailable'],
});

/** An address of the interface for those who hold a token. */
function recogniseQuery(url: URL): Account | null {
  const handle = handleInQuery(url);
  return handle === null
    ? null
    : identity.recognise(new URL(`https://www.linkedin.com/company/${encodeURIComponent(handle)}/`));
}

const TYPES = ['Organization', 'Corporation', 'EducationalOrganization', 'CollegeOrUniversity', 'School', 'NGO'];
const own = (...path: readonly string[]) => ofSubject(jsonLd(TYPES, path, identity.names));
const topCard = (selector: string) => `.top-card-layout ${selector}`;
const about = (part: string) => `[data-test-id="about-us__${part}"]`;

/** The account that the page gives as its own; its final address only where the page itself says nothing. */
const subject = firstOf(
  cleaned(link('canonical'), identity.handleIn),
  cleaned(meta('og:url'), identity.handleIn),
  cleaned(jsonLd(TYPES, ['url'], identity.names), identity.handleIn),
  place('dom', 'final address of a guest page', (document) =>
    isGuestPage(document) ? identity.handleIn(document.finalUrl) : undefined,
  ),
);

/** For an address with a number the account under the handle that its page gives; proof has tied the two together. */
const subjectOf = (document: ParsedDocument, account: Account): Account => {
  const handle = answer.isNumber(account.handle) ? subject.pick(document, account) : undefined;
  return handle ? { ...account, handle } : account;
};

const ofSubject = <T>(inner: Place<T>): Place<T> => ({
  ...inner,
  pick: (document, account) => inner.pick(document, subjectOf(document, account)),
});

const showsOrganisation: Condition = {
  id: 'shows an organisation',
  matches: (document, account) =>
    isGuestPage(document) ||
    has('.top-card-layout').matches(document, account) ||
    member.showsMemberPage.matches(document, account) ||
    ownNodes(document, TYPES, subjectOf(document, account), identity.names).length > 0,
};

/** Walls and notices are titled in many languages: a title is a name only where the page holds the organisation. */
function nameBorne(title: string, document: ParsedDocument, account: Account): string | undefined {
  const name = nameInTitle(title);
  const description = metaName('description').pick(document, account) ?? '';
  const isBorne = showsOrganisation.matches(document, account) || description.startsWith(`${name} | `);
  return isBorne ? name : undefined;
}

/** LinkedIn's own words on its page for a slug that nobody has. */
const NO_SUCH_PAGE =
  /page (?:not found|doesn[’']t exist|no longer exists)|pagina (?:niet gevonden|bestaat niet)|seite (?:wurde )?nicht gefunden|page (?:est )?introuvable|página no encontrada|pagina non trovata|página não encontrada/i;

/** Its words over the form to join or sign in. */
const SIGN_IN =
  /^(?:LinkedIn(?: Login|: ))|^(?:Sign Up|Sign In|Log ?In|Login|Join|Aanmelden|Inloggen|Lid worden|Anmelden|Einloggen|Registrieren|S[’']inscrire|S[’']identifier|Inscription|Connexion|Regístrate|Registrarse|Iniciar sesión|Inicia sesión|Iscriviti|Accedi|Cadastre-se|Entrar)\b.{0,40}LinkedIn/i;

export const linkedin: Network = {
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: identity.hosts,
  recognise: (url) => identity.recognise(url) ?? recogniseQuery(url),

  sources: { http: onePage(), browser: onePage() },
  official,
  session: linkedinSession,

  signs: [
    sign('challenge', landsOn('/checkpoint/challenge')),
    sign('challenge', landsOn('/checkpoint/challengesV2')),
    sign('challenge', called('shows a puzzle', has('form[action*="/checkpoint/challenge"], #captcha-internal'))),
    sign('login-wall', landsOn('/authwall')),
    sign(
      'login-wall',
      called(
        'lands on a sign-in page',
        anyOf(landsOn('/login'), landsOn('/uas/login'), landsOn('/signup'), landsOn('/checkpoint/lg')),
      ),
    ),
    sign(
      'login-wall',
      called(
        'has a pageKey auth_wall',
        has('meta[name="pageKey"]:is([content*="auth_wall" i], [content*="authwall" i])'),
      ),
    ),
    sign(
      'login-wall',
      called(
        'calls itself /authwall',
        has('link[rel="canonical"][href*="/authwall"], meta[property="og:url"][content*="/authwall"]'),
      ),
    ),
    // The stub of scripts that plain HTTP gets, mostly with status 999.
    sign(
      'login-wall',
      called('sends its visitor on to /authwall', allOf(holds('"/authwall?'), not(has('h1')), not(showsOrganisation))),
    ),
    sign('login-wall', called('is titled as a sign-in page', allOf(titled(SIGN_IN), not(has('.top-card-layout'))))),
    // A form to sign in over an organisation's page is no wall.
    sign(
      'login-wall',
      called(
        'is a form to sign in',
        allOf(has('form[action*="login-submit"], form.join-form'), not(showsOrganisation), not(answers(404))),
      ),
    ),
    sign('rate-limited', answers(429)),
    sign('login-wall', answers(999)),
    ...answer.signs,
    // Where members are sent for a page that is not shown to them; nothing proves that it is gone.
    sign('unreadable', landsOn('/company/unavailable')),
    sign(
      'not-found',
      called(
        'answers 404 with LinkedIn’s own "Page not found"',
        allOf(
          answers(404),
          anyOf(
            // A proxy in between has the same words, but not the name.
            allOf(saysIn('h1, h2, title', NO_SUCH_PAGE), titled(/LinkedIn/i)),
            has('meta[name="pageKey"]:is([content*="404"], [content*="not_found" i], [content*="not-found" i])'),
          ),
        ),
      ),
    ),
  ],

  proof: [
    answer.subjects,
    member.subjects,
    asList(subject),
    // A numeric address: LinkedIn's own id of the organisation whose page this is.
    place<readonly string[]>('dom', 'id of the organisation', (document, { handle }) => {
      const pin = answer.isNumber(handle) ? pinIn(document) : undefined;
      return pin === undefined ? undefined : [pin.replace(/^urn:li:organization:/, '')];
    }),
  ],

  places: {
    name: [
      answer.places.name,
      member.places.name,
      own('name'),
      text(topCard('.top-card-layout__title')),
      cleaned(meta('og:title'), nameBorne),
    ],
    handle: [
      answer.places.handle,
      member.places.handle,
      cleaned(link('canonical'), identity.handleIn),
      cleaned(meta('og:url'), identity.handleIn),
      cleaned(own('url'), identity.handleIn),
    ],
    tagline: [member.places.tagline, own('slogan'), text(topCard('.top-card-layout__second-subline'))],
    bio: [
      answer.places.bio,
      member.places.bio,
      truncatedWhen(own('description'), endsInEllipsis),
      text(about('description')),
      truncatedWhen(cleaned(metaName('description'), bioInDescription), true),
      truncatedWhen(cleaned(meta('og:description'), bioInDescription), true),
    ],
    websites: [
      answer.places.websites,
      member.places.websites,
      place<readonly string[]>('dom', about('website'), ({ $ }) => {
        const shown = $(`${about('website')} dd a`).first();
        const address = unwrapped(shown.attr('href')) ?? shown.text().trim();
        return shown.length === 0 ? undefined : [address];
      }),
      cleaned<string, readonly string[]>(own('sameAs'), (address) => [unwrapped(address) ?? address]),
      place<readonly string[]>('dom', topCard('website'), ({ $ }) => {
        const address = unwrapped($('a[data-tracking-control-name*="about_website"]').first().attr('href'));
        return address === undefined ? undefined : [address];
      }),
    ],
    address: [
      answer.places.address,
      member.places.address,
      ofSubject(jsonLdNode(TYPES, 'address', identity.names, ({ address }) => postalAddress(address))),
      cleaned(text(`${about('headquarters')} dd`), headquartersOf),
    ],
    logo: [
      answer.places.logo,
      member.places.logo,
      asImage(attribute(topCard('img.top-card-layout__entity-image[data-delayed-url]'), 'data-delayed-url')),
      asImage(attribute(topCard('img.top-card-layout__entity-image[src^="http"]'), 'src')),
      asImage(own('logo', 'contentUrl')),
      asImage(own('logo', 'url')),
      asImage(own('logo')),
    ],
    banner: [
      answer.places.banner,
      member.places.banner,
      asImage(attribute('.top-card-layout img.cover-img__image[data-delayed-url]', 'data-delayed-url')),
      asImage(attribute('.top-card-layout img.cover-img__image[src^="http"]', 'src')),
    ],
    followers: [
      answer.places.followers,
      member.places.followers,
      place('dom', topCard('.top-card-layout__first-subline'), ({ $ }) => {
        const line = $(topCard('.top-card-layout__first-subline')).first().text();
        return followersIn(line) ?? undefined;
      }),
      cleaned(metaName('description'), (line) => followersIn(line.split('\n', 1)[0] ?? '') ?? undefined),
    ],
    lastActivity: [
      ...answer.places.lastActivity,
      member.places.lastActivity,
      place('json-ld', 'JSON-LD DiscussionForumPosting.datePublished', (document, account) =>
        lastActivityInPostings(document, subjectOf(document, account), identity.names),
      ),
      place('dom', 'article[data-activity-urn]', (document, account) =>
        lastActivityInCards(document, subjectOf(document, account), identity.names),
      ),
    ],
    pin: [answer.places.pin, member.places.pin, place('dom', 'id of the organisation', pinIn)],
  },

  // Its parts name the same organisation each in its own way; schools were numbered apart.
  pins: [
    {
      kind: 'organisation',
      shape: /^(?:urn:li:(?:organization|organizationBrand|company|fsd_company|fs_normalized_company):)?(\d{1,19})$/i,
      example: 'urn:li:organization:12345',
    },
    { kind: 'school', shape: /^urn:li:(?:school|fs_school|fsd_school):(\d{1,19})$/i, example: 'urn:li:school:12345' },
  ],
  limits: {
    name: { max: 100, unit: 'characters' },
    tagline: { max: 120, unit: 'characters' },
    bio: { max: 2000, unit: 'characters' },
  },
  // Shown square. The cover is narrower on phones, and the logo stands on its lower left.
  pictures: {
    logo: { width: 400, height: 400, maxBytes: 3_000_000 },
    banner: { width: 1128, height: 191, maxBytes: 3_000_000, safe: { width: 900, height: 160 } },
    source: 'guides by others, of 2026, for pages of companies; 300×300 is enough for the logo',
    reviewed: '2026-11-23',
  },
  links: {
    edit: (account, pin) => `https://www.linkedin.com/company/${idOr(account.handle, pin)}/admin/`,
    remove: (account, pin) => `https://www.linkedin.com/company/${idOr(account.handle, pin)}/admin/settings/`,
  },
  controls: {
    known: 'https://www.linkedin.com/company/linkedin',
    // Two hyphens in a row are not given out.
    impossible: 'https://www.linkedin.com/company/bijwerken--no-such-page-7f3a91',
  },
  sourcesOfFacts: [
    'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api',
    'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api',
    'https://www.linkedin.com/help/linkedin/answer/a563309',
    'https://www.linkedin.com/robots.txt',
  ],
};

const idOr = (handle: string, pin: string | null): string => pin?.replace(/^urn:li:organization:/, '') ?? handle;
