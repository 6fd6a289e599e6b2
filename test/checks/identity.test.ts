import { describe, expect, test } from 'vitest';
import { identity } from '../../src/checks/identity.ts';
import { judge } from '../../src/checks/judge.ts';
import type { PinKind } from '../../src/model/pin.ts';
import { aCaptureReading, aContext, anObservation, type ContextOptions } from '../support/subject.ts';

const pins: readonly PinKind[] = [
  { kind: 'profile', shape: /^p(\d+)$/, example: 'p1' },
  { kind: 'place', shape: /^m(\d+)$/, example: 'm1', mayChange: true },
  { kind: 'page', shape: /^(?:urn:)?(\d+)$/, example: '1' },
];

const ask = async (options: ContextOptions) => {
  const [finding] = await judge(aContext({ network: { pins }, ...options }), [], [identity]);
  return finding && { code: finding.code, status: finding.status, found: finding.found, args: finding.args };
};

const seenBy = (...shown: readonly (readonly [pin: string, named?: readonly string[]])[]) => ({
  readings: shown.map(([pin, named]) =>
    aCaptureReading({ observation: anObservation({ pin }), ...(named ? { named } : {}) }),
  ),
});

describe('presence.identity', () => {
  test.each<readonly [string, string, string, string]>([
    ['1', '1', 'ok', 'identity.same'],
    ['urn:1', '1', 'ok', 'identity.same'],
    [' 1', '1', 'ok', 'identity.same'],
    ['1', '2', 'deviating', 'identity.taken-over'],
    ['urn:1', '2', 'deviating', 'identity.taken-over'],
    ['p1', '2', 'unverifiable', 'identity.not-comparable'],
    ['1', 'something', 'unverifiable', 'identity.not-comparable'],
    ['m1', 'm2', 'unverifiable', 'identity.not-comparable'],
    ['m1', 'm1', 'ok', 'identity.same'],
  ])('registered %j, seen %j: %s %s', async (pin, seen, status, code) => {
    expect(await ask({ expectation: { pin }, values: { pin: seen } })).toMatchObject({ status, code, found: seen });
  });

  test('on a network whose ids are not known a difference is no proof', async () => {
    const asked = { expectation: { pin: '1' }, values: { pin: '2' }, network: { pins: [] } };
    expect(await ask(asked)).toMatchObject({ code: 'identity.not-comparable', status: 'unverifiable' });
  });

  test('without an id in the list nothing is asked', async () => {
    expect(await ask({ values: { pin: '2' } })).toBeUndefined();
  });

  test('an id that no page shows is not found; on a network without any it is not asked', async () => {
    const expectation = { pin: '1' };
    expect(await ask({ expectation })).toMatchObject({ code: 'field.not-found', status: 'unverifiable' });
    const none = await ask({ expectation, network: { fields: ['name'] } });
    expect(none).toMatchObject({ code: 'field.not-on-network', status: 'not-applicable' });
  });

  test('what was only read by documentation takes nothing over', async () => {
    const asked = { expectation: { pin: '1' }, values: { pin: '2' }, places: { pin: { isUnmet: true } } } as const;
    expect(await ask(asked)).toMatchObject({ code: 'identity.unmet', status: 'unverifiable' });
    const same = { ...asked, values: { pin: '1' } };
    expect(await ask(same)).toMatchObject({ code: 'identity.same', status: 'ok' });
  });

  test('two sources that disagree prove nothing; one more kind of id says nothing', async () => {
    const expectation = { pin: '1' };
    expect(await ask({ expectation, reading: seenBy(['1'], ['2']) })).toMatchObject({ code: 'identity.contradictory' });
    expect(await ask({ expectation, reading: seenBy(['p7'], ['1']) })).toMatchObject({ code: 'identity.same' });
    expect(await ask({ expectation, reading: seenBy(['2'], ['p7']) })).toMatchObject({ code: 'identity.taken-over' });
  });

  test('a page that names itself by the id in the list, beside another', async () => {
    const reading = seenBy(['2', ['voorbeeld', '2', 'urn:1']]);
    expect(await ask({ expectation: { pin: '1' }, reading })).toMatchObject({ code: 'identity.same', status: 'ok' });
  });

  test('the same id under another handle', async () => {
    const other = { handle: 'nieuw', url: 'https://netwerk.example/nieuw' };
    const readings = [aCaptureReading({ observation: anObservation({ pin: '1' }), renamed: other })];
    const found = await ask({ expectation: { pin: '1' }, reading: { readings } });
    expect(found).toMatchObject({
      code: 'identity.renamed',
      status: 'deviating',
      args: { from: 'voorbeeld', to: other.url },
    });
  });

  test('a move is told without an id in the list; another account under the handle is worse', async () => {
    const movedTo = 'https://elders.example/@voorbeeld';
    expect(await ask({ values: { movedTo } })).toMatchObject({ code: 'identity.moved', args: { to: movedTo } });
    const taken = { expectation: { pin: '1' }, values: { pin: '2', movedTo } };
    expect(await ask(taken)).toMatchObject({ code: 'identity.taken-over' });
  });

  test('what was not seen: told where an id is asked for, and where the network led elsewhere', async () => {
    const walled = { outcome: 'login-wall', observation: null } as const;
    expect(await ask({ reading: walled })).toBeUndefined();
    const asked = await ask({ expectation: { pin: '1' }, reading: walled });
    expect(asked).toMatchObject({ code: 'field.not-seen', status: 'unverifiable' });
    const gone = { outcome: 'not-found', observation: null } as const;
    expect(await ask({ expectation: { pin: '1' }, reading: gone })).toBeUndefined();
    const redirected = { handle: 'nieuw', url: 'https://netwerk.example/nieuw' };
    const readings = [aCaptureReading({ outcome: 'unreadable', redirected })];
    const led = await ask({ reading: { outcome: 'unreadable', observation: null, readings } });
    expect(led).toMatchObject({ code: 'identity.perhaps-renamed', status: 'unverifiable', found: 'nieuw' });
  });
});
