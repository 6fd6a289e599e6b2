/** Which JSON-LD node of a website is the organisation whose site it is. Pure; part of the website adapter. */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument } from '../model/network.ts';
import type { PostalAddress } from '../model/observation.ts';
import { isText, type JsonObject, listOf } from '../read/json.ts';
import { addressesOf } from '../read/places.ts';
import { decodeEntities } from '../read/text.ts';

/** schema.org has hundreds of kinds of organisation; these words end or begin the names of those in use. */
const ORGANISATION =
  /(?:Organization|Business|Corporation|NGO|Consortium|Cooperative|Project|Airline|Library|Museum|Hospital|Clinic|Dentist|Physician|Pharmacy|School|University|Preschool|Kindergarten|Store|Shop|Restaurant|Bakery|Cafe\w*|Bar\w*|Brewery|Hotel|Hostel|Resort|Campground|Attorney|Notary|LegalService|Service|Agency|Agent|Office|Station|Center|Centre|Club|Gym|Theater|Church|Mosque|Synagogue|Temple|CityHall|Courthouse|Embassy|Team|Group|Plumber|Electrician|Contractor|Dealer|Rental|Repair|Salon|Spa|Laundry)$/;
const NEVER =
  /(?:WebPage|WebSite|Article|Product|Event|Person|Review|Rating|Offer|JobPosting|BroadcastService|FinancialProduct)$/;

/** The host without `www.`: what people call the site. */
export const siteOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\d?\./, '')
    .replace(/\.$/, '');

/** Whether an address is on the account's site: the same host, or one under the other. */
export function isSameSite(address: unknown, account: Account): boolean {
  if (!isText(address) || !isUrl(address)) return false;
  const [theirs, ours] = [siteOf(new URL(address).hostname), siteOf(account.host)];
  return theirs !== '' && (theirs === ours || theirs.endsWith(`.${ours}`) || ours.endsWith(`.${theirs}`));
}

const found = new WeakMap<ParsedDocument, { readonly node: JsonObject | undefined }>();

/**
 * The organisation's node: one whose own address is on this site, the shortest address first; else one that gives no
 * address at all, if the page names only one such. Partners and publishers on a page have addresses of their own.
 */
export function organisationIn(document: ParsedDocument, account: Account): JsonObject | undefined {
  const known = found.get(document) ?? { node: pick(document, account) };
  found.set(document, known);
  return known.node;
}

function pick(document: ParsedDocument, account: Account): JsonObject | undefined {
  const all = document.jsonLd.filter((node) => isOrganisation(node) && isText(node.name));
  const withAddress = (node: JsonObject) => addressesOf(node).map((address) => absolute(address, document.finalUrl));
  const others = othersIn(document);
  const ofSite = all.filter((node) => withAddress(node).some((address) => isSameSite(address, account)));
  const leading = ofSite.filter((node) => !others.has(node));
  const own = leading.length > 0 ? leading : ofSite;
  const nameless = all.filter(
    (node) => addressesOf(node).length === 0 && !others.has(node) && !isContradicted(node, document),
  );
  const length = (node: JsonObject) => Math.min(...withAddress(node).map((address) => address.length));
  const best = [...own].sort((a, b) => length(a) - length(b) || Object.keys(b).length - Object.keys(a).length)[0];
  const names = new Set(nameless.map(({ name }) => name));
  const chosen = best ?? (names.size === 1 ? nameless[0] : undefined) ?? elsewhere(all, others, document);
  return chosen && unescaped(chosen);
}

/**
 * After a move many sites still give their former address: the only organisation on the page is its own all the same,
 * if the page goes by its name.
 */
function elsewhere(
  all: readonly JsonObject[],
  others: ReadonlySet<unknown>,
  document: ParsedDocument,
): JsonObject | undefined {
  const [only, ...more] = all.filter((node) => !others.has(node));
  if (only === undefined || more.some(({ name }) => name !== only.name) || isContradicted(only, document))
    return undefined;
  const own = isText(only.name) ? plain(decodeEntities(only.name)) : '';
  const titles = document
    .$('title, h1, meta[property="og:title"], meta[property="og:site_name"]')
    .toArray()
    .map((element) => plain(document.$(element).attr('content') ?? document.$(element).text()))
    .filter((title) => title !== '');
  return titles.length === 0 || (own !== '' && titles.some((title) => title.includes(own))) ? only : undefined;
}

/** Under these an organisation is somebody else, or a part of one. */
const RELATIONS = [
  ...['organizer', 'sponsor', 'funder', 'performer', 'seller', 'provider', 'offeredBy', 'manufacturer', 'brand'],
  ...['memberOf', 'member', 'affiliation', 'worksFor', 'alumniOf', 'hiringOrganization', 'itemReviewed', 'location'],
  ...['department', 'subOrganization', 'parentOrganization', 'author', 'creator', 'contributor'],
];

/** Whether a microdata element is of somebody whom the page only speaks of. */
export const isOthers = ($: ParsedDocument['$'], element: Parameters<ParsedDocument['$']>[0]): boolean =>
  $(element)
    .parents('[itemscope][itemprop]')
    .toArray()
    .some((scope) => RELATIONS.includes($(scope).attr('itemprop') ?? ''));

const othersIn = ({ jsonLd }: ParsedDocument): ReadonlySet<unknown> =>
  new Set(jsonLd.flatMap((node) => RELATIONS.flatMap((relation) => listOf(node[relation]))));

/** The page gives the site another name: then the node is the builder's, or a partner's. */
function isContradicted({ name }: JsonObject, { $ }: ParsedDocument): boolean {
  const given = $('meta[property="og:site_name"], meta[name="application-name"]')
    .toArray()
    .map((element) => plain($(element).attr('content') ?? ''))
    .filter((one) => one !== '');
  const own = isText(name) ? plain(decodeEntities(name)) : '';
  return given.length > 0 && !given.some((one) => one.includes(own) || own.includes(one));
}

const plain = (text: string): string =>
  text
    .slice(0, 300)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const isOrganisation = (node: JsonObject): boolean => {
  const types = listOf(node['@type']).filter(isText);
  return types.some((type) => ORGANISATION.test(type)) && !types.some((type) => NEVER.test(type));
};

export const isOrganisationType = (type: string): boolean => ORGANISATION.test(type) && !NEVER.test(type);

const absolute = (address: string, base: string): string => (isUrl(address, base) ? new URL(address, base).href : '');

/**
 * The organisation's address; a post-office box beside it is not where it is. Of several, none is the one: the reader
 * of the site can tell them apart, we cannot.
 */
export function onlyAddress(addresses: readonly PostalAddress[]): PostalAddress | undefined {
  const visited = addresses.filter(
    ({ text, street }) => !/^(?:postbus|p\.? ?o\.? ?box|postfach|bo[iî]te postale)\b/i.test(street ?? text),
  );
  const different = new Map((visited.length > 0 ? visited : addresses).map((one) => [plain(one.text), one]));
  return different.size === 1 ? [...different.values()][0] : undefined;
}

/** Content systems escape texts for HTML before they put them in JSON. */
const unescaped = (node: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(node).map(([key, value]) => [key, isText(value) ? decodeEntities(value) : value]));
