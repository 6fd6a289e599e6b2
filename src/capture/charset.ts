/** Bytes to text, in the encoding that a browser would choose. Never fails: what cannot be decoded is U+FFFD. */

/** How far into a document its own word about its encoding is looked for. */
const PRESCAN = 4096;

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9F. Not every Node version's decoder gets these right. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A byte order mark wins, then the header, then the document itself, then UTF-8 if it is that. */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const label = fromMark(bytes) ?? fromContentType(contentType) ?? fromDocument(bytes, contentType);
  if (label !== undefined) {
    const text = decodeAs(bytes, label);
    if (text !== undefined) return text;
  }
  return decodeStrictly(bytes) ?? decodeWindows(bytes);
}

function fromMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

function fromContentType(contentType: string | null): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s"';]{1,40})/i.exec((contentType ?? '').slice(0, 500))?.[1];
}

function fromDocument(bytes: Uint8Array, contentType: string | null): string | undefined {
  if (/json/i.test(contentType ?? '')) return 'utf-8';
  const start = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const xml = /^\s{0,20}<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(start)?.[1];
  const meta = /<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{1,40})/i.exec(start)?.[1];
  const label = xml ?? meta;
  // What could be read as single bytes is no UTF-16, whatever it says.
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === 'windows-1252' ? decodeWindows(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS[char.charCodeAt(0) - 0x80] ?? char);

/** False for what no adapter could read: images, archives, films. A server that says nothing is given the benefit. */
export function isTextual(contentType: string | null): boolean {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return (
    type === '' ||
    (/^text\/|^application\/(?:xml|json|javascript|xhtml\+xml)$|[+](?:json|xml)$/.test(type) &&
      !type.startsWith('image/'))
  );
}
