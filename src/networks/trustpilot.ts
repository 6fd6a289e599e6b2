/**
 * Trustpilot profiles of companies, which bear the name of their website. Reviews are other people's doing, so nothing
 * is said of activity.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, ParsedDocument, Place } from '../model/network.ts';
import type { PostalAddress } from '../model/observation.ts';
import { postalAddress } from '../read/address.ts';
import { htmlText } from '../read/htmlText.ts';
import { at, isObject, isText, type JsonObject, parseJson, textAt } from '../read/json.ts';
import { addressesOf, api, asImage, asList, cleaned, link, onePage, type Picked, place, text } from '../read/places.ts';
import { allOf, answers, anyOf, type Condition, called, landsOn, not, sign } from '../read/signs.ts';
import { decodeEntities } from '../read/text.ts';
import { isRobotCheck } from './robotChecks.ts';

const DOMAIN = /^(?=.{3,253}$)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+$/u;
const HOST = /^(?:[a-z]{2,3}(?:-[a-z]{2})?\.|www\.)?trustpilot\.com$/;

/** `/review/<domain>`, in each country's host; writing a review names the company as well. */
function recognise({ protocol, hostname, pathname, searchParams }: URL): Account | null {
  if (!/^https?:$/.test(protocol)) return null;
  const inApi = hostname === 'api.trustpilot.com' && /\/business-units\/find$/.test(pathname);
  const inPath = HOST.test(hostname) ? /^\/(?:review|evaluate)\/([^/]{1,300})/.exec(pathname)?.[1] : undefined;
  const inData = /\/_next\/data\/[^/]{1,200}\/review\/([^/]{1,300})\.json$/.exec(pathname)?.[1];
  const written = inApi ? searchParams.get('name') : ((HOST.test(hostname) ? inData : undefined) ?? inPath);
  const handle = (written ?? '').toLowerCase();
  if (!DOMAIN.test(handle)) return null;
  const url = `https://www.trustpilot.com/review/${handle}`;
  return { handle, kind: 'review', host: 'www.trustpilot.com', url };
}

/** With and without `www.` it is the same company: the one leads to the other. */
const spellings = (domain: string): readonly string[] => [domain, domain.replace(/^www\./, ''), `www.${domain}`];

const parsed = new WeakMap<ParsedDocument, { readonly props: unknown }>();

/** What the page was made of; an answer to the page's own scripts is the same without its wrapping. */
function propsOf(document: ParsedDocument): unknown {
  const known = parsed.get(document) ?? { props: findProps(document) };
  parsed.set(document, known);
  return known.props;
}

function findProps({ $, json }: ParsedDocument): unknown {
  if (json !== undefined) return at(json, 'pageProps');
  return at(parseJson($('script#__NEXT_DATA__').first().text()), 'props', 'pageProps');
}

/** The company that the page is about; similar ones stand elsewhere. */
function unitOf(document: ParsedDocument): JsonObject | undefined {
  const unit = at(propsOf(document), 'businessUnit');
  return isObject(unit) && isText(unit.displayName) ? unit : undefined;
}

const domainOf = (unit: JsonObject | undefined): string | null | undefined =>
  textAt(unit, 'identifyingName') ?? textAt(unit, 'name', 'identifying');

const inUnit = <T>(name: string, pick: (unit: JsonObject, document: ParsedDocument) => Picked<T>): Place<T> =>
  place<T>('embedded-json', `businessUnit ${name}`, (document) => {
    const unit = unitOf(document);
    return unit && pick(unit, document);
  });

/** Out of an answer of the official interface, which is the company itself. */
const inAnswer = <T>(name: string, pick: (unit: JsonObject) => Picked<T>): Place<T> =>
  api<T>(name, (json) => (isObject(json) && isText(json.displayName) ? pick(json) : undefined));

const filledText = (value: string | null | undefined): Picked<string> =>
  isText(value) ? decodeEntities(value).trim() || null : value;

/** What the company says of how to reach it: in the box beside the reviews, formerly with the company itself. */
const contactOf = (unit: JsonObject, document: ParsedDocument): unknown =>
  at(propsOf(document), 'sidebarData', 'infoBusinessUnitBox', 'contact') ??
  at(unit, 'contact') ??
  at(unit, 'contactInfo');

const inContact = (key: 'email' | 'phone') =>
  inUnit<string>(`contact.${key}`, (unit, document) => filledText(textAt(contactOf(unit, document), key)));

