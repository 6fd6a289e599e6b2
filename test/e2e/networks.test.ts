/** `bijwerken networks`, by the built command: the table, one network, and the controls for who plays them. */

import { expect, test } from 'vitest';
import { networks } from '../../src/networks/index.ts';
import { bijwerken } from './command.ts';

test('--json names every network, its fields by source, and the controls as they are asked', async () => {
  const { code, stdout } = await bijwerken(['networks', '--json']);
  expect(code).toBe(0);
  const { networks: rows, lifecycle } = JSON.parse(stdout) as {
    networks: {
      id: string;
      fields: Record<string, string[]>;
      controls: { known: string; impossible: string } | null;
    }[];
    lifecycle: { id: string; state: string; reviewed: string }[];
  };
  expect(rows.map(({ id }) => id)).toEqual(networks.map(({ id }) => id));
  const linkedin = rows.find(({ id }) => id === 'linkedin');
  expect(linkedin?.controls).toEqual({
    known: 'https://www.linkedin.com/company/linkedin/',
    impossible: 'https://www.linkedin.com/company/bijwerken--no-such-page-7f3a91/',
  });
  expect(linkedin?.fields.name).toEqual(expect.arrayContaining(['http', 'browser']));
  expect(rows.find(({ id }) => id === 'bluesky')?.fields.bio).toContain('api');
  expect(lifecycle.find(({ id }) => id === 'hyves')).toMatchObject({ state: 'closed' });
});

test('the table has a line for each, and no line is wider than a terminal', async () => {
  const { stdout } = await bijwerken(['networks']);
  for (const { id } of networks) expect(stdout).toMatch(new RegExp(`^${id} `, 'm'));
  expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(132);
  expect(stdout).toContain('Hyves: closed on 2013-12-02');
  expect(stdout).toContain('Twitter: renamed into x on 2023-07-24');
});

test('one network: sources, fields, limits and controls', async () => {
  const { stdout } = await bijwerken(['networks', 'x']);
  expect(stdout).toMatch(/^X \(x\), last reviewed \d{4}-\d{2}-\d{2}/);
  expect(stdout).toMatch(/bio +.*at most 160 characters/);
  expect(stdout).toContain('Controls: https://x.com/');
});

test.each([
  ['linkedn', /Did you mean "linkedin"\?/],
  ['twitter', /It is x now/],
])('%s: exit 2 and a hint', async (name, hint) => {
  const { code, stderr } = await bijwerken(['networks', name]);
  expect(code).toBe(2);
  expect(stderr).toMatch(hint);
});
