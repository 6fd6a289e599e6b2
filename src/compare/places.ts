/** An address in one text, taken apart; and postal codes in their spellings. */

import { oneSpace, wellFormed, withoutInvisible } from './characters.ts';

const LONGEST = 1_000;
const MOST_SEGMENTS = 30;

export interface Piece {
  readonly text: string;
  /** What follows a postal code is a city. */
  readonly afterCode: boolean;
}

/** An address in one text, taken apart at commas, line breaks and bullets, and around its postal codes. */
export function piecesOf(text: string, postalCode: string | undefined): { pieces: Piece[]; codes: string[] } {
  const codes: string[] = [];
  const pieces: Piece[] = [];
  const add = (piece: string, afterCode: boolean) => {
    const bare = oneSpace(piece.replace(LABEL, ''));
    if (/[\p{L}\d]/u.test(bare)) pieces.push({ text: bare, afterCode });
  };
  for (const segment of segmentsOf(text)) {
    let rest = segment;
    let afterCode = false;
    for (const code of postalCodesIn(segment, postalCode)) {
      const at = rest.indexOf(code);
      if (at < 0) continue;
      codes.push(code);
      add(rest.slice(0, at).replace(/\b[A-Z]{1,2}-$/u, ''), afterCode);
      rest = rest.slice(at + code.length);
      afterCode = true;
    }
    add(rest, afterCode);
  }
  return { pieces, codes };
}

const LABEL =
  /^\s?(?:(?:bezoek|post|vestigings|hoofd)?adres|(?:visiting |postal |street )?address|hoofdkantoor|kantoor|locatie|location)\b\s?:?/iu;

const segmentsOf = (text: string): string[] =>
  withoutInvisible(wellFormed(text.slice(0, LONGEST)))
    // A box in the hall belongs to the number before it.
    .replace(/(?<=\d[a-z]?),\s?(?=(?:bus|bte|bo[iî]te)\s?\d)/giu, ' ')
    .split(/[,;:\n\r|•·]|\s[-–—]\s(?!\p{L}(?!\p{L})|\d)|\s\/\s(?=\p{L}{3}|\d{4})/u)
    .map(oneSpace)
    .filter((segment) => segment !== '')
    .slice(0, MOST_SEGMENTS);

/** Capitals and digits only, without a country before it (`NL-1012 JS`), of American ones the first five. */
export const normalisePostalCode = (code: string): string =>
  code
    .slice(0, 40)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<=^\s?\d{5})\s?[-–]\s?\d{4}\s?$/u, '')
    .replace(/[^A-Z\d]/gu, '')
    .replace(/^[A-Z]{1,2}(?=\d{4})/u, '');

/** Postal codes in a text as they stand there: of the kind that is expected, else Dutch ones. */
function postalCodesIn(text: string, expected: string | undefined): string[] {
  const wanted = expected ? normalisePostalCode(expected) : '';
  const kind = /^\d{4,5}$/u.test(wanted)
    ? new RegExp(`(?<![\\d-])\\d{${wanted.length}}(?=(?:-\\d{4})?(?:\\s+\\p{L}|$))(?!\\s?[A-Z]{2}(?!\\p{L}))`, 'gu')
    : /(?<![\d\p{L}])[1-9]\d{3}\s?[A-Za-z]{2}(?!\p{L})/gu;
  const found = Array.from(text.slice(0, LONGEST).matchAll(kind), ([code]) => code);
  const literal = expected && text.slice(0, LONGEST).includes(expected) ? [expected] : [];
  return [...new Set([...literal, ...found])];
}
