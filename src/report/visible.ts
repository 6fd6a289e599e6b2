/** Foreign text that cannot deceive: what is invisible or turns the line around is shown as its code, what is endless is cut. */

// Controls, soft hyphens, zero-width spaces, bidi marks, overrides and isolates, lone surrogates.
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu;

/** The text with each invisible or reordering character replaced by its code. */
export const visible = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, (char) => `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);

/** At most so many characters, never half a pair. */
export const cut = (text: string, length: number): string => {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
};

const SHORT = 300;
const LONG = 5_000;

const shortened = (text: string, length: number) => (text.length > length ? `${cut(text, length)}…` : text);

/** In a line of ours: no line ends. */
export const oneLine = (text: string, length = SHORT): string =>
  visible(shortened(text, length)).replace(/\s+/g, ' ').trim();

/** With its own line ends. */
export const someLines = (text: string, length = LONG): string => visible(shortened(text, length));
