/** The vocabulary that network files are written in: named places in a document. Knows no network. */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ParsedDocument, Place, SourcePlan } from '../model/network.ts';
import type { Origin } from '../model/observation.ts';
import { at, isObject, isText, type JsonObject, listOf } from './json.ts';
import { decodeEntities } from './text.ts';

/** A value, null when it is there and empty, undefined when it is not there. */
export type Picked<T> = T | null | undefined;
export type Pick<T> = (document: ParsedDocument, account: Account) => Picked<T>;
/** Whether an address names the account. */
export type Names = (address: unknown, account: Account) => boolean;

/** The general form; the others below are made of it. */
export const place = <T>(origin: Origin, locator: string, pick: Pick<T>): Place<T> => ({ origin, locator, pick });

/** `<meta property="…">`, Open Graph and its like; the attribute may be `name` as well. */
export const meta = (property: string): Place<string> =>
  place('open-graph', `meta ${property}`, ({ $ }) =>
    trimmed($(`meta[property="${property}"], meta[name="${property}"]`).first().attr('content')),
  );

/** `<meta name="…">`, such as `description`. */
export const metaName = (name: string): Place<string> =>
  place('dom', `meta ${name}`, ({ $ }) => trimmed($(`meta[name="${name}" i]`).first().attr('content')));

/** The text of the first element; block elements and `<br>` become line breaks. */
export const text = (selector: string): Place<string> =>
  place('dom', selector, ({ $ }) => {
    const element = $(selector).first();
    return element.length === 0 ? undefined : trimmed(textOf($, element));
  });

export const attribute = (selector: string, name: string): Place<string> =>
  place('dom', `${selector} @${name}`, ({ $ }) => trimmed($(selector).first().attr(name)));

/** `<link rel="…" href>`, made absolute. */
export const link = (rel: string): Place<string> =>
  place('dom', `link ${rel}`, (document) =>
    absolute(document.$(`link[rel~="${rel}" i]`).first().attr('href'), document),
  );

/**
 * A text in a JSON-LD node of one of the types, only if the node is the account's own: its `url`, `@id` or
 * `mainEntityOfPage` names the account. Pages hold Organizations of others too.
 */
export const jsonLd = (types: readonly string[], path: readonly string[], names: Names): Place<string> =>
  place('json-ld', `JSON-LD ${types[0]}.${path.join('.')}`, (document, account) => {
    for (const node of ownNodes(document, types, account, names)) {
      const value = at(node, ...path);
      if (value === null) return null;
      if (isText(value)) return trimmed(decodeEntities(value));
    }
    return undefined;
  });

/** Anything out of the account's own JSON-LD node. */
export const jsonLdNode = <T>(
  types: readonly string[],
  name: string,
  names: Names,
  pick: (node: JsonObject, document: ParsedDocument, account: Account) => Picked<T>,
): Place<T> =>
  place<T>('json-ld', `JSON-LD ${types[0]}.${name}`, (document, account) => {
    for (const node of ownNodes(document, types, account, names)) {
      const value = pick(node, document, account);
      if (value !== undefined) return value;
    }
    return undefined;
  });

/** The JSON-LD nodes of these types that say of themselves that they are the account. */
export const ownNodes = (
  document: ParsedDocument,
  types: readonly string[],
  account: Account,
  names: Names,
): readonly JsonObject[] =>
  document.jsonLd.filter(
    (node) => hasType(node, types) && addressesOf(node).some((address) => names(address, account)),
  );

