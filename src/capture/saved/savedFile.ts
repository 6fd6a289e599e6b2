/** What a file that a person saved holds, in one form whatever wrote it. Types and bounds; reads nothing. */

import { isUrl } from '../../model/isUrl.ts';

export type SavedKind = 'html' | 'single-file' | 'mhtml' | 'har' | 'json' | 'feed';

/** One answer of a server, as far as the file says where and when. */
export interface SavedAnswer {
  /** The address that was asked; null where the file does not say. */
  readonly requestedUrl: string | null;
  /** Where it ended. */
  readonly finalUrl: string | null;
  readonly redirects: readonly string[];
  /** Null where the file does not say: a saved page has no status. */
  readonly status: number | null;
  readonly contentType: string | null;
  /** ISO 8601; null where the file does not say. */
  readonly at: string | null;
  readonly body: string;
}

export interface SavedFile {
  readonly kind: SavedKind;
  /** One, but for a HAR: every page and every JSON answer in it. */
  readonly answers: readonly SavedAnswer[];
  /** The bytes of an image that the file holds, by the address at which the page shows it. */
  readonly image: (url: string) => Uint8Array | null;
}

/** Why a file cannot be read, in a plain sentence. */
export interface SavedFault {
  readonly fault: string;
}

export const MAX_FILE = 64 * 1024 * 1024;
/** No picture of a profile is larger. */
export const MAX_IMAGE = 12 * 1024 * 1024;

export const NO_IMAGES = (): null => null;

/** An http(s) address without its fragment, or null. */
export function webAddress(text: unknown, base?: string): string | null {
  if (typeof text !== 'string' || text.length > 8192 || !isUrl(text.trim(), base)) return null;
  const url = new URL(text.trim(), base);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/** A date in any of the forms in which browsers write one, as ISO 8601; null for none. */
export function instantOf(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 100) return null;
  const time = Date.parse(text.replace(/\s*\([^()]{0,60}\)\s*$/, ''));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Images by address. One that differs in its query alone is the same picture, where the file holds one of that path. */
export function imagesBy(images: ReadonlyMap<string, () => Uint8Array>): SavedFile['image'] {
  const byPath = new Map<string, readonly string[]>();
  for (const url of images.keys())
    if (!url.includes('#')) byPath.set(pathOf(url), [...(byPath.get(pathOf(url)) ?? []), url]);
  const named = (url: string): string | undefined => {
    const address = webAddress(url) ?? '';
    if (images.has(url) || images.has(address)) return images.has(url) ? url : address;
    const alike = byPath.get(pathOf(address)) ?? [];
    return alike.length === 1 && !url.includes('#saved-image-') ? alike[0] : undefined;
  };
  return (url) => {
    const bytes = images.get(named(url) ?? '')?.();
    return bytes && bytes.length > 0 && bytes.length <= MAX_IMAGE ? bytes : null;
  };
}

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';
