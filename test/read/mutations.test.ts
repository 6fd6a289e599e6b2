/** Fixtures damaged in every way a line or a stranger can: reading never throws, and never turns a wall into a profile. */

import { describe, expect, test } from 'vitest';
import { type Capture, OUTCOMES } from '../../src/model/capture.ts';
import type { Network } from '../../src/model/network.ts';
import { accountAt, networks } from '../../src/networks/index.ts';
import { publicObservation } from '../../src/read/public.ts';
import { readCapture } from '../../src/read/read.ts';
import { type Fixture, fixturesOf } from '../support/fixtures.ts';

/** Mulberry32: the same damage in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Mutation = (body: string, random: () => number) => string;

const pick = (body: string, random: () => number): number => Math.floor(random() * (body.length + 1));

const flip: Mutation = (body, random) => {
  const characters = [...body];
  for (let count = 0; count < 40 && characters.length > 0; count += 1) {
    const index = Math.floor(random() * characters.length);
    characters[index] = String.fromCharCode((characters[index]?.charCodeAt(0) ?? 0) ^ (1 << Math.floor(random() * 8)));
  }
  return characters.join('');
};

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'cut off': (body, random) => body.slice(0, pick(body, random)),
  'with its start cut off': (body, random) => body.slice(pick(body, random)),
  'with bits flipped': flip,
  'with a part doubled': (body, random) => {
    const [a, b] = [pick(body, random), pick(body, random)].sort((x, y) => x - y);
    return body.slice(0, b) + body.slice(a);
  },
  'with a part taken out': (body, random) => {
    const [a, b] = [pick(body, random), pick(body, random)].sort((x, y) => x - y);
    return body.slice(0, a) + body.slice(b);
  },
  'with deep nesting put in': (body, random) => {
    const at = pick(body, random);
    const deep = ['<div>', '[', '{"a":', '<b>', '<table><tr><td>'][Math.floor(random() * 5)] ?? '';
    return body.slice(0, at) + deep.repeat(10_000) + body.slice(at);
  },
  'with types changed': (body, random) =>
    body.replace(/"([^"]{1,40})":("[^"]{0,200}"|\d+)/g, (whole, key) =>
      random() < 0.2
        ? `"${key}":${['null', '[]', '{}', '1e999', '-1', 'true', '""'][Math.floor(random() * 7)]}`
        : whole,
    ),
};

const damaged = (fixture: Fixture, mutate: Mutation, seed: number): Capture => {
  const random = seeded(seed);
  const documents = fixture.capture.documents.map((document) => ({ ...document, body: mutate(document.body, random) }));
  return { ...fixture.capture, documents };
};

const read = (fixture: Fixture, network: Network, capture: Capture) =>
  readCapture(capture, network, accountAt(new URL(fixture.account), network));

describe.each(networks.map((network) => ({ id: network.id, network })))('$id', ({ id, network }) => {
  const fixtures = fixturesOf(id);

  test.each(Object.entries(MUTATIONS))('%s', (_, mutate) => {
    fixtures.forEach((fixture, index) => {
      for (const seed of [1, 2]) {
        const { outcome, observation } = read(fixture, network, damaged(fixture, mutate, index * 100 + seed));
        expect(OUTCOMES, fixture.name).toContain(outcome);
        expect(observation === null, fixture.name).toBe(outcome !== 'profile');
        expect(() => JSON.stringify(observation && publicObservation(observation))).not.toThrow();
      }
    });
  });

  test('a wall or an absence does not become a profile by being cut off', () => {
    const others = fixtures.filter(({ expected }) => !['profile', 'unreadable'].includes(Object(expected).outcome));
    for (const fixture of others) {
      for (let part = 0; part <= 20; part += 1) {
        const cut: Mutation = (body) => body.slice(0, Math.floor((body.length * part) / 20));
        const { outcome } = read(fixture, network, damaged(fixture, cut, 0));
        expect(outcome, `${fixture.name} cut at ${part * 5} %`).not.toBe('profile');
      }
    }
  });

  test('a profile that is cut off is never read as gone', () => {
    for (const fixture of fixtures.filter(({ expected }) => Object(expected).outcome === 'profile')) {
      for (let part = 0; part < 20; part += 1) {
        const cut: Mutation = (body) => body.slice(0, Math.floor((body.length * part) / 20));
        const { outcome } = read(fixture, network, damaged(fixture, cut, 0));
        expect(['not-found', 'suspended'], `${fixture.name} cut at ${part * 5} %`).not.toContain(outcome);
      }
    }
  });
});
