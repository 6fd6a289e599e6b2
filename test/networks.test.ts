/** Every fixture folder is a test: a capture, and what must be read from it, no more and no less. */

import { describe, expect, test } from 'vitest';
import type { Network } from '../src/model/network.ts';
import { accountAt, networks } from '../src/networks/index.ts';
import { publicObservation } from '../src/read/public.ts';
import { readCapture } from '../src/read/read.ts';
import { type Fixture, fixtureNetworks, fixturesOf } from './support/fixtures.ts';

/** What a case's folder name begins with, and the outcomes that show that state. */
const STATES = {
  normal: ['profile'],
  walled: ['login-wall', 'challenge', 'rate-limited'],
  gone: ['not-found', 'suspended'],
} as const;

const read = ({ account, capture }: Fixture, network: Network) => {
  const { outcome, observation } = readCapture(capture, network, accountAt(new URL(account), network));
  return { outcome, observation: observation && publicObservation(observation) };
};

describe.each(networks.map((network) => ({ id: network.id, network })))('$id', ({ id, network }) => {
  const fixtures = fixturesOf(id);

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    expect(read(fixture, network)).toEqual(fixture.expected);
  });

  test.each(Object.entries(STATES))('has a case of the state %s', (state, outcomes) => {
    const seen = fixtures.some((fixture) => outcomes.some((outcome) => outcome === read(fixture, network).outcome));
    const excuse = Object.entries(network.neverSeen ?? {}).find(([name]) => name === state)?.[1];
    const folder = `test/fixtures/networks/${id}/${state}`;
    const advice = `${network.name} has no fixture that reads as ${outcomes.join(' or ')}. Add ${folder}, or say in neverSeen.${state} why there can be none.`;
    expect(seen || excuse !== undefined, advice).toBe(true);
  });

  test('shows every field that it has places for in some fixture', () => {
    const won = new Set(fixtures.flatMap((fixture) => fieldsRead(fixture, network)));
    const unread = Object.keys(network.places).filter((field) => !won.has(field));
    const advice = `${network.name} has places for ${unread.join(', ')}, and no fixture in which a value is read there.`;
    expect(unread, advice).toEqual([]);
  });
});

const fieldsRead = ({ account, capture }: Fixture, network: Network): readonly string[] => {
  const { observation } = readCapture(capture, network, accountAt(new URL(account), network));
  return Object.entries(observation ?? {})
    .filter(([, reading]) => reading.value !== null)
    .map(([field]) => field);
};

test('every fixture folder belongs to a network of the list', () => {
  const known = networks.map(({ id }) => id);
  expect(fixtureNetworks().filter((id) => !known.includes(id))).toEqual([]);
});
