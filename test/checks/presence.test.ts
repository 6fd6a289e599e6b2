import { describe, expect, test } from 'vitest';
import { exists } from '../../src/checks/exists.ts';
import { networkClosed } from '../../src/checks/networkClosed.ts';
import type { Outcome } from '../../src/model/capture.ts';
import { AT, aCaptureReading, aContext } from '../support/subject.ts';

const seenTwice = (outcome: Outcome) => [
  aCaptureReading({ source: 'http', outcome: 'login-wall', because: 'lands on /login' }),
  aCaptureReading({ source: 'api', outcome, because: 'answers 404', sign: 'answers 404', at: '2026-11-23T01:00:00Z' }),
  aCaptureReading({
    source: 'api',
    look: 2,
    outcome,
    because: 'answers 404',
    sign: 'answers 404',
    at: '2026-11-23T03:00:00Z',
  }),
];

const answer = (outcome: Outcome, confirmed = false, readings = seenTwice(outcome)) =>
  exists.judge(aContext({ reading: { outcome, confirmed, because: 'because', readings } }));

describe('presence.exists', () => {
  test.each([
    ['active', 'deviating', 'presence.closed-for-good'],
    ['archive', 'ok', 'presence.seen'],
  ] as const)('a place that is closed for good, of an account that is %s', (intent, status, code) => {
    const closed = { value: 'permanently', origin: 'api', source: 'api', locator: 'status' } as const;
    const reading = { outcome: 'profile', observation: { closed }, readings: [aCaptureReading({})] } as const;
    const { expectation } = aContext({});
    const judgement = exists.judge(
      aContext({ reading, expectation: { ...expectation, activity: { ...expectation.activity, intent } } }),
    );
    expect(judgement).toMatchObject({ status, code, evidence: [{ found: ['profile'] }] });
  });

  test('seen, by the source that saw it', () => {
    const readings = [
      aCaptureReading({ source: 'http', outcome: 'challenge' }),
      aCaptureReading({ source: 'browser' }),
    ];
    expect(answer('profile', false, readings)).toMatchObject({
      status: 'ok',
      code: 'presence.seen',
      args: { source: 'browser' },
      evidence: [
        { kind: 'value', field: 'presence', source: 'http', found: ['challenge'] },
        { kind: 'value', field: 'presence', source: 'browser', found: ['profile'] },
      ],
    });
  });

  test('gone, when two looks saw the sign', () => {
    expect(answer('not-found', true)).toMatchObject({
      status: 'deviating',
      code: 'presence.gone',
      args: { sign: 'answers 404', firstSeenGoneAt: '2026-11-23T01:00:00Z', confirmedAt: '2026-11-23T03:00:00Z' },
    });
  });

  test('gone, when the looks carry no time', () => {
    const readings = [aCaptureReading({ outcome: 'not-found' })];
    expect(answer('not-found', true, readings)).toMatchObject({
      args: { sign: 'because', firstSeenGoneAt: AT, confirmedAt: AT },
    });
  });

  test('one look proves nothing', () => {
    expect(answer('not-found')).toMatchObject({ status: 'unverifiable', code: 'presence.not-found-unconfirmed' });
    expect(answer('suspended')).toMatchObject({ status: 'unverifiable', code: 'presence.suspended' });
  });

  test('suspended', () => {
    expect(answer('suspended', true)).toMatchObject({
      status: 'deviating',
      code: 'presence.suspended',
      args: { sign: 'answers 404' },
    });
  });

  test.each(['login-wall', 'challenge', 'rate-limited', 'network-error', 'timeout', 'unreadable'] as const)(
    '%s is never gone, confirmed or not',
    (outcome) => {
      for (const confirmed of [false, true]) {
        expect(answer(outcome, confirmed)).toMatchObject({
          status: 'unverifiable',
          code: 'presence.not-seen',
          args: { outcome, because: 'because' },
        });
      }
    },
  );
});

describe('presence.network-closed', () => {
  const closed = { on: '2019-04-02', successor: null, source: 'https://nl.wikipedia.org/wiki/Google%2B' };

  test('says when and from where it is known, and leaves presence alone', () => {
    const context = aContext({ network: { name: 'Google+', closed } });
    expect(networkClosed.judge(context)).toMatchObject({
      status: 'deviating',
      code: 'network.closed',
      args: { network: 'Google+', closedOn: '2019-04-02', successor: null, source: closed.source },
    });
    expect(exists.judge(context)).toBeNull();
  });

  test('has nothing to say of a network that still is', () => {
    expect(networkClosed.judge(aContext())).toBeNull();
  });
});
