import { describe, expect, test } from 'vitest';
import { ACTIONS, seenOf, verdictOf } from '../../src/decide/verdict.ts';
import type { Decision, Verdict } from '../../src/model/audit.ts';
import type { Outcome } from '../../src/model/capture.ts';
import { decision, finding } from '../support/decisions.ts';
import { anObservation, type Values } from '../support/subject.ts';

const NAME = decision(finding('info.name', 'ok'));
const LOGO = decision(finding('look.logo', 'ok'));
const BIO = decision(finding('info.bio', 'ok'));
const WRONG = decision(finding('info.phone', 'deviating'));
const EMPTY = decision(finding('info.phone', 'absent'));
const INFO = decision(finding('info.phone', 'deviating'), { severity: 'info' });
const UNSEEN = decision(finding('info.phone', 'unverifiable'));
const WAIVED = decision(finding('info.phone', 'deviating'), { status: 'waived' });
const GONE = decision(finding('presence.exists', 'deviating', {}, 'presence.gone'));
const PERHAPS_GONE = decision(finding('presence.exists', 'unverifiable', {}, 'presence.not-found-unconfirmed'));
const SUSPENDED = decision(finding('presence.exists', 'deviating', {}, 'presence.suspended'));
const CLOSED = decision(finding('presence.network-closed', 'deviating', {}, 'network.closed'));
const DORMANT = decision(finding('activity.dormant', 'deviating', {}, 'activity.dormant'));
const PERHAPS_DORMANT = decision(finding('activity.dormant', 'unverifiable', {}, 'activity.perhaps-dormant'));
const unseen = (check: 'info.name' | 'look.logo' | 'info.bio') => decision(finding(check, 'unverifiable'));
const foreign = (check: 'look.logo' | 'info.bio') => decision(finding(check, 'not-applicable'));
const asInfo = (of: Decision): Decision => ({ ...of, severity: 'info' });

describe('the first that applies wins', () => {
  test.each<readonly [string, readonly Decision[], Outcome | null, Verdict]>([
    ['suspended over all', [SUSPENDED, GONE, CLOSED, DORMANT, WRONG, UNSEEN], 'suspended', 'suspended'],
    ['gone', [WRONG, DORMANT, CLOSED, GONE], 'not-found', 'gone'],
    ['a closed network', [DORMANT, WRONG, CLOSED], null, 'network-closed'],
    ['dormant over inconsistent', [NAME, LOGO, WRONG, DORMANT], 'profile', 'dormant'],
    ['inconsistent over unverifiable', [unseen('info.name'), unseen('look.logo'), WRONG], 'profile', 'inconsistent'],
    ['an empty field', [NAME, LOGO, EMPTY], 'profile', 'inconsistent'],
    ['a warning', [NAME, LOGO, { ...WRONG, severity: 'warning' as const }], 'profile', 'inconsistent'],
    ['unseen in part, nothing wrong', [NAME, LOGO, UNSEEN], 'profile', 'consistent'],
    ['all right', [NAME, LOGO, BIO], 'profile', 'consistent'],
    ['a waived deviation', [NAME, LOGO, WAIVED], 'profile', 'consistent'],
    ['a waived dormancy', [NAME, LOGO, { ...DORMANT, status: 'waived' as const }], 'profile', 'consistent'],
    ['an absence that was not confirmed', [PERHAPS_GONE], 'not-found', 'unverifiable'],
    ['perhaps dormant is not dormant', [NAME, LOGO, PERHAPS_DORMANT], 'profile', 'consistent'],
    ['no decision at all', [], 'profile', 'unverifiable'],
  ])('%s', (_, decisions, outcome, verdict) => {
    expect(verdictOf(decisions, outcome, {})).toBe(verdict);
    expect(verdictOf(decisions.toReversed(), outcome, {})).toBe(verdict);
  });

  test.each<Outcome>([
    'login-wall',
    'challenge',
    'rate-limited',
    'network-error',
    'timeout',
    'unreadable',
    'not-found',
    'suspended',
  ])('what was not seen as a profile is unverifiable, whatever is said of its fields: %s', (outcome) => {
    expect(verdictOf([NAME, LOGO, BIO, WRONG], outcome, {})).toBe('unverifiable');
  });
});

