/** The odd one out among the organisation's own profiles: never guessed, never twice, never of what is meant to differ. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeTogether } from '../../src/checks/judge.ts';
import { majorityOf } from '../../src/checks/majority.ts';
import { uniform } from '../../src/checks/uniform.ts';
import type { ProfileAudit, TogetherCheck } from '../../src/model/audit.ts';
import type { Intent, ProfileEntry, Settings } from '../../src/model/config.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import type { CheckId, Finding, Status } from '../../src/model/finding.ts';
import type { TextLimit } from '../../src/model/network.ts';
import type { FieldName } from '../../src/model/observation.ts';
import { anAudit, decision, finding } from '../support/decisions.ts';
import { aContext, aNetwork, anExpectation, type ContextOptions, type Values } from '../support/subject.ts';
import { aVisit, SETTINGS } from '../support/visits.ts';

const MAIN = '+31 20 794 12 34';
const OTHER = '+31 20 794 99 99';
const THIRD = '+31 30 794 55 55';

interface Facts extends Pick<ContextOptions, 'places' | 'reading'> {
  readonly values?: Values;
  readonly entry?: Partial<ProfileEntry>;
  readonly expectation?: Partial<Expectation>;
  /** What the checks of the profile by itself said. */
  readonly said?: Readonly<Partial<Record<CheckId, Exclude<Status, 'waived'>>>>;
  readonly waived?: CheckId;
  readonly intent?: Intent;
  readonly bioLimit?: TextLimit;
  readonly verdict?: ProfileAudit['verdict'];
}

function audit(id: string, facts: Facts): ProfileAudit {
  const { values = {}, places = {}, reading = {}, entry = {}, expectation = {}, said = {}, waived, intent } = facts;
  const activity = { ...anExpectation().activity, intent: intent ?? 'active' };
  const limits = facts.bioLimit ? { bio: facts.bioLimit } : {};
  const judged = Object.entries(said).map(([check, status]) => decision(finding(check as CheckId, status)));
  const accepted = waived ? [decision(finding(waived, 'deviating'), { status: 'waived' })] : [];
  return anAudit({
    visit: aVisit(
      { id, ...entry },
      { expectation: anExpectation({ activity, ...expectation }), facts: aNetwork({ limits }) },
    ),
    reading: aContext({ values, places, reading }).reading,
    decisions: [...judged, ...accepted],
    verdict: facts.verdict ?? 'consistent',
  });
}

const phones = (...numbers: string[]): Facts => ({ values: { phones: numbers } });

/** Profiles are a, b, c …, in this order. */
const audits = (...all: readonly Facts[]): ProfileAudit[] =>
  all.map((facts, at) => audit(String.fromCharCode(97 + at), facts));

interface Asked {
  readonly settings?: Partial<Settings>;
  readonly stoodIn?: (key: string) => readonly string[];
  readonly checks?: readonly TogetherCheck[];
}

function ask(all: readonly ProfileAudit[], { settings, stoodIn = () => [], checks = [uniform] }: Asked = {}) {
  return judgeTogether(all, { settings: { ...SETTINGS, ...settings }, stoodIn }, checks);
}

const only = (findings: readonly Finding[] | undefined): Finding | undefined => {
  expect((findings ?? []).length).toBeLessThanOrEqual(1);
  return findings?.[0];
};

/** `a same name, phones`, `c odd phones 2/3`: one line for each profile that has a finding. */
async function lines(all: readonly ProfileAudit[], asked: Asked = {}): Promise<string[]> {
  const found = await ask(all, asked);
  return all.flatMap(({ visit }) => {
    const one = only(found.get(visit.entry.id));
    if (!one) return [];
    const field = 'field' in one.args ? one.args.field : '';
    const numbers = one.code === 'uniform.odd-one-out' ? ` ${one.args.agreeing}/${one.args.of}` : '';
    return [`${visit.entry.id} ${one.code.replace('uniform.', '')} ${field}${numbers}`];
  });
}

const NOTHING: readonly string[] = [];
const ODD_C = ['a same phones', 'b same phones', 'c odd-one-out phones 2/3'];

