/**
 * XING pages of organisations (`/pages/…`, formerly `/companies/…`), as far as they describe themselves for machines.
 * What XING shows beside that is not known well enough to read: a page without a description is unreadable, never empty.
 * Nothing is said of activity.
 */

import type { Network } from '../model/network.ts';
import { postalAddress } from '../read/address.ts';
import { addresses } from '../read/addresses.ts';
import { isObject, isText } from '../read/json.ts';
import { asImage, asList, cleaned, jsonLd, jsonLdNode, link, meta, onePage, type Picked } from '../read/places.ts';
import { allOf, answers, anyOf, holds, landsOn, not, sign, titled } from '../read/signs.ts';
import { isRobotCheck } from './robotChecks.ts';

const identity = addresses({
  hosts: ['xing.com', '*.xing.com'],
  paths: ['/pages/:handle', '/companies/:handle', '/company/:handle'],
  canonical: (handle) => `https://www.xing.com/pages/${handle}`,
  kind: 'page',
});

const TYPES = ['Organization', 'Corporation', 'LocalBusiness', 'NGO', 'EducationalOrganization'];
const own = (...path: readonly string[]) => jsonLd(TYPES, path, identity.names);

/** XING's own titles: `Voorbeeld | XING`, `Voorbeeld als Arbeitgeber: … | XING`. */
const nameInTitle = (title: string): Picked<string> =>
  /^(.{1,200}?)(?: als Arbeitgeber.{0,200}| as an employer.{0,200})? \| XING$/iu.exec(title.trim())?.[1];

/** A site elsewhere; the page's own address stands in the same place. */
const website = jsonLdNode<readonly string[]>(TYPES, 'sameAs', identity.names, ({ sameAs }) => {
  const given = (Array.isArray(sameAs) ? sameAs : [sameAs]).filter(isText);
  const sites = given.filter((address) => /^https?:/i.test(address) && !/\/\/(?:[\w-]+\.)?xing\.com/i.test(address));
  return sites.length > 0 ? sites : undefined;
});

export const xing: Network = {
  id: 'xing',
  name: 'XING',
  hosts: identity.hosts,
  recognise: identity.recognise,

  sources: { http: onePage(), browser: onePage() },

  signs: [
    sign('rate-limited', answers(429)),
    sign('challenge', isRobotCheck),
    sign('login-wall', landsOn('/login', 'login.xing.com')),
    sign('login-wall', landsOn('/start/login')),
    sign('login-wall', holds('/assets/login-frontend/')),
    sign('not-found', allOf(answers(404), titled('404 Not Found | XING'))),
    sign('unreadable', anyOf(landsOn('/profile'), landsOn('/jobs'), landsOn('/news'), landsOn('/events'))),
    sign('unreadable', allOf(not(answers(200)), titled('XING'))),
  ],

  proof: [asList(cleaned(link('canonical'), identity.handleIn)), asList(cleaned(meta('og:url'), identity.handleIn))],

  places: {
    name: [own('name'), cleaned(meta('og:title'), nameInTitle)],
    handle: [cleaned(link('canonical'), identity.handleIn), cleaned(meta('og:url'), identity.handleIn)],
    bio: [own('description')],
    websites: [website],
    phones: [asList(own('telephone'))],
    emails: [asList(own('email'))],
    address: [
      jsonLdNode(TYPES, 'address', identity.names, ({ address }) =>
        isObject(address) ? postalAddress(address) : undefined,
      ),
    ],
    logo: [asImage(own('logo')), asImage(own('logo', 'url'))],
  },

  limits: {},
  links: { edit: ({ url }) => url },
  controls: {
    known: 'https://www.xing.com/pages/newworkse',
    // Addresses are made of an organisation's name, and no register takes one this long.
    impossible: `https://www.xing.com/pages/bijwerken-${'no-one-is-called-this-'.repeat(8)}7f3a91`,
  },
  sourcesOfFacts: ['https://www.xing.com/pages/newworkse'],
};