function addressOf(unit: JsonObject, document: ParsedDocument): Picked<PostalAddress> {
  const contact = contactOf(unit, document);
  if (!isObject(contact)) return undefined;
  const { address, zipCode, city, country } = contact;
  if (![address, zipCode, city].some((part) => isText(part) && part.trim() !== '')) return null;
  const parts = { streetAddress: address, postalCode: zipCode, addressLocality: city, addressCountry: country };
  return postalAddress(parts);
}

function bioOf(_: JsonObject, document: ParsedDocument): Picked<string> {
  const box = at(propsOf(document), 'sidebarData', 'infoBusinessUnitBox');
  const html = textAt(box, 'descriptionText');
  if (isText(html)) return htmlText(html) || null;
  return filledText(textAt(box, 'descriptionTextPlain') ?? html);
}

/** The company's own node, which bears its address on Trustpilot. */
const inLinkedData = (key: string): Place<string> =>
  place('json-ld', `JSON-LD Organization.${key}`, ({ jsonLd }, { handle }) => {
    const own = jsonLd.find((node) => isText(node.name) && addressesOf(node).some((id) => isOwn(id, handle)));
    const value = own?.[key];
    return isText(value) ? decodeEntities(value).trim() || null : undefined;
  });

const isOwn = (id: string, handle: string): boolean =>
  /^https:\/\/[a-z.-]{1,20}trustpilot\.com\/(?:review|#\/schema\/Organization)\//.test(id) &&
  spellings(handle).includes(id.split('/').at(-1)?.toLowerCase() ?? '');

const showsCompany: Condition = {
  id: 'shows a company',
  matches: (document) => unitOf(document) !== undefined,
};

export const trustpilot: Network = {
  id: 'trustpilot',
  name: 'Trustpilot',
  hosts: ['trustpilot.com', '*.trustpilot.com'],
  recognise,

  sources: { http: onePage(), browser: onePage() },

  signs: [
    sign('challenge', called('is a check for robots', allOf(isRobotCheck, not(showsCompany)))),
    sign('rate-limited', answers(429)),
    sign('login-wall', answers(401)),
    sign('login-wall', called('lands on a sign-in page', anyOf(landsOn('/users/connect'), landsOn('/login')))),
    sign('unreadable', called('is of one review, or of a visitor', anyOf(landsOn('/reviews'), landsOn('/users')))),
  ],

  proof: [
    inAnswer('name.identifying', (unit) => spellings(domainOf(unit) ?? '')),
    inUnit('identifyingName', (unit) => spellings(domainOf(unit) ?? '')),
    cleaned(link('canonical'), (address) => {
      const named = isUrl(address) ? recognise(new URL(address)) : null;
      return named === null ? undefined : spellings(named.handle);
    }),
  ],

  places: {
    name: [
      inAnswer('displayName', (unit) => filledText(textAt(unit, 'displayName'))),
      inUnit('displayName', (unit) => filledText(textAt(unit, 'displayName'))),
      inLinkedData('name'),
      text('#business-unit-title h1 [class*="displayName"]'),
    ],
    handle: [inAnswer('name.identifying', domainOf), inUnit('identifyingName', domainOf)],
    bio: [inUnit('description', bioOf)],
    websites: [
      asList(inAnswer('websiteUrl', (unit) => filledText(textAt(unit, 'websiteUrl')))),
      asList(inUnit('websiteUrl', (unit) => filledText(textAt(unit, 'websiteUrl')))),
    ],
    emails: [asList(inContact('email'))],
    phones: [asList(inContact('phone'))],
    address: [inUnit('contact.address', addressOf)],
    logo: [asImage(inUnit('profileImageUrl', (unit) => filledText(textAt(unit, 'profileImageUrl'))))],
    pin: [inAnswer('id', (unit) => textAt(unit, 'id')), inUnit('id', (unit) => textAt(unit, 'id'))],
  },

  neverSeen: { gone: 'What Trustpilot answers for a company that it does not list is not known for certain.' },

  pins: [{ kind: 'business', shape: /^([\da-f]{24})$/, example: '4bdc080f0000640005057d24' }],
  limits: {},
  links: { edit: () => 'https://businessapp.b2b.trustpilot.com/' },
  controls: {
    known: 'https://www.trustpilot.com/review/www.trustpilot.com',
    // No site can have this name.
    impossible: 'https://www.trustpilot.com/review/bijwerken.invalid',
  },
  sourcesOfFacts: ['https://developers.trustpilot.com/business-units-api-(public)'],
};
