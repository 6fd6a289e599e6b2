/** A HAR 1.2: every page and answer in it, redirects followed. Cookies, request headers and what was sent are never looked at. */

import { decodeText } from '../charset.ts';
import {
  imagesBy,
  instantOf,
  MAX_FILE,
  type SavedAnswer,
  type SavedFault,
  type SavedFile,
  webAddress,
} from './savedFile.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Entry {
  readonly url: string;
  readonly status: number;
  readonly redirectUrl: string | null;
  readonly mimeType: string;
  readonly content: Fields;
  readonly at: string | null;
}

const MAX_ENTRIES = 50_000;
const MAX_HOPS = 20;

/** Null for JSON that is no HAR. */
export function harOf(json: unknown): SavedFile | SavedFault | null {
  const log = isObject(json) && isObject(json.log) ? json.log : null;
  if (log === null || !Array.isArray(log.entries)) return null;
  const listed: readonly unknown[] = log.entries;
  if (listed.length > MAX_ENTRIES) return { fault: `this HAR has more than ${MAX_ENTRIES} entries.` };
  const entries = listed.flatMap((value) => entryOf(value) ?? []);
  const follow = followed(entries);
  const texts = new Map<Entry, string | null>();
  const answers = entries.flatMap((entry, index) => answerOf(entry, index, entries, follow, texts) ?? []);
  if (answers.length === 0) return { fault: 'this HAR holds no page and no answer: save it "with content".' };
  return { kind: 'har', answers, image: imagesBy(imagesOf(entries)) };
}

function entryOf(value: unknown): Entry | null {
  if (!isObject(value) || !isObject(value.request) || !isObject(value.response)) return null;
  const { request, response } = value;
  const url = webAddress(request.url);
  const { status } = response;
  if (url === null || typeof status !== 'number' || !Number.isInteger(status)) return null;
  // What was sent with a form is none of ours, and its answer is no page that a stranger sees.
  if (typeof request.method === 'string' && request.method.toUpperCase() !== 'GET') return null;
  const content = isObject(response.content) ? response.content : {};
  return {
    url,
    status,
    redirectUrl: status >= 300 && status < 400 && response.redirectURL ? webAddress(response.redirectURL, url) : null,
    mimeType: typeof content.mimeType === 'string' ? content.mimeType.slice(0, 300) : '',
    content,
    at: instantOf(value.startedDateTime),
  };
}

/** For each entry, the one behind it that answers at the address it leads to; -1 for none. */
function followed(entries: readonly Entry[]): readonly number[] {
  const nearest = new Map<string, number>();
  const follow = entries.map(() => -1);
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry) continue;
    if (entry.redirectUrl) follow[index] = nearest.get(entry.redirectUrl) ?? -1;
    nearest.set(entry.url, index);
  }
  return follow;
}

/** What was answered in the end, with the address that was asked first; undefined for what is no text. */
function answerOf(
  first: Entry,
  from: number,
  entries: readonly Entry[],
  follow: readonly number[],
  texts: Map<Entry, string | null>,
): SavedAnswer | undefined {
  const redirects: string[] = [];
  let index = from;
  let entry: Entry | undefined = first;
  while (entry?.redirectUrl && redirects.length < MAX_HOPS) {
    redirects.push(entry.url);
    index = follow[index] ?? -1;
    entry = entries[index];
  }
  if (entry === undefined || entry.redirectUrl) return undefined;
  const { url, status, mimeType, at } = entry;
  const body = texts.get(entry) ?? textOf(entry);
  texts.set(entry, body);
  if (body === null) return undefined;
  return { requestedUrl: first.url, finalUrl: url, redirects, status, contentType: mimeType || null, at, body };
}

const TEXTUAL = /html|json|xml|text\/plain|^$/i;

function textOf({ mimeType, content }: Entry): string | null {
  const { text, encoding } = content;
  if (typeof text !== 'string' || text.length > MAX_FILE || !TEXTUAL.test(mimeType) || /svg/i.test(mimeType))
    return null;
  return encoding === 'base64' ? decodeText(Buffer.from(text, 'base64'), mimeType) : text;
}

function imagesOf(entries: readonly Entry[]): ReadonlyMap<string, () => Uint8Array> {
  return new Map(
    entries.flatMap(({ url, status, mimeType, content: { text, encoding } }) => {
      const isImage = status === 200 && /^image\//i.test(mimeType) && typeof text === 'string';
      const bytes = () => (isImage ? Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8') : Buffer.alloc(0));
      return isImage ? [[url, bytes] as const] : [];
    }),
  );
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
