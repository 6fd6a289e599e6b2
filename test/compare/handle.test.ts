import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareHandle } from '../../src/compare/handle.ts';
import { hostile } from '../support/hostileText.ts';

describe('compareHandle', () => {
  test.each([
    ['voorbeeld', 'voorbeeld', 'same'],
    ['voorbeeld', '@Voorbeeld', 'same'],
    ['voorbeeld', 'voorbeeld@mastodon.nl', 'same'],
    ['voorbeeld@mastodon.nl', '@voorbeeld@Mastodon.NL', 'same'],
    ['voorbeeld@mastodon.nl', 'voorbeeld@mastodon.social', 'different'],
    ['caf%C3%A9', 'café', 'same'],
    ['voorbeeld', 'voorbeeld_', 'different'],
    ['voorbeeld', 'voorbee1d', 'different'],
    ['voorbeeld', 'vооrbeeld', 'different'],
    ['stichting-voorbeeld', 'stichtingvoorbeeld', 'different'],
    ['100064812345678', 'voorbeeld', 'not-comparable'],
    ['voorbeeld', '100064812345678', 'not-comparable'],
    ['UCabcdefghijklmnopqrstuv', 'voorbeeld', 'not-comparable'],
    ['100064812345678', '100064812345679', 'different'],
    ['did:plc:abc', 'voorbeeld.nl', 'not-comparable'],
    ['%zz', '%zz', 'same'],
  ])('%s and %s: %s', (expected, found, relation) => {
    expect(compareHandle(expected, found)).toBe(relation);
  });

  test('reflexive and symmetric', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        expect(compareHandle(a, a)).toBe('same');
        expect(compareHandle(a, b)).toBe(compareHandle(b, a));
      }),
    );
  });
});
