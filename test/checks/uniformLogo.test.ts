/** The logos of the organisation's own profiles beside each other: the odd one is told, a default picture is no example. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { judgeTogether } from '../../src/checks/judge.ts';
import { uniform } from '../../src/checks/uniform.ts';
import { pixelHash } from '../../src/compare/logo/pixelHash.ts';
import { assetOf } from '../../src/model/asset.ts';
import type { AuditedImage, ProfileAudit, Together } from '../../src/model/audit.ts';
import type { ProfileEntry } from '../../src/model/config.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import { bars, cutRound, kite, oldKite, person, shown } from '../compare/logo/marks.ts';
import { anAudit } from '../support/decisions.ts';
import { aContext, anExpectation } from '../support/subject.ts';
import { aVisit, SETTINGS } from '../support/visits.ts';

interface Facts {
  /** Null: it did not come. Left out: the profile shows no place for one. */
  readonly bytes?: Uint8Array | null;
  readonly entry?: Partial<ProfileEntry>;
  readonly expectation?: Partial<Expectation>;
}

const urlOf = (id: string) => `https://cdn.example/${id}.png`;

async function imageOf(id: string, bytes: Uint8Array | null): Promise<AuditedImage> {
  const { width, height } = bytes ? await sharp(bytes).metadata() : { width: 0, height: 0 };
  const picture = bytes ? { asset: assetOf(bytes), width, height } : null;
  return { url: urlOf(id), sha256: '', picture };
}

/** Profiles are a, b, c …, in this order. */
function audits(...all: readonly Facts[]): Promise<ProfileAudit[]> {
  return Promise.all(
    all.map(async ({ bytes, entry = {}, expectation = {} }, at) => {
      const id = String.fromCharCode(97 + at);
      const values = bytes === undefined ? {} : { logo: { url: urlOf(id) } };
      return anAudit({
        visit: aVisit({ id, ...entry }, { expectation: anExpectation(expectation) }),
        reading: aContext({ values }).reading,
        images: bytes === undefined ? [] : [await imageOf(id, bytes)],
      });
    }),
  );
}

const ask = async (all: readonly ProfileAudit[], more: Partial<Together> = {}) =>
  judgeTogether(all, { settings: SETTINGS, stoodIn: () => [], ...more }, [uniform]);

async function codes(...all: readonly Facts[]): Promise<string> {
  const found = await ask(await audits(...all));
  return all.map((_, at) => found.get(String.fromCharCode(97 + at))?.[0]?.code.slice(8) ?? '-').join(' ');
}

const png = async (mark: Buffer, how: Parameters<typeof shown>[1] = {}) => (await shown(mark, how)).png().toBuffer();

/** As four networks would show it: small, large, recompressed, round. */
const kites: readonly Facts[] = [
  { bytes: await png(kite(), { size: 120 }) },
  { bytes: await png(kite(), { size: 400, margin: 0.08 }) },
  { bytes: await (await shown(kite())).jpeg({ quality: 60 }).toBuffer() },
  { bytes: await cutRound(await png(kite(), { margin: 0.2 }), 200) },
];

describe('the odd one out', () => {
  test('the same mark on each network is the same look; another mark is odd', async () => {
    const same = kites;
    expect(await codes(...same)).toBe('same same same same');
    expect(await codes(...same, { bytes: await png(bars()) })).toBe('same same same same odd-one-out');
    expect(await codes({ bytes: await png(oldKite()) }, ...same)).toBe('odd-one-out same same same same');
  });

  test('both pictures are the evidence, and nobody is said to be right', async () => {
    const [a, b, c] = kites;
    const other = await png(bars());
    const all = await audits(a ?? {}, b ?? {}, c ?? {}, { bytes: other });
    const found = await ask(all);
    const [odd] = found.get('d') ?? [];
    const hash = await pixelHash(other);
    expect(odd).toMatchObject({
      code: 'uniform.odd-one-out',
      args: { field: 'logo', agreeing: 3, of: 4, profiles: 'a, b, c' },
      // The largest one: it lost the least.
      expected: urlOf('b'),
      found: urlOf('d'),
      normalised: `logo: ${hash}`,
      remedy: { value: null, url: 'https://netwerk.example/edit' },
    });
    const [item] = odd?.evidence ?? [];
    if (item?.kind !== 'image') throw new Error('no pictures');
    expect(item).toMatchObject({ elsewhere: ['a', 'b', 'c'], expectedFile: null, differenceAsset: null });
    expect(item).toMatchObject({ field: 'logo', foundUrl: urlOf('d'), pixelHash: hash, source: 'http' });
    expect(odd?.assets?.map(({ name }) => name)).toEqual([item.expectedAsset, item.foundAsset]);
    // What is alike shows what stands in the report anyway.
    const [same] = found.get('a') ?? [];
    expect(same).toMatchObject({
      code: 'uniform.same',
      evidence: [{ foundAsset: all[0]?.images[0]?.picture?.asset.name, elsewhere: ['b', 'c'] }],
    });
    expect(same?.assets).toBeUndefined();
  });

  test('the order does not matter', async () => {
    const all = await audits(...kites, { bytes: await png(bars()) });
    const sorted = async (some: readonly ProfileAudit[]) =>
      [...(await ask(some))].sort(([one], [other]) => (one < other ? -1 : 1));
    expect(await sorted(all.toReversed())).toEqual(await sorted(all));
  });

  test('a default picture is odd, and no example however many show it', async () => {
    const none = { bytes: await png(person(), { margin: 0 }) };
    const own = { bytes: await png(kite()) };
    expect(await codes(...kites, none)).toBe('same same same same odd-one-out');
    expect(await codes(none, none, none, own)).toBe('- - - -');
  });
});