describe('information changes no verdict', () => {
  test.each<readonly [string, readonly Decision[], Verdict]>([
    ['a deviation', [NAME, LOGO, INFO], 'consistent'],
    ['dormancy', [NAME, LOGO, asInfo(DORMANT)], 'consistent'],
    ['beside what is wrong', [NAME, LOGO, INFO, asInfo(DORMANT), WRONG], 'inconsistent'],
    ['of a field that was not seen', [unseen('info.name'), LOGO, INFO], 'unverifiable'],
  ])('%s', (_, decisions, verdict) => {
    expect(verdictOf(decisions, 'profile', {})).toBe(verdict);
  });

  test('but an account that is gone is gone, however little that matters to the user', () => {
    expect(verdictOf([asInfo(GONE)], 'not-found', null)).toBe('gone');
  });
});

describe('consistent needs the name, and the logo or the bio', () => {
  test.each<readonly [string, readonly Decision[], Values, Verdict]>([
    ['name and logo', [NAME, LOGO], {}, 'consistent'],
    ['name and bio', [NAME, BIO], {}, 'consistent'],
    ['name and bio, logo unseen', [NAME, BIO, unseen('look.logo')], {}, 'consistent'],
    ['name alone', [NAME, unseen('look.logo'), unseen('info.bio')], {}, 'unverifiable'],
    ['logo and bio without the name', [unseen('info.name'), LOGO, BIO], {}, 'unverifiable'],
    [
      'a wrong logo that is waived was seen',
      [NAME, decision(finding('look.logo', 'deviating'), { status: 'waived' })],
      {},
      'consistent',
    ],
    [
      'an empty bio that is waived was seen',
      [NAME, decision(finding('info.bio', 'absent'), { status: 'waived' })],
      {},
      'consistent',
    ],
    ['the brand asks for neither, and the page shows none', [NAME], {}, 'unverifiable'],
    ['the brand asks for neither, and the page shows a bio', [NAME], { bio: 'x' }, 'consistent'],
    ['the brand asks for neither, and the page shows an empty bio', [NAME], { bio: null }, 'consistent'],
    [
      'an undecided logo is not made good by being on the page',
      [NAME, unseen('look.logo')],
      { logo: { url: 'https://a.nl' } },
      'unverifiable',
    ],
    ['the network has neither', [NAME, foreign('look.logo'), foreign('info.bio')], {}, 'unverifiable'],
    ['the name is not asked, and shown', [LOGO], { name: 'x' }, 'consistent'],
    ['the name is not asked, and not shown', [LOGO], {}, 'unverifiable'],
  ])('%s', (_, decisions, values, verdict) => {
    expect(verdictOf(decisions, 'profile', anObservation(values))).toBe(verdict);
  });
});

test('each verdict has its action', () => {
  expect(ACTIONS).toEqual({
    consistent: 'none',
    inconsistent: 'fix',
    dormant: 'delete-or-revive',
    gone: 'remove-from-registry',
    suspended: 'appeal-or-remove',
    'network-closed': 'remove-from-registry',
    'taken-over': 'report-to-network',
    unverifiable: 'look-by-hand',
  });
});

describe('how much was seen', () => {
  test.each<readonly [string, readonly Decision[], ReturnType<typeof seenOf>]>([
    ['nothing asked', [], { fields: 0, of: 0, unseen: [] }],
    [
      'right, wrong, empty and waived are all seen',
      [
        NAME,
        WRONG,
        decision(finding('info.bio', 'absent')),
        decision(finding('look.logo', 'deviating'), { status: 'waived' }),
      ],
      { fields: 4, of: 4, unseen: [] },
    ],
    ['what the network does not have is not counted', [NAME, foreign('info.bio')], { fields: 1, of: 1, unseen: [] }],
    [
      'what was not seen is named',
      [NAME, unseen('info.bio'), UNSEEN, PERHAPS_DORMANT],
      { fields: 1, of: 4, unseen: ['bio', 'phones', 'lastActivity'] },
    ],
    ['presence is no field', [GONE, CLOSED, NAME], { fields: 1, of: 1, unseen: [] }],
    [
      'nor is a first post, which is the same field as activity',
      [decision(finding('activity.never-posted', 'unverifiable'))],
      { fields: 0, of: 0, unseen: [] },
    ],
  ])('%s', (_, decisions, seen) => {
    expect(seenOf(decisions)).toEqual(seen);
  });
});
