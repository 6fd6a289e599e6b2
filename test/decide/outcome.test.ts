import { describe, expect, test } from 'vitest';
import { type EndingInput, endingOf, type Presence, presenceOf, summarise } from '../../src/decide/outcome.ts';
import type { Decision, ProfileAudit, Verdict } from '../../src/model/audit.ts';
import type { FailOn } from '../../src/model/config.ts';
import type { Severity } from '../../src/model/finding.ts';
import { anAudit, decision, finding } from '../support/decisions.ts';
import { aVisit } from '../support/visits.ts';

const wrong = (severity: Severity, parts: Partial<Decision> = {}) =>
  decision(finding('info.name', 'deviating'), { severity, ...parts });
const unseen = decision(finding('info.name', 'unverifiable'));
const missing = (severity: Severity): Presence => ({
  network: 'x',
  status: 'missing',
  important: true,
  severity,
  action: 'create',
});

describe('the exit code', () => {
  const ending = (decisions: readonly Decision[], parts: Partial<EndingInput> = {}) => {
    const { exitCode, exitReasons } = endingOf({
      audits: [anAudit({ decisions })],
      presence: [],
      coverage: 1,
      minCoverage: 0.25,
      failOn: 'error',
      complete: true,
      hasPrevious: true,
      ...parts,
    });
    return [exitCode, ...exitReasons];
  };

  test.each<readonly [string, readonly Decision[], Partial<EndingInput>, readonly (string | number)[]]>([
    ['nothing wrong', [], {}, [0]],
    ['what could not be seen fails nothing', [unseen], { failOn: 'warning' }, [0]],
    ['a waived deviation', [wrong('error', { status: 'waived' })], { failOn: 'warning' }, [0]],
    ['an empty field', [decision(finding('info.name', 'absent'))], {}, [1, 'findings']],
    ['interrupted', [], { complete: false }, [3, 'interrupted']],
    ['too little seen', [], { coverage: 0.24 }, [3, 'coverage']],
    ['just enough seen', [], { coverage: 0.25 }, [0]],
    [
      '3 before 1, and all the reasons',
      [wrong('error')],
      { complete: false, coverage: 0, presence: [missing('error')] },
      [3, 'interrupted', 'coverage', 'findings', 'missing-networks'],
    ],
    ['3 even when nothing fails the run', [wrong('error')], { coverage: 0, failOn: 'never' }, [3, 'coverage']],
    ['a share of nothing asked for is enough', [], { coverage: 0, minCoverage: 0 }, [0]],
    ['a missing network, at error', [], { presence: [missing('error')] }, [1, 'missing-networks']],
    ['a missing network, at warning', [], { presence: [missing('warning')] }, [0]],
    [
      'a missing network, at warning, fail on warning',
      [],
      { presence: [missing('warning')], failOn: 'warning' },
      [1, 'missing-networks'],
    ],
    [
      'a network that is not important',
      [],
      { presence: [{ network: 'x', status: 'missing', important: false }], failOn: 'warning' },
      [0],
    ],
    [
      'findings and a missing network',
      [wrong('error')],
      { presence: [missing('error')] },
      [1, 'findings', 'missing-networks'],
    ],
  ])('%s', (_, decisions, parts, expected) => {
    expect(ending(decisions, parts)).toEqual(expected);
  });

  const levels: readonly (readonly [FailOn, Severity, 0 | 1])[] = [
    ['error', 'error', 1],
    ['error', 'warning', 0],
    ['error', 'info', 0],
    ['warning', 'error', 1],
    ['warning', 'warning', 1],
    ['warning', 'info', 0],
    ['never', 'error', 0],
    ['never', 'warning', 0],
  ];
  test.each(levels)('fail on %s, a finding of %s: %i', (failOn, severity, code) => {
    expect(ending([wrong(severity)], { failOn })[0]).toBe(code);
    expect(ending([], { failOn, presence: [missing(severity)] })[0]).toBe(code);
  });

  test.each<readonly [string, readonly Decision[], Partial<EndingInput>, readonly (string | number)[]]>([
    ['an old finding', [wrong('error')], {}, [0]],
    ['a new one', [wrong('error', { isNew: true })], {}, [1, 'new-findings']],
    ['a new warning', [wrong('warning', { isNew: true })], {}, [1, 'new-findings']],
    ['new information', [wrong('info', { isNew: true })], {}, [0]],
    ['a lapsed waiver', [wrong('error', { waiverRefused: 'lapsed' })], {}, [1, 'new-findings']],
    ['a waiver of another value', [wrong('error', { waiverRefused: 'other-value' })], {}, [0]],
    ['without a previous run everything is new', [wrong('error')], { hasPrevious: false }, [1, 'new-findings']],
    ['but information never', [wrong('info')], { hasPrevious: false }, [0]],
    [
      'a network that is missing for the first time',
      [],
      { presence: [missing('warning')], missedBefore: [] },
      [1, 'missing-networks'],
    ],
    ['a network that was missing before', [], { presence: [missing('error')], missedBefore: ['y', 'x'] }, [0]],
    [
      'a missing network without a previous run',
      [],
      { presence: [missing('error')], hasPrevious: false },
      [1, 'missing-networks'],
    ],
    ['a missing network that is only information', [], { presence: [missing('info')], hasPrevious: false }, [0]],
  ])('fail on new: %s', (_, decisions, parts, expected) => {
    expect(ending(decisions, { failOn: 'new', ...parts })).toEqual(expected);
  });
});

