/** The table in the documentation is the adapters' own data. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { WantedPicture } from '../../src/model/network.ts';
import { networks } from '../../src/networks/index.ts';

const sizeOf = ({ width, height, isRound, safe }: WantedPicture) =>
  [`${width}×${height}`, ...(isRound ? ['round'] : []), ...(safe ? [`safe ${safe.width}×${safe.height}`] : [])].join(
    ', ',
  );

test('every network with a size has its line, and no other', () => {
  const text = readFileSync(new URL('../../docs/fix-kit.md', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith('| ') && line.includes('×'));
  const expected = networks.flatMap(({ name, pictures }) =>
    pictures
      ? [
          `| ${name} | ${sizeOf(pictures.logo)} | ${pictures.banner ? sizeOf(pictures.banner) : '–'} | ${pictures.source} |`,
        ]
      : [],
  );
  expect(lines).toEqual(expected);
});
