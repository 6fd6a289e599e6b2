/**
 * Answers `$(selector)` from an index of the tree instead of by a walk over all of it: readers ask a hundred times.
 * What it finds is what cheerio would find; a selector that it cannot place is left to cheerio.
 */

import type { CheerioAPI } from 'cheerio';

type Found = ReturnType<CheerioAPI>[number];

interface Index {
  readonly order: ReadonlyMap<Found, number>;
  /** Elements by `tag` and by `[attribute`, in the page's order. */
  readonly elements: ReadonlyMap<string, readonly Found[]>;
}

/** For a tree that no longer changes. */
export function indexed($: CheerioAPI): CheerioAPI {
  let index: Index | undefined;
  const known = new Map<string, readonly Found[] | null>();
  const select = (selector: string): readonly Found[] | null => {
    const keys = keysOf(selector);
    if (keys === null) return null;
    index ??= indexOf($);
    return $(candidates(keys, index)).filter(selector).toArray();
  };
  return new Proxy($, {
    apply(target, self, given: Parameters<CheerioAPI>) {
      const [selector, ...context] = given;
      if (typeof selector !== 'string' || context.length > 0) return Reflect.apply(target, self, given);
      const found = known.get(selector) ?? select(selector);
      known.set(selector, found);
      return found === null ? Reflect.apply(target, self, given) : target([...found]);
    },
  });
}

function candidates(keys: readonly string[], { order, elements }: Index): Found[] {
  if (keys.length === 1) return [...(elements.get(keys[0] ?? '') ?? [])];
  const all = new Set(keys.flatMap((key) => elements.get(key) ?? []));
  return [...all].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function indexOf($: CheerioAPI): Index {
  const order = new Map<Found, number>();
  const elements = new Map<string, Found[]>();
  const put = (key: string, element: Found) => {
    const known = elements.get(key);
    if (known) known.push(element);
    else elements.set(key, [element]);
  };
  const stack: Found[] = $.root().toArray();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('attribs' in node) {
      order.set(node, order.size);
      put(node.name, node);
      for (const name of Object.keys(node.attribs)) put(`[${name}`, node);
    }
    if (!('children' in node)) continue;
    for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
  }
  return { order, elements };
}

const keysOfSelectors = new Map<string, readonly string[] | null>();
const MAX_SELECTORS = 5_000;

/** What each of its alternatives certainly has: a tag or an attribute. Null when that is not plain. */
function keysOf(selector: string): readonly string[] | null {
  const known = keysOfSelectors.get(selector);
  if (known !== undefined) return known;
  const keys = lastCompounds(selector)?.map(keyOf) ?? [null];
  const plain = keys.filter((key) => key !== null);
  const answer = plain.length === keys.length ? [...new Set(plain)] : null;
  if (keysOfSelectors.size < MAX_SELECTORS) keysOfSelectors.set(selector, answer);
  return answer;
}

/** Of names in capitals cheerio knows more than this does. */
function keyOf(compound: string): string | null {
  const [, tag, sign, name] =
    /^(?:([a-z][a-z0-9-]*)(?![\w\u0080-\uFFFF|])|(#|\.)|\[([a-z][a-z0-9-]*)(?=[\]=~^$*|]))/.exec(compound) ?? [];
  if (tag !== undefined) return tag;
  if (sign !== undefined) return sign === '#' ? '[id' : '[class';
  return name === undefined ? null : `[${name}`;
}

/** The part of each alternative that is about the element itself; null for what counts by position or escapes. */
function lastCompounds(selector: string): readonly string[] | null {
  if (/[\\<']|!=|:(?!is\(|has\(|not\()/.test(selector.replace(/"[^"]*"/g, '""'))) return null;
  const compounds: string[] = [];
  let [start, depth, quoted] = [0, 0, false];
  for (let position = 0; position <= selector.length; position += 1) {
    const char = selector[position] ?? ',';
    if (char === '"' && position < selector.length) quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (depth === 0 && char === ',') {
      compounds.push(selector.slice(start, position).trim());
      start = position + 1;
    } else if (depth === 0 && /[\s>+~]/.test(char) && /[^\s,]/.test(following(selector, position)))
      start = position + 1;
  }
  return compounds;
}

/** The next sign after the spaces here. */
const following = (selector: string, position: number): string => selector.slice(position).trimStart()[0] ?? ',';
