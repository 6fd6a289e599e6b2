/** A captured document, parsed lazily and once. Never throws: what cannot be parsed is an empty page, or no JSON. */

import { type CheerioAPI, load } from 'cheerio';
import type { CapturedDocument, Source } from '../model/capture.ts';
import type { ParsedDocument } from '../model/network.ts';
import { isObject, type JsonObject, objectsIn, parseJson } from './json.ts';
import { MAX_LENGTH } from './markup.ts';
import { parsePage } from './pageTree.ts';
import { indexed } from './selections.ts';

export function parseDocument(captured: CapturedDocument, source: Source): ParsedDocument {
  const $ = lazily(() => parseHtml(captured));
  const json = lazily(() => (captured.body.length > MAX_LENGTH ? undefined : parseJson(withoutMark(captured.body))));
  const jsonLd = lazily(() => linkedData($()));
  return {
    ...captured,
    source,
    get $() {
      return $();
    },
    get json() {
      return json();
    },
    get jsonLd() {
      return jsonLd();
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function parseHtml({ body, contentType }: CapturedDocument): CheerioAPI {
  const isJson = /\bjson\b/i.test(contentType ?? '') || /^\uFEFF?\s{0,100}[[{]/.test(body.slice(0, 120));
  try {
    return indexed(isJson ? load('') : parsePage(body));
  } catch {
    return load('');
  }
}

/** Every object of every JSON-LD block, nested ones included; a block that is broken gives none. */
function linkedData($: CheerioAPI): readonly JsonObject[] {
  const nodes: JsonObject[] = [];
  for (const script of $('script[type="application/ld+json" i]').toArray().slice(0, 200)) {
    const json = parseLenient($(script).text());
    for (const node of objectsIn(json)) if ('@type' in node || '@graph' in node) nodes.push(node);
  }
  return nodes.filter(isObject);
}

/** As people publish it: in a comment or CDATA wrapper, with raw line breaks in texts, or with escaped quotes. */
function parseLenient(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:\/\/\s{0,5})?<!\[CDATA\[/, '')
    .replace(/(?:\/\/\s{0,5})?\]\]>$/, '')
    .replace(/^<!--/, '')
    .replace(/-->$/, '')
    .trim()
    .replace(/;$/, '');
  return parseJson(bare) ?? parseJson(bare.replace(/[\u0000-\u001F]/g, ' ')) ?? parseJson(unescapeQuotes(bare));
}

const unescapeQuotes = (text: string): string => (text.includes('&quot;') ? text.replaceAll('&quot;', '"') : '');
