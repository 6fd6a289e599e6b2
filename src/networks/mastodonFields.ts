/** The free fields of a Mastodon profile (label and HTML value): what in them is a website, an address, a number. */

import { isUrl } from '../model/isUrl.ts';
import { isHostOf } from '../read/addresses.ts';
import { htmlLinks, htmlText } from '../read/htmlText.ts';
import { isText, type JsonObject } from '../read/json.ts';

const WEBSITE =
  /^(?:(?:our|the|my|onze|de|mijn|unsere|notre|il nostro) )?(?:official |officiële |offizielle )?(?:web|website|web ?site|webpage|web ?page|homepage|home|url|www|site|site ?web|webseite|webstek|sitio(?: web)?|sito(?: web)?|página(?: web)?|strona|hemsida|hjemmeside|internet)\b/iu;
const PHONE =
  /^(?:phone|telephone|tel|telefoon(?:nummer)?|telefon(?:nummer)?|téléphone|teléfono|telefono|mobile|mobiel|bel(?: ons)?|call(?: us)?)\b/iu;

const EMAIL = /^(?:e-?mail|mail|courriel|correo|contact)\b/iu;

/** Links there are to other profiles, not to a website. */
const PROFILES = [
  'bsky.app',
  'codeberg.org',
  'facebook.com',
  'flickr.com',
  'github.com',
  'gitlab.com',
  'instagram.com',
  'keyoxide.org',
  'liberapay.com',
  'linkedin.com',
  'matrix.to',
  'medium.com',
  'opencollective.com',
  'patreon.com',
  'pixelfed.social',
  'signal.me',
  't.me',
  'threads.com',
  'threads.net',
  'tiktok.com',
  'twitter.com',
  'vimeo.com',
  'wa.me',
  'x.com',
  'youtube.com',
].flatMap((host) => [host, `*.${host}`]);

interface Link {
  readonly address: string;
  readonly rank: number;
}

/** Labelled ones first, then those that the server verified, then the rest; profiles elsewhere only when labelled. */
export function websitesIn(fields: readonly JsonObject[]): readonly string[] {
  const links = fields.flatMap(linksOf).sort((a, b) => a.rank - b.rank);
  return [...new Set(links.map(({ address }) => address))];
}

function linksOf({ name, value, verified_at: verifiedAt }: JsonObject): readonly Link[] {
  const label = isText(name) ? htmlText(name.slice(0, 500)) : '';
  const html = isText(value) ? value : '';
  const isLabelled = WEBSITE.test(label);
  const rank = isLabelled ? 0 : isText(verifiedAt) ? 1 : 2;
  const addresses = htmlLinks(html).filter((href) => /^https?:/i.test(href) && isUrl(href));
  if (addresses.length === 0)
    return isLabelled && isBareAddress(htmlText(html)) ? [{ address: htmlText(html), rank }] : [];
  return addresses.filter((href) => isLabelled || !isProfile(new URL(href))).map((address) => ({ address, rank }));
}

const isProfile = ({ hostname, pathname }: URL): boolean =>
  isHostOf(hostname, PROFILES) || /^\/(?:@|users\/)[^/]+\/?$/.test(pathname);

const isBareAddress = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,250}\.\p{L}{2,24}(?:\/\S{0,500})?$/u.test(text);

/** An address anywhere; where the label promises one, also what only looks like it (`info [at] …`, a broken one). */
export function emailsIn(fields: readonly JsonObject[]): readonly string[] {
  return unique(
    fields.flatMap(({ name, value }) => {
      const plain = words(value).filter((word) => /^[^\s@]{1,64}@[^\s@]{1,190}\.\p{L}{2,24}$/u.test(word));
      if (plain.length > 0 || !isText(name) || !isText(value) || !EMAIL.test(name)) return plain;
      const text = htmlText(value).slice(0, 200);
      return /^[^@].*(?:@|[[({]\s?\p{L}{1,16}\s?[\])}]|\s(?:at|\p{L}{0,6}apenstaart(?:je)?|arobase|arroba)\s)/iu.test(
        text,
      )
        ? [text]
        : [];
    }),
  );
}

/** Only where the label says so, the link does, or the value is an international number and nothing else. */
export function phonesIn(fields: readonly JsonObject[]): readonly string[] {
  return unique(
    fields.flatMap(({ name, value }) => {
      const html = isText(value) ? value : '';
      const text = htmlText(html);
      if (isText(name) && PHONE.test(name)) return /\d\D{0,3}\d\D{0,3}\d/.test(text) ? [text.slice(0, 200)] : [];
      const isNumber = /^\+?[\d\s().\-/]{6,30}$/.test(text) && text.replace(/\D/g, '').length >= 6;
      return isNumber && (text.startsWith('+') || /href="tel:/i.test(html)) ? [text] : [];
    }),
  );
}

/** A handle in the fediverse (`@name@server`) is no e-mail address: the `@` in front stays with it. */
const words = (value: unknown): readonly string[] =>
  isText(value)
    ? htmlText(value)
        .slice(0, 2000)
        .split(/[\s,;|<>()]+/)
        .map((word) => word.replace(/^mailto:/i, ''))
    : [];

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
