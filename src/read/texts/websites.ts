/** Web addresses that are written in a text, for networks that have no field for one. */

import { isUrl } from '../../model/isUrl.ts';
import { type PlainText, SEPARATOR } from './plain.ts';

const MOST = 10;

const WRITTEN = /(?<![\p{L}\p{N}@./-])(?:https?:\/\/|www\.)[^\s<>|"()[\]{}\p{Extended_Pictographic}]{3,300}/giu;
const LABEL = /^(?:website|web|site|url|meer info(?:rmatie)?|info|more info)? ?[:>-]{0,2} ?/iu;
/** Without a scheme only what is a remark of its own, under a common ending: `Node.js` and `Booking.com` are names. */
const HOST =
  /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,3}(?:nl|be|de|fr|lu|eu|com|org|net|info|nu|frl|amsterdam)\/?$/iu;

export function websitesInText({ text, isCut }: PlainText): readonly string[] {
  const written = Array.from(text.matchAll(WRITTEN)).flatMap(({ 0: whole, index }) => {
    const isAtEnd = index + whole.length === text.length;
    const address = whole.replace(/[.,;:!?'\u2026]{1,5}$/u, '');
    if (whole.includes('\u2026') || whole.endsWith('...') || (isCut && isAtEnd)) return [];
    return isUrl(/^https?:/iu.test(address) ? address : `https://${address}`) ? [address] : [];
  });
  const remarks = text.split(new RegExp(SEPARATOR.source, 'u')).map((remark) => remark.trim());
  const whole = isCut ? remarks.slice(0, -1) : remarks;
  const bare = whole.map((remark) => remark.replace(LABEL, '')).filter((remark) => HOST.test(remark));
  return [...new Set([...written, ...bare])].slice(0, MOST);
}
