import { describe, expect, test } from 'vitest';
import { readPrevious } from '../../src/deliver/previous.ts';
import { aFolder } from '../support/folders.ts';

describe('what the previous run found', () => {
  const previous = async (report: unknown) =>
    await readPrevious(
      await aFolder({ 'latest/report.json': typeof report === 'string' ? report : JSON.stringify(report) }),
    );
  const withFindings = (...findings: unknown[]) => ({ schemaVersion: 1, profiles: [{ findings }] });
  const since = '2026-11-01T02:00:00.000Z';

  test.each<readonly [string, unknown]>([
    ['an empty file', ''],
    ['no JSON', '{"schemaVersion": 1,'],
    ['null', null],
    ['a list', []],
    ['a text', '"x"'],
    ['another version', { schemaVersion: 2, profiles: [] }],
    ['no version', { profiles: [] }],
    ['no list of profiles', { schemaVersion: 1, profiles: {} }],
  ])('%s: none', async (_, report) => {
    expect(await previous(report)).toBeNull();
  });

  test('no run, and a folder in its place: none', async () => {
    expect(await readPrevious(await aFolder())).toBeNull();
    expect(await readPrevious(await aFolder({ 'latest/report.json/x': '' }))).toBeNull();
  });

  test.each<readonly [string, unknown, unknown]>([
    ['ok', { status: 'ok' }, { status: 'ok', since }],
    ['deviating', { status: 'deviating' }, { status: 'deviating', since }],
    ['absent', { status: 'absent' }, { status: 'absent', since }],
    ['waived', { status: 'waived' }, { status: 'waived', since }],
    [
      'not seen, wrong before',
      { status: 'unverifiable', lastSeen: 'absent' },
      { status: 'unverifiable', since, lastSeen: 'absent' },
    ],
    [
      'not seen, right before',
      { status: 'unverifiable', lastSeen: 'ok' },
      { status: 'unverifiable', since, lastSeen: 'ok' },
    ],
    ['never seen', { status: 'unverifiable', lastSeen: 'nonsense' }, { status: 'unverifiable', since }],
  ])('%s', async (_, finding, expected) => {
    const found = await previous(withFindings({ key: 'p/info.name', since, ...(finding as object) }));
    expect([...(found?.findings ?? [])]).toEqual([['p/info.name', expected]]);
  });

  test.each<readonly [string, unknown]>([
    ['no key', { since, status: 'ok' }],
    ['no time', { key: 'k', status: 'ok' }],
    ['a time that is none', { key: 'k', status: 'ok', since: 'yesterday' }],
    ['an unknown status', { key: 'k', since, status: 'fine' }],
    ['null', null],
    ['a list', []],
  ])('a finding with %s is left out, the others stay', async (_, broken) => {
    const found = await previous(withFindings(broken, { key: 'good', since, status: 'ok' }));
    expect([...(found?.findings.keys() ?? [])]).toEqual(['good']);
  });

  test('profiles without findings, broken history and presence are nothing', async () => {
    const report = {
      schemaVersion: 1,
      profiles: [null, {}, { findings: 3 }],
      history: [null, { at: 1 }, { at: since, summary: {} }],
      presence: [7, { network: 'x', status: 'missing' }, { network: 'y', status: 'present' }],
    };
    expect(await previous(report)).toEqual({
      run: { id: '', startedAt: '' },
      findings: new Map(),
      history: [{ at: since, summary: {} }],
      missing: ['x'],
    });
    expect(await previous({ schemaVersion: 1, profiles: [], history: {}, presence: 1 })).toEqual({
      run: { id: '', startedAt: '' },
      findings: new Map(),
      history: [],
      missing: [],
    });
  });

  const whole = {
    key: 'p/info.name',
    code: 'name.differs',
    args: { a: 1, b: 'x', c: null, d: {} },
    check: 'info.name',
    status: 'deviating',
    severity: 'error',
    expected: 'Voorbeeld',
    found: 'Ander',
    since,
  };
  const at = '2026-11-20T02:00:00.000Z';
  const last = { code: 'name.differs', args: { a: 1, b: 'x', c: null }, status: 'deviating', severity: 'error' };
  const asLast = { ...last, at, expected: 'Voorbeeld', found: 'Ander' };

  test('a finding is kept whole, dated by its run', async () => {
    const report = { ...withFindings(whole), run: { id: '2026-11-20T02-00-00Z', startedAt: at } };
    const found = await previous(report);
    expect(found?.run).toEqual({ id: '2026-11-20T02-00-00Z', startedAt: at });
    expect(found?.findings.get('p/info.name')).toEqual({ status: 'deviating', since, last: asLast });
  });

  test('of what could not be seen, what an earlier run saw is carried on with its own date', async () => {
    const blind = { ...whole, status: 'unverifiable', code: 'field.not-seen', lastSeen: 'deviating', last: asLast };
    const later = { ...withFindings(blind), run: { id: 'later', startedAt: '2026-11-21T02:00:00.000Z' } };
    expect((await previous(later))?.findings.get('p/info.name')).toEqual({
      status: 'unverifiable',
      since,
      lastSeen: 'deviating',
      last: asLast,
    });
  });
});
