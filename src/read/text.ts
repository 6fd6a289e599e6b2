/** Texts as pages write them, put right without changing what they say. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** One round of HTML entities, for texts that stand escaped where nothing needed escaping (JSON, aria labels). */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });

/** The text with HTML taken out of it: for API fields that hold markup. */
export const plainLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Two handles or ids that mean the same account: case, `@` and percent-encoding aside. */
export const sameHandle = (a: string, b: string): boolean => bareHandle(a) === bareHandle(b);

const bareHandle = (handle: string): string => decoded(handle).replace(/^@/, '').normalize('NFC').toLowerCase();

/** Percent-decoded where it can be. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
