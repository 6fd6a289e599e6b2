/** What `bijwerken explain` says of each of the brand's texts: its length, and what the network's limit does to it. */

import type { ExplainedField, Explanation } from '../plan/explain.ts';
import type { ExplainedText } from '../plan/explainBio.ts';
import type { ExplainWords } from '../words/explainWords.ts';
import type { Words } from '../words/index.ts';

interface Said {
  readonly words: Words;
  readonly own: ExplainWords;
  readonly of: Explanation;
}

export function bioLines({ limit }: ExplainedField, { words, own, of }: Said): string[] {
  const { number } = words.format;
  const texts = of.bio.texts.map((text) => textLine(text, number(text.length), own));
  if (limit === null || texts.length === 0) return texts;
  return [own.room(own.units[limit.unit](number(limit.max))), ...texts.map((text) => `  ${text}`)];
}

function textLine({ text, use, lacks }: ExplainedText, length: string, own: ExplainWords): string {
  const isRight = use === 'used' || use === 'equal';
  const missing = isRight ? lacks.map((phrase) => `; ${own.lacks(phrase)}`).join('') : '';
  return `${own.textOf(length, own.textUses[use])}${missing}${use === 'used' ? '' : `: ${beginning(text)}`}`;
}

/** Enough to know a text by. */
function beginning(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ')];
  return signs.length > 50 ? `${signs.slice(0, 49).join('').trimEnd()}…` : signs.join('');
}
