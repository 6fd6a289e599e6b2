/** Addresses without what may be a secret in them: signatures, tokens, the ids by which visitors are followed. */

import { isUrl } from './model/isUrl.ts';

/** Names of query parameters that carry something about the visitor, not about the page. */
const ABOUT_VISITOR =
  /token|secret|sess|sid$|auth|sig|passw|pwd|key|csrf|xsrf|jwt|code|state|hash|clid$|^utm_|^mc_|^_hs|^li_|^ig|^__|^[a-z]?h$|^_nc|^oe?$|mail|user|uid/i;

/** Of a link the page it leads to is kept, with the parameters that choose that page. Texts that are no address stay. */
export function strippedAddress(address: string): string {
  if (!/^https?:\/\//i.test(address) || !isUrl(address)) return address;
  const url = new URL(address);
  const names = [...new Set(url.searchParams.keys())].filter((name) => ABOUT_VISITOR.test(name));
  const isClean = names.length === 0 && url.username === '' && url.password === '' && !/[=%]/.test(url.hash);
  if (isClean) return address;
  for (const name of names) url.searchParams.delete(name);
  url.username = '';
  url.password = '';
  if (/[=%]/.test(url.hash)) url.hash = '';
  return url.href;
}

/** A picture is kept beside its address, which then only names it: no query, no signature. */
export function strippedImage(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.username = '';
  url.password = '';
  if (!/^#saved-image-[\w%.-]{1,300}$/.test(url.hash)) url.hash = '';
  return url.href;
}
