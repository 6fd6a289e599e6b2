/** A session as one line of text, for an environment variable or a file: packed, checked when it is read, never too large. */

import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { isUrl } from '../../model/isUrl.ts';
import type { Session, SessionCookie, StoredItem } from '../../model/session.ts';

/** Secrets of CI servers hold 48 KB, and some count what encoding adds. */
export const MAX_PACKED = 40 * 1024;
const MAX_UNPACKED = 1024 * 1024;

/** Longer than MAX_PACKED when the session is too large to be used. */
export const packSession = (session: Session): string =>
  brotliCompressSync(Buffer.from(JSON.stringify(session))).toString('base64url');

/** Null for what is no session of ours. */
export function unpackSession(text: string): Session | null {
  const packed = text.trim();
  if (packed.length > MAX_PACKED || !/^[\w-]{20,}$/.test(packed)) return null;
  try {
    const bytes = brotliDecompressSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MAX_UNPACKED });
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
}

/** Everything in it that nobody may see, as it is written and as it is meant. */
export function secretsIn(session: Session): readonly string[] {
  const values = [...session.cookies, ...session.origins.flatMap(({ localStorage }) => localStorage)];
  return values.flatMap(({ value }) => {
    const bare = value.replace(/^"|"$/g, '');
    return [value, bare, decoded(bare), ...accountIn(decoded(bare))];
  });
}

/** A number of the account that stands behind a name: `u=12345678`. */
const accountIn = (value: string): readonly string[] => /^\w{1,8}=(\d{6,})$/.exec(value)?.slice(1) ?? [];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isSession = (value: unknown): value is Session =>
  isObject(value) &&
  value.version === 1 &&
  isText(value.network) &&
  isText(value.savedAt) &&
  !Number.isNaN(Date.parse(value.savedAt)) &&
  isList(value.cookies, isCookie) &&
  isList(value.origins, isOrigin);

const isCookie = (value: unknown): value is SessionCookie =>
  isObject(value) &&
  [value.name, value.value, value.domain, value.path].every(isText) &&
  typeof value.expires === 'number' &&
  typeof value.httpOnly === 'boolean' &&
  typeof value.secure === 'boolean' &&
  (value.sameSite === 'Strict' || value.sameSite === 'Lax' || value.sameSite === 'None');

const isOrigin = (value: unknown): boolean =>
  isObject(value) && isText(value.origin) && isUrl(value.origin) && isList(value.localStorage, isItem);

const isItem = (value: unknown): value is StoredItem => isObject(value) && isText(value.name) && isText(value.value);

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown, isItsKind: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isItsKind);