const on = (network: string, verdict: Verdict): ProfileAudit => anAudit({ visit: aVisit({ network }), verdict });

describe('important networks', () => {
  const there = (network: string, important = true): Presence => ({ network, status: 'present', important });
  test.each<readonly [string, readonly string[], readonly ProfileAudit[], readonly string[], readonly Presence[]]>([
    ['registered and seen', ['x'], [on('x', 'consistent')], ['x'], [there('x')]],
    ['registered and walled', ['x'], [on('x', 'unverifiable')], ['x'], [there('x')]],
    ['registered, and not asked in this run', ['x'], [], ['x'], [there('x')]],
    ['not registered', ['x'], [on('y', 'consistent')], ['y'], [missing('warning'), there('y', false)]],
    ['all gone', ['x'], [on('x', 'gone'), on('x', 'gone')], ['x', 'x'], [missing('warning')]],
    ['one of two gone', ['x'], [on('x', 'gone'), on('x', 'dormant')], ['x', 'x'], [there('x')]],
    [
      'others once each, after the important ones',
      ['x'],
      [],
      ['b', 'a', 'b', 'x'],
      [there('x'), there('b', false), there('a', false)],
    ],
    [
      'a gone one that is not important asks for nothing',
      [],
      [on('y', 'gone')],
      ['y'],
      [{ network: 'y', status: 'missing', important: false }],
    ],
  ])('%s', (_, important, audits, registered, expected) => {
    expect(presenceOf(important, audits, registered, 'warning')).toEqual(expected);
  });

  test('switched off', () => {
    expect(presenceOf(['x'], [], [], 'off')).toEqual([]);
  });
});

describe('the summary', () => {
  const NO_VERDICTS = {
    consistent: 0,
    inconsistent: 0,
    dormant: 0,
    gone: 0,
    suspended: 0,
    'network-closed': 0,
    'taken-over': 0,
    unverifiable: 0,
  };

  test('of nothing: nothing was seen', () => {
    expect(summarise([], null)).toEqual({
      profiles: 0,
      verdicts: NO_VERDICTS,
      findings: { error: 0, warning: 0, info: 0 },
      coverage: { profiles: 0, fields: 0 },
      sincePrevious: null,
    });
  });

  test('counts what deviates or is absent, and shares of profiles and fields', () => {
    const audits = [
      anAudit({
        verdict: 'inconsistent',
        seen: { fields: 2, of: 5, unseen: [] },
        decisions: [wrong('error'), wrong('warning'), wrong('info'), unseen, wrong('error', { status: 'waived' })],
      }),
      anAudit({
        verdict: 'unverifiable',
        seen: { fields: 0, of: 4, unseen: [] },
        decisions: [unseen, decision(finding('info.bio', 'absent'), { severity: 'warning' })],
      }),
      anAudit({ verdict: 'gone', seen: { fields: 0, of: 0, unseen: [] } }),
    ];
    expect(summarise(audits, { new: 1, fixed: 2 })).toEqual({
      profiles: 3,
      verdicts: { ...NO_VERDICTS, inconsistent: 1, unverifiable: 1, gone: 1 },
      findings: { error: 1, warning: 2, info: 1 },
      coverage: { profiles: 0.6667, fields: 0.2222 },
      sincePrevious: { new: 1, fixed: 2 },
    });
  });
});
