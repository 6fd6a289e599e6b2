import { describe, expect, test } from 'vitest';
import { defaultSeverities, fieldChecks, presenceChecks } from '../../src/checks/index.ts';
import { judge } from '../../src/checks/judge.ts';
import { type Check, defineCheck, type PresenceCheck } from '../../src/model/check.ts';
import { CHECK_IDS, ok } from '../../src/model/finding.ts';
import { aContext } from '../support/subject.ts';

const asked = defineCheck({
  id: 'info.bio',
  severity: 'error',
  needs: ['bio'],
  expects: () => true,
  expectedText: () => 'Wij helpen.',
  judge: ({ fields }) => ok('bio.same', {}, { found: fields.bio.value }),
});

const only = async (check: Check, options: Parameters<typeof aContext>[0] = {}) =>
  judge(aContext(options), [check], []);

describe('judge', () => {
  test('asks a check whose field is there, and names the finding', async () => {
    expect(await only(asked, { values: { bio: 'Hallo' } })).toEqual([
      {
        key: 'p/info.bio',
        check: 'info.bio',
        code: 'bio.same',
        args: {},
        status: 'ok',
        expected: null,
        found: 'Hallo',
        normalised: null,
        evidence: [],
      },
    ]);
  });

  test('no expectation, no finding', async () => {
    expect(await only({ ...asked, expects: () => false }, { values: { bio: 'Hallo' } })).toEqual([]);
  });

  test.each([
    'login-wall',
    'challenge',
    'rate-limited',
    'timeout',
    'network-error',
    'unreadable',
    'not-found',
    'suspended',
  ] as const)('a profile that was not seen (%s) is unverifiable, never empty', async (outcome) => {
    const [finding] = await only(asked, { reading: { outcome, because: 'why', observation: null } });
    expect(finding).toMatchObject({
      status: 'unverifiable',
      code: 'field.not-seen',
      args: { field: 'bio', outcome, because: 'why' },
      expected: 'Wij helpen.',
    });
  });

  test('what was read of a page that is not the profile is not judged', async () => {
    const [finding] = await only(asked, { values: { bio: 'Log in' }, reading: { outcome: 'login-wall' } });
    expect(finding).toMatchObject({ status: 'unverifiable', code: 'field.not-seen' });
  });

  test('a network without such a field', async () => {
    const [finding] = await only(asked, { values: { bio: 'Hallo' }, network: { fields: ['name'] } });
    expect(finding).toMatchObject({
      status: 'not-applicable',
      code: 'field.not-on-network',
      args: { field: 'bio', network: 'Netwerk' },
    });
  });

  test('no place gave the field', async () => {
    const [finding] = await only(asked, { values: { name: 'Voorbeeld' } });
    expect(finding).toMatchObject({ status: 'unverifiable', code: 'field.not-found', args: { field: 'bio' } });
    expect(finding?.evidence).toEqual([{ kind: 'value', field: 'bio', expected: ['Wij helpen.'], found: [] }]);
  });

  test.each([null, '', ' \n'])('the field is there and empty: %j', async (bio) => {
    const [finding] = await only(asked, { values: { bio } });
    expect(finding).toMatchObject({
      status: 'absent',
      code: 'field.empty',
      args: { field: 'bio' },
      expected: 'Wij helpen.',
      found: null,
      remedy: { value: 'Wij helpen.', file: null, url: 'https://netwerk.example/edit' },
      evidence: [{ kind: 'value', field: 'bio', locator: 'place of bio', origin: 'dom', source: 'http' }],
    });
  });

  test.each([[[]], [['']]])('a list with nothing in it is empty: %j', async (phones) => {
    const check = defineCheck({ ...asked, id: 'info.phone', needs: ['phones'], judge: () => ok('phone.same', {}) });
    expect(await only(check, { values: { phones } })).toMatchObject([{ status: 'absent', code: 'field.empty' }]);
  });

  test('an empty picture asks for the file', async () => {
    const check = defineCheck({
      ...asked,
      id: 'look.logo',
      needs: ['logo'],
      remedyFile: () => 'brand/logo.svg',
      judge: () => ok('bio.same', {}),
    });
    const [finding] = await only(check, { values: { logo: null } });
    expect(finding).toMatchObject({ status: 'absent', remedy: { value: null, file: 'brand/logo.svg' } });
  });

  test('a check that crashes is unverifiable, and the others are asked', async () => {
    const crash = (error: unknown) => ({
      ...asked,
      judge: () => {
        throw error;
      },
    });
    const later = { ...asked, judge: () => Promise.reject(new Error('later')) };
    const presence: PresenceCheck = {
      id: 'presence.exists',
      severity: 'error',
      judge: crash(new Error('presence')).judge,
    };
    const context = aContext({ values: { bio: 'Hallo' } });
    const findings = await judge(context, [crash(new Error('now')), later, crash(null), asked], [presence]);
    expect(findings.map(({ status, args }) => [status, args])).toEqual([
      ['unverifiable', { message: 'presence' }],
      ['unverifiable', { message: 'now' }],
      ['unverifiable', { message: 'later' }],
      ['unverifiable', { message: 'not an Error' }],
      ['ok', {}],
    ]);
  });

  test('of a closed network nothing else is said', async () => {
    const closed = { on: '2014-12-02', successor: null, source: 'https://nl.wikipedia.org/wiki/Hyves' };
    const findings = await judge(aContext({ network: { closed } }), fieldChecks, presenceChecks);
    expect(findings.map(({ key }) => key)).toEqual(['p/presence.network-closed']);
  });

  test('every check has one place in the list, in the order of the ids, and a severity', () => {
    const ids = [...presenceChecks, ...fieldChecks].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(CHECK_IDS.filter((id) => ids.includes(id)));
    expect(defaultSeverities).toMatchObject({
      'presence.exists': 'error',
      'info.address': 'warning',
      'activity.never-posted': 'warning',
    });
  });

  test('a profile whose brand says nothing is asked for its handle and its activity alone', async () => {
    const findings = await judge(aContext({ values: { handle: 'voorbeeld' } }), fieldChecks, presenceChecks);
    expect(findings.map(({ check, status }) => [check, status])).toEqual([
      ['presence.exists', 'ok'],
      ['info.handle', 'ok'],
      ['activity.dormant', 'unverifiable'],
      ['activity.never-posted', 'unverifiable'],
    ]);
  });
});
