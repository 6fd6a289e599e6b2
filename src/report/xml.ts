/** XML text that every parser accepts, whatever a profile's author wrote. Knows nothing of reports. */

// Everything outside XML 1.0's Char production, lone surrogates among it.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
// Line ends and tabs of an attribute would become spaces: their codes do not.
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const withoutForbidden = (text: string) => text.replace(FORBIDDEN, '\uFFFD');

export const escapeXml = (text: string): string =>
  withoutForbidden(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

const escapeAttribute = (text: string): string =>
  withoutForbidden(text).replace(/[&<>"'\n\r\t]/g, (char) => ENTITIES[char] ?? char);

/** One element; its children are XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  const opening = `${name}${pairs.join('')}`;
  return children.length === 0 ? `<${opening}/>` : `<${opening}>\n${children.join('\n')}\n</${name}>`;
}

/** An element that holds nothing but text; its spaces are kept. */
export const textElement = (
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text: string,
): string => `${element(name, attributes).slice(0, -2)}>${escapeXml(text)}</${name}>`;
