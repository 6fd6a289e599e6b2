/** What goes of old runs, and everything that must not. */

import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pruneRuns, type Retention } from '../../src/deliver/retention.ts';
import { retentionOf } from '../../src/retain.ts';
import { aFolder, filesIn, put } from '../support/folders.ts';

const NOW = Date.parse('2026-11-23T03:00:00Z');
const picture = (digit: string) => `${digit.repeat(64)}.png`;

const reportOf = (id: string, run: object = {}, notices: readonly object[] = []) =>
  JSON.stringify({
    notices,
    schemaVersion: 1,
    tool: { name: 'bijwerken', version: '1' },
    run: { id, complete: true, ...run },
    profiles: [
      {
        capture: { sources: [{ screenshot: `assets/${picture('a')}` }] },
        observation: { logo: { file: `assets/${picture('b')}` } },
        findings: [{ evidence: { items: [{ foundAsset: picture('c'), expectedAsset: null }] } }],
      },
    ],
  });

async function aRun(out: string, id: string, at = id): Promise<void> {
  await put(path.join(out, at), {
    'report.json': reportOf(id),
    'index.html': 'page',
    'captures/li/capture.json': '{}',
    ...Object.fromEntries(['a', 'b', 'c', 'd'].map((each) => [`assets/${picture(each)}`, 'png'])),
    'assets/of-mine.txt': 'kept',
  });
  await aged(path.join(out, at));
}

/** Written long ago. */
async function aged(folder: string): Promise<void> {
  for (const name of ['report.json', 'index.html', '.']) {
    await utimes(path.join(folder, name), NOW / 1000 - 86_400, NOW / 1000 - 86_400).catch(() => undefined);
  }
}

const night = (day: number) => `2026-11-${String(day).padStart(2, '0')}T02-00-00Z`;
const retention = (rest: Partial<Retention> = {}): Retention => ({
  ...retentionOf({ keepRuns: 90, keepCaptures: 'P14D' }, NOW),
  ...rest,
});

async function nights(...days: readonly number[]): Promise<string> {
  const out = await aFolder();
  for (const day of days) await aRun(out, night(day));
  const last = days.at(-1);
  if (last !== undefined) await aRun(out, night(last), 'latest');
  return out;
}

const left = async (out: string) => (await readdir(out)).sort();

test('evidence goes before results: captures and screenshots, and pictures that the report does not show', async () => {
  const out = await nights(8, 10, 22);
  expect(await pruneRuns(out, retention())).toEqual([{ id: night(8), what: 'evidence' }]);
  const names = [...(await filesIn(path.join(out, night(8)))).keys()];
  expect(names).toEqual([
    `assets/${picture('b')}`,
    `assets/${picture('c')}`,
    'assets/of-mine.txt',
    'index.html',
    'report.json',
  ]);
  for (const id of [night(10), night(22), 'latest']) expect((await filesIn(path.join(out, id))).size).toBe(8);
  expect(await pruneRuns(out, retention())).toEqual([]);
});

test('the oldest runs go when there are too many; of a second, the one that came first', async () => {
  const out = await nights(20, 21, 22);
  await aRun(out, `${night(20)}-9`);
  await aRun(out, `${night(20)}-10`);
  const pruned = await pruneRuns(out, retention({ keepRuns: 3 }));
  expect(pruned).toEqual([
    { id: `${night(20)}-9`, what: 'run' },
    { id: night(20), what: 'run' },
  ]);
  expect(await left(out)).toEqual([`${night(20)}-10`, night(21), night(22), 'latest']);
});

test('parts of runs, replays and what was interrupted push no night out, and go with the nights around them', async () => {
  const out = await nights(17, 18, 19, 20, 21, 22);
  const others = [
    [17, reportOf(night(17), { partial: { only: ['li'] } })],
    [19, reportOf(night(19), { complete: false })],
    [20, reportOf(night(20), {}, [{ code: 'replayed' }])],
    [21, reportOf(night(21), { partial: { only: ['li'] } })],
  ] as const;
  for (const [day, report] of others) {
    await writeFile(path.join(out, night(day), 'report.json'), report);
    await aged(path.join(out, night(day)));
  }
  expect(await pruneRuns(out, retention({ keepRuns: 2 }))).toEqual([{ id: night(17), what: 'run' }]);
  expect(await pruneRuns(out, retention({ keepRuns: 1 }))).toHaveLength(4);
  expect(await left(out)).toEqual([night(22), 'latest']);
});

