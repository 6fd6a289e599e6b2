/** Where the addresses that a profile shows lead, by what answered there. Pure: the asking was done by capture. */

import { addressesIn, linksOf, refreshOf } from '../compare/pageLinks.ts';
import {
  addressToAsk,
  compareUrl,
  hostNamed,
  isLinkHub,
  isOneSite,
  isShortener,
  normaliseUrl,
} from '../compare/url.ts';
import type { CapturedLink } from '../model/capture.ts';
import type { Expectation } from '../model/expectation.ts';
import type { Reading } from '../model/observation.ts';

/** More than one website on a profile is rare; a long list is not a profile's website. */
const MOST = 2;

/**
 * What to ask: the shown addresses, and then the expected one, to know where it leads. Nothing where the expected one
 * is shown: then the profile is right, and whether the brand's own site answers is judged with the site's own profile.
 */
export function linksToFollow(
  { website }: Expectation,
  shown: Reading<readonly string[]> | undefined,
): readonly string[] {
  if (!website || !shown?.value || shown.truncated) return [];
  if (shown.value.some((one) => compareUrl(website.value, one) === 'same')) return [];
  const asked = new Set(shown.value.flatMap((one) => addressToAsk(one) ?? []));
  const first = [...asked].slice(0, MOST);
  return [...new Set([...first, ...first.slice(0, 1).flatMap(() => addressToAsk(website.value) ?? [])])];
}

/** What answered at a shown address. */
export interface Lead {
  readonly link: CapturedLink;
  /** Where a visitor ends, as far as could be followed. */
  readonly end: string;
  /** Whether that is on another site than the address itself. */
  readonly leaves: boolean;
}

export function leadOf(shown: string, links: readonly CapturedLink[]): Lead | null {
  const url = addressToAsk(shown);
  const link = links.find((one) => one.url === url);
  if (!link) return null;
  const end = endOf(link);
  return isDetour(link.url, end) ? null : { link, end, leaves: !isOneSite(link.url, end) };
}

const endOf = ({ finalUrl, status, body }: CapturedLink): string =>
  (status === 200 && body !== '' ? refreshOf(body, finalUrl) : null) ?? finalUrl;

/** A page of consent, of waiting or of login stands between: it carries along where the visitor wanted to go. */
function isDetour(from: string, to: string): boolean {
  if (isOneSite(from, to)) return false;
  const { search, pathname, hash } = new URL(to);
  return `${pathname}${search}${hash}`.toLowerCase().includes(hostNamed(from));
}

/** The site's own answer, twice, that nothing is there. */
export const isDead = ({ link }: Lead): boolean => link.look === 2 && (link.status === 404 || link.status === 410);

/** Whether the address leads to the expected site, or to where that one leads itself. */
export function leadsHome({ end, leaves }: Lead, expected: string, home: Lead | null): boolean {
  const homes = home ? [expected, home.end] : [expected];
  return homes.some((one) => normaliseUrl(one) === normaliseUrl(end) || (leaves && isOneSite(one, end)));
}

export type HubAnswer = 'holds' | 'lacks' | 'unseen' | 'no-hub';

/** Whether the address ends at a page of links, and whether the expected site is one of them. */
export function hubAnswer({ link, end }: Lead, expected: string): HubAnswer {
  const isKnown = isLinkHub(end) && hostNamed(end) !== hostNamed(expected);
  const isSeen = link.status === 200 && !link.failure && link.body !== '';
  if (!isSeen) return isKnown ? 'unseen' : 'no-hub';
  const outward = linksOf(link.body, end).filter((one) => !isOneSite(one, end));
  const holds = (addresses: readonly string[]) => addresses.some((one) => isOneSite(one, expected));
  if (isKnown && holds(addressesIn(link.body))) return 'holds';
  if (isKnown) return outward.length > 0 ? 'lacks' : 'unseen';
  return (isShortener(end) || isPageOfLinks(link.body, end, outward)) && holds(outward) ? 'holds' : 'no-hub';
}

/** A page of links on a name of its own: nearly everything on it leads to other sites. */
function isPageOfLinks(body: string, end: string, outward: readonly string[]): boolean {
  const inward = linksOf(body, end).filter((one) => isOneSite(one, end) && normaliseUrl(one) !== normaliseUrl(end));
  return new Set(outward.map(hostNamed)).size >= 3 && inward.length <= 2;
}
