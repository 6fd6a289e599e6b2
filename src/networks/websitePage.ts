/** Contact data, icons and names out of a website's markup. Pure; part of the website adapter. */

import { isUrl } from '../model/isUrl.ts';
import type { ParsedDocument } from '../model/network.ts';
import type { ImageReference, PostalAddress } from '../model/observation.ts';
import { postalAddress } from '../read/address.ts';
import { isObject, isText, listOf } from '../read/json.ts';
import { absolute, type Picked } from '../read/places.ts';
import { decoded, plainLine } from '../read/text.ts';
import { onlyAddress } from './websiteNodes.ts';

type Page = ParsedDocument['$'];

const MAX_LINKS = 5000;

export function emailsInLinks($: Page): readonly string[] | undefined {
  const linked = hrefs($, 'a[href^="mailto:" i]').map((href) => decoded(href.slice(7).split('?')[0] ?? '').trim());
  const hidden = $('[data-cfemail]')
    .toArray()
    .slice(0, MAX_LINKS)
    .map((element) => uncovered($(element).attr('data-cfemail') ?? ''));
  return someOf([...linked, ...hidden].filter((address) => /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,255}$/.test(address)));
}

export const phonesInLinks = ($: Page): readonly string[] | undefined =>
  someOf(
    hrefs($, 'a[href^="tel:" i]')
      .map((href) => decoded(href.slice(4).split(/[;?]/)[0] ?? '').trim())
      .filter((number) => /\d{3}/.test(number)),
  );

/** The addresses on other hosts that the page links to, each once; the page's own links are no news. */
export function linksElsewhere({ $, finalUrl }: ParsedDocument): readonly string[] | undefined {
  const host = isUrl(finalUrl) ? new URL(finalUrl).hostname : '';
  return someOf(
    hrefs($, 'a[href^="http" i], a[href^="//"], link[rel~="me" i][href^="http" i]').flatMap((href) => {
      const absolute = href.trim().replace(/^\/\//, 'https://');
      return isUrl(absolute) && new URL(absolute).hostname !== host ? [absolute] : [];
    }),
  );
}

/** Cloudflare's cover for addresses: the first byte is the key of the others. */
function uncovered(hex: string): string {
  if (!/^(?:[0-9a-f]{2}){2,200}$/i.test(hex)) return '';
  const [key = 0, ...bytes] = (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return decoded(bytes.map((byte) => `%${(byte ^ key).toString(16).padStart(2, '0')}`).join(''));
}

const hrefs = ($: Page, selector: string): readonly string[] =>
  $(selector)
    .toArray()
    .slice(0, MAX_LINKS)
    .map((element) => $(element).attr('href') ?? '');

const someOf = (values: readonly string[]): readonly string[] | undefined => {
  const different = [...new Set(values.filter((value) => value !== ''))];
  return different.length === 0 ? undefined : different;
};

/** Whose address is not the organisation's: where an event is held, who sells, who works there. */
const OTHERS = ['Event', 'Person', 'JobPosting', 'Product', 'Offer', 'Review', 'Article', 'Course']
  .map((type) => `[itemscope][itemtype$="${type}" i]`)
  .join(', ');

export function addressInMicrodata($: Page): Picked<PostalAddress> {
  const scopes = $('[itemscope][itemtype*="PostalAddress" i]')
    .toArray()
    .slice(0, 50)
    .filter((element) => $(element).parents(OTHERS).length === 0);
  return onlyAddress(
    scopes.flatMap((scope) => {
      const parts = ['streetAddress', 'postalCode', 'addressLocality', 'addressRegion', 'addressCountry'].map(
        (name) => {
          const element = $(scope).find(`[itemprop="${name}"]`).first();
          return [name, plainLine(element.attr('content') ?? element.text())];
        },
      );
      return postalAddress(Object.fromEntries(parts)) ?? [];
    }),
  );
}

/** The site's largest icon. */
export function iconIn(document: ParsedDocument): ImageReference | undefined {
  const { $ } = document;
  const icons = $('link[rel~="apple-touch-icon" i], link[rel~="apple-touch-icon-precomposed" i], link[rel~="icon" i]')
    .toArray()
    .slice(0, 50)
    .flatMap((element) => {
      const url = absolute($(element).attr('href'), document);
      const isTouch = /apple/i.test($(element).attr('rel') ?? '');
      return url === undefined ? [] : [{ url, size: sizeOf($(element).attr('sizes'), isTouch) }];
    });
  const [best] = [...icons].sort((a, b) => b.size - a.size);
  return best && { url: best.url };
}

/** `180x180`; an Apple icon without a size is 180, any other a small one. */
const sizeOf = (sizes: string | undefined, isTouch: boolean): number => {
  const [, width] = /^(\d{1,4})x\d/i.exec(sizes?.trim() ?? '') ?? [];
  return width === undefined ? (isTouch ? 180 : 16) : Number(width);
};

/** A text, an ImageObject, or a list of them. */
export function imageOf(value: unknown, document: ParsedDocument): ImageReference | undefined {
  const [first] = listOf(value);
  const address = isObject(first) ? (first.contentUrl ?? first.url ?? first['@id']) : first;
  const url = isText(address) ? absolute(address, document) : undefined;
  if (url === undefined) return undefined;
  return isObject(first) ? { url, ...whole('width', first.width), ...whole('height', first.height) } : { url };
}

const whole = (key: 'width' | 'height', value: unknown) => {
  const size = Number(isObject(value) ? value.value : value);
  return Number.isSafeInteger(size) && size > 0 ? { [key]: size } : {};
};

/** The part of a title that is the site's own name: the one that its host is made of. `Contact | Voorbeeld`. */
export function nameInTitle(title: string, { finalUrl }: ParsedDocument): string | undefined {
  const host = isUrl(finalUrl) ? new URL(finalUrl).hostname.replace(/^www\./, '') : '';
  const label = host.split('.').slice(0, -1).join('').replace(/-/g, '');
  return title
    .slice(0, 300)
    .split(/\s[|–—·•:-]\s|: /)
    .map((part) => part.trim())
    .find((part) => part !== '' && plain(part) === label);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
