import { describe, expect, test } from 'vitest';
import { dormant } from '../../src/checks/dormant.ts';
import { judge } from '../../src/checks/judge.ts';
import { neverPosted } from '../../src/checks/neverPosted.ts';
import type { ExpectedActivity } from '../../src/model/expectation.ts';
import type { Activity } from '../../src/model/observation.ts';
import { aContext, type ContextOptions } from '../support/subject.ts';

const LIMIT = '2026-05-23T02:00:00.000Z';

const ask = async (
  check: typeof dormant | typeof neverPosted,
  lastActivity: Activity | null | undefined,
  activity: Partial<ExpectedActivity> = {},
  options: ContextOptions = {},
) => {
  const context = aContext({
    ...options,
    values: lastActivity === undefined ? {} : { lastActivity },
    expectation: { activity: { intent: 'active', dormantAfter: 'P6M', until: null, ...activity } },
  });
  const [finding] = await judge(context, [check], []);
  return finding;
};

const latest = (from: string, to = from): Activity => ({ from, to, completeness: 'latest' });
const atLeast = (from: string, to = from): Activity => ({ from, to, completeness: 'at-least' });

describe('activity.dormant', () => {
  test.each([
    ['recent', latest('2026-11-01T00:00:00Z'), 'ok', 'activity.recent'],
    ['recent, popular posts only', atLeast('2026-11-01T00:00:00Z'), 'ok', 'activity.recent'],
    ['on the limit', latest(LIMIT), 'ok', 'activity.recent'],
    ['a moment before the limit', latest('2026-05-23T01:59:59.999Z'), 'deviating', 'activity.dormant'],
    ['long ago', latest('2024-03-03T00:00:00Z'), 'deviating', 'activity.dormant'],
    ['long ago, in another time zone', latest('2026-05-23T03:59:59+02:00'), 'deviating', 'activity.dormant'],
    ['long ago, popular posts only', atLeast('2024-03-03T00:00:00Z'), 'unverifiable', 'activity.perhaps-dormant'],
    ['about the limit', latest('2026-05-01T00:00:00Z', '2026-05-31T23:59:59Z'), 'unverifiable', 'activity.undecided'],
    [
      'about the limit, popular posts',
      atLeast('2026-05-01T00:00:00Z', '2026-06-30T00:00:00Z'),
      'unverifiable',
      'activity.undecided',
    ],
    ['up to the limit', latest('2026-05-01T00:00:00Z', LIMIT), 'unverifiable', 'activity.undecided'],
    ['a whole year before', latest('2025-01-01T00:00:00Z', '2025-12-31T23:59:59Z'), 'deviating', 'activity.dormant'],
    ['the day of the limit', latest('2026-05-23', '2026-05-23'), 'unverifiable', 'activity.undecided'],
    ['today', latest('2026-11-23T00:00:00Z', '2026-11-23T23:59:59Z'), 'ok', 'activity.recent'],
    ['next year', latest('2027-11-23T00:00:00Z'), 'unverifiable', 'activity.implausible-date'],
    [
      'long ago until next year',
      latest('2024-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      'unverifiable',
      'activity.implausible-date',
    ],
    ['the epoch', latest('1970-01-01T00:00:00Z'), 'unverifiable', 'activity.implausible-date'],
    ['1999', latest('1999-12-31T00:00:00Z'), 'unverifiable', 'activity.implausible-date'],
    [
      'back to front',
      latest('2024-03-03T00:00:00Z', '2023-03-03T00:00:00Z'),
      'unverifiable',
      'activity.implausible-date',
    ],
    ['no date', latest('gisteren'), 'unverifiable', 'activity.implausible-date'],
  ])('%s', async (_, activity, status, code) => {
    const finding = await ask(dormant, activity);
    expect(finding).toMatchObject({ status, code, found: activity.to });
    expect(finding?.evidence).toMatchObject([
      { kind: 'date', field: 'lastActivity', activity, limit: LIMIT, threshold: 'P6M' },
    ]);
  });

  test('the page is judged by its own time, not the run’s', async () => {
    const options = { at: '2026-05-01T00:00:00Z', now: '2026-11-23T00:00:00Z' };
    expect(await ask(dormant, latest('2026-04-01T00:00:00Z'), {}, options)).toMatchObject({ code: 'activity.recent' });
  });

  test('proof says from when and by which limit, and where the account is removed', async () => {
    expect(await ask(dormant, latest('2024-03-03T00:00:00Z'))).toMatchObject({
      args: { from: '2024-03-03T00:00:00Z', to: '2024-03-03T00:00:00Z', limit: LIMIT },
      remedy: { url: 'https://netwerk.example/remove' },
    });
  });

  test.each(['archive', 'reserve', 'campaign'] as const)('%s may be silent, seen or not', async (intent) => {
    for (const activity of [latest('2015-01-01T00:00:00Z'), null, undefined]) {
      expect(await ask(dormant, activity, { intent })).toMatchObject({
        status: 'ok',
        code: 'activity.meant-to-be-silent',
        args: { intent },
      });
    }
  });

  test.each([
    ['2026-11-22', 'activity.campaign-over'],
    ['2026-11-23', 'activity.meant-to-be-silent'],
    ['2026-12-31', 'activity.meant-to-be-silent'],
    ['ooit', 'activity.meant-to-be-silent'],
  ])('a campaign until %s', async (until, code) => {
    expect(await ask(dormant, undefined, { intent: 'campaign', until })).toMatchObject({ code });
  });

  test('a campaign ends by the run’s time, as a warning', async () => {
    const options = { at: '2026-01-01T00:00:00Z', now: '2026-11-23T00:00:00Z' };
    expect(await ask(dormant, undefined, { intent: 'campaign', until: '2026-06-30' }, options)).toMatchObject({
      status: 'deviating',
      code: 'activity.campaign-over',
      severity: 'warning',
      args: { until: '2026-06-30' },
    });
  });

  test('an account without posts is not dormant: that is another finding', async () => {
    expect(await ask(dormant, null)).toMatchObject({ status: 'not-applicable', code: 'activity.never-posted' });
  });

  test('no date was found', async () => {
    expect(await ask(dormant, undefined)).toMatchObject({ status: 'unverifiable', code: 'field.not-found' });
  });

  test('a limit that is none is our fault, and no verdict', async () => {
    expect(await ask(dormant, latest('2024-01-01T00:00:00Z'), { dormantAfter: 'zes maanden' })).toMatchObject({
      status: 'unverifiable',
      code: 'check.crashed',
    });
  });
});

describe('activity.never-posted', () => {
  const api = { places: { lastActivity: { origin: 'api', source: 'api' } } } as const;

  test('a post is a post, however old', async () => {
    expect(await ask(neverPosted, atLeast('2015-01-01T00:00:00Z'))).toMatchObject({
      status: 'ok',
      code: 'activity.has-posted',
    });
  });

  test('a complete list that is empty', async () => {
    expect(await ask(neverPosted, null, {}, api)).toMatchObject({ status: 'deviating', code: 'activity.never-posted' });
  });

  test('a page that shows a guest nothing proves nothing', async () => {
    expect(await ask(neverPosted, null)).toMatchObject({ status: 'unverifiable', code: 'activity.nothing-shown' });
  });

  test.each(['archive', 'reserve', 'campaign'] as const)('%s need not post', async (intent) => {
    expect(await ask(neverPosted, null, { intent }, api)).toMatchObject({
      status: 'ok',
      code: 'activity.meant-to-be-silent',
    });
  });
});