describe('how many it takes', () => {
  test.each<readonly [string, readonly Facts[], readonly string[]]>([
    ['two that differ', [phones(MAIN), phones(OTHER)], NOTHING],
    ['two that agree', [phones(MAIN), phones(MAIN)], NOTHING],
    ['three, one of them odd', [phones(MAIN), phones(MAIN), phones(OTHER)], ODD_C],
    ['three that all differ', [phones(MAIN), phones(OTHER), phones(THIRD)], NOTHING],
    ['four, two and two', [phones(MAIN), phones(MAIN), phones(OTHER), phones(OTHER)], NOTHING],
    ['five, three and two', [MAIN, MAIN, MAIN, OTHER, OTHER].map((one) => phones(one)), NOTHING],
    [
      'six, four and two: both are odd',
      [MAIN, OTHER, MAIN, OTHER, MAIN, MAIN].map((one) => phones(one)),
      [
        'a same phones',
        'b odd-one-out phones 4/6',
        'c same phones',
        'd odd-one-out phones 4/6',
        'e same phones',
        'f same phones',
      ],
    ],
    [
      'three that agree, each written in its own way',
      [phones(MAIN), phones('020-794 12 34'), phones('tel:+31207941234')],
      ['a same phones', 'b same phones', 'c same phones'],
    ],
  ])('%s', async (_, facts, expected) => {
    expect(await lines(audits(...facts))).toEqual(expected);
  });
});

describe('what was not seen never counts', () => {
  const walled: Facts = { ...phones(MAIN), reading: { outcome: 'login-wall', observation: null } };
  test.each<readonly [string, Facts]>([
    ['a field that no place gave', {}],
    ['a field that is empty', { values: { phones: null } }],
    ['a list of nothing', phones()],
    ['a number that cannot be read', phones('bel ons')],
    ['a number that is hidden in part', phones('+31 20 *** ** 34')],
    ['a profile behind a wall', walled],
    ['a stale observation of a profile that is gone', { ...phones(MAIN), verdict: 'gone' }],
    ['an account that is somebody else’s', { ...phones(MAIN), verdict: 'taken-over' }],
  ])('%s', async (_, unseen) => {
    expect(await lines(audits(phones(MAIN), phones(OTHER), unseen))).toEqual(NOTHING);
    expect(await lines(audits(phones(MAIN), phones(MAIN), phones(OTHER), unseen))).toEqual(ODD_C);
  });
});

describe('only what is meant to be the same is compared', () => {
  const rest = [phones(MAIN), phones(MAIN), phones(MAIN)];
  const same = ['a same phones', 'b same phones', 'c same phones'];
  const own = { value: [OTHER], from: 'profile' } as const;
  test.each<readonly [string, Facts]>([
    ['another location', { ...phones(OTHER), entry: { location: 'utrecht' } }],
    ['another language', { ...phones(OTHER), expectation: { language: 'en' } }],
    ['an archive', { ...phones(OTHER), intent: 'archive' }],
    ['a name kept in reserve', { ...phones(OTHER), intent: 'reserve' }],
    ['a campaign', { ...phones(OTHER), intent: 'campaign' }],
    [
      'a number of its own, and right',
      { ...phones(OTHER), expectation: { phones: own }, said: { 'info.phone': 'ok' } },
    ],
    ['one that is not asked this', { ...phones(OTHER), entry: { ignore: ['info.uniform'] } }],
    ['one of which the number is not asked', { ...phones(OTHER), entry: { ignore: ['info.phone'] } }],
  ])('%s', async (_, different) => {
    expect(await lines(audits(...rest, different))).toEqual(same);
    // And it is no example to the others either.
    expect(await lines(audits(phones(MAIN), phones(OTHER), different))).toEqual(NOTHING);
  });

  test('a region of the same language is the same language', async () => {
    const flemish: Facts = { ...phones(OTHER), expectation: { language: 'nl-BE' } };
    expect(await lines(audits(phones(MAIN), phones(MAIN), flemish))).toEqual(ODD_C);
  });

  test('profiles of one location among each other', async () => {
    const there = (number: string): Facts => ({ ...phones(number), entry: { location: 'utrecht' } });
    expect(await lines(audits(there(MAIN), there(MAIN), there(OTHER), phones(THIRD)))).toEqual(ODD_C);
  });

  test('switched off, for this check or for the field', async () => {
    const all = audits(phones(MAIN), phones(MAIN), phones(OTHER));
    expect(await lines(all, { settings: { checks: { 'info.uniform': 'off' } } })).toEqual(NOTHING);
    expect(await lines(all, { settings: { checks: { 'info.phone': 'off' } } })).toEqual(NOTHING);
  });
});

