import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beforeEllipsis, folded, trimAround, withoutUmlauts } from '../../src/compare/characters.ts';
import { hostile } from '../support/hostileText.ts';

test.each([
  ['Één', 'een'],
  ['ŁÓDŹ', 'lodz'],
  ['Smørrebrød', 'smorrebrod'],
  ['Straße', 'strasse'],
  ['Œuvre', 'oeuvre'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['النـــور', 'النور'],
  ['שָׁלוֹם', 'שלום'],
  ['ĳs', 'ijs'],
])('%j is looked up as %j', (text, plain) => {
  expect(folded(text)).toBe(plain);
});

test.each([
  ['हिन्दी', 'हन्दी'],
  ['が', 'か'],
  ['ที่', 'ที'],
])('%j and %j are two words', (a, b) => {
  expect(folded(a)).not.toBe(folded(b));
});

test('folding twice changes nothing, and the way of encoding does not count', () => {
  fc.assert(fc.property(hostile, (text) => folded(folded(text)) === folded(text)));
  fc.assert(fc.property(hostile, (text) => folded(text.normalize('NFD')) === folded(text.normalize('NFC'))));
});

test.each([
  ['Königsallee', 'Koenigsallee'],
  ['Ångström', 'Aangstroem'],
  ['reünie', 'reuenie'],
])('%j without umlauts is %j', (text, plain) => {
  expect(withoutUmlauts(text)).toBe(plain);
});

test.each([
  ['Wij lenen…', 'Wij lenen'],
  ['Wij lenen ... Lees verder »', 'Wij lenen'],
  ['Wij lenen (...)', 'Wij lenen'],
  ['Wir leihen… Mehr anzeigen', 'Wir leihen'],
  ['Nous prêtons… En savoir plus', 'Nous prêtons'],
  ['Wij lenen meer', null],
  ['Wij lenen… en meer gereedschap', null],
])('%j is cut after %j', (text, start) => {
  expect(beforeEllipsis(text)).toBe(start);
});

test('marks of direction around a text go, those that turn its letters around stay', () => {
  expect(trimAround('\u2068 Voorbeeld\u200E ')).toBe('Voorbeeld');
  expect(trimAround('\u202EVoorbeeld')).toBe('\u202EVoorbeeld');
});
