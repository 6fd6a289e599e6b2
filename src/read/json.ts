/** Small guards and walks over JSON that strangers wrote. Nothing here throws, and depth is bounded. */

export type JsonObject = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 60;
const MAX_NODES = 400_000;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

/** The array itself, a single thing as an array of one, nothing as []. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
};

/** The value under a path of keys and indexes; undefined when any step is missing. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let value = json;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** A text, null for one that is there and empty, undefined when there is none. Numbers are no texts. */
export const textAt = (json: unknown, ...path: readonly (string | number)[]): string | null | undefined => {
  const value = at(json, ...path);
  if (value === null) return null;
  return isText(value) ? value : undefined;
};

/** A whole number of zero or more, also when written as a text of digits. */
export const countAt = (json: unknown, ...path: readonly (string | number)[]): number | undefined => {
  const value = at(json, ...path);
  const count = isText(value) && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
};

/** Every object in a JSON tree, in document order, without recursion; deep or endless trees are cut. */
export function* objectsIn(json: unknown): Generator<JsonObject> {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }];
  let seen = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    seen += 1;
    if (seen > MAX_NODES) return;
    if (isObject(next.value)) yield next.value;
    if (typeof next.value !== 'object' || next.value === null || next.depth >= MAX_DEPTH) continue;
    const children: readonly unknown[] = Object.values(next.value);
    for (let index = Math.min(children.length, MAX_NODES) - 1; index >= 0; index -= 1) {
      const value = children[index];
      if (typeof value === 'object' && value !== null) stack.push({ value, depth: next.depth + 1 });
    }
  }
}

/** JSON or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
