/** Decides whether an SVG may be drawn: only one that refers to nothing outside itself. Never loads anything. */

const SNIFF_BYTES = 4096;

/** An SVG by its first tag; HTML that merely contains an SVG is not one. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  let rest = new TextDecoder().decode(bytes.subarray(0, SNIFF_BYTES)).trimStart();
  // Step over the XML declaration, comments and the doctype, each at most once per turn.
  for (let turn = 0; turn < 20; turn += 1) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') || /^<!doctype\b/i.test(rest) ? '>' : null;
    if (close === null) break;
    const end = rest.indexOf(close);
    if (end === -1) return false;
    rest = rest.slice(end + close.length).trimStart();
    if (rest.startsWith(']>')) rest = rest.slice(2).trimStart();
  }
  return /^<(?:[a-z][\w-]{0,20}:)?svg[\s>/]/i.test(rest);
}

/** The SVG's bytes without its (harmless) doctype, or null when it refers to anything outside itself. */
export function selfContainedSvg(bytes: Uint8Array): Uint8Array | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  text = text.replace(/<!DOCTYPE\s[^[\]>]{0,500}>/i, '');
  return refersOutside(text) ? null : new TextEncoder().encode(text);
}

const FORBIDDEN = [/<!/i, /<\?xml-stylesheet/i, /<(?:[\w-]{1,20}:)?include\b/i, /@import/i, /\bxml:base\b/i];
const REFERENCE = /(?:\b|:)(?:href|src)\s{0,20}=\s{0,20}(["']?)\s{0,20}([^"'\s>]{0,60})/gi;
const CSS_URL = /url\s{0,20}\(\s{0,20}(?:["']|&quot;|&apos;|&#3[49];)?\s{0,20}([^)\s]{0,60})/gi;
const EMBEDDED = /^data:image\/(?:png|jpe?g|gif|webp)[;,]/i;

function refersOutside(text: string): boolean {
  const bare = text.replaceAll(/<!--|<!\[CDATA\[/g, ' ');
  if (text.includes('\0') || FORBIDDEN.some((pattern) => pattern.test(bare))) return true;
  // An escape could hide the word url from us in a style sheet; an honest logo has none.
  if (/<style[\s>]/i.test(bare) && /\\[0-9a-f]/i.test(bare)) return true;
  const isInside = (target: string) => target === '' || target.startsWith('#') || EMBEDDED.test(target);
  for (const [, , target = ''] of bare.matchAll(REFERENCE)) if (!isInside(target)) return true;
  for (const [, target = ''] of bare.matchAll(CSS_URL)) if (!isInside(target)) return true;
  return false;
}
