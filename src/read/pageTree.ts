/**
 * HTML → its tree. Most of what networks send is the text of scripts, which a parser walks letter by letter for nothing:
 * it is kept out and put back. Where the parser sees other scripts than the walk did, it gets the whole page.
 */

import { type CheerioAPI, load } from 'cheerio';
import { type RawText, safeMarkup } from './markup.ts';

const MARK = 'bijwerken-kept-';
/** Shorter ones are not worth it. */
const MIN_LENGTH = 100;
/** Whoever walks a deeper tree by recursion may fail. */
const MAX_DEPTH = 1200;
const XHTML = 'http://www.w3.org/1999/xhtml';

/** An empty page for what is too deep. Throws nothing but what the parser throws. */
export function parsePage(html: string): CheerioAPI {
  const { text, raw } = safeMarkup(html);
  const kept = text.includes(MARK) ? [] : raw.filter((range) => isPlain(text, range));
  if (kept.length > 0) {
    const page = load(withMarks(text, kept));
    const marked = markedIn(page);
    if (marked?.size === kept.length) {
      for (const [index, { start, end }] of kept.entries()) {
        const place = marked.get(index);
        if (place) place.data = text.slice(start, end).replace(/\r\n?/g, '\n');
      }
      return page;
    }
  }
  const page = load(text);
  return markedIn(page) === null ? load('') : page;
}

/** A parser takes it over as it stands, line ends aside, and sees the same end. */
function isPlain(text: string, { start, end }: RawText): boolean {
  if (end - start < MIN_LENGTH) return false;
  const code = text.slice(start, end);
  return !code.includes('\0') && !code.includes('<!--');
}

function withMarks(text: string, kept: readonly RawText[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [index, { start, end }] of kept.entries()) {
    parts.push(text.slice(from, start), `${MARK}${index}`);
    from = end;
  }
  return parts.join('') + text.slice(from);
}

interface TextNode {
  data: string;
}

/** The texts that are marks, where scripts and styles hold nothing else; null for a tree that is too deep. */
function markedIn(page: CheerioAPI): Map<number, TextNode> | null {
  const marked = new Map<number, TextNode>();
  const [root] = page.root().toArray();
  let level: readonly object[] = root ? [root] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return null;
    const next: object[] = [];
    for (const node of level) {
      if (!('children' in node) || !Array.isArray(node.children)) continue;
      const only: unknown = node.children.length === 1 && isRaw(node) ? node.children[0] : undefined;
      if (isTextNode(only) && only.data.startsWith(MARK)) marked.set(Number(only.data.slice(MARK.length)), only);
      for (const child of node.children) next.push(child);
    }
    level = next;
  }
  return marked;
}

/** In drawings they are markup like any other. */
const isRaw = (node: object): boolean =>
  'name' in node &&
  (node.name === 'script' || node.name === 'style') &&
  'namespace' in node &&
  node.namespace === XHTML;

const isTextNode = (node: unknown): node is TextNode =>
  typeof node === 'object' && node !== null && 'data' in node && typeof node.data === 'string';
