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
  const bare = withoutInvisible(trimAround(wellFormed(text.replaceAll('…', '\u2022'))))
    .normalize('NFKC')
    .replace(/^e-?mail:? /iu, '')
    .replace(/^mailto:/iu, '')
    .replace(/\?.*$/su, '')
    .replace('%40', '@')
    .toLowerCase();
  const plain = bare
    .replace(/\s{1,3}@\s{0,3}|@\s{1,3}/u, '@')
    .replace(/\s?[[({<]\s?(?:at|apenstaartje|@)\s?[\])}>]\s?|\s(?:at|apenstaartje)\s/u, '@')
    .replace(/\s?[[({<]\s?(?:dot|punt|\.)\s?[\])}>]\s?|\s(?:dot|punt)\s/gu, '.');
  // `i***@voorbeeld.nl` is masked: the part behind the stars is no name.
  if (/[*•…]['\p{L}\p{N}.]{0,64}@/u.test(plain)) return [];
  const found = Array.from(plain.matchAll(ADDRESS), ([, name = '', host = '']) => {
    const [local, domain] = [name.replace(/^['.]+/u, ''), domainToASCII(host)];
    return local && domain ? `${local}@${domain}` : null;
  });
  return [...new Set(found.filter((one) => one !== null))];
}

/** Whether both reach one mailbox: a label after a plus (`info+x@…`) only sorts what comes in. Takes normal forms. */
export const isSameMailbox = (a: string, b: string): boolean => withoutLabel(a) === withoutLabel(b);

const withoutLabel = (address: string): string => address.replace(/(?<=^[^+@]{1,64})\+[^@]*(?=@)/u, '');
