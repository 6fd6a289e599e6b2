/** JSON that a page carries for its own scripts. Found by its shape, never by a position; nothing here throws. */

import type { ParsedDocument } from '../model/network.ts';
import { type JsonObject, objectsIn, parseJson } from './json.ts';

const assigned = new WeakMap<ParsedDocument, Map<string, unknown>>();

/** The object that a script assigns: `window.__STATE__ = {…};`. Undefined when there is none, or it is no JSON. */
export function assignedJson(document: ParsedDocument, name: string): unknown {
  const known = assigned.get(document) ?? new Map<string, unknown>();
  assigned.set(document, known);
  if (!known.has(name)) known.set(name, parseAssigned(document.body, name));
  return known.get(name);
}

function parseAssigned(body: string, name: string): unknown {
  for (let found = body.indexOf(name); found !== -1; found = body.indexOf(name, found + name.length)) {
    const [whole] = /^[\s\]"']{0,5}[=:]\s{0,5}/.exec(body.slice(found + name.length, found + name.length + 20)) ?? [];
    if (whole === undefined) continue;
    const start = found + name.length + whole.length;
    const end = endOfObject(body, start);
    if (end !== undefined) return parseJson(body.slice(start, end));
  }
  return undefined;
}

/** The first object in a JSON tree that passes. */
export function findObject(json: unknown, test: (object: JsonObject) => boolean): JsonObject | undefined {
  for (const object of objectsIn(json)) if (test(object)) return object;
  return undefined;
}

/** Where the object that begins here ends, by counting braces outside of texts. */
function endOfObject(text: string, start: number): number | undefined {
  if (text[start] !== '{' && text[start] !== '[') return undefined;
  let depth = 0;
  for (let position = start; position < text.length; position += 1) {
    const char = text.charCodeAt(position);
    if (char === 34) position = endOfText(text, position);
    else if (char === 123 || char === 91) depth += 1;
    else if (char === 125 || char === 93) {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
  }
  return undefined;
}

function endOfText(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position += 1) {
    const char = text.charCodeAt(position);
    if (char === 92) position += 1;
    else if (char === 34) return position;
  }
  return text.length;
}
