/** A file that a person saved, known by its content and not by its name. Pure over bytes; what it cannot read is said. */

import { decodeText } from '../charset.ts';
import { harOf } from './har.ts';
import { isMhtml, openMhtml } from './mhtml.ts';
import { MAX_FILE, NO_IMAGES, type SavedFault, type SavedFile } from './savedFile.ts';
import { openHtml } from './savedHtml.ts';

/** `address`: where the page is thought to have stood; only for what the file itself does not say. */
export function openSaved(bytes: Uint8Array, { address }: { readonly address: string }): SavedFile | SavedFault {
  if (bytes.length > MAX_FILE) {
    return { fault: `the file is ${bytes.length} bytes; at most ${MAX_FILE} are read.` };
  }
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const stranger = STRANGERS.find(({ begins }) => begins.test(start));
  if (stranger) return { fault: `this is ${stranger.name}; ${SAVE_AS}` };
  if (isMhtml(start)) return openMhtml(bytes, address);
  const text = decodeText(bytes, null).replace(/^\uFEFF/, '');
  if (/^\s{0,1000}[[{]/.test(text.slice(0, 1100))) return openJson(text);
  const whole = /^\s{0,1000}(?:<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b)/i.test(text.slice(0, 1100));
  if (whole && /<(?:rss|feed|rdf:RDF)\b/i.test(text.slice(0, 4096))) return answered('feed', text, 'application/xml');
  return openHtml(text, address);
}

const SAVE_AS = 'save the page as one file (MHTML or SingleFile), as "web page, complete", or as a HAR.';

const STRANGERS: readonly { readonly begins: RegExp; readonly name: string }[] = [
  { begins: /^%PDF-/, name: 'a PDF' },
  { begins: /^PK\x03\x04/, name: 'a ZIP file' },
  { begins: /^bplist0/, name: 'a web archive of Safari' },
  { begins: /^\x89PNG|^\xFF\xD8\xFF|^GIF8|^RIFF[\s\S]{4}WEBP/, name: 'a picture' },
  { begins: /^\x1F\x8B/, name: 'a packed file' },
];

const openJson = (text: string): SavedFile | SavedFault =>
  harOf(parsed(text)) ?? answered('json', text, 'application/json');

const answered = (kind: 'json' | 'feed', body: string, contentType: string): SavedFile => ({
  kind,
  answers: [{ requestedUrl: null, finalUrl: null, redirects: [], status: null, contentType, at: null, body }],
  image: NO_IMAGES,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
