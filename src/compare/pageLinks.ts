/** The addresses in a page that is judged for its links alone, read from its text. Hostile pages cost linear time. */

import { isUrl } from './isUrl.ts';

/** More would only let a page keep us busy. */
const MOST = 2_000;

const ANCHOR = /<a\s([^<>]{1,1500})>/giu;
const META = /<meta\s([^<>]{1,1500})>/giu;
const HREF = /(?:^|\s)href\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;
const ADDRESS = /https?:\/\/[^\s"'<>\\`(){}[\]]{3,1000}/giu;

/** Where the page's own links lead, as whole addresses. */
export function linksOf(html: string, base: string): string[] {
  const links = new Set<string>();
  for (const [, attributes = ''] of html.matchAll(ANCHOR)) {
    const [, double, single, bare] = HREF.exec(attributes) ?? [];
    const url = absolute(double ?? single ?? bare ?? '', base);
    if (url) links.add(url);
    if (links.size >= MOST) break;
  }
  return [...links];
}

/** Every whole address that stands anywhere in the page, data in its scripts included. */
export function addressesIn(html: string): string[] {
  const plain = html.replace(/\\u002f|\\\//giu, '/').replace(/\\u0026|&amp;/giu, '&');
  const addresses = new Set<string>();
  for (const [address] of plain.matchAll(ADDRESS)) {
    addresses.add(address);
    if (addresses.size >= MOST) break;
  }
  return [...addresses];
}

/** Where the page itself sends its visitors at once; null when it lets them stay. */
export function refreshOf(html: string, base: string): string | null {
  for (const [, attributes = ''] of html.matchAll(META)) {
    if (!/http-equiv\s{0,5}=\s{0,5}["']?refresh/iu.test(attributes)) continue;
    const [, seconds = '', target = ''] =
      /content\s{0,5}=\s{0,5}["']?\s{0,5}(\d{1,4})[^;,]{0,5}[;,]\s{0,5}(?:url\s{0,5}=)?\s{0,5}["']?([^"'\s>]+)/iu.exec(
        attributes,
      ) ?? [];
    const url = absolute(target, base);
    if (url && Number(seconds) <= 10) return url;
  }
  return null;
}

function absolute(href: string, base: string): string | null {
  const text = href.replaceAll('&amp;', '&').trim();
  if (text === '' || !isUrl(text, base)) return null;
  const url = new URL(text, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}
