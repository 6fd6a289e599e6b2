/**
 * Fixtures damaged in every way a line or a stranger can: reading never throws, gives only what the contract knows, and
 * never turns a wall into a profile or a profile into an absence. `npm run soak` reads over 20 000 damaged pages.
 */

import { afterAll, describe, expect, test } from 'vitest';
import { type Capture, OUTCOMES, type Outcome } from '../../src/model/capture.ts';
import type { Network } from '../../src/model/network.ts';
import { accountAt, networks } from '../../src/networks/index.ts';
import { publicObservation } from '../../src/read/public.ts';
import { readCapture } from '../../src/read/read.ts';
import { DAMAGES, type Damage, repeated, seeded } from '../support/damage.ts';
import { type Fixture, fixturesOf } from '../support/fixtures.ts';
import { faultsOf } from '../support/observations.ts';

const isSoak = process.env.SOAK_RUNS !== undefined;
/** In the first ring every damage meets every third fixture. */
const SEEDS = isSoak ? [1, 2, 3] : [1];
const STEP = isSoak ? 1 : 3;
const SOAK_PAGES = 20_000;
/** Processor time for one page, where nothing else is tested beside it; generous: it is there for what hangs. */
const BUDGET_MS = 5_000;
const MEGABYTES_50 = 50 * 1024 * 1024;

/** These write values of their own, and an interface may say in one that an account is gone. All others only spoil. */
const WRITING: readonly string[] = [
  'with types changed',
  'with numbers as texts',
  'with texts as numbers',
  'with nulls',
  'with immense numbers',
  'with a value nested deep',
];
const ABSENT: readonly Outcome[] = ['not-found', 'suspended'];
const WALLS: readonly Outcome[] = ['login-wall', 'challenge', 'rate-limited'];

let pages = 0;
const met = new Set<string>();

const damaged = (fixture: Fixture, damage: Damage, seed: number): Capture => {
  const random = seeded(seed);
  const documents = fixture.capture.documents.map((document) => ({ ...document, body: damage(document.body, random) }));
  return { ...fixture.capture, documents };
};

const outcomeOf = ({ expected }: Fixture): Outcome => Object(expected).outcome;

function read(fixture: Fixture, network: Network, capture: Capture) {
  pages += 1;
  met.add(network.id);
  const start = process.cpuUsage();
  const reading = readCapture(capture, network, accountAt(new URL(fixture.account), network));
  const { user } = process.cpuUsage(start);
  if (isSoak) expect(user / 1000, `${fixture.name}: ms of processor time`).toBeLessThan(BUDGET_MS);
  return reading;
}

function expectSound(what: string, { outcome, observation }: ReturnType<typeof read>): void {
  expect(OUTCOMES, what).toContain(outcome);
  expect(observation === null, what).toBe(outcome !== 'profile');
  if (observation) expect(faultsOf(publicObservation(observation)), what).toEqual([]);
}

describe.each(networks.map((network) => ({ id: network.id, network })))('$id', ({ id, network }) => {
  const fixtures = fixturesOf(id);

  test.each(Object.entries(DAMAGES).map(([name, damage], kind) => ({ name, damage, kind })))(
    '$name',
    ({ name, damage, kind }) => {
      fixtures.forEach((fixture, index) => {
        if ((index + kind) % STEP !== 0) return;
        for (const seed of SEEDS) {
          const reading = read(fixture, network, damaged(fixture, damage, index * 100 + seed));
          const what = `${fixture.name}, ${name}, seed ${index * 100 + seed}: ${reading.because}`;
          expectSound(what, reading);
          const tells = ['profile', ...WALLS].includes(outcomeOf(fixture));
          const isSpoilt = tells && !WRITING.includes(name);
          if (isSpoilt) expect(ABSENT, what).not.toContain(reading.outcome);
        }
      });
    },
  );

  test('a wall or an absence does not become a profile by being cut off', () => {
    for (const fixture of fixtures.filter((each) => !['profile', 'unreadable'].includes(outcomeOf(each)))) {
      for (let part = 0; part <= 20; part += 1) {
        const cut: Damage = (body) => body.slice(0, Math.floor((body.length * part) / 20));
        const { outcome } = read(fixture, network, damaged(fixture, cut, 0));
        expect(outcome, `${fixture.name} cut at ${part * 5} %`).not.toBe('profile');
      }
    }
  });

  test('a profile that is cut off is never read as gone', () => {
    for (const fixture of fixtures.filter((each) => outcomeOf(each) === 'profile')) {
      for (let part = 0; part < 20; part += 1) {
        const cut: Damage = (body) => body.slice(0, Math.floor((body.length * part) / 20));
        const { outcome } = read(fixture, network, damaged(fixture, cut, 0));
        expect(ABSENT, `${fixture.name} cut at ${part * 5} %`).not.toContain(outcome);
      }
    }
  });

  // Two in the first ring: each takes a while, and much memory.
  const isImmense = isSoak || id === 'website' || id === 'bluesky';
  const immense = () => {
    const fixture = fixtures.find((each) => outcomeOf(each) === 'profile');
    if (!fixture) return;
    const reading = read(
      fixture,
      network,
      damaged(fixture, (body) => repeated(body, MEGABYTES_50), 0),
    );
    expectSound(fixture.name, reading);
    expect(ABSENT).not.toContain(reading.outcome);
  };
  if (isImmense) test('repeated to 50 MB', immense);
});

afterAll(() => {
  if (isSoak && met.size === networks.length) expect(pages).toBeGreaterThan(SOAK_PAGES);
});
