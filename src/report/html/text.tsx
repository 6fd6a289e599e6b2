/** Foreign text on the page: isolated, with invisible characters made visible, and cut when it is endless. */

import { cut, visible } from '../visible.ts';
import type { View } from './view.ts';

export { cut, visible } from '../visible.ts';

const SHOWN = 1_000;
const KEPT = 20_000;

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