describe('what the brand states is told once', () => {
  const stated = (numbers: readonly string[], said: Exclude<Status, 'waived'>): Facts => ({
    ...phones(...numbers),
    expectation: { phones: { value: [MAIN, OTHER], from: 'brand' } },
    said: { 'info.phone': said },
  });

  test.each<readonly [string, Facts, readonly string[]]>([
    ['right by the brand: not the odd one out', stated([OTHER], 'ok'), ['a same phones', 'b same phones']],
    ['wrong by the brand: its own check says so', stated([THIRD], 'deviating'), NOTHING],
    ['accepted: an exception is no oddity', { ...stated([THIRD], 'ok'), said: {}, waived: 'info.phone' }, NOTHING],
    ['empty', stated([], 'absent'), NOTHING],
    ['not to be told by the brand: beside the others it can', stated([THIRD], 'unverifiable'), ODD_C],
  ])('%s', async (_, third, expected) => {
    expect(await lines(audits(stated([MAIN], 'ok'), stated([MAIN], 'ok'), third))).toEqual(expected);
  });

  test('what is wrong by the brand is no example, however many show it', async () => {
    const wrong = stated([THIRD], 'deviating');
    expect(await lines(audits(wrong, wrong, wrong, stated([OTHER], 'unverifiable')))).toEqual(NOTHING);
  });

  test('a text that the brand leaves open is not stated by its phrases', async () => {
    const bio = (text: string): Facts => ({ values: { bio: text }, said: { 'info.bio': 'ok' } });
    const [one, other] = ['Wij lenen gereedschap uit aan de buurt.', 'Hier werkt een heel andere club.'];
    expect(await lines(audits(bio(one), bio(one), bio(other)))).toEqual([
      'a same bio',
      'b same bio',
      'c odd-one-out bio 2/3',
    ]);
  });
});

describe('what was left behind is no example', () => {
  const former = {
    phones: [OTHER],
    websites: ['https://oud.example'],
    emails: ['post@oud.example'],
    kvk: [],
    vat: [],
  };
  test.each<readonly [string, Values, Values, Partial<Expectation>]>([
    ['a former number', { phones: ['020 794 99 99'] }, { phones: [MAIN] }, { former }],
    ['a former site', { websites: ['https://www.oud.example/'] }, { websites: ['https://nieuw.example'] }, { former }],
    ['a former mailbox', { emails: ['Post@oud.example'] }, { emails: ['info@nieuw.example'] }, { former }],
    ['a former name', { name: 'Stichting Oud' }, { name: 'Stichting Nieuw' }, { formerNames: ['Stichting Oud'] }],
    [
      'a former name in a text',
      { bio: 'Bij Oud lenen wij gereedschap uit.' },
      { bio: 'Heel iets anders staat hier nu te lezen.' },
      { formerNames: ['Oud'] },
    ],
  ])('%s', async (_, old, fresh, expectation) => {
    const show = (values: Values): Facts => ({ values, expectation });
    expect(await lines(audits(show(old), show(old), show(fresh)))).toEqual(NOTHING);
    // The one that was left behind is the odd one all the same.
    expect((await lines(audits(show(fresh), show(fresh), show(old))))[2]).toMatch(/^c odd-one-out/u);
  });
});

const TEXT = 'Stichting Voorbeeld leent gereedschap uit aan wie in de buurt iets wil maken of mend.';
const SHORT = 'Wij lenen gereedschap uit. Kom langs in de werkplaats!';