test('a dry run tells the same and removes nothing', async () => {
  const out = await nights(1, 2, 22);
  const before = await filesIn(out);
  const told = await pruneRuns(out, retention({ keepRuns: 2 }), true);
  expect(told).toEqual([
    { id: night(2), what: 'evidence' },
    { id: night(1), what: 'run' },
  ]);
  expect(await filesIn(out)).toEqual(before);
  expect(await pruneRuns(out, retention({ keepRuns: 2 }))).toEqual(told);
});

describe('never', () => {
  test('the run that latest is a copy of, nor latest', async () => {
    const out = await nights(2, 1);
    await aRun(out, night(22));
    await pruneRuns(out, retention({ keepRuns: 1 }));
    expect(await left(out)).toEqual([night(1), night(22), 'latest']);
    expect((await filesIn(path.join(out, night(1)))).size).toBe(8);
  });

  test('what is no run, or holds no report of ours, or that of another run', async () => {
    const out = await nights(22);
    await put(out, {
      'photos/report.json': reportOf('photos'),
      [`${night(1)}/report.json`]: '{"tool":{"name":"lighthouse"},"run":{"id":"2026-11-01T02-00-00Z"}}',
      [`${night(2)}/report.json`]: reportOf(night(3)),
      [`${night(4)}/report.json`]: 'no JSON',
      [`${night(5)}/captures/run.json`]: '{}',
      [`${night(6)} (copy)/report.json`]: reportOf(night(6)),
      'index.html': 'mine',
    });
    for (const name of await readdir(out)) await aged(path.join(out, name));
    const before = await filesIn(out);
    expect(await pruneRuns(out, retention({ keepRuns: 1 }))).toEqual([]);
    expect(await filesIn(out)).toEqual(before);
  });

  test('a run that may still be written, and in a run one that began later', async () => {
    const out = await nights(1, 2, 3, 22);
    await writeFile(path.join(out, night(1), 'index.html'), 'just now');
    await utimes(path.join(out, night(1), 'index.html'), NOW / 1000, NOW / 1000);
    expect(await pruneRuns(out, retention({ keepRuns: 1, own: night(3) }))).toEqual([{ id: night(2), what: 'run' }]);
    expect(await left(out)).toEqual([night(1), night(3), night(22), 'latest']);
  });

  test('through a link', async () => {
    const [out, elsewhere] = [await nights(22), await aFolder()];
    await aRun(elsewhere, night(1));
    await aRun(elsewhere, night(2));
    await symlink(path.join(elsewhere, night(1)), path.join(out, night(1)));
    await mkdir(path.join(out, night(2)));
    for (const name of ['assets', 'captures']) {
      await symlink(path.join(elsewhere, night(2), name), path.join(out, night(2), name));
    }
    await put(out, { [`${night(2)}/report.json`]: reportOf(night(2)) });
    await aged(path.join(out, night(2)));
    const before = await filesIn(elsewhere);
    await pruneRuns(out, retention());
    await pruneRuns(out, retention({ keepRuns: 1 }));
    expect(await filesIn(elsewhere)).toEqual(before);
    expect(await left(out)).toEqual([night(1), night(22), 'latest']);
  });
});

test('only latest was restored, or there is nothing at all', async () => {
  const out = await aFolder();
  expect(await pruneRuns(path.join(out, 'none'), retention())).toEqual([]);
  await aRun(out, night(1), 'latest');
  expect(await pruneRuns(out, retention({ keepRuns: 1 }))).toEqual([]);
  expect((await filesIn(path.join(out, 'latest'))).size).toBe(8);
});

test('two at once: neither fails, and together they leave what one leaves', async () => {
  const out = await nights(...Array.from({ length: 22 }, (_, index) => index + 1));
  await Promise.all([1, 2, 3].map(() => pruneRuns(out, retention({ keepRuns: 10 }))));
  const kept = Array.from({ length: 10 }, (_, index) => night(index + 13));
  expect(await left(out)).toEqual([...kept, 'latest']);
});

test('what an interrupted one left aside goes with the next, and not while another may be at it', async () => {
  const out = await nights(22);
  for (const name of ['.pruned-old', '.pruned-new']) await mkdir(path.join(out, name));
  await utimes(path.join(out, '.pruned-old'), NOW / 1000 - 86_400, NOW / 1000 - 86_400);
  await utimes(path.join(out, '.pruned-new'), NOW / 1000, NOW / 1000);
  await pruneRuns(out, retention());
  expect(await left(out)).toEqual(['.pruned-new', night(22), 'latest']);
});
