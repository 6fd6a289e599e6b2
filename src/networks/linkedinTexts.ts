/** LinkedIn's wrappings taken off texts and addresses. Pure; part of the LinkedIn adapter. */

import { isUrl } from '../model/isUrl.ts';
import type { PostalAddress } from '../model/observation.ts';

/** `Stichting Voorbeeld | LinkedIn`; a title without that end is not an organisation's. */
export const nameInTitle = (title: string): string | undefined =>
  /^(.{1,200}?)\s\|\sLinkedIn$/su.exec(title.trim())?.[1]?.trim() || undefined;

const LONGEST_TAGLINE = 120;

/**
 * `Name | 1,234 followers on LinkedIn. Tagline | About text`: the about text, which is cut at the page's own length.
 * With fewer or more separators nothing tells tagline and about text apart.
 */
export function bioInDescription(description: string): string | undefined {
  const [, followers = '', about, ...more] = description.split(' | ');
  if (about === undefined || more.length > 0 || !/\d.{0,60}LinkedIn/i.test(followers)) return undefined;
  // Longer than a tagline can be: this separator stands in the about text itself.
  if (followers.length > LONGEST_TAGLINE + 80) return undefined;
  return about.trim() || undefined;
}

/** The address behind `linkedin.com/redir/redirect?url=…`; any other address as it is. */
export function unwrapped(address: string | undefined): string | undefined {
  const url = address !== undefined && isUrl(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const isWrapper = /(?:^|\.)linkedin\.com$/i.test(url.hostname) && /^\/redir\//i.test(url.pathname);
  if (!isWrapper) return address?.trim();
  return url.searchParams.get('url') ?? undefined;
}

/** `Utrecht, Utrecht`: where the organisation says its headquarters are. */
export const headquartersOf = (line: string): PostalAddress => {
  const [city] = line.split(',');
  return city === undefined ? { text: line } : { text: line, city: city.trim() };
};