describe('texts', () => {
  const bio = (text: string, more: Facts & { readonly truncated?: boolean } = {}): Facts => ({
    ...more,
    values: { bio: text },
    places: { bio: { truncated: more.truncated ?? false } },
  });
  const characters = (max: number) => ({ bioLimit: { max, unit: 'characters' } }) as const;
  const odd = 'c odd-one-out bio 2/3';
  test.each<readonly [string, Facts, string | undefined]>([
    ['another text', bio(SHORT), odd],
    ['a comma, a capital and an emoji', bio(`${TEXT.replace('buurt', 'Buurt,')} 🛠️`), 'c same bio'],
    ['cut, and right as far as shown', bio(TEXT.slice(0, 40), { truncated: true }), 'c same bio'],
    ['cut by an ellipsis', bio(`${TEXT.slice(0, 40)}…`), 'c same bio'],
    ['cut, and another text', bio(SHORT.slice(0, 30), { truncated: true }), odd],
    ['cut to less than tells', bio('Stich…'), undefined],
    ['cut to the room of its network', bio(TEXT.slice(0, 60), characters(60)), 'c same bio'],
    ['another text, where the long one has no room', bio(SHORT, characters(60)), undefined],
    ['another text, where the long one has room', bio(SHORT, characters(500)), odd],
    ['a shorter text that is its start, and not cut', bio(TEXT.slice(0, 60)), odd],
  ])('%s', async (_, third, expected) => {
    expect((await lines(audits(bio(TEXT), bio(TEXT), third)))[2]).toBe(expected);
  });

  test('the whole text is offered, not the start that the network showed', async () => {
    const start = bio(TEXT.slice(0, 50), { truncated: true });
    const whole = (await ask(audits(start, start, bio(TEXT), bio(SHORT)))).get('d');
    expect(whole).toMatchObject([{ expected: TEXT, remedy: { value: TEXT } }]);
    const starts = (await ask(audits(start, start, start, bio(SHORT)))).get('d');
    expect(starts).toMatchObject([{ code: 'uniform.odd-one-out', remedy: { value: null } }]);
  });
});

describe('each field by its own measure', () => {
  const at = (street: string, city = 'Amsterdam') => ({
    text: `${street}, 1012 JS ${city}`,
    street,
    postalCode: '1012 JS',
    city,
  });
  test.each<readonly [FieldName, Values, Values, string | undefined]>([
    ['name', { name: 'Stichting Voorbeeld' }, { name: 'STICHTING VOORBEELD' }, 'same'],
    ['name', { name: 'Stichting Voorbeeld' }, { name: 'Voorbeeld' }, 'same'],
    ['name', { name: 'Stichting Voorbeeld' }, { name: 'Stichting Voorbeld' }, 'odd-one-out'],
    ['websites', { websites: ['https://a.example'] }, { websites: ['http://www.a.example/?utm_source=x'] }, 'same'],
    ['websites', { websites: ['https://a.example'] }, { websites: ['https://a.example/over-ons'] }, 'same'],
    ['websites', { websites: ['https://a.example'] }, { websites: ['https://b.example'] }, 'odd-one-out'],
    ['websites', { websites: ['https://a.example'] }, { websites: ['https://bit.ly/x'] }, undefined],
    ['websites', { websites: ['https://a.example'] }, { websites: ['https://b.example', 'a.example'] }, 'same'],
    ['emails', { emails: ['info@a.example'] }, { emails: ['Info [at] a.example'] }, 'same'],
    ['emails', { emails: ['info@a.example'] }, { emails: ['hallo@a.example'] }, 'odd-one-out'],
    ['emails', { emails: ['info@a.example'] }, { emails: ['i***@a.example'] }, undefined],
    ['address', { address: at('Dam 1') }, { address: { text: 'Dam 1, 1012JS Amsterdam' } }, 'same'],
    ['address', { address: at('Dam 1') }, { address: at('Rokin 20') }, 'odd-one-out'],
    ['address', { address: at('Dam 1') }, { address: { text: 'Amsterdam', city: 'Amsterdam' } }, undefined],
  ])('%s: %o beside %o', async (field, most, one, expected) => {
    const [, , third] = await lines(audits({ values: most }, { values: most }, { values: one }));
    expect(third?.split(' ').slice(1, 3).join(' ')).toBe(expected && `${expected} ${field}`);
  });

  test('one number in common is enough, and a number of many is not forced on all', async () => {
    const both = phones(MAIN, OTHER);
    expect(await lines(audits(both, phones(MAIN), phones(OTHER)))).toEqual([
      'a same phones',
      'b same phones',
      'c same phones',
    ]);
    const found = (await ask(audits(both, phones(MAIN), phones(MAIN), phones(THIRD)))).get('d');
    expect(found).toMatchObject([{ expected: MAIN, found: THIRD }]);
  });
});

