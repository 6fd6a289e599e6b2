/** The table of `bijwerken networks` promises of an interface only what some answer of it is read for. */

import { expect, test } from 'vitest';
import { rowOf } from '../../src/cli/networksText.ts';
import { accountAt, networks } from '../../src/networks/index.ts';
import { readCapture } from '../../src/read/read.ts';
import { fixturesOf } from '../support/fixtures.ts';

const INTERFACES = [
  ['api (official)', true],
  ['api', false],
] as const;

const cases = networks.flatMap((network) =>
  INTERFACES.map(([source, official]) => [network.id, source, network, official] as const),
);

test.each(cases)('%s over %s', (id, source, network, official) => {
  const { fields } = rowOf(network, []);
  const promised = Object.keys(fields).filter((field) => fields[field]?.includes(source));
  const read = fixturesOf(id)
    .filter(({ capture }) => capture.source === 'api' && (capture.official ?? false) === official)
    .flatMap(({ capture, account }) =>
      Object.entries(readCapture(capture, network, accountAt(new URL(account), network)).observation ?? {})
        .filter(([, reading]) => reading.value !== null)
        .map(([field]) => field),
    );
  expect(promised.filter((field) => !read.includes(field))).toEqual([]);
});

test('TikTok gives neither the website nor a lasting number to those who hold a token', () => {
  const tiktok = networks.find(({ id }) => id === 'tiktok');
  const { fields } = tiktok ? rowOf(tiktok, []) : { fields: {} };
  expect(fields).toMatchObject({ websites: ['http', 'browser'], pin: ['http', 'browser'] });
  expect(fields).toMatchObject({ bio: expect.arrayContaining(['api (official)']) });
});
