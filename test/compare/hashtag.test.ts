import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasHashtag, hashtagOf } from '../../src/compare/hashtag.ts';
import { hostile } from '../support/hostileText.ts';

describe('a phrase that is a hashtag and nothing else', () => {
  test.each([
    ['#samenwaken', 'samenwaken'],
    [' #SamenWaken ', 'SamenWaken'],
    ['＃samen_waken', 'samen_waken'],
    ['samenwaken', null],
    ['#', null],
    ['Doe mee #samenwaken', null],
    ['#samen-waken', null],
  ])('%j: %j', (phrase, tag) => {
    expect(hashtagOf(phrase)).toBe(tag);
  });
});

test.each([
  ['Doe mee! #SamenWaken', true],
  ['(#samenwaken)', true],
  ['#samenwaken.', true],
  ['#sámenwaken', true],
  ['#samen\u200Bwaken', true],
  ['＃samenwaken', true],
  ['#een#samenwaken', false],
  ['Wij gaan samenwaken', false],
  ['#samenwaken2024', false],
  ['#samenwaken_nu', false],
  ['https://voorbeeld.example/#samenwaken', false],
  ['@samenwaken', false],
])('%j holds #samenwaken: %s', (text, held) => {
  expect(hasHashtag(text, 'samenwaken')).toBe(held);
});

test('any text is taken, and a tag is found in itself', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(hasHashtag(text, 'samenwaken')).toBeTypeOf('boolean');
      const tag = hashtagOf(text);
      if (tag !== null) expect(hasHashtag(text, tag)).toBe(true);
    }),
  );
});
