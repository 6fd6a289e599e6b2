import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideFindings, type PolicyInput } from '../../src/decide/policy.ts';
import { isWrong } from '../../src/decide/series.ts';
import type { Decision } from '../../src/model/audit.ts';
import type { ProfileEntry, Settings, Waiver } from '../../src/model/config.ts';
import type { Finding, Status } from '../../src/model/finding.ts';
import type { PreviousFindings } from '../../src/model/previous.ts';
import { finding } from '../support/decisions.ts';
import { anEntry, SETTINGS } from '../support/visits.ts';

const NOW = '2027-01-31T23:59:59.999Z';

interface Parts {
  readonly entry?: Partial<ProfileEntry>;
  readonly checks?: Settings['checks'];
  readonly now?: string;
  readonly previous?: PreviousFindings | null;
}

const policy = ({ entry = {}, checks = {}, now = NOW, previous = null }: Parts): PolicyInput => ({
  entry: anEntry(entry),
  settings: { ...SETTINGS, checks },
  severities: { 'info.name': 'warning', 'look.logo': 'error' },
  now,
  previous,
});

function decided(of: Finding, parts: Parts = {}): Decision {
  const [decision] = decideFindings([of], policy(parts));
  if (!decision) throw new Error('No decision was made.');
  return decision;
}

describe('severity', () => {
  test.each<readonly [string, Finding, Settings['checks'], string]>([
    ['the check’s default', finding('info.name', 'deviating'), {}, 'warning'],
    ['error where no default is known', finding('info.phone', 'deviating'), {}, 'error'],
    ['the judgement’s own', finding('info.name', 'deviating', { severity: 'error' }), {}, 'error'],
    ['the user’s over the default', finding('info.name', 'deviating'), { 'info.name': 'error' }, 'error'],
    [
      'the user’s over the judgement’s',
      finding('look.logo', 'deviating', { severity: 'warning' }),
      { 'look.logo': 'error' },
      'error',
    ],
    [
      'but information stays information',
      finding('look.logo', 'deviating', { severity: 'info' }),
      { 'look.logo': 'error' },
      'info',
    ],
    [
      'another check’s setting is none of its business',
      finding('info.name', 'deviating'),
      { 'look.logo': 'info' },
      'warning',
    ],
  ])('%s', (_, of, checks, severity) => {
    expect(decided(of, { checks }).severity).toBe(severity);
  });

  test.each<readonly [string, Parts]>([
    ['switched off', { checks: { 'info.name': 'off' } }],
    ['ignored by the profile', { entry: { ignore: ['info.name'] } }],
  ])('%s: no decision', (_, parts) => {
    const findings = [finding('info.name', 'deviating'), finding('look.logo', 'ok')];
    expect(decideFindings(findings, policy(parts)).map((each) => each.finding.check)).toEqual(['look.logo']);
  });
});

const waiver = (parts: Partial<Waiver> = {}): Waiver => ({
  check: 'info.name',
  accepts: 'merk',
  reason: 'r',
  owner: 'o',
  until: '2027-01-31',
  ...parts,
});

describe('waivers', () => {
  const wrong = finding('info.name', 'deviating', { normalised: 'merk', found: 'MERK!' });
  const hash = `sha256:${'a'.repeat(64)}`;
  test.each<readonly [string, Finding, readonly Waiver[], Status, Decision['waiverRefused']]>([
    ['none', wrong, [], 'deviating', null],
    ['the value, normalised', wrong, [waiver()], 'waived', null],
    ['the value as found', wrong, [waiver({ accepts: 'MERK!' })], 'waived', null],
    ['another value', wrong, [waiver({ accepts: 'merken' })], 'deviating', 'other-value'],
    ['another check', wrong, [waiver({ check: 'info.bio' })], 'deviating', null],
    ['on its last day', wrong, [waiver({ until: '2027-01-31' })], 'waived', null],
    [
      'lapsed, and of another value',
      wrong,
      [waiver({ accepts: 'x', until: '2026-01-01' })],
      'deviating',
      'other-value',
    ],
    ['a lapsed one beside one that holds', wrong, [waiver({ until: '2026-01-01' }), waiver()], 'waived', null],
    [
      'one of another value beside a lapsed one',
      wrong,
      [waiver({ accepts: 'x' }), waiver({ until: '2026-01-01' })],
      'deviating',
      'lapsed',
    ],
    [
      'an image by its pixels',
      finding('look.logo', 'deviating', { normalised: hash }),
      [waiver({ check: 'look.logo', accepts: hash })],
      'waived',
      null,
    ],
    [
      'another image',
      finding('look.logo', 'deviating', { normalised: hash }),
      [waiver({ check: 'look.logo', accepts: `sha256:${'b'.repeat(64)}` })],
      'deviating',
      'other-value',
    ],
    [
      'an empty field by the empty text',
      finding('info.name', 'absent', { normalised: '' }),
      [waiver({ accepts: '' })],
      'waived',
      null,
    ],
    ['the empty text accepts nothing else', wrong, [waiver({ accepts: '' })], 'deviating', 'other-value'],
    [
      'a value that is not known is accepted by nothing',
      finding('info.name', 'deviating'),
      [waiver({ accepts: 'null' })],
      'deviating',
      'other-value',
    ],
    [
      'never what could not be seen',
      finding('info.name', 'unverifiable', { normalised: 'merk' }),
      [waiver()],
      'unverifiable',
      null,
    ],
    ['what is right needs none', finding('info.name', 'ok', { normalised: 'merk' }), [waiver()], 'ok', null],
    [
      'never presence',
      finding('presence.exists', 'deviating', { normalised: 'not-found' }),
      [waiver({ check: 'presence.exists', accepts: 'not-found' })],
      'deviating',
      null,
    ],
    [
      'never identity',
      finding('presence.identity', 'deviating', { normalised: 'x' }),
      [waiver({ check: 'presence.identity', accepts: 'x' })],
      'deviating',
      null,
    ],
  ])('%s', (_, of, waivers, status, refused) => {
    const found = decided(of, { entry: { waivers } });
    expect({ status: found.status, refused: found.waiverRefused }).toEqual({ status, refused });
    expect(found.waiver === null).toBe(status !== 'waived');
    expect(found.finding.status).toBe(of.status);
  });

  test('the day after its last day it has lapsed', () => {
    const found = decided(wrong, { entry: { waivers: [waiver()] }, now: '2027-02-01T00:00:00.000Z' });
    expect(found).toMatchObject({ status: 'deviating', waiver: null, waiverRefused: 'lapsed' });
  });

  test('the waiver that holds is the one that is shown', () => {
    const holds = waiver({ reason: 'geldt' });
    expect(decided(wrong, { entry: { waivers: [waiver({ until: '2026-01-01' }), holds] } }).waiver).toBe(holds);
  });
});

