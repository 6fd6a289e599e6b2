import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrase } from '../../src/compare/phrase.ts';
import { hostile } from '../support/hostileText.ts';

const FOUND: readonly (readonly [text: string, phrase: string])[] = [
  ['Stichting Oud helpt jongeren', 'Stichting Oud'],
  ['Bij stichting oud kan het', 'Stichting Oud'],
  ['STICHTING OUD', 'Stichting Oud'],
  ['Dit is Stichting\u00A0Oud.', 'Stichting Oud'],
  ['Dit is Stichting\nOud.', 'Stichting Oud'],
  ['voorheen ‘Stichting Oud’', 'Stichting Oud'],
  ['(Stichting Oud)', 'Stichting Oud'],
  ['Stichting-Oud', 'Stichting Oud'],
  ['Volg #StichtingOud', 'Stichting Oud'],
  ['@stichtingoud', 'Stichting Oud'],
  ['Stichting Ou\u00ADd', 'Stichting Oud'],
  ['Café één is open', 'Cafe een'],
  ['Cafe een is open', 'Café Één'],
  ['KPN-klanten', 'KPN'],
  ["KPN's nieuws", 'KPN'],
  ['ex-KPN', 'KPN'],
  ['nu 100% gratis', '100%'],
  ['Oud B.V. helpt', 'Oud B.V.'],
  ['Jan & Zoon', 'Jan & Zoon'],
  ['Fijne dagen 🎄', '🎄'],
  ['www.stichting-oud.nl', 'Stichting Oud'],
  ['Kom in 2025 langs', '2025'],
];

const NOT_FOUND: readonly (readonly [text: string, phrase: string])[] = [
  ['Stichting Ouderen helpt', 'Stichting Oud'],
  ['Stichting voor Oud', 'Stichting Oud'],
  ['De Stichting. Na Oud', 'Stichting Oud'],
  ['Wij wonen in Oud-Beijerland', 'Oud'],
  ['Noord-Oud', 'Oud'],
  ['Houdt u van muziek', 'Oud'],
  ['gratis voor 100 mensen', '100%'],
  ['Kom in 20251 langs', '2025'],
  ['iets', ''],
  ['iets', ' '],
  ['', 'Oud'],
];

describe('findPhrase', () => {
  test.each(FOUND)('in %j stands %j', (text, phrase) => {
    expect(findPhrase(text, ['niets', phrase])).toBe(phrase);
  });

  test.each(NOT_FOUND)('in %j does not stand %j', (text, phrase) => {
    expect(findPhrase(text, [phrase])).toBeNull();
  });

  test('a former name inside the present one is no find, beside it it is', () => {
    const except = ['Stichting Voorbeeld'];
    expect(findPhrase('Stichting Voorbeeld helpt', ['Voorbeeld'], { except })).toBeNull();
    expect(findPhrase('Stichting Voorbeeld, vroeger Voorbeeld', ['Voorbeeld'], { except })).toBe('Voorbeeld');
    expect(findPhrase('Gemeente Oud en Nieuw', ['Gemeente Oud'], { except: ['Gemeente Oud en Nieuw'] })).toBeNull();
    expect(findPhrase('Voorbeeld Oud', ['Voorbeeld Oud'], { except: ['Voorbeeld'] })).toBe('Voorbeeld Oud');
  });

  test('the first of the phrases given', () => {
    expect(findPhrase('twee en een', ['een', 'twee'])).toBe('een');
  });

  test('a phrase between other words is always found, and never where its words are not', () => {
    const word = fc.stringMatching(/^[a-e]{1,3}$/);
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), (before, phrase, after) => {
        expect(findPhrase([...before, phrase, ...after].join(' '), [phrase])).toBe(phrase);
        expect(findPhrase(before.filter((one) => one !== phrase).join(' '), [phrase])).toBeNull();
      }),
    );
  });

  test('nothing throws', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (text, phrase, other) => {
        const found = findPhrase(text, [phrase], { except: [other] });
        expect(found === null || found === phrase).toBe(true);
      }),
    );
  });

  test.each(['a', 'oud ', '-', 'A-', '\uD83D'])('a million times %j', (part) => {
    const long = part.repeat(1_000_000 / part.length);
    expect(findPhrase(long, ['niets', 'stichting oud'], { except: ['oud oud'] })).toBeNull();
  });
});
