/** Where a value stands: one made of many files still knows, for each of its parts, the file and the place in it. */

import type { Problem } from '../model/problem.ts';

export type Path = readonly (string | number)[];

/** One file, read and parsed. */
export interface Document {
  /** Its name for messages. */
  readonly where: string;
  /** Its absolute path. */
  readonly file: string;
  readonly folder: string;
  readonly value: unknown;
  /** Line and column (1-based) of the place that a path names; the nearest one that exists. */
  readonly position: (path: Path, what?: 'key' | 'value') => { line: number; column: number };
}

export interface Place {
  readonly document: Document;
  readonly path: Path;
}

export interface Located {
  readonly value: unknown;
  readonly place: Place;
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Only for containers that were put together: where a child stands, when not simply below its parent. */
const moved = new WeakMap<object, ReadonlyMap<string | number, Place>>();

export const whole = (document: Document): Located => ({ value: document.value, place: { document, path: [] } });

export function childOf({ value, place }: Located, key: string | number): Located | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const child: unknown = (value as Readonly<Record<string | number, unknown>>)[key];
  return { value: child, place: moved.get(value)?.get(key) ?? below(place, key) };
}

export const childrenOf = (located: Located): (readonly [string, Located])[] =>
  isFields(located.value)
    ? Object.keys(located.value).flatMap((key) => {
        const child = childOf(located, key);
        return child ? [[key, child] as const] : [];
      })
    : [];

export const itemsOf = (located: Located | undefined): Located[] =>
  located && isList(located.value) ? located.value.flatMap((_, index) => childOf(located, index) ?? []) : [];

/** An object of parts from anywhere; `fromEntries` makes `__proto__` a key like any other. */
export function objectOf(children: readonly (readonly [string, Located])[], place: Place): Located {
  const value = Object.fromEntries(children.map(([key, child]) => [key, child.value]));
  moved.set(value, new Map(children.map(([key, child]) => [key, child.place])));
  return { value, place };
}

export function listOf(items: readonly Located[], place: Place): Located {
  const value = items.map((item) => item.value);
  moved.set(value, new Map(items.map((item, index) => [index, item.place])));
  return { value, place };
}

/** Where a path ends, or would stand if it existed. */
export function placeAt(located: Located, path: Path): Place {
  let at = located;
  for (const key of path) at = childOf(at, key) ?? { value: undefined, place: below(at.place, key) };
  return at.place;
}

export const below = ({ document, path }: Place, key: string | number): Place => ({ document, path: [...path, key] });

/** As a person can find it: `locations.json:3:5 /locations/0`. */
export const describePlace = ({ document, path }: Place): string => {
  const { line, column } = document.position(path);
  return `${document.where}:${line}:${column} ${pathText(path)}`;
};

export function problemAt(
  { document, path }: Place,
  message: string,
  hint?: string,
  what: 'key' | 'value' = 'value',
): Problem {
  const position = document.position(path, what);
  return { where: document.where, path: pathText(path), ...position, message, ...(hint ? { hint } : {}) };
}

export const pathText = (path: Path): string => `/${path.join('/')}`;
