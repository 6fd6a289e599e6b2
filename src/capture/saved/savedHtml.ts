/** One saved page of HTML: where and when it was saved, if it says so, and the images that stand in it. */

import { createHash } from 'node:crypto';
import { imagesBy, instantOf, NO_IMAGES, type SavedAnswer, type SavedFile, webAddress } from './savedFile.ts';

/** How far into the page the comment of whoever saved it is looked for. */
const PRESCAN = 64 * 1024;
const MARK = 'Page saved with SingleFile';

export function openHtml(text: string, address: string): SavedFile {
  const single = singleFile(text);
  if (single === null) return { kind: 'html', answers: [page(text, savedFrom(text), null)], image: NO_IMAGES };
  const { body, images } = withoutData(text, single.url ?? address);
  return { kind: 'single-file', answers: [page(body, single.url, single.at)], image: imagesBy(images) };
}

const page = (body: string, url: string | null, at: string | null): SavedAnswer => ({
  requestedUrl: url,
  finalUrl: url,
  redirects: [],
  status: null,
  contentType: 'text/html',
  at,
  body,
});

/** SingleFile says in a comment where and when it saved the page. */
function singleFile(text: string): { url: string | null; at: string | null } | null {
  const comment = commentWith(text, MARK);
  if (comment === null) return null;
  const line = (name: string) =>
    comment
      .split('\n')
      .map((each) => each.trim())
      .find((each) => each.toLowerCase().startsWith(name))
      ?.slice(name.length)
      .trim();
  return { url: webAddress(line('url:')), at: instantOf(line('saved date:')) };
}

/** Chromium and old Internet Explorer: `<!-- saved from url=(0042)https://… -->`. */
function savedFrom(text: string): string | null {
  const comment = commentWith(text, 'saved from url=(');
  const found = /saved from url=\(\d{1,6}\)(\S{1,8192})/.exec(comment ?? '');
  return webAddress(found?.[1]);
}

/** The text of the first comment that holds these words, near the beginning. */
function commentWith(text: string, words: string): string | null {
  const start = text.slice(0, PRESCAN);
  const found = start.indexOf(words);
  if (found === -1) return null;
  const opens = start.lastIndexOf('<!--', found);
  // Words of the page itself are no comment.
  if (opens === -1 || start.slice(opens, found).includes('-->')) return null;
  const closes = start.indexOf('-->', found);
  return closes === -1 ? null : start.slice(opens + 4, closes);
}

const MAX_IMAGES = 5000;
/** What is shorter is the blank that stands where an image was left out. */
const LEAST = 300;
const SCHEME = 'data:image/';

/** Each picture that stands in the page itself gets an address on that page, so that readers may name it. */
function withoutData(text: string, base: string): { body: string; images: ReadonlyMap<string, () => Uint8Array> } {
  const images = new Map<string, () => Uint8Array>();
  const parts: string[] = [];
  let done = 0;
  for (let found = text.indexOf(SCHEME); found !== -1; found = text.indexOf(SCHEME, found + SCHEME.length)) {
    if (images.size >= MAX_IMAGES) break;
    const kind = /^[\w.+-]{1,60};base64,/.exec(text.slice(found + SCHEME.length, found + SCHEME.length + 80));
    if (!kind) continue;
    const start = found + SCHEME.length + kind[0].length;
    const end = endOfBase64(text, start);
    if (end - start < LEAST) continue;
    const data = text.slice(start, end);
    const address = new URL(base);
    address.hash = `saved-image-${createHash('sha256').update(data).digest('hex').slice(0, 16)}`;
    images.set(address.href, () => Buffer.from(data, 'base64'));
    parts.push(text.slice(done, found), address.href);
    done = end;
  }
  return { body: parts.join('') + text.slice(done), images };
}

function endOfBase64(text: string, start: number): number {
  const sticky = /[A-Za-z0-9+/=]*/y;
  sticky.lastIndex = start;
  return start + (sticky.exec(text)?.[0].length ?? 0);
}
