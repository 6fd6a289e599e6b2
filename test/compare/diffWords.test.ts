import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from '../../src/compare/diffWords.ts';
import { hostile } from '../support/hostileText.ts';

const sideOf = (a: string, b: string, kind: 'removed' | 'added') =>
  diffWords(a, b)
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('diffWords', () => {
  test('whole words', () => {
    expect(diffWords('Al 25 jaar in Utrecht', 'Al 20 jaar in Utrecht')).toEqual([
      { kind: 'same', text: 'Al ' },
      { kind: 'removed', text: '25' },
      { kind: 'added', text: '20' },
      { kind: 'same', text: ' jaar in Utrecht' },
    ]);
  });

  test('the same, and nothing', () => {
    expect(diffWords('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('', 'b')).toEqual([{ kind: 'added', text: 'b' }]);
  });

  test('both texts can be read back', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        expect(sideOf(a, b, 'removed')).toBe(a.replace(/\p{Surrogate}/gu, '\uFFFD'));
        expect(sideOf(a, b, 'added')).toBe(b.replace(/\p{Surrogate}/gu, '\uFFFD'));
      }),
    );
  });

  test.each([
    ['a '.repeat(500_000), 'b '.repeat(500_000)],
    ['a '.repeat(1_900), 'b '.repeat(1_900)],
    ['x'.repeat(1_000_000), 'y'],
  ])('what is too long is shown whole', (a, b) => {
    expect(diffWords(a, b).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['removed', 'added']));
  });
});
