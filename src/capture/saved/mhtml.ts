/** MHTML, as Chromium saves it, and as Internet Explorer and Word did: one page, and the images beside it. */

import { decodeText } from '../charset.ts';
import { bytesOf, type MimePart, messageOf, parameterOf, partsOf } from './mime.ts';
import { imagesBy, instantOf, type SavedFault, type SavedFile, webAddress } from './savedFile.ts';

const MAX_DEPTH = 4;

/** A message with MIME headers at the very beginning of the file. */
export function isMhtml(start: string): boolean {
  const head = start.replace(/^[\r\n]{0,8}/, '');
  return /^[A-Za-z][A-Za-z0-9-]{1,60}:/.test(head) && /(?:^|\n)(?:mime-version|content-type)\s{0,5}:/i.test(head);
}

export function openMhtml(bytes: Uint8Array, address: string): SavedFile | SavedFault {
  const message = messageOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const parts = leavesOf(message, 0);
  const page = pageOf(message, parts);
  if (!page) return { fault: 'this MHTML holds no page: it may have been cut off.' };
  const snapshot = message.headers.get('snapshot-content-location');
  const base = page.headers.get('content-location') ?? message.headers.get('content-location');
  const url = webAddress(snapshot) ?? webAddress(base);
  const { images, names } = imagesOf(parts, url ?? address);
  const type = page.headers.get('content-type') ?? null;
  const body = named(decodeText(bytesOf(page), type), names);
  const at = instantOf(message.headers.get('date'));
  const place = { requestedUrl: url, finalUrl: url, redirects: [], status: null };
  return { kind: 'mhtml', answers: [{ ...place, contentType: 'text/html', at, body }], image: imagesBy(images) };
}

/** Every part that holds no parts itself. */
function leavesOf(message: MimePart, depth: number): readonly MimePart[] {
  const type = message.headers.get('content-type');
  const boundary = parameterOf(type, 'boundary');
  if (!/^multipart\//i.test(type ?? '') || !boundary) return [message];
  if (depth >= MAX_DEPTH) return [];
  return partsOf(message.raw, boundary).flatMap((part) => leavesOf(part, depth + 1));
}

/** The part that `start` names, else the first page; the pages of frames come behind it. */
function pageOf({ headers }: MimePart, parts: readonly MimePart[]): MimePart | undefined {
  const start = parameterOf(headers.get('content-type'), 'start');
  const pages = parts.filter((part) => /html/i.test(part.headers.get('content-type') ?? ''));
  return pages.find((part) => start !== undefined && part.headers.get('content-id') === start) ?? pages[0];
}

/** The images by their addresses; those that are only named (`cid:`) get one on the page. */
function imagesOf(parts: readonly MimePart[], base: string) {
  const images = new Map<string, () => Uint8Array>();
  const names = new Map<string, string>();
  for (const part of parts) {
    if (!/^image\//i.test(part.headers.get('content-type') ?? '')) continue;
    const location = webAddress(part.headers.get('content-location'), base);
    if (location && !images.has(location)) images.set(location, () => bytesOf(part));
    const id = /^<([^<>\s]{1,200})>$/.exec(part.headers.get('content-id') ?? '')?.[1];
    if (id === undefined || names.has(id)) continue;
    const address = new URL(base);
    address.hash = `saved-image-${encodeURIComponent(id)}`;
    names.set(id, address.href);
    images.set(address.href, () => bytesOf(part));
  }
  return { images, names };
}

const named = (body: string, names: ReadonlyMap<string, string>): string =>
  names.size === 0 ? body : body.replace(/\bcid:([^\s"'<>()]{1,200})/g, (whole, id: string) => names.get(id) ?? whole);
