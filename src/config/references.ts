/** `{ "$ref": "other.json#/place" }`: put in its place what stands there, and let it keep its own address. Pure. */

import type { Problem } from '../model/problem.ts';
import type { Library } from './library.ts';
import {
  childOf,
  childrenOf,
  type Document,
  isFields,
  isList,
  itemsOf,
  type Located,
  listOf,
  objectOf,
  pathText,
  problemAt,
  whole,
} from './located.ts';
import { type Named, namedByReference } from './naming.ts';

/** What all references of a file may bring in together; a few that name each other can multiply without end. */
const MAX_VALUES = 200_000;
const MAX_DEPTH = 100;

/** One for all files, so that what is too much is counted over all of them. */
export interface Resolving {
  readonly library: Library;
  readonly problems: Problem[];
  readonly sizes: WeakMap<object, Size>;
  values: number;
}

interface Size {
  readonly values: number;
  readonly hasReference: boolean;
}

/** The places that are being filled, outermost first: whoever names one of them again goes round in a circle. */
type Chain = readonly string[];

export const startResolving = (library: Library, problems: Problem[]): Resolving => ({
  library,
  problems,
  sizes: new WeakMap(),
  values: 0,
});

export const resolveReferences = (document: Document, resolving: Resolving): Located =>
  resolve(whole(document), [], 0, resolving);

function resolve(located: Located, chain: Chain, depth: number, resolving: Resolving): Located {
  if (!sizeOf(located.value, resolving.sizes).hasReference || resolving.values > MAX_VALUES) return located;
  if (depth > MAX_DEPTH) {
    resolving.problems.push(problemAt(located.place, `what "$ref" brings in is nested more than ${MAX_DEPTH} deep.`));
    return located;
  }
  const inner = (child: Located) => resolve(child, chain, depth + 1, resolving);
  if (isList(located.value)) return listOf(itemsOf(located).map(inner), located.place);
  const reference = childOf(located, '$ref');
  if (reference) return follow(located, reference, chain, depth, resolving);
  return objectOf(
    childrenOf(located).map(([key, child]) => [key, key.startsWith('x-') ? child : inner(child)] as const),
    located.place,
  );
}

/** What stands beside `$ref` wins over what it brings. */
function follow(located: Located, reference: Located, chain: Chain, depth: number, resolving: Resolving): Located {
  const beside = childrenOf(located).filter(([key]) => key !== '$ref');
  const own = beside.map(([key, child]) => [key, resolve(child, chain, depth + 1, resolving)] as const);
  const found = find(reference, chain, resolving);
  if ('message' in found) {
    resolving.problems.push(problemAt(reference.place, found.message));
    return objectOf(own, located.place);
  }
  const isRoom = resolving.values <= MAX_VALUES;
  resolving.values += sizeOf(found.target.value, resolving.sizes).values;
  if (isRoom && resolving.values > MAX_VALUES) {
    const message = `what "$ref" brings in is more than ${MAX_VALUES} values.`;
    resolving.problems.push(problemAt(reference.place, message));
  }
  const target = resolve(found.target, [...chain, found.key], depth + 1, resolving);
  if (own.length === 0) return target;
  if (isFields(target.value)) return objectOf([...childrenOf(target), ...own], located.place);
  const message = 'what it names is no object, so that nothing can stand beside "$ref".';
  resolving.problems.push(problemAt(reference.place, message));
  return target;
}

type Found = { readonly target: Located; readonly key: string } | { readonly message: string };

function find(reference: Located, chain: Chain, resolving: Resolving): Found {
  const { document } = reference.place;
  if (typeof reference.value !== 'string') return { message: 'expected a text such as "other.json#/brand".' };
  const named = namedByReference(reference.value, document, resolving.library.main.folder);
  if (typeof named === 'string') return { message: named };
  const opened = named.file === document.file ? { document } : resolving.library.files.get(named.file);
  if (!opened) return { message: `${JSON.stringify(reference.value)}: the file was not read.` };
  if ('unread' in opened) return { message: `${JSON.stringify(reference.value)}: ${opened.unread}` };
  if ('problems' in opened) {
    resolving.problems.push(...opened.problems);
    return { message: `${JSON.stringify(reference.value)} cannot be read; see there.` };
  }
  const key = keyOf(opened.document, named);
  if (chain.includes(key)) {
    const circle = [...chain.slice(chain.indexOf(key)), key].join(' → ');
    return { message: `"$ref" goes round in a circle: ${circle}.` };
  }
  return point(opened.document, named, key, chain, resolving);
}

const keyOf = ({ where }: Document, { tokens }: Named) => `${where}#${tokens.length > 0 ? pathText(tokens) : ''}`;

/** Walks to the place; a `$ref` on the way is followed first. */
function point(document: Document, { tokens }: Named, key: string, chain: Chain, resolving: Resolving): Found {
  let at = whole(document);
  let passed = [...chain, key];
  for (const token of tokens) {
    for (let onTheWay = turn(at, token); onTheWay; onTheWay = turn(at, token)) {
      const found = find(onTheWay, passed, resolving);
      if ('message' in found) return found;
      passed = [...passed, found.key];
      at = found.target;
    }
    const next = isList(at.value) ? childOf(at, index(token)) : childOf(at, token);
    if (!next) return { message: `there is no ${pathText(tokens)} in ${document.where}.` };
    at = next;
  }
  return { target: at, key };
}

/** The `$ref` behind which a key must be looked for, when it does not stand beside it. */
const turn = (at: Located, token: string): Located | undefined =>
  token === '$ref' || childOf(at, token) ? undefined : childOf(at, '$ref');

const index = (token: string): number => (/^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : -1);

/** Counted once for each value: it is asked for at every step down. */
function sizeOf(value: unknown, sizes: WeakMap<object, Size>): Size {
  if (typeof value !== 'object' || value === null) return { values: 1, hasReference: false };
  const known = sizes.get(value);
  if (known) return known;
  let values = 1;
  let hasReference = isFields(value) && Object.hasOwn(value, '$ref');
  for (const child of Object.values(value)) {
    const size = sizeOf(child, sizes);
    values += size.values;
    hasReference ||= size.hasReference;
  }
  const size = { values, hasReference };
  sizes.set(value, size);
  return size;
}
