/** E-mail addresses that stand in a text, as they are written; none that is masked, cut, or for one purpose only. */

import { leadTo, type PlainText, wordsOf } from './plain.ts';

const MOST = 10;

const AT = '@| ?[[({] ?(?:at|apenstaartje|@) ?[\\])}] ?';
const DOT = '\\.| ?[[({] ?(?:dot|punt|punkt|point|\\.) ?[\\])}] ?';
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}.!#$%&'*+/=?^_\`{}~@\u2026-])([\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,63})(?:${AT})` +
    `((?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}(?:${DOT})){1,4}\\p{L}{2,24})(?![\\p{L}\\p{N}@*\u2026_])`,
  'giu',
);

/** `Pers: …`, and mailboxes that say so of themselves: right as they are, and not how the organisation is reached. */
const ONE_PURPOSE =
  'pers(?:contact|vragen|voorlichting)?|press|presse|media|woordvoering|vacatures?|solliciteren|sollicitaties?|jobs?|careers?|recruitment|werkenbij|privacy|avg|gdpr|webmaster|facturen|factuur|administratie|invoices?|abuse|security|noreply|no-reply';
const ONE_PURPOSE_WORD = wordsOf(ONE_PURPOSE);
const ONE_PURPOSE_BOX = new RegExp(`^(?:${ONE_PURPOSE})$`, 'iu');

export function emailsInText({ text, isCut }: PlainText): readonly string[] {
  const found = Array.from(text.matchAll(ADDRESS)).flatMap(({ 0: whole, 1: box = '', index }) => {
    const after = text.slice(index + whole.length);
    if (/^(?:\.{2,}|\.?\u2026)/u.test(after) || (isCut && /^[\s.\u2026]*$/u.test(after))) return [];
    // `…nlBel ons`: a line break was lost.
    if (/\p{Ll}\p{Lu}[^.]*$/u.test(whole)) return [];
    const { words } = leadTo(text, index);
    return ONE_PURPOSE_BOX.test(box) || ONE_PURPOSE_WORD.test(words) ? [] : [whole.trim()];
  });
  return [...new Set(found)].slice(0, MOST);
}
