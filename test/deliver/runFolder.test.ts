import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeRunFolder, publishLatest, readPrevious, readRun, writeFiles } from '../../src/deliver/runFolder.ts';
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

  test('stays as it was when the run cannot be copied', async () => {
    const out = await aFolder(run('one'));
    await publishLatest(out, path.join(out, 'one'));
    await expect(publishLatest(out, path.join(out, 'none'))).rejects.toThrow();
    expect(await textsIn(path.join(out, 'latest'))).toEqual(ofRun('one'));
  });
});

describe('what the previous run found', () => {
  const previous = async (report: unknown) =>
    await readPrevious(
      await aFolder({ 'latest/report.json': typeof report === 'string' ? report : JSON.stringify(report) }),
    );
  const withFindings = (...findings: unknown[]) => ({ schemaVersion: 1, profiles: [{ findings }] });
  const since = '2026-11-01T02:00:00.000Z';

  test.each<readonly [string, unknown]>([
    ['an empty file', ''],
    ['no JSON', '{"schemaVersion": 1,'],
    ['null', null],
    ['a list', []],
    ['a text', '"x"'],
    ['another version', { schemaVersion: 2, profiles: [] }],
    ['no version', { profiles: [] }],
    ['no list of profiles', { schemaVersion: 1, profiles: {} }],
  ])('%s: none', async (_, report) => {
    expect(await previous(report)).toBeNull();
  });

  test('no run, and a folder in its place: none', async () => {
    expect(await readPrevious(await aFolder())).toBeNull();
    expect(await readPrevious(await aFolder({ 'latest/report.json/x': '' }))).toBeNull();
  });

  test.each<readonly [string, unknown, unknown]>([
    ['ok', { status: 'ok' }, { status: 'ok', since, isWrong: false }],
    ['deviating', { status: 'deviating' }, { status: 'deviating', since, isWrong: true }],
    ['absent', { status: 'absent' }, { status: 'absent', since, isWrong: true }],
    ['waived', { status: 'waived' }, { status: 'waived', since, isWrong: false }],
    [
      'not seen, wrong before',
      { status: 'unverifiable', lastSeen: 'absent' },
      { status: 'unverifiable', since, lastSeen: 'absent', isWrong: true },
    ],
    [
      'not seen, right before',
      { status: 'unverifiable', lastSeen: 'ok' },
      { status: 'unverifiable', since, lastSeen: 'ok', isWrong: false },
    ],
    ['never seen', { status: 'unverifiable', lastSeen: 'nonsense' }, { status: 'unverifiable', since, isWrong: false }],
  ])('%s', async (_, finding, expected) => {
    const found = await previous(withFindings({ key: 'p/info.name', since, ...(finding as object) }));
    expect([...(found?.findings ?? [])]).toEqual([['p/info.name', expected]]);
  });

  test.each<readonly [string, unknown]>([
    ['no key', { since, status: 'ok' }],
    ['no time', { key: 'k', status: 'ok' }],
    ['a time that is none', { key: 'k', status: 'ok', since: 'yesterday' }],
    ['an unknown status', { key: 'k', since, status: 'fine' }],
    ['null', null],
    ['a list', []],
  ])('a finding with %s is left out, the others stay', async (_, broken) => {
    const found = await previous(withFindings(broken, { key: 'good', since, status: 'ok' }));
    expect([...(found?.findings.keys() ?? [])]).toEqual(['good']);
  });

  test('profiles without findings, broken history and presence are nothing', async () => {
    const report = {
      schemaVersion: 1,
      profiles: [null, {}, { findings: 3 }],
      history: [null, { at: 1 }, { at: since, summary: {} }],
      presence: [7, { network: 'x', status: 'missing' }, { network: 'y', status: 'present' }],
    };
    expect(await previous(report)).toEqual({
      findings: new Map(),
      history: [{ at: since, summary: {} }],
      missing: ['x'],
    });
    expect(await previous({ schemaVersion: 1, profiles: [], history: {}, presence: 1 })).toEqual({
      findings: new Map(),
      history: [],
      missing: [],
    });
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
