/**
 * Any website: the organisation's own, or a page on a network without a reader of its own. Reads what sites publish
 * for machines (JSON-LD, Open Graph, microdata, `rel=me`, `tel:` and `mailto:`). A site shows nobody's newest post.
 * There is no other id for other pages: one that says that it is a profile is read as that, not as its site.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network } from '../model/network.ts';
import { postalAddress } from '../read/address.ts';
import { isObject, isText, listOf } from '../read/json.ts';
import { absolute, asList, cleaned, link, meta, metaName, onePage, type Picked, place, text } from '../read/places.ts';
import { inItem, logoInItem } from './websiteItems.ts';
import { isSameSite, onlyAddress, organisationIn, siteOf } from './websiteNodes.ts';
import {
  addressInMicrodata,
  emailsInLinks,
  iconIn,
  imageOf,
  linksElsewhere,
  nameInTitle,
  phonesInLinks,
} from './websitePage.ts';
import { profilePlaces, unlessProfile } from './websiteProfile.ts';
import { numbersInNode, numbersInText, vatInMicrodata } from './websiteRegistrations.ts';
import { signs } from './websiteSigns.ts';

function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  const path = url.pathname.replace(/\/+$/, '');
  const handle = `${siteOf(url.hostname)}${path}`;
  return { handle, kind: 'site', host: url.hostname.toLowerCase(), url: `${url.origin}${url.pathname}${url.search}` };
}

/** Out of the JSON-LD node of the organisation whose site this is. */
const own = (key: string) =>
  place<string>('json-ld', `JSON-LD Organization.${key}`, (document, account) => {
    const value = organisationIn(document, account)?.[key];
    return isText(value) ? value.trim() || null : undefined;
  });

const ownList = (key: string, clean: (value: string) => string) =>
  place<readonly string[]>('json-ld', `JSON-LD Organization.${key}`, (document, account) => {
    const node = organisationIn(document, account);
    const points = [node, ...listOf(node?.contactPoint)].flatMap((point) => listOf(Object(point)[key]));
    const found = points
      .filter(isText)
      .map(clean)
      .filter((value) => value !== '');
    return found.length === 0 ? undefined : found;
  });

/** `www.voorbeeld.nl` is no path on this site. */
const isBareHost = (address: string): boolean =>
  /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+[.,;]?(?:[:/?#]|$)/u.test(address);

/** What has a space in it (`Website: voorbeeld.nl`) is a text, and no path on this site either. */
const ownUrls = place<readonly string[]>('json-ld', 'JSON-LD Organization.url', (document, account) => {
  const given = listOf(organisationIn(document, account)?.url).map((one) => (isObject(one) ? one['@id'] : one));
  const texts = given.filter(isText).map((address) => address.trim());
  if (texts.length === 0) return undefined;
  const found = texts.flatMap((one) =>
    isBareHost(one) || /^(?!https?:)\S*\s/i.test(one) ? one : (absolute(one, document) ?? []),
  );
  return found.length > 0 ? [...new Set(found)] : texts.every((one) => one === '') ? null : undefined;
});

/** The page's own address, if it is of this site. */
const ofThisSite = (address: string, account: Account): Picked<string> =>
  isSameSite(address, account) ? address : undefined;

export const website: Network = {
  id: 'website',
  name: 'Website',
  anyHost: true,
  recognise,

  sources: { http: onePage(), browser: onePage() },

  signs,

  proof: [
    place<readonly string[]>('dom', 'final address', ({ finalUrl }, account) => {
      if (isSameSite(finalUrl, account)) return [account.handle];
      return isUrl(finalUrl) ? [siteOf(new URL(finalUrl).hostname)] : undefined;
    }),
  ],

  places: {
    name: [
      ...profilePlaces.name,
      ...[
        own('name'),
        own('legalName'),
        meta('og:site_name'),
        place('dom', 'microdata name', inItem('name')),
        metaName('application-name'),
        cleaned(text('title'), nameInTitle),
      ].map(unlessProfile),
    ],
    handle: [
      place('dom', 'final address', ({ finalUrl }, account) =>
        isSameSite(finalUrl, account) ? account.handle : undefined,
      ),
    ],
    tagline: [unlessProfile(own('slogan'))],
    bio: [
      ...profilePlaces.bio,
      ...[own('description'), metaName('description'), meta('og:description')].map(unlessProfile),
    ],
    websites: [
      ...profilePlaces.websites,
      ...[
        ownUrls,
        asList(cleaned(link('canonical'), (address, _, account) => ofThisSite(address, account))),
        asList(place<string>('dom', 'final address', ({ finalUrl }, account) => ofThisSite(finalUrl, account))),
      ].map(unlessProfile),
    ],
    emails: [
      ...profilePlaces.emails,
      ...[
        ownList('email', (value) => value.replace(/^mailto:/i, '').trim()),
        place('dom', 'a mailto:', ({ $ }) => emailsInLinks($)),
        asList(place('dom', 'microdata email', inItem('email'))),
      ].map(unlessProfile),
    ],
    phones: [
      ...profilePlaces.phones,
      ...[
        ownList('telephone', (value) => value.replace(/^tel:/i, '').trim()),
        place('dom', 'a tel:', ({ $ }) => phonesInLinks($)),
        asList(place('dom', 'microdata telephone', inItem('telephone'))),
      ].map(unlessProfile),
    ],
    address: [
      place('json-ld', 'JSON-LD Organization.address', (document, account) =>
        onlyAddress(listOf(organisationIn(document, account)?.address).flatMap((one) => postalAddress(one) ?? [])),
      ),
      place('dom', 'microdata PostalAddress', ({ $ }) => addressInMicrodata($)),
    ].map(unlessProfile),
    kvk: [
      place('json-ld', 'JSON-LD Organization.identifier', (document, account) =>
        numbersInNode('kvk', document, account),
      ),
      place('dom', 'text behind "KvK"', (document, account) => numbersInText('kvk', document, account)),
    ].map(unlessProfile),
    vat: [
      place('json-ld', 'JSON-LD Organization.vatID', (document, account) => numbersInNode('vat', document, account)),
      place('dom', 'microdata vatID', vatInMicrodata),
      place('dom', 'text behind "BTW"', (document, account) => numbersInText('vat', document, account)),
    ].map(unlessProfile),
    links: [place('dom', 'a href', linksElsewhere)],
    logo: [
      ...profilePlaces.logo,
      ...[
        place('json-ld', 'JSON-LD Organization.logo', (document, account) =>
          imageOf(organisationIn(document, account)?.logo, document),
        ),
        place('dom', 'microdata logo', logoInItem),
        place('dom', 'link icon', iconIn),
      ].map(unlessProfile),
    ],
  },
  enough: ['name', 'bio', 'emails', 'phones', 'address'],

  limits: {},
  links: {},
  // Without a size Gravatar sends 80 pixels.
  bestImage: (url) => {
    const [, start, query = ''] =
      /^(https:\/\/(?:[\w-]{1,20}\.)?gravatar\.com\/avatar\/[\da-f]{32,64}(?:\.\w{3,4})?)(?:\?([^#]*))?$/i.exec(url) ??
      [];
    const others = query.split('&').filter((part) => part !== '' && !/^(?:s|size)=/.test(part));
    return start === undefined ? url : `${start}?${['s=512', ...others].join('&')}`;
  },
};
