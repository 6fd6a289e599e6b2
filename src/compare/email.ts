/** One form for an e-mail address, however it was written down. */

import { domainToASCII } from 'node:url';
import { trimAround, wellFormed, withoutInvisible } from './characters.ts';

const LONGEST = 400;

/** Lower case and bare; null when there is no address in it. */
export function normaliseEmail(text: string): string | null {
  if (text.length > LONGEST) return null;
  const bare = withoutInvisible(trimAround(wellFormed(text)))
    .normalize('NFKC')
    .replace(/^e-?mail:? /iu, '')
    .replace(/^mailto:/iu, '')
    .replace(/\?.*$/su, '')
    .toLowerCase();
  const plain = (bare.includes('%40') ? bare.replace('%40', '@') : bare)
    .replace(/\s?[[({<]\s?(?:at|apenstaartje|@)\s?[\])}>]\s?|\s(?:at|apenstaartje)\s/u, '@')
    .replace(/\s?[[({<]\s?(?:dot|punt|\.)\s?[\])}>]\s?|\s(?:dot|punt)\s/gu, '.');
  return asciiAddress(plain.match(/[^\s<>()[\]:;,"]{1,64}@[^\s<>()[\]:;,"'@]{3,255}/u)?.[0] ?? '');
}

function asciiAddress(address: string): string | null {
  const [name, host = ''] = address
    .replace(/^'+/u, '')
    .replace(/[.!?]+$/u, '')
    .split('@');
  const domain = domainToASCII(host);
  return name && /^[^.]+(?:\.[^.]+)+$/u.test(domain) && !/[*…•]/u.test(name) ? `${name}@${domain}` : null;
}
