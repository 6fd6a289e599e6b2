/** Foreign text on the page: isolated, with invisible characters made visible, and cut when it is endless. */

import type { View } from './view.ts';

// Controls, soft hyphens, zero-width spaces, bidi marks, overrides and isolates, lone surrogates.
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu;
const SHOWN = 1_000;
const KEPT = 20_000;

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

/** A short value, in the middle of our own words. */
export const Value = ({ text }: { readonly text: string }) => (
  <bdi class="value">{visible(text.length > SHOWN ? `${cut(text, SHOWN)}…` : text)}</bdi>
);

/** A sentence of the catalogue: ours, but with foreign values in it. */
export const Sentence = ({ text }: { readonly text: string }) => (
  <span dir="auto">{visible(text.length > SHOWN ? `${cut(text, SHOWN)}…` : text)}</span>
);

/** A text of any length: the head is shown, the rest unfolds, the endless part stays in report.json. */
export function LongText({ view, text }: { readonly view: View; readonly text: string }) {
  const { finding } = view.words.page;
  if (text.length <= SHOWN) return <bdi class="text">{visible(text)}</bdi>;
  const characters = view.words.format.number(text.length);
  return (
    <>
      <bdi class="text">{visible(cut(text, SHOWN))}…</bdi>
      <details class="more">
        <summary>{finding.whole(characters)}</summary>
        <bdi class="text">{visible(cut(text, KEPT))}</bdi>
        {text.length > KEPT && <p class="quiet">{finding.cut(characters)}</p>}
      </details>
    </>
  );
}
