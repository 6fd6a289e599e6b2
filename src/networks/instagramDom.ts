/** What stands in the header of a profile as a browser shows it, for pages whose scripts are gone. Pure. */

import type { Account, ParsedDocument } from '../model/network.ts';
import type { ImageReference } from '../model/observation.ts';
import { followersIn, parseCount } from '../read/counts.ts';
import { isText } from '../read/json.ts';
import { absolute, type Picked } from '../read/places.ts';
import { sameHandle } from '../read/text.ts';
import { handleInTitle } from './instagramTexts.ts';
import { pictureAt, unwrapped } from './metaUser.ts';

/** A saved page may hold no address of its own: then its title says whose it is. */
export function handleOfTitle(document: ParsedDocument): string | undefined {
  const { $ } = document;
  if ($('link[rel="canonical"], meta[property="og:url"]').length > 0) return undefined;
  return handleInTitle($('title').first().text().trim());
}

/** The header's link to the followers of this account; the whole number stands in a `title`. */
export function followersInHeader({ $ }: ParsedDocument, { handle }: Account): number | undefined {
  const links = $('header a[href*="/followers"]').toArray().slice(0, 10);
  const own = links.find((link) => sameHandle(($(link).attr('href') ?? '').split('/').at(-3) ?? '', handle));
  if (own === undefined) return undefined;
  const whole = $(own).find('[title]').first().attr('title') ?? $(own).attr('title');
  const text = $(own).text();
  return (whole === undefined ? null : parseCount(whole)) ?? followersIn(text) ?? parseCount(text) ?? undefined;
}

/** Pictures of accounts have a kind of their own in their addresses; posts have another. */
export function logoInHeader(document: ParsedDocument): Picked<ImageReference> {
  const { $ } = document;
  const images = $('header img[src*="-19/"]').toArray().slice(0, 5);
  const [url] = images.map((image) => absolute($(image).attr('src'), document)).filter(isText);
  return pictureAt(url);
}

export function websitesInHeader({ $ }: ParsedDocument): readonly string[] | undefined {
  const links = $('header a[href^="https://l.instagram.com/?u="]').toArray().slice(0, 20);
  const found = links.map((link) => unwrapped($(link).attr('href') ?? '')).filter(isText);
  return found.length > 0 ? found : undefined;
}
