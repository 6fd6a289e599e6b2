/** One form for an e-mail address, however it was written down. */

import { domainToASCII } from 'node:url';
import { trimAround, wellFormed, withoutInvisible } from './characters.ts';

const LONGEST = 400;
const ADDRESS =
  /([\p{L}\p{N}.!#$%&'+/=^_~-]{1,64})@((?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}\.){1,8}[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{1,62})(?![@\p{L}\p{N}…*•])/gu;

/** Lower case and bare; null when there is no address in it, or only a part of one. */
export const normaliseEmail = (text: string): string | null => normaliseEmails(text)[0] ?? null;

/** All addresses in one written value: `a@voorbeeld.nl, b@voorbeeld.nl` holds two. */
export function normaliseEmails(text: string): readonly string[] {
  if (text.length > LONGEST) return [];
  const plain = uncovered(bareText(text));
  // `i***@voorbeeld.nl` is masked: the part behind the stars is no name.
  if (/[*•…]['\p{L}\p{N}.]{0,64}@/u.test(plain)) return [];
  const found = Array.from(plain.matchAll(ADDRESS), ([, name = '', host = '']) => {
    const [local, domain] = [name.replace(/^['.]+/u, ''), domainToASCII(host)];
    return local && domain ? `${local}@${domain}` : null;
  });
  return [...new Set(found.filter((one) => one !== null))];
}

const bareText = (text: string): string =>
  withoutInvisible(trimAround(wellFormed(text.replaceAll('…', '\u2022'))))
    .normalize('NFKC')
    .replace(/^e-?mail:? /iu, '')
    .replace(/^(?:mailto:)?(?:\/\/)?\s?/iu, '')
    .replace(/\?.*$/su, '')
    .replace('%40', '@')
    .replace(/&(?:#64|#x40|commat);/iu, '@')
    .toLowerCase();

const AT = 'at|ät|apenstaart(?:je)?|arobase|à|arroba|chiocciola|klammeraffe|snabel-?a|@';
const DOT = 'dot|punt|punkt|point|punto|\\.';
const AT_IN_BRACKETS = new RegExp(`\\s?[[({<]\\s?(?:${AT})\\s?[\\])}>]\\s?`, 'u');
const AT_AS_WORD = new RegExp(`\\s(?:${AT.replace('|à', '')})\\s|\\s?(?:-at-|_at_|\\*at\\*)\\s?`, 'u');
const DOT_IN_BRACKETS = new RegExp(`\\s?[[({<]\\s?(?:${DOT})\\s?[\\])}>]\\s?`, 'gu');
const DOT_AS_WORD = new RegExp(`\\s(?:${DOT})\\s|\\s?-(?:dot|punt)-\\s?`, 'gu');

/** `info [at] voorbeeld [punt] nl`, and the same in other languages. A word stands for a sign where the sign lacks. */
function uncovered(text: string): string {
  const spaced = text.replace(/\s{1,3}@\s{0,3}|@\s{1,3}/u, '@').replace(AT_IN_BRACKETS, '@');
  const covered = spaced.includes('@') ? spaced : spaced.replace(AT_AS_WORD, '@');
  const dotted = covered.replace(DOT_IN_BRACKETS, '.');
  return covered === text ? dotted : dotted.replace(DOT_AS_WORD, '.');
}

/**
 * `info@voorbeeld`, `info@@voorbeeld.nl`, `info@voorbeeld,nl`: for anyone who looks at it an address, though none that
 * arrives. What is masked or cut is not, nor a handle of the fediverse (`@naam@server`).
 */
export function isBrokenEmail(text: string): boolean {
  if (text.length > LONGEST || normaliseEmails(text).length > 0) return false;
  const bare = bareText(text);
  if (/[*•…]|\.{3}|(?<![^\s([<])@[^\s@]+@/u.test(bare)) return false;
  const plain = bare.includes('@') ? bare : uncovered(bare);
  return /(?<![^\s([<:])[\p{L}\p{N}][^\s@]{0,63}@{1,3}[^\s@]{0,3}[\p{L}\p{N}]/u.test(plain);
}

/** Whether both reach one mailbox: a label after a plus (`info+x@…`) only sorts what comes in. Takes normal forms. */
export const isSameMailbox = (a: string, b: string): boolean => withoutLabel(a) === withoutLabel(b);

const withoutLabel = (address: string): string => address.replace(/(?<=^[^+@]{1,64})\+[^@]*(?=@)/u, '');
