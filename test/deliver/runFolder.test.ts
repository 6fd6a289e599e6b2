import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOvertaken, makeRunFolder, publishLatest, readRun, writeFiles } from '../../src/deliver/runFolder.ts';
import { UserError } from '../../src/model/problem.ts';
import { typical } from '../report/typical.ts';
import { aFolder, filesIn, put, textsIn } from '../support/folders.ts';

const STARTED = '2026-11-23T02:00:00.123Z';

describe('the folder of a run', () => {
  test('has a name that is legal on Windows, and gets a number when it is taken', async () => {
    const out = path.join(await aFolder(), 'reports', 'deeper');
    const made = [
      await makeRunFolder(out, STARTED),
      await makeRunFolder(out, STARTED),
      await makeRunFolder(out, STARTED),
    ];
    expect(made.map(({ id }) => id)).toEqual([
      '2026-11-23T02-00-00Z',
      '2026-11-23T02-00-00Z-2',
      '2026-11-23T02-00-00Z-3',
    ]);
    expect(made.map(({ folder, id }) => path.relative(out, folder) === id)).toEqual([true, true, true]);
    for (const { id } of made) expect(id).not.toMatch(/[<>:"/\\|?*]|[. ]$/);
  });

  test('a file with its name takes it too', async () => {
    const out = await aFolder({ '2026-11-23T02-00-00Z': '' });
    expect((await makeRunFolder(out, STARTED)).id).toBe('2026-11-23T02-00-00Z-2');
  });

  test('runs that start at once get one each', async () => {
    const out = await aFolder();
    const made = await Promise.all(Array.from({ length: 8 }, () => makeRunFolder(out, STARTED)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(8);
  });

  test.each(['reports', 'reports/below'])(
    'a file where the folder should be is the user’s mistake: %s',
    async (name) => {
      const folder = await aFolder({ reports: '' });
      const making = makeRunFolder(path.join(folder, ...name.split('/')), STARTED);
      await expect(making).rejects.toThrow(UserError);
      await expect(making).rejects.toThrow('runs cannot be written here: a file has this name.');
    },
  );
});

describe('files of a report', () => {
  test('are written where their paths say, whole, and over what was there', async () => {
    const folder = await aFolder({ 'index.html': 'old' });
    const bytes = Uint8Array.of(0, 255, 10);
    await writeFiles(folder, [
      { path: 'index.html', content: 'né' },
      { path: 'assets/a/b.png', content: bytes },
    ]);
    const files = await filesIn(folder);
    expect([...files.keys()]).toEqual(['assets/a/b.png', 'index.html']);
    expect(files.get('index.html')).toEqual(Buffer.from('né'));
    expect(files.get('assets/a/b.png')).toEqual(Buffer.from(bytes));
  });

  test('leave nothing half behind when they cannot be written', async () => {
    const folder = await aFolder({ 'index.html/taken': '' });
    await expect(writeFiles(folder, [{ path: 'index.html', content: 'x' }])).rejects.toThrow();
    expect(Object.keys(await textsIn(folder))).toEqual(['index.html/taken']);
  });
});

describe('latest', () => {
  const run = (id: string) => ({
    [`${id}/report.json`]: id,
    [`${id}/captures/p/capture.json`]: id,
    [`${id}/only-${id}.txt`]: '',
  });
  const ofRun = (id: string) => ({ 'captures/p/capture.json': id, [`only-${id}.txt`]: '', 'report.json': id });

  test('is a copy of its own', async () => {
    const out = await aFolder(run('one'));
    await publishLatest(out, path.join(out, 'one'));
    await put(out, { 'one/report.json': 'changed' });
    expect(await textsIn(path.join(out, 'latest'))).toEqual(ofRun('one'));
  });

  test.each<readonly [string, (out: string) => Promise<unknown>]>([
    ['another run', (out) => publishLatest(out, path.join(out, 'one'))],
    [
      'what a broken run left',
      (out) => put(out, { 'latest/stray.txt': '', '.latest-two/stray.txt': '', '.old-two-1/x': '' }),
    ],
    ['an empty folder', (out) => mkdir(path.join(out, 'latest'))],
    ['a file', (out) => put(out, { latest: 'a file' })],
    ['a link', (out) => symlink(path.join(out, 'one'), path.join(out, 'latest'), 'junction')],
  ])('is replaced wholly: %s', async (_, before) => {
    const out = await aFolder({ ...run('one'), ...run('two') });
    await before(out);
    await publishLatest(out, path.join(out, 'two'));
    const { ...after } = await textsIn(out);
    expect(await textsIn(path.join(out, 'latest'))).toEqual(ofRun('two'));
    expect(after['one/report.json']).toBe('one');
    expect(Object.keys(after).filter((name) => /^\.(?:latest|old)-two(?:\/|$)/.test(name))).toEqual([]);
  });

  test('runs that end together: one of them is latest, whole, and nothing else is left', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `run${index}`);
    const out = await aFolder(Object.assign({}, ...ids.map(run)));
    await Promise.all(ids.map((id) => publishLatest(out, path.join(out, id))));
    const latest = await textsIn(path.join(out, 'latest'));
    expect(latest).toEqual(ofRun(latest['report.json'] ?? ''));
    const names = [...(await filesIn(out)).keys()].map((name) => name.split('/')[0]);
    expect([...new Set(names)].sort()).toEqual(['latest', ...ids].sort());
  });

  test('is not put back by a run that began earlier and ended later', async () => {
    const reportOf = (id: string, startedAt: string) =>
      JSON.stringify({ schemaVersion: 1, profiles: [], run: { id, startedAt } });
    const later = reportOf('later', '2026-11-23T03:00:00.000Z');
    const out = await aFolder({ 'latest/report.json': later });
    const began = (startedAt: string, previous: string | null) => isOvertaken(out, { startedAt, previous });
    expect(await began('2026-11-23T02:00:00.000Z', 'before')).toBe(true);
    expect(await began('2026-11-23T02:00:00.000Z', null)).toBe(true);
    expect(await began('2026-11-23T02:00:00.000Z', 'later')).toBe(false);
    expect(await began('2026-11-23T04:00:00.000Z', 'before')).toBe(false);
    expect(await isOvertaken(await aFolder(), { startedAt: '2026-11-23T02:00:00.000Z', previous: null })).toBe(false);
  });

  test('stays as it was when the run cannot be copied', async () => {
    const out = await aFolder(run('one'));
    await publishLatest(out, path.join(out, 'one'));
    await expect(publishLatest(out, path.join(out, 'none'))).rejects.toThrow();
    expect(await textsIn(path.join(out, 'latest'))).toEqual(ofRun('one'));
  });
});

describe('a stored run', () => {
  const HINT = 'Name the folder of a run, such as reports/latest.';
  const name = `${'a'.repeat(64)}.png`;

  test('is read with its pictures, and with no other file', async () => {
    const folder = await aFolder({
      'report.json': JSON.stringify(typical),
      [`assets/${name}`]: 'png',
      'assets/readme.txt': '',
      [`assets/${'A'.repeat(64)}.png`]: '',
    });
    const { report, images } = await readRun(folder);
    expect(report).toEqual(JSON.parse(JSON.stringify(typical)));
    expect([...images]).toEqual([[name, Buffer.from('png')]]);
  });

  test('needs no pictures', async () => {
    expect((await readRun(await aFolder({ 'report.json': JSON.stringify(typical) }))).images.size).toBe(0);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['no folder of a run', { 'x.txt': '' }, 'there is no report here.'],
    ['a folder in place of the report', { 'report.json/x': '' }, 'there is no report here.'],
    ['no JSON', { 'report.json': '{' }, 'this is not JSON.'],
    [
      'another JSON',
      { 'report.json': '{"name": "x"}' },
      "this is not a report of Bijwerken (must have required property 'schemaVersion').",
    ],
    ['a list', { 'report.json': '[]' }, 'this is not a report of Bijwerken (must be object).'],
    [
      'a newer version',
      { 'report.json': JSON.stringify({ ...typical, schemaVersion: 2 }) },
      'this is not a report of Bijwerken (/schemaVersion must be equal to constant).',
    ],
  ])('%s', async (_, files, message) => {
    const reading = readRun(await aFolder(files));
    await expect(reading).rejects.toThrow(UserError);
    await expect(reading).rejects.toThrow(`report.json: ${message} ${HINT}`);
  });
});