describe('the finding', () => {
  const odd: Facts = { values: { phones: ['020 794 99 99'], emails: ['X@a.example'], name: 'Voorbeeld' } };
  const most: Facts = { values: { phones: [MAIN], emails: ['info@a.example'], name: 'Voorbeeld' } };

  test('shows what the others show, who they are, and what stands here', async () => {
    const found = (await ask(audits(phones(MAIN), phones('020 794 12 34'), phones('020 794 99 99'), phones(MAIN)))).get(
      'c',
    );
    expect(found).toEqual([
      {
        key: 'c/info.uniform',
        check: 'info.uniform',
        code: 'uniform.odd-one-out',
        status: 'deviating',
        args: { field: 'phones', agreeing: 3, of: 4, profiles: 'a, b, d' },
        expected: MAIN,
        found: '020 794 99 99',
        normalised: 'phones: +31207949999',
        evidence: [
          {
            kind: 'value',
            field: 'phones',
            locator: 'place of phones',
            origin: 'dom',
            source: 'http',
            expected: [MAIN],
            found: ['020 794 99 99'],
            normalised: ['+31207949999'],
            elsewhere: ['a', 'b', 'd'],
          },
        ],
        remedy: { value: MAIN, url: 'https://netwerk.example/edit' },
      },
    ]);
  });

  test('is one, for several fields too; the waiver binds to all of them', async () => {
    expect((await ask(audits(most, most, odd))).get('c')).toMatchObject([
      {
        args: { field: 'emails, phones', agreeing: 2, of: 3 },
        expected: `emails: info@a.example; phones: ${MAIN}`,
        found: 'emails: X@a.example; phones: 020 794 99 99',
        normalised: 'emails: x@a.example; phones: +31207949999',
        evidence: [{ field: 'emails' }, { field: 'phones' }],
        remedy: { value: null },
      },
    ]);
  });

  test('names ten profiles at most', async () => {
    const all = audits(...Array.from({ length: 14 }, () => phones(MAIN)), phones(OTHER));
    const [found] = (await ask(all)).get('o') ?? [];
    expect(found?.args).toMatchObject({ agreeing: 14, of: 15, profiles: 'a, b, c, d, e, f, g, h, i, j' });
  });

  test('what agrees has its evidence too', async () => {
    expect((await ask(audits(most, most, odd))).get('a')).toMatchObject([
      {
        status: 'ok',
        code: 'uniform.same',
        args: { field: 'name, emails, phones' },
        evidence: [{ field: 'name' }, { field: 'emails', elsewhere: ['b'] }, { field: 'phones' }],
      },
    ]);
  });
});

describe('after a night on which it was the odd one out', () => {
  const stoodIn = (key: string) => (key === 'c/info.uniform' ? ['phones'] : []);
  const name = { name: 'Voorbeeld' };
  const sameName: Facts = { values: name };
  test.each<readonly [string, readonly Facts[], string | undefined]>([
    ['still odd', [phones(MAIN), phones(MAIN), phones(OTHER)], 'c odd-one-out phones 2/3'],
    ['put right', [phones(MAIN), phones(MAIN), phones(MAIN)], 'c same phones'],
    ['not seen', [phones(MAIN), phones(MAIN), {}], 'c not-compared phones'],
    ['not seen, while other fields are the same', [sameName, sameName, sameName], 'c not-compared phones'],
    [
      'behind a wall',
      [phones(MAIN), phones(MAIN), { reading: { outcome: 'challenge', observation: null } }],
      'c not-compared phones',
    ],
    ['the others not seen', [{}, {}, phones(OTHER)], 'c not-compared phones'],
    ['emptied', [phones(MAIN), phones(MAIN), { values: { ...name, phones: null } }], undefined],
    [
      'told by the brand now',
      [phones(MAIN), phones(MAIN), { ...phones(OTHER), said: { 'info.phone': 'deviating' } }],
      undefined,
    ],
    [
      'gone',
      [phones(MAIN), phones(MAIN), { verdict: 'gone', reading: { outcome: 'not-found', observation: null } }],
      undefined,
    ],
    [
      'not asked any more',
      [phones(MAIN), phones(MAIN), { ...phones(OTHER), entry: { ignore: ['info.uniform'] } }],
      undefined,
    ],
  ])('%s', async (_, facts, expected) => {
    expect((await lines(audits(...facts), { stoodIn })).find((line) => line.startsWith('c'))).toBe(expected);
  });
});

