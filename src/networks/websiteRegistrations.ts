/**
 * KvK and VAT numbers on a website: in the data for machines, and in text where a label stands before them. A number
 * without a label is no KvK number, and one behind another organisation's name is not this one's. Pure.
 */

import type { Account, ParsedDocument } from '../model/network.ts';
import { isObject, isText, type JsonObject, listOf } from '../read/json.ts';
import { type Labelled, labelledNumbers } from './registrationTexts.ts';
import { isOthers, organisationIn, siteOf } from './websiteNodes.ts';

type Kind = keyof Labelled;

/** What the JSON-LD node of the organisation itself says. A `taxID` may be any tax number: only a whole VAT number is one. */
export function numbersInNode(kind: Kind, document: ParsedDocument, account: Account): readonly string[] | undefined {
  const node = organisationIn(document, account);
  if (!node) return undefined;
  const identified = [...listOf(node.identifier), ...listOf(node.iso6523Code)].flatMap((one) =>
    identifiedAs(kind, one),
  );
  if (kind === 'kvk') return someOf(identified);
  const vat = listOf(node.vatID).filter(isText);
  const tax = listOf(node.taxID)
    .filter(isText)
    .filter((one) => /^[A-Z]{2,3}[ .-]?[A-Z]{0,2}\d/.test(one.trim()));
  return someOf([...vat, ...tax, ...identified]);
}

const SCHEMES: Readonly<Record<Kind, RegExp>> = {
  kvk: /\bk\.?v\.?k\b|kamer van koophandel|chamber of commerce|handelsregister|\b0106\b/i,
  vat: /\bbtw|\bvat\b|vatid|\b99(?:44|25|30)\b/i,
};

/** A schema.org PropertyValue, or a text that says itself what it is: `0106:12345678`, `KvK 12345678`. */
function identifiedAs(kind: Kind, identifier: unknown): readonly string[] {
  if (isText(identifier)) {
    const [, coded] = /^(?:iso6523(?:-actorid-upis)?:+)?0106:+(\d{8})\b/i.exec(identifier) ?? [];
    return kind === 'kvk' && coded !== undefined ? [coded] : labelledNumbers(identifier)[kind];
  }
  if (!isObject(identifier)) return [];
  const { value } = identifier;
  return isText(value) && SCHEMES[kind].test(schemeOf(identifier)) ? [value] : [];
}

const schemeOf = ({ propertyID, name }: JsonObject): string =>
  [propertyID, name].flatMap(listOf).filter(isText).join(' ').slice(0, 200);

/** `itemprop="vatID"` of the organisation, and not of one that the page only speaks of. */
export function vatInMicrodata({ $ }: ParsedDocument): readonly string[] | undefined {
  const elements = $('[itemprop~="vatID"]')
    .toArray()
    .slice(0, 50)
    .filter((element) => !isOthers($, element));
  return someOf(elements.map((element) => $(element).attr('content') ?? $(element).text()));
}

const found = new WeakMap<ParsedDocument, Labelled>();

/** In the text of the page: what stands in its foot or among its contact data, else anywhere on it. */
export function numbersInText(kind: Kind, document: ParsedDocument, account: Account): readonly string[] | undefined {
  const known = found.get(document) ?? read(document, account);
  found.set(document, known);
  return someOf(known[kind]);
}

function read(document: ParsedDocument, account: Account): Labelled {
  const names = namesOf(document, account);
  const foot = labelledNumbers(textIn(document, 'footer, [role="contentinfo"], address'), names);
  const isWhole = foot.kvk.length > 0 && foot.vat.length > 0;
  const all = isWhole ? foot : labelledNumbers(textIn(document, 'body'), names);
  return { kvk: foot.kvk.length > 0 ? foot.kvk : all.kvk, vat: foot.vat.length > 0 ? foot.vat : all.vat };
}

const MAX_TEXT = 400_000;

/** Each piece of text on a line of its own, so that a label and its number stay apart and in order. */
function textIn({ $ }: ParsedDocument, selector: string): string {
  const pieces: string[] = [];
  let length = 0;
  const stack = $(selector)
    .toArray()
    .reverse()
    .map((node): Node => node);
  for (let node = stack.pop(); node && length < MAX_TEXT; node = stack.pop()) {
    if (node.type === 'text' && node.data.trim() !== '') {
      pieces.push(node.data.replace(/\s+/g, ' ').trim());
      length += node.data.length;
    }
    if ('children' in node && !isSilent(node)) stack.push(...[...node.children].reverse());
  }
  return pieces.join('\n');
}

type Node = ReturnType<ReturnType<ParsedDocument['$']>['contents']>[number];

const isSilent = (node: Node): boolean =>
  node.type === 'script' ||
  node.type === 'style' ||
  ('name' in node && /^(?:template|noscript|select|textarea)$/.test(node.name));

/** What the page calls the organisation. */
function namesOf(document: ParsedDocument, account: Account): readonly string[] {
  const { $ } = document;
  const node = organisationIn(document, account);
  const given = $('meta[property="og:site_name"], meta[name="application-name"]').toArray();
  const titles = $('title')
    .first()
    .text()
    .slice(0, 300)
    .split(/\s[|–—·•:-]\s/);
  const host = siteOf(account.host).split('.').slice(0, -1).join('');
  return [node?.name, node?.legalName, ...given.map((one) => $(one).attr('content')), ...titles, host].filter(isText);
}

function someOf(values: readonly string[]): readonly string[] | undefined {
  const different = [...new Set(values.map((value) => value.replace(/\s+/g, ' ').trim()))].filter((one) => one !== '');
  return different.length === 0 ? undefined : different;
}
