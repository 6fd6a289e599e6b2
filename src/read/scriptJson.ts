/** JSON that stands in scripts of any kind: as a block of data, or as arguments of calls. Linear in the page's length. */

import type { ParsedDocument } from '../model/network.ts';
import { parseJson } from './json.ts';

const MAX_SCRIPTS = 2_000;
/** Scanning starts over where a bracket was no JSON; all in all no more than this many times the text. */
const MAX_EFFORT = 4;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/** Every JSON object in scripts that hold one of these words, in the page's order. */
export function scriptJson({ $ }: ParsedDocument, words: readonly string[]): readonly unknown[] {
  return $('script')
    .toArray()
    .slice(0, MAX_SCRIPTS)
    .map((script) => $(script).text())
    .filter((text) => words.some((word) => text.includes(word)))
    .flatMap((text) => {
      const whole = /^\s{0,100}[[{]/.test(text) ? parseJson(text) : undefined;
      return whole === undefined ? objectsInScript(text) : [whole];
    });
}

/** The outermost `{"…": …}` in a script; objects of the language itself (`{a: 1}`, function bodies) are stepped into. */
export function objectsInScript(script: string): readonly unknown[] {
  const found: unknown[] = [];
  let effort = script.length * MAX_EFFORT;
  let start = nextObject(script, 0);
  while (start !== -1 && effort > 0) {
    const end = closingBracket(script, start);
    effort -= (end ?? script.length) - start;
    const value = end === null ? undefined : parseJson(script.slice(start, end));
    if (value !== undefined) found.push(value);
    start = nextObject(script, value === undefined || end === null ? start + 1 : end);
  }
  return found;
}

function nextObject(script: string, from: number): number {
  const beginning = /\{\s{0,30}"/g;
  beginning.lastIndex = from;
  return beginning.exec(script)?.index ?? -1;
}

/** Where the object that begins here ends; brackets in texts do not count. Null when it never does. */
function closingBracket(text: string, start: number): number | null {
  let depth = 0;
  for (let position = start; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === QUOTE) position = closingQuote(text, position);
    else if (code === OPEN) depth += 1;
    else if (code === CLOSE) {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
  }
  return null;
}

function closingQuote(text: string, opening: number): number {
  for (let position = opening + 1; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === BACKSLASH) position += 1;
    else if (code === QUOTE) return position;
  }
  return text.length;
}
