/**
 * How much of a stranger's HTML is safe to parse. One linear walk over the text; it understands just enough
 * markup to see what would make a parser slow or deep, and cuts there. It never changes what it lets through.
 */

export const MAX_LENGTH = 12 * 1024 * 1024;
/** Scripts and comments count too: what looks like one to this walk may be markup to the parser. */
const MAX_TAGS = 60_000;
const MAX_DEPTH = 256;
const MAX_FORMATTING = 24;
const MAX_ATTRIBUTES = 300;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Parts of drawings: the only ones for which `/>` means the end. */
const DRAWN = new Set(
  'svg g path circle rect use line polygon polyline ellipse stop image defs lineargradient radialgradient animate mask clippath'.split(
    ' ',
  ),
);
/** Their end tags may be left out: they are closed by what follows, so they do not deepen the tree alone. */
const SELF_CLOSING = new Set(
  'p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body'.split(' '),
);
/** Left open, a parser repeats them in every later block. */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const RAW = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

/** What lies between a script's or a style's tags: positions in the text. */
export interface RawText {
  readonly start: number;
  readonly end: number;
}

export interface SafeMarkup {
  readonly text: string;
  /** What this walk takes for the contents of scripts and styles, in order; a parser may see others. */
  readonly raw: readonly RawText[];
}

/** The longest start of the page that is neither too deep nor too costly to parse. */
export const safePrefix = (html: string): string => safeMarkup(html).text;

export function safeMarkup(html: string): SafeMarkup {
  const text = html.length > MAX_LENGTH ? html.slice(0, MAX_LENGTH) : html;
  const raw: RawText[] = [];
  const end = safeLength(text, raw);
  return { text: text.slice(0, end), raw };
}

function safeLength(text: string, raw: RawText[]): number {
  let tags = 0;
  let depth = 0;
  let formatting = 0;
  let position = text.indexOf('<');
  while (position !== -1) {
    const tag = tagAt(text, position);
    if (tag === null) {
      position = text.indexOf('<', position + 1);
      continue;
    }
    tags += tag.tags;
    const change = tag.closes ? -1 : tag.opens ? 1 : 0;
    if (!SELF_CLOSING.has(tag.name)) depth = Math.max(0, depth + change);
    if (FORMATTING.has(tag.name)) formatting = Math.max(0, formatting + change);
    if (tags > MAX_TAGS || depth > MAX_DEPTH || formatting > MAX_FORMATTING) return position;
    if (tag.attributes > MAX_ATTRIBUTES) return position;
    if (tag.code) raw.push(tag.code);
    position = text.indexOf('<', tag.end);
  }
  return text.length;
}

interface Tag {
  readonly name: string;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly attributes: number;
  /** How many this one stands for: itself, and what it hides. */
  readonly tags: number;
  /** Where the walk goes on. */
  readonly end: number;
  /** Of a script or style that ends: its contents. */
  readonly code: RawText | null;
}

function tagAt(text: string, start: number): Tag | null {
  if (text.startsWith('<!--', start)) return comment(text, start, after(text, '-->', start + 4));
  const closes = text[start + 1] === '/';
  const nameStart = start + (closes ? 2 : 1);
  let position = nameStart;
  while (position < text.length && position - nameStart < 64 && isNamePart(text.charCodeAt(position))) position += 1;
  if (position === nameStart) return null;
  const name = text.slice(nameStart, position).toLowerCase();
  const { end, attributes, selfClosed } = tagEnd(text, position);
  const raw = !closes && RAW.has(name);
  const opens = !closes && !raw && !(selfClosed && DRAWN.has(name)) && !VOID.has(name);
  const next = raw ? rawEnd(text, name, end) : end;
  const tags = raw ? 1 + tagsIn(text, end, next) : 1;
  const code = raw && (name === 'script' || name === 'style') && next < text.length ? { start: end, end: next } : null;
  return { name, opens, closes: closes && !RAW.has(name), attributes, tags, end: next, code };
}

const comment = (text: string, start: number, end: number): Tag => {
  return { name: '!', opens: false, closes: false, attributes: 0, tags: tagsIn(text, start + 4, end), end, code: null };
};

/** What would be tags if the text were not a script, style or comment. */
function tagsIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let found = text.indexOf('<', from); found !== -1 && found < to; found = text.indexOf('<', found + 1)) {
    if (isNamePart(text.charCodeAt(found + 1))) count += 1;
  }
  return count;
}

const after = (text: string, what: string, from: number): number => {
  const found = text.indexOf(what, from);
  return found === -1 ? text.length : found + what.length;
};

const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 45 || code === 58;

function tagEnd(text: string, from: number): { end: number; attributes: number; selfClosed: boolean } {
  let attributes = 0;
  let between = true;
  let position = from;
  for (; position < text.length; position += 1) {
    const char = text[position];
    if (char === '>') break;
    const separates = char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f' || char === '/';
    if (between && !separates) attributes += 1;
    between = separates;
    if ((char === '"' || char === "'") && text[position - 1] === '=') {
      position = after(text, char, position + 1) - 1;
      between = true;
    }
  }
  return { end: position + 1, attributes, selfClosed: text[position - 1] === '/' };
}

/** Where the raw text of a script, style or title ends, whatever the case of its end tag. */
function rawEnd(text: string, name: string, from: number): number {
  for (let close = text.indexOf('</', from); close !== -1; close = text.indexOf('</', close + 2)) {
    const past = close + 2 + name.length;
    if (text.slice(close + 2, past).toLowerCase() === name && !isNamePart(text.charCodeAt(past))) return close;
  }
  return text.length;
}
