import { describe, expect, test } from 'vitest';
import { sightOf } from '../../src/decide/sight.ts';
import { OUTCOMES, type Outcome } from '../../src/model/capture.ts';

const sight = (known: Outcome | null, impossible: Outcome | null) => sightOf(known, impossible).sight;

describe('what two controls say of a source', () => {
  test.each(['profile', 'not-found', 'suspended', 'login-wall', 'challenge', 'rate-limited'] as const)(
    'the same answer for both makes it blind: %s',
    (outcome) => expect(sight(outcome, outcome)).toBe('blind'),
  );

  test.each([
    ['profile', 'not-found'],
    ['profile', 'unreadable'],
    ['profile', 'login-wall'],
    ['login-wall', 'not-found'],
    ['unreadable', 'not-found'],
  ] as const)('%s and %s: it sees', (known, impossible) => expect(sight(known, impossible)).toBe('sees'));

  test.each([
    ['network-error', 'not-found'],
    ['profile', 'timeout'],
    ['timeout', 'timeout'],
    ['unreadable', 'unreadable'],
    ['not-found', 'profile'],
    ['not-found', 'login-wall'],
    ['suspended', 'not-found'],
    [null, 'not-found'],
    ['profile', null],
  ] as const)('%s and %s: unclear, and it says why', (known, impossible) => {
    expect(sightOf(known, impossible)).toMatchObject({ sight: 'unclear', because: expect.stringMatching(/./) });
  });

  test('whatever a failure is paired with, nothing is concluded', () => {
    for (const outcome of OUTCOMES) {
      expect(sight('network-error', outcome)).toBe('unclear');
      expect(sight(outcome, 'timeout')).toBe('unclear');
    }
  });
});
