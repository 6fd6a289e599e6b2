import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dormant } from '../../src/checks/dormant.ts';
import { judge } from '../../src/checks/judge.ts';
import { neverPosted } from '../../src/checks/neverPosted.ts';
import type { ExpectedActivity } from '../../src/model/expectation.ts';
import type { Activity } from '../../src/model/observation.ts';
import { relativeInterval } from '../../src/read/dates.ts';
import { AT, aContext, anExpectation, type ContextOptions } from '../support/subject.ts';

const LIMIT = '2026-05-23T02:00:00.000Z';

const ask = async (
  check: typeof dormant | typeof neverPosted,
  lastActivity: Activity | null | undefined,
  activity: Partial<ExpectedActivity> = {},
  options: ContextOptions = {},
) => {
  const context = aContext({
    ...options,
    values: { ...options.values, ...(lastActivity === undefined ? {} : { lastActivity }) },
    expectation: { ...options.expectation, activity: { ...anExpectation().activity, ...activity } },
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

  test('a campaign is over also where nothing is ever posted, if it was seen', async () => {
    const campaign = { intent: 'campaign', until: '2026-06-30' } as const;
    const website: ContextOptions = { network: { fields: ['name'] } };
    expect(await ask(dormant, undefined, campaign, website)).toMatchObject({ code: 'activity.campaign-over' });
    expect(await ask(dormant, undefined, { intent: 'archive' }, website)).toMatchObject({
      code: 'field.not-on-network',
    });
    const unseen: ContextOptions = { ...website, reading: { outcome: 'login-wall', observation: null } };
    expect(await ask(dormant, undefined, campaign, unseen)).toMatchObject({ code: 'field.not-on-network' });
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

describe('a threshold of its own', () => {
  const on = (at: string): ContextOptions => ({ at });
  test.each<readonly [string, string, string, string, string]>([
    // Month ends: half a year before 31 August is the last day of February.
    ['P6M', '2026-08-31T12:00:00Z', '2026-02-28T12:00:00Z', '2026-02-28T11:59:59Z', '2026-02-28T12:00:00.000Z'],
    ['P6M', '2028-08-31T12:00:00Z', '2028-02-29T12:00:00Z', '2028-02-29T11:59:59Z', '2028-02-29T12:00:00.000Z'],
    ['P1M', '2026-03-31T00:00:00Z', '2026-02-28T00:00:00Z', '2026-02-27T23:59:59Z', '2026-02-28T00:00:00.000Z'],
    ['P1Y', '2028-02-29T00:00:00Z', '2027-02-28T00:00:00Z', '2027-02-27T23:59:59Z', '2027-02-28T00:00:00.000Z'],
    ['P3M', '2026-11-23T02:00:00Z', '2026-08-23T02:00:00Z', '2026-08-23T01:59:59Z', '2026-08-23T02:00:00.000Z'],
    ['P2W', '2026-11-23T02:00:00Z', '2026-11-09T02:00:00Z', '2026-11-09T01:59:59Z', '2026-11-09T02:00:00.000Z'],
    ['P90D', '2026-11-23T02:00:00Z', '2026-08-25T02:00:00Z', '2026-08-25T01:59:59Z', '2026-08-25T02:00:00.000Z'],
    ['P1Y6M', '2026-11-23T02:00:00Z', '2025-05-23T02:00:00Z', '2025-05-23T01:59:59Z', '2025-05-23T02:00:00.000Z'],
  ])('%s at %s', async (dormantAfter, at, recent, old, limit) => {
    expect(await ask(dormant, latest(recent), { dormantAfter }, on(at))).toMatchObject({ code: 'activity.recent' });
    expect(await ask(dormant, latest(old), { dormantAfter }, on(at))).toMatchObject({
      code: 'activity.dormant',
      args: { limit },
    });
    expect(await ask(dormant, latest(old, recent), { dormantAfter }, on(at))).toMatchObject({
      status: 'unverifiable',
      code: 'activity.undecided',
    });
  });

  test.each([
    // "6 maanden geleden" is from six to seven times 28 to 31 days ago; half a year lies within it.
    ['6 maanden geleden', 'unverifiable', 'activity.undecided'],
    ['7 maanden geleden', 'deviating', 'activity.dormant'],
    ['4 maanden geleden', 'ok', 'activity.recent'],
    ['26w', 'unverifiable', 'activity.undecided'],
    ['27w', 'deviating', 'activity.dormant'],
    ['25w', 'ok', 'activity.recent'],
    ['1 jaar geleden', 'deviating', 'activity.dormant'],
    ['gisteren', 'ok', 'activity.recent'],
  ])('%s', async (text, status, code) => {
    const interval = relativeInterval(text, AT);
    expect(await ask(dormant, interval && { ...interval, completeness: 'latest' })).toMatchObject({ status, code });
  });
});

const SUMMER = { activeMonths: [6, 7, 8] } as const;
const WINTER = { activeMonths: [11, 12, 1, 2] } as const;

describe('a seasonal profile', () => {
  test.each<readonly [string, Partial<ExpectedActivity>, string, Activity, string, string]>([
    ['posted last season', SUMMER, '2027-05-01', latest('2026-07-03T00:00:00Z'), 'ok', 'activity.between-seasons'],
    ['posted on its first day', SUMMER, '2027-05-01', latest('2026-06-01T00:00:00Z'), 'ok', 'activity.between-seasons'],
    ['posted just before it', SUMMER, '2027-05-01', latest('2026-05-31T23:59:59Z'), 'deviating', 'activity.dormant'],
    ['posted after it', SUMMER, '2027-05-01', latest('2026-10-01T00:00:00Z'), 'ok', 'activity.between-seasons'],
    ['posted lately', SUMMER, '2027-05-01', latest('2027-02-01T00:00:00Z'), 'ok', 'activity.recent'],
    ['missed last season', SUMMER, '2026-09-01', latest('2025-08-31T00:00:00Z'), 'deviating', 'activity.dormant'],
    ['in a season under way', SUMMER, '2026-08-31', latest('2025-08-31T00:00:00Z'), 'ok', 'activity.between-seasons'],
    [
      'in a season, missed the last',
      SUMMER,
      '2026-07-01',
      latest('2025-05-01T00:00:00Z'),
      'deviating',
      'activity.dormant',
    ],
    ['before a season', SUMMER, '2026-05-31', latest('2025-06-30T00:00:00Z'), 'ok', 'activity.between-seasons'],
    ['over New Year, in it', WINTER, '2027-01-15', latest('2026-02-01T00:00:00Z'), 'ok', 'activity.between-seasons'],
    [
      'over New Year, one season',
      WINTER,
      '2026-10-01',
      latest('2025-12-15T00:00:00Z'),
      'ok',
      'activity.between-seasons',
    ],
    ['over New Year, missed', WINTER, '2026-10-01', latest('2025-10-31T00:00:00Z'), 'deviating', 'activity.dormant'],
    [
      'over New Year, missed, but not for long enough',
      WINTER,
      '2027-03-01',
      latest('2026-10-31T00:00:00Z'),
      'ok',
      'activity.recent',
    ],
    [
      'about its first day',
      SUMMER,
      '2027-05-01',
      latest('2026-05-20', '2026-06-10'),
      'unverifiable',
      'activity.undecided',
    ],
    ['on the day before, by day', SUMMER, '2027-05-01', latest('2026-05-31'), 'deviating', 'activity.dormant'],
    [
      'popular posts only',
      SUMMER,
      '2027-05-01',
      atLeast('2025-05-31T00:00:00Z'),
      'unverifiable',
      'activity.perhaps-dormant',
    ],
    [
      'popular posts of the season',
      SUMMER,
      '2027-05-01',
      atLeast('2026-07-01T00:00:00Z'),
      'ok',
      'activity.between-seasons',
    ],
    // A season alone is not enough: the threshold must have passed too.
    [
      'a longer threshold',
      { ...SUMMER, dormantAfter: 'P2Y' },
      '2026-09-01',
      latest('2025-01-01'),
      'ok',
      'activity.recent',
    ],
    ['a short season', { activeMonths: [10] }, '2026-11-23', latest('2026-09-30T00:00:00Z'), 'ok', 'activity.recent'],
    [
      'a longer one, passed',
      { ...SUMMER, dormantAfter: 'P2Y' },
      '2026-09-01',
      latest('2024-08-01'),
      'deviating',
      'activity.dormant',
    ],
    [
      'all months: no season',
      { activeMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
      '2026-11-23',
      latest('2026-05-01'),
      'deviating',
      'activity.dormant',
    ],
    [
      'archive',
      { ...SUMMER, intent: 'archive' },
      '2027-05-01',
      latest('2015-01-01'),
      'ok',
      'activity.meant-to-be-silent',
    ],
  ])('%s', async (_, activity, day, newest, status, code) => {
    expect(await ask(dormant, newest, activity, { at: `${day}T02:00:00.000Z` })).toMatchObject({ status, code });
  });

  test('the evidence tells the season, and the limit is its first day', async () => {
    const finding = await ask(dormant, latest('2025-05-01T00:00:00Z'), SUMMER, { at: '2027-05-01T02:00:00.000Z' });
    const season = { from: '2026-06-01T00:00:00.000Z', to: '2026-08-31' };
    expect(finding).toMatchObject({ args: { limit: season.from } });
    expect(finding?.evidence).toMatchObject([{ limit: season.from, season, threshold: 'P6M' }]);
  });
});

describe('a newer post', () => {
  const WEIGHT: Readonly<Record<string, number>> = {
    'activity.recent': 0,
    'activity.between-seasons': 0,
    'activity.undecided': 1,
    'activity.perhaps-dormant': 2,
    'activity.dormant': 2,
  };
  const day = fc.integer({ min: 0, max: 3000 });
  const months = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

  test('never makes a profile more dormant', async () => {
    const completeness = fc.constantFrom('latest' as const, 'at-least' as const);
    const duration = fc.constantFrom('P1D', 'P3M', 'P6M', 'P1Y', 'P2Y', 'P90D');
    const ago = (days: number) => new Date(Date.parse(AT) - days * 86_400_000).toISOString();
    await fc.assert(
      fc.asyncProperty(
        day,
        day,
        day,
        months,
        duration,
        completeness,
        async (age, width, newer, active, after, kind) => {
          const weigh = async (days: number) => {
            const activity = { from: ago(days + width), to: ago(days), completeness: kind };
            const finding = await ask(dormant, activity, { activeMonths: active, dormantAfter: after });
            return WEIGHT[finding?.code ?? ''] ?? Number.NaN;
          };
          expect(await weigh(Math.min(age, newer))).toBeLessThanOrEqual(await weigh(Math.max(age, newer)));
        },
      ),
    );
  });

  test('never counts for less because the profile is seasonal', async () => {
    await fc.assert(
      fc.asyncProperty(day, months, async (age, active) => {
        const activity = latest(new Date(Date.parse(AT) - age * 86_400_000).toISOString());
        const [plain, seasonal] = [
          await ask(dormant, activity),
          await ask(dormant, activity, { activeMonths: active }),
        ];
        if (plain?.status === 'ok') expect(seasonal?.status).toBe('ok');
      }),
    );
  });
});

describe('the advice to let an account go', () => {
  const advised = async (options: ContextOptions, completeness: Activity['completeness'] = 'latest') => {
    const finding = await ask(dormant, { ...latest('2024-03-03T00:00:00Z'), completeness }, {}, options);
    return finding?.advice;
  };
  const named = { name: { value: 'Stichting Voorbeeld', from: 'brand', aliases: ['VB'] } } as const;

  test('says what was seen', async () => {
    const expectation = { ...named, pin: '109' };
    expect(await advised({ expectation, values: { followers: 1200, pin: '109', handle: 'Voorbeeld' } })).toEqual({
      followers: 1200,
      bigAudience: true,
      pin: 'confirmed',
      handleIsName: 'Stichting Voorbeeld',
    });
  });

  test('and nothing of what was not', async () => {
    expect(await advised({})).toEqual({ followers: null, bigAudience: null, pin: 'missing', handleIsName: null });
  });

  test.each([
    [0, false],
    [999, false],
    [1000, true],
    [1001, true],
    [null, null],
  ])('%s followers', async (followers, bigAudience) => {
    expect(await advised({ values: { followers } })).toMatchObject({ followers, bigAudience });
  });

  test.each([
    ['109', '109', 'confirmed'],
    ['URN:li:organization:1', 'urn:li:organization:1', 'confirmed'],
    ['109', '110', 'unconfirmed'],
    ['109', null, 'unconfirmed'],
    [undefined, '109', 'missing'],
  ] as const)('the list has the pin %s, the page %s', async (pin, seen, expected) => {
    expect(await advised({ expectation: pin ? { pin } : {}, values: { pin: seen } })).toMatchObject({ pin: expected });
  });

  test.each([
    ['voorbeeld', 'Stichting Voorbeeld'],
    ['vb', 'VB'],
    ['iets-anders', null],
  ])('the handle %s', async (handle, handleIsName) => {
    expect(await advised({ expectation: named, values: { handle } })).toMatchObject({ handleIsName });
  });

  test('stands only where silence is proved', async () => {
    expect(await advised({}, 'at-least')).toBeUndefined();
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

  test('a complete list that is empty; nobody said how old the account is', async () => {
    expect(await ask(neverPosted, null, {}, api)).toMatchObject({
      status: 'deviating',
      code: 'activity.never-posted',
      args: { created: null },
    });
  });

  const born = (created: string, origin: 'api' | 'dom' = 'api'): ContextOptions => ({
    values: { created },
    places: { ...api.places, created: { origin, source: origin === 'api' ? 'api' : 'http' } },
  });

  test.each<readonly [string, ContextOptions, Partial<ExpectedActivity>, string, string]>([
    ['an old account', born('2020-01-01T00:00:00.000Z'), {}, 'deviating', 'activity.never-posted'],
    ['a moment too old', born('2026-05-23T01:59:59.999Z'), {}, 'deviating', 'activity.never-posted'],
    ['as old as the limit', born(LIMIT), {}, 'ok', 'activity.new-account'],
    ['a new account', born('2026-11-01T00:00:00.000Z'), {}, 'ok', 'activity.new-account'],
    ['new for a longer limit', born('2025-12-01T00:00:00.000Z'), { dormantAfter: 'P1Y' }, 'ok', 'activity.new-account'],
    ['new, but a page said so', born('2026-11-01T00:00:00.000Z', 'dom'), {}, 'deviating', 'activity.never-posted'],
    [
      'a seasonal account that saw no whole season',
      born('2025-12-15T00:00:00.000Z'),
      { activeMonths: [11, 12, 1, 2] },
      'ok',
      'activity.new-account',
    ],
    [
      'a seasonal account that saw a whole season',
      born('2025-10-31T00:00:00.000Z'),
      { activeMonths: [11, 12, 1, 2] },
      'deviating',
      'activity.never-posted',
    ],
  ])('%s', async (_, options, activity, status, code) => {
    expect(await ask(neverPosted, null, activity, options)).toMatchObject({ status, code });
  });

  test('the date on which the account was made is told', async () => {
    const created = '2020-01-01T00:00:00.000Z';
    expect(await ask(neverPosted, null, {}, born(created))).toMatchObject({ args: { created } });
    expect(await ask(dormant, null, {}, born(created))).toMatchObject({ args: { created } });
  });

  test('an empty page of a new account proves no more than that of an old one', async () => {
    const options = { ...born('2026-11-01T00:00:00.000Z'), places: { created: { origin: 'api' } } } as const;
    expect(await ask(neverPosted, null, {}, options)).toMatchObject({ code: 'activity.nothing-shown' });
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
