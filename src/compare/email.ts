/** One form for an e-mail address, however it was written down. */

import { domainToASCII } from 'node:url';
import { trimAround, wellFormed, withoutInvisible } from './characters.ts';

const LONGEST = 400;
const ADDRESS =
  /([\p{L}\p{N}.!#$%&'+/=^_~-]{1,64})@((?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}\.){1,8}[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{1,62})(?![@\p{L}\p{N}…*•])/u;

/** Lower case and bare; null when there is no address in it, or only a part of one. */
export function normaliseEmail(text: string): string | null {
  if (text.length > LONGEST) return null;
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
  const [, name = '', host = ''] = ADDRESS.exec(plain) ?? [];
  // `i***@voorbeeld.nl` is masked: the part behind the stars is no name.
  const isMasked = /[*•…]['\p{L}\p{N}.]{0,64}@/u.test(plain);
  const domain = domainToASCII(host);
  const local = name.replace(/^['.]+/u, '');
  return local && domain && !isMasked ? `${local}@${domain}` : null;
}

/** Whether both reach one mailbox: a label after a plus (`info+x@…`) only sorts what comes in. Takes normal forms. */
export const isSameMailbox = (a: string, b: string): boolean => withoutLabel(a) === withoutLabel(b);

const withoutLabel = (address: string): string => address.replace(/(?<=^[^+@]{1,64})\+[^@]*(?=@)/u, '');