export const hasType = (node: JsonObject, types: readonly string[]): boolean =>
  listOf(node['@type']).some((type) => isText(type) && types.includes(type.replace(/^https?:\/\/schema\.org\//, '')));

/** What a JSON-LD node gives as its own address. */
export const addressesOf = (node: JsonObject): readonly string[] =>
  [node.url, node['@id'], node.mainEntityOfPage]
    .flatMap(listOf)
    .map((value) => (isObject(value) ? value['@id'] : value))
    .filter(isText);

/** A text in an API's JSON answer. */
export const json = (...path: readonly (string | number)[]): Place<string> =>
  place('api', path.join('.'), (document) => {
    const value = at(document.json, ...path);
    if (value === null) return null;
    return isText(value) ? trimmed(value) : undefined;
  });

/** Anything in an API's JSON answer. */
export const api = <T>(
  locator: string,
  pick: (json: unknown, document: ParsedDocument, account: Account) => Picked<T>,
) =>
  place<T>('api', locator, (document, account) =>
    document.json === undefined ? undefined : pick(document.json, document, account),
  );

/** The same place, its value put right: the locator stays that of the place. Empty stays empty. */
export const cleaned = <A, B>(
  { origin, locator, pick, document: name }: Place<A>,
  clean: (value: A, document: ParsedDocument, account: Account) => Picked<B>,
): Place<B> => ({
  origin,
  locator,
  ...(name === undefined ? {} : { document: name }),
  pick: (document, account) => {
    const value = pick(document, account);
    if (value === undefined) return undefined;
    return value === null ? null : clean(value, document, account);
  },
});

/** The same place, where an empty text says nothing of the field: a sentence of the network's own that is left out. */
export const unlessEmpty = <T>(inner: Place<T>): Place<T> => ({
  ...inner,
  pick: (document, account) => inner.pick(document, account) ?? undefined,
});

/** Marks what this place gives as cut by the network: always, or when the value shows it. */
export const truncatedWhen = <T>(inner: Place<T>, truncated: true | ((value: T) => boolean)): Place<T> => ({
  ...inner,
  truncated,
});

/** The same place in another document of the source than its first. */
export const inDocument = <T>(document: string, inner: Place<T>): Place<T> => ({ ...inner, document });

/** What the first of these places gives; the next is asked only where one has nothing. */
export const firstOf = <T>(...places: readonly Place<T>[]): Place<T> => ({
  origin: places[0]?.origin ?? 'dom',
  locator: places.map(({ locator }) => locator).join(', else '),
  pick: (document, account) => {
    for (const { pick } of places) {
      const value = pick(document, account);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  },
});

/** A list with the one thing that a place gives. */
export const asList = <T>(inner: Place<T>): Place<readonly T[]> => cleaned<T, readonly T[]>(inner, (value) => [value]);

/** An image at the address that a place gives. */
export const asImage = (inner: Place<string>): Place<{ readonly url: string }> =>
  cleaned(inner, (value, document) => {
    const url = absolute(value, document);
    return url === undefined ? undefined : { url };
  });

/** A text whose end shows that somebody cut it. */
export const endsInEllipsis = (value: string): boolean => /(?:…|\.\.\.)$/.test(value);

/** One page for the account, and no more. */
export const onePage = (url: (account: Account) => string = (account) => account.url): SourcePlan => ({
  requests: (account, answered) =>
    answered.length > 0 ? [] : [{ document: 'page', url: url(account), accept: 'html' }],
});

/** An http(s) address, resolved against the page's own; undefined for anything else. */
export function absolute(address: string | undefined, { finalUrl }: { readonly finalUrl: string }): string | undefined {
  const bare = address?.trim();
  if (!bare) return undefined;
  const url = isUrl(bare, finalUrl) ? new URL(bare, finalUrl) : isUrl(bare) ? new URL(bare) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** What a reader sees: line breaks where blocks end, runs of spaces as one. */
export function textOf($: ParsedDocument['$'], element: ReturnType<ParsedDocument['$']>): string {
  const copy = element.clone();
  copy.find('script, style, template').remove();
  // Some pages draw emoji as images.
  for (const image of copy.find('img[alt]').toArray()) {
    const alt = $(image).attr('alt') ?? '';
    if (/^\p{Extended_Pictographic}/u.test(alt)) $(image).replaceWith($('<span>').text(alt));
  }
  copy.find('br').replaceWith('\n');
  copy.find('p, div, li').append('\n');
  return copy
    .text()
    .replace(/[ \t\f\r\u00A0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const trimmed = (value: string | undefined): Picked<string> => (value === undefined ? undefined : value.trim() || null);