describe('who takes part', () => {
  test.each<[string, () => Promise<Facts>]>([
    ['one that did not come', async () => ({ bytes: null })],
    ['one that was not seen', async () => ({})],
    ['one that cannot be judged', async () => ({ bytes: await png(bars(), { size: 24 }) })],
    ['one at another location', async () => ({ bytes: await png(bars()), entry: { location: 'utrecht' } })],
    ['one whose logo is not asked', async () => ({ bytes: await png(bars()), entry: { ignore: ['look.logo'] } })],
    [
      'one that the brand has a logo for',
      async () => {
        const image = { file: 'logo.svg', bytes: kite(), sha256: '' };
        const logos = { value: [{ file: 'logo.svg', role: 'primary', image }], from: 'profile' } as const;
        return { bytes: await png(bars()), expectation: { logos } };
      },
    ],
  ])('%s is neither alike nor odd', async (_, other) => {
    const [a = {}, b = {}, c = {}] = kites;
    expect(await codes(a, b, c, await other())).toBe('same same same -');
    expect(await codes(a, b, await other())).toBe('- - -');
  });

  test('what was odd and cannot be compared tonight stands open', async () => {
    const [a = {}, b = {}, c = {}] = kites;
    const stoodIn = (key: string) => (key === 'd/info.uniform' ? ['logo'] : []);
    const found = await ask(await audits(a, b, c, { bytes: null }), { stoodIn });
    expect(found.get('d')).toMatchObject([
      { code: 'uniform.not-compared', status: 'unverifiable', args: { field: 'logo' } },
    ]);
  });
});

test('an accepted picture that the network compresses anew is named by what was accepted', async () => {
  const [a = {}, b = {}, c = {}] = kites;
  const before = await png(bars());
  const tonight = await (await shown(bars(), { size: 180 })).jpeg({ quality: 70 }).toBuffer();
  const accepts = `logo: ${await pixelHash(before)}`;
  const waiver = { check: 'info.uniform', accepts, reason: 'r', owner: 'o', until: '2027-01-31' } as const;
  const normalised = async (entry: Partial<ProfileEntry>, bytes: Uint8Array) =>
    (await ask(await audits(a, b, c, { bytes, entry }), { accepted: new Map([[accepts, before]]) })).get('d')?.[0]
      ?.normalised;
  const own = `logo: ${await pixelHash(tonight)}`;
  expect(own).not.toBe(accepts);
  expect(await normalised({ waivers: [waiver] }, tonight)).toBe(accepts);
  // The waiver of another profile, or of another check, accepts nothing here; nor is another picture accepted.
  expect(await normalised({}, tonight)).toBe(own);
  expect(await normalised({ waivers: [{ ...waiver, check: 'look.logo' }] }, tonight)).toBe(own);
  const other = await png(oldKite());
  expect(await normalised({ waivers: [waiver] }, other)).toBe(`logo: ${await pixelHash(other)}`);
});

test('a thousand profiles that show one file and one that does not: one comparison', async () => {
  const bytes = await png(kite());
  const one = { bytes };
  const all = await audits(...Array.from({ length: 25 }, () => one));
  const many = Array.from({ length: 40 }, (_, round) =>
    all.map((audit) => ({
      ...audit,
      visit: { ...audit.visit, entry: { ...audit.visit.entry, id: `${audit.visit.entry.id}-${round}` } },
    })),
  ).flat();
  const [odd] = await audits({ bytes: await png(bars()) });
  if (!odd) throw new Error('no audit');
  const found = await ask([...many, odd]);
  expect(found.get('a')).toMatchObject([{ code: 'uniform.odd-one-out', args: { agreeing: 1000, of: 1001 } }]);
});
