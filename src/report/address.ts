/** Addresses that a reader may be led to: http and https only. */

import { isUrl } from '../model/isUrl.ts';

const MAX_ADDRESS = 2_000;

/** The address in its normal form, or null when it is not one that a reader should follow. */
export function safeAddress(address: string): string | null {
  if (address.length > MAX_ADDRESS || !isUrl(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.username || url.password ? null : url.href;
}
