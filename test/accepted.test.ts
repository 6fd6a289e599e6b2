/** Which values name a picture, and that nothing else is read as one. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { acceptedFile, acceptedHash, readAccepted } from '../src/accepted.ts';
import { aFolder } from './support/folders.ts';

const HEX = '0a'.repeat(32);
const HASH = `sha256:${HEX}`;

test.each<readonly [string, string | null]>([
  [HASH, HASH],
  [`logo: ${HASH}`, HASH],
  [`phones: ${HASH}`, null],
  [`logo: ${HASH}; phones: +31207941234`, null],
  [`logo:  ${HASH}`, null],
  [`${HASH}/../../x`, null],
  [HASH.toUpperCase(), null],
  ['', null],
])('%j names %j', (accepts, hash) => {
  expect(acceptedHash(accepts)).toBe(hash);
  const file = hash && path.join(path.resolve('lijst'), 'accepted', `${HEX}.png`);
  expect(acceptedFile('lijst/profiles.json', accepts)).toBe(file);
});

test('pictures are found by the value that accepts them', async () => {
  const folder = await aFolder({});
  const config = path.join(folder, 'profiles.json');
  await mkdir(path.join(folder, 'accepted'));
  await writeFile(path.join(folder, 'accepted', `${HEX}.png`), 'x');
  const waiver = { check: 'info.uniform', reason: 'r', owner: 'o', until: '2027-01-31' } as const;
  const waivers = [`logo: ${HASH}`, `sha256:${'0b'.repeat(32)}`, 'phones: 1'].map((accepts) => ({
    ...waiver,
    accepts,
  }));
  expect([...(await readAccepted(config, [{ waivers }, {}])).keys()]).toEqual([`logo: ${HASH}`]);
});
