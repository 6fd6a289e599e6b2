/** Text lengths as networks count them. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `characters` are Unicode code points; `graphemes` are what a reader sees as one sign. */
export const lengthOf = (text: string, unit: 'characters' | 'graphemes'): number =>
  unit === 'graphemes' ? [...segmenter.segment(text)].length : [...text].length;