test('a check that crashes costs every profile that was seen its answer, and says so', async () => {
  const broken: TogetherCheck = {
    ...uniform,
    judge: () => {
      throw new RangeError('too many');
    },
  };
  const all = audits(phones(MAIN), { reading: { outcome: 'timeout', observation: null } });
  expect([...(await ask(all, { checks: [broken] }))]).toMatchObject([
    ['a', [{ key: 'a/info.uniform', code: 'check.crashed', status: 'unverifiable', args: { message: 'too many' } }]],
  ]);
});

describe('whatever the profiles say', () => {
  const text = fc.constantFrom(TEXT, SHORT, TEXT.slice(0, 40), `${TEXT.slice(0, 30)}…`, TEXT.toUpperCase(), '…', '');
  const number = fc.constantFrom(MAIN, OTHER, THIRD, '020 794 12 34', 'bel ons');
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const facts: fc.Arbitrary<Facts> = fc
    .record({
      name: maybe(fc.constantFrom('Voorbeeld', 'Stichting Voorbeeld', 'Voorbeeld BV', 'Voor…', 'Anders')),
      bio: maybe(text),
      phones: maybe(fc.array(number, { maxLength: 3 })),
      websites: maybe(
        fc.array(fc.constantFrom('a.example', 'https://a.example/x', 'b.example', 'bit.ly/x'), { maxLength: 2 }),
      ),
      truncated: fc.boolean(),
      max: fc.constantFrom(40, 160, 2000),
      location: fc.constantFrom('noord', 'zuid'),
    })
    .map(({ truncated, max, location, ...values }) => ({
      values,
      places: { bio: { truncated }, name: { truncated } },
      bioLimit: { max, unit: 'characters' },
      entry: location === 'noord' ? {} : { location },
    }));
  const world = fc.array(facts, { maxLength: 12 }).map((all) => audits(...all));
  const shuffled = world.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  const sorted = (found: ReadonlyMap<string, readonly Finding[]>) => [...found].sort(([a], [b]) => (a < b ? -1 : 1));

  test('the order of the profiles does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, others]) => {
        expect(sorted(await ask(others))).toEqual(sorted(await ask(all)));
      }),
    );
  });

  test('the odd ones are few: at most a third of those that were compared, and of at least three', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (all) => {
        for (const [, found] of await ask(all)) {
          const args = only(found)?.args;
          if (!args || !('agreeing' in args)) continue;
          expect(args.of).toBeGreaterThanOrEqual(3);
          expect(args.agreeing * 3).toBeGreaterThanOrEqual(args.of * 2);
        }
      }),
    );
  });

  test('a profile more that was not seen changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (all) => {
        const unseen = audit('z', { ...phones(OTHER), reading: { outcome: 'login-wall', observation: null } });
        expect(sorted(await ask([unseen, ...all]))).toEqual(sorted(await ask(all)));
      }),
    );
  });
});

test('many that all say something else: a few are tried as the common value, not each beside each', () => {
  let asked = 0;
  const voices = Array.from({ length: 500 }, (_, at) => ({ id: `p${at}`, key: `k${at}`, cut: false }));
  const none = majorityOf(voices, () => {
    asked += 1;
    return 'different';
  });
  expect(none).toBeNull();
  expect(asked).toBeLessThan(10 * voices.length);
});
