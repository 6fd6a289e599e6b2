import { describe, expect, test } from 'vitest';
import { expectedDigest } from '../../src/checks/byHand.ts';
import { dormant } from '../../src/checks/dormant.ts';
import { judge } from '../../src/checks/judge.ts';
import { name } from '../../src/checks/name.ts';
import type { SeenEntry } from '../../src/model/config.ts';
import { aContext, anExpectation, type ContextOptions } from '../support/subject.ts';

const named = { name: { value: 'Voorbeeld', from: 'brand', aliases: [] } } as const;
const walled = { outcome: 'login-wall', observation: null } as const;
const look = (parts: Partial<SeenEntry> = {}): SeenEntry => ({ at: '2026-11-20', by: 'Noor', ...parts });

const ask = async (looks: readonly SeenEntry[], options: ContextOptions = {}) => {
  const context = { ...aContext({ expectation: named, ...options }), hand: { looks, validFor: 'P30D' } };
  const findings = await judge(context, [name, dormant], []);
  return Object.fromEntries(findings.map(({ check, code, status }) => [check, `${status} ${code}`]));
};

describe('a field that no source saw', () => {
  test.each<readonly [string, readonly SeenEntry[], string]>([
    ['right', [look({ fields: { name: 'ok' } })], 'ok hand.ok'],
    ['wrong', [look({ fields: { name: 'deviating' } })], 'deviating hand.deviating'],
    ['empty', [look({ fields: { name: 'absent' } })], 'absent hand.absent'],
    ['not seen either', [look({ fields: { name: 'not-seen' } })], 'unverifiable field.not-seen'],
    ['another field', [look({ fields: { bio: 'ok' } })], 'unverifiable field.not-seen'],
    ['nobody looked', [], 'unverifiable field.not-seen'],
    ['on the last day', [look({ at: '2026-10-24', fields: { name: 'ok' } })], 'ok hand.ok'],
    ['a day too old', [look({ at: '2026-10-23', fields: { name: 'ok' } })], 'unverifiable hand.too-old'],
    ['still to come', [look({ at: '2026-11-24', fields: { name: 'ok' } })], 'unverifiable field.not-seen'],
    [
      'the last look counts',
      [look({ fields: { name: 'deviating' } }), look({ at: '2026-11-01', fields: { name: 'ok' } })],
      'deviating hand.deviating',
    ],
    [
      'bound to what is expected',
      [look({ fields: { name: 'ok' }, expected: { name: expectedDigest(name, anExpectation(named)) } })],
      'ok hand.ok',
    ],
    [
      'bound to what was expected',
      [look({ fields: { name: 'ok' }, expected: { name: expectedDigest(name, anExpectation()) } })],
      'unverifiable hand.other-expectation',
    ],
  ])('%s', async (_, looks, expected) => {
    expect((await ask(looks, { reading: walled }))['info.name']).toBe(expected);
  });

  test('what a source saw goes before it', async () => {
    const looks = [look({ fields: { name: 'ok' } })];
    expect((await ask(looks, { values: { name: 'Anders' } }))['info.name']).toBe('deviating name.differs');
  });

  test.each(['not-found', 'suspended'] as const)('it is no answer to %s', async (outcome) => {
    const looks = [look({ fields: { name: 'ok' }, newestPost: '2024-03-03' })];
    const found = await ask(looks, { reading: { outcome, observation: null } });
    expect(Object.values(found)).toEqual(['unverifiable field.not-seen', 'unverifiable field.not-seen']);
  });
});

describe('the newest post that a person saw', () => {
  const activity = (day: string) => ({ from: `${day}T00:00:00.000Z`, to: `${day}T00:00:00.000Z` });
  const atLeast = (day: string) => ({ lastActivity: { ...activity(day), completeness: 'at-least' } }) as const;

  test.each<readonly [string, Partial<SeenEntry>, ContextOptions, string]>([
    ['old', { newestPost: '2024-03-03' }, { reading: walled }, 'deviating hand.dormant'],
    ['recent', { newestPost: '2026-11-01' }, { reading: walled }, 'ok hand.recent'],
    ['on the limit', { newestPost: '2026-05-20' }, { reading: walled }, 'ok hand.recent'],
    ['before the limit', { newestPost: '2026-05-19' }, { reading: walled }, 'deviating hand.dormant'],
    ['nothing said', {}, { reading: walled }, 'unverifiable field.not-seen'],
    ['too long ago', { at: '2026-09-01', newestPost: '2024-03-03' }, { reading: walled }, 'unverifiable hand.too-old'],
    [
      'where a page proves nothing',
      { newestPost: '2024-03-03' },
      { values: atLeast('2024-01-01') },
      'deviating hand.dormant',
    ],
    [
      'where a page shows a newer one',
      { newestPost: '2024-03-03' },
      { values: atLeast('2025-01-01') },
      'unverifiable activity.perhaps-dormant',
    ],
    [
      'where a page proves the contrary',
      { newestPost: '2024-03-03' },
      { values: atLeast('2026-11-01') },
      'ok activity.recent',
    ],
  ])('%s', async (_, parts, options, expected) => {
    expect((await ask([look(parts)], options))['activity.dormant']).toBe(expected);
  });

  test('of a profile that need not post it says nothing', async () => {
    const { activity: asked } = anExpectation();
    const expectation = { ...named, activity: { ...asked, intent: 'archive' } } as const;
    const found = await ask([look({ newestPost: '2024-03-03' })], { expectation, reading: walled });
    expect(found['activity.dormant']).toBe('unverifiable field.not-seen');
  });
});