type Night = Exclude<Status, 'waived'> | 'excused' | 'excused-other' | 'lapsed';

/** What each of these nights is decided to be, one after the other; nights are named by their number. */
function nights(...all: readonly Night[]) {
  let previous: PreviousFindings | null = null;
  return all.map((night, index) => {
    const now = `2027-01-0${index + 1}T02:00:00.000Z`;
    const isExcused = night === 'excused' || night === 'excused-other' || night === 'lapsed';
    const status = isExcused ? 'deviating' : night;
    const waivers = isExcused ? [waiver({ until: night === 'lapsed' ? '2026-01-01' : '2028-01-01' })] : [];
    const found = night === 'excused-other' ? 'something else' : 'merk';
    const made = decided(finding('info.name', status, { found }), { now, previous, entry: { waivers } });
    const { since, lastSeen } = made;
    previous = new Map([['p/info.name', { status: made.status, since, ...(lastSeen ? { lastSeen } : {}) }]]);
    return `${Number(since.slice(8, 10))}${made.isNew ? ' new' : ''}`;
  });
}

describe('since when, and what is new', () => {
  test.each<readonly [string, readonly Night[], readonly string[]]>([
    ['the first run calls nothing new', ['deviating'], ['1']],
    ['a series', ['deviating', 'deviating', 'deviating'], ['1', '1', '1']],
    ['a deviation that becomes an empty field is the same series', ['deviating', 'absent'], ['1', '1']],
    ['mended, and back', ['deviating', 'ok', 'deviating'], ['1', '2', '3 new']],
    ['a night that could not see it breaks nothing', ['deviating', 'unverifiable', 'deviating'], ['1', '1', '1']],
    ['nor do many', ['deviating', 'unverifiable', 'unverifiable', 'unverifiable', 'absent'], ['1', '1', '1', '1', '1']],
    [
      'seen for the first time after walls: new, and not older than it is',
      ['unverifiable', 'unverifiable', 'deviating'],
      ['1', '1', '3 new'],
    ],
    [
      'right before the walls: new',
      ['ok', 'unverifiable', 'unverifiable', 'deviating', 'deviating'],
      ['1', '2', '2', '4 new', '4'],
    ],
    ['a field that the network did not have', ['not-applicable', 'deviating'], ['1', '2 new']],
    ['excused for a while', ['deviating', 'excused', 'excused'], ['1', '1', '1']],
    ['a lapsed waiver: as old as it is', ['deviating', 'excused', 'lapsed', 'lapsed'], ['1', '1', '1 new', '1']],
    ['a waiver taken away', ['excused', 'deviating'], ['1', '1 new']],
    ['another value than the one that was excused', ['excused', 'excused-other', 'excused-other'], ['1', '2 new', '2']],
    ['excused, not seen, excused', ['excused', 'unverifiable', 'excused'], ['1', '1', '1']],
    ['excused, not seen, and no longer excused', ['excused', 'unverifiable', 'deviating'], ['1', '1', '1 new']],
  ])('%s', (_, all, expected) => {
    expect(nights(...all)).toEqual(expected);
  });

  test('a check that the previous run did not have is new', () => {
    expect(decided(finding('info.name', 'deviating'), { previous: new Map() }).isNew).toBe(true);
  });

  test('over any nights: never new and old at once, and never since a later night', () => {
    const night = fc.constantFrom<Night>(
      'ok',
      'deviating',
      'absent',
      'unverifiable',
      'excused',
      'lapsed',
      'excused-other',
    );
    fc.assert(
      fc.property(fc.array(night, { minLength: 2, maxLength: 9 }), (all) => {
        const told = nights(...all);
        told.forEach((each, index) => {
          expect(Number(each.split(' ')[0])).toBeLessThanOrEqual(index + 1);
          const before = all.slice(0, index).findLast((one) => one !== 'unverifiable');
          if (before === 'deviating' || before === 'absent' || before === 'lapsed') expect(each).not.toContain('new');
        });
      }),
    );
  });
});

test.each<readonly [Status, boolean]>([
  ['ok', false],
  ['deviating', true],
  ['absent', true],
  ['unverifiable', false],
  ['not-applicable', false],
  ['waived', false],
])('%s is wrong: %s', (status, wrong) => {
  expect(isWrong(status)).toBe(wrong);
});
