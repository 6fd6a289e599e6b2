/** Text as GitHub's and GitLab's Markdown shows it: as text. No markup, link, picture, mention, reference or command comes of it. */

import { safeAddress } from './address.ts';
import { oneLine, someLines } from './visible.ts';

/** These mean something in Markdown or HTML: as a numbered entity they are the sign alone. */
const MARKUP = /[\\`*_{}[\]<>&|~$]/g;
/** These mean something at the start of a line. */
const LEADING = /^(?:[-+=#/:]|\d{1,9}[.)])/;
const entity = (char: string) => `&#${char.charCodeAt(0)};`;

// Entities are markup's end, but what comes after Markdown still sees mentions, references, addresses and emoji in
// the shown text. A space without width takes them apart; whoever copies a value finds it whole in a code span.
const NOTHING = '\u200B';
const apart = (hex: string) => hex.replace(/.{6}(?=.)/g, `$&${NOTHING}`);
const SPRINGS: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  // @name, #1, !1, $1, ~label, %milestone, &1, ^1, *iteration: and mail addresses.
  [/[@#!$~%&^*](?=[\p{L}\p{N}_"[({])/gu, `$&${NOTHING}`],
  // [issue:1] and its like.
  [/\[(?=[a-z_*]{1,30}:)/gi, `$&${NOTHING}`],
  [/:(?=\/\/)/g, `$&${NOTHING}`],
  [/\b(?:mailto|xmpp|tel):/gi, `$&${NOTHING}`],
  [/\bwww(?=\.)/gi, `$&${NOTHING}`],
  [/\bGH(?=-\d)/gi, `$&${NOTHING}`],
  [/:(?!\d\d:)(?=[a-z0-9_+-]{1,60}:)/gi, `$&${NOTHING}`],
  // Pieces of a commit's name that are none.
  [/\b(?=\d{0,39}[a-f])[0-9a-f]{7,40}\b/gi, apart],
];

/** Foreign text in the middle of ours: one line. */
export function escapeMarkdown(text: string, length?: number): string {
  const harmless = SPRINGS.reduce(
    (each, [spring, by]) => (typeof by === 'string' ? each.replace(spring, by) : each.replace(spring, by)),
    oneLine(text, length),
  );
  return harmless
    .replace(MARKUP, entity)
    .replace(LEADING, (lead) => lead.replace(/\D/g, entity))
    .replaceAll(NOTHING, '&#8203;');
}

const fenceFor = (text: string, least: number): string => {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  return '`'.repeat(Math.max(least, longest + 1));
};

/** The text, leading to the address when that is one to follow. */
export function linkTo(text: string, address: string): string {
  const href = safeAddress(address);
  if (href === null) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](<${href.replace(/[|\\`<>[\]]/g, encodeURIComponent).replaceAll('&', '&amp;')}>)`;
}

/** A value to copy, in a line. Not in a table: there a pipe would end it. */
export function codeSpan(text: string, length?: number): string {
  const line = oneLine(text, length);
  if (line === '') return '';
  const fence = fenceFor(line, 1);
  return `${fence} ${line} ${fence}`;
}

/** A text to copy, with its own line ends; each line begins with `indent`. */
export function codeBlock(text: string, indent = ''): string {
  const block = someLines(text);
  const fence = fenceFor(block, 3);
  return [fence, ...block.split('\n'), fence].map((line) => `${indent}${line}`).join('\n');
}

/** Heads and cells are Markdown already, without line ends. */
export const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** As many of these as fit into so many bytes, and how many did not. */
export function fitting(
  parts: readonly string[],
  room: number,
): { readonly fit: readonly string[]; readonly more: number } {
  let used = 0;
  const end = parts.findIndex((part) => {
    used += bytes(part) + 1;
    return used > room;
  });
  return end === -1 ? { fit: parts, more: 0 } : { fit: parts.slice(0, end), more: parts.length - end };
}
