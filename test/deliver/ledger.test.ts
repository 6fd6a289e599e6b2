/** What was delivered stays known, in the run and in `latest`, whoever is asked. */

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { foldersOf, readLedger, writeLedger } from '../../src/deliver/ledger.ts';
import { aFolder, put, textsIn } from '../support/folders.ts';

const report = (id: string) => JSON.stringify({ run: { id } });
const ENTRY = { target: 'mail', id: 'a1', at: '2026-11-23T02:03:12.000Z' } as const;

test('a run and its copy know the same', async () => {
  const out = await aFolder({
    'r2/report.json': report('r2'),
    'latest/report.json': report('r2'),
    'r1/report.json': report('r1'),
  });
  const folders = await foldersOf(path.join(out, 'r2'), 'r2');
  expect(folders).toEqual([path.join(out, 'r2'), path.join(out, 'latest')]);
  await writeLedger(folders, 'r2', [ENTRY]);
  expect(await readLedger(await foldersOf(path.join(out, 'latest'), 'r2'), 'r2')).toEqual([ENTRY]);
  expect(Object.keys(await textsIn(out)).filter((name) => name.endsWith('delivered.json'))).toEqual([
    'latest/delivered.json',
    'r2/delivered.json',
  ]);
  expect(await foldersOf(path.join(out, 'r1'), 'r1')).toEqual([path.join(out, 'r1')]);
});

test('only latest was kept', async () => {
  const out = await aFolder({ 'latest/report.json': report('r2') });
  await writeLedger(await foldersOf(path.join(out, 'latest'), 'r2'), 'r2', [ENTRY]);
  expect(await readLedger([path.join(out, 'latest')], 'r2')).toEqual([ENTRY]);
});

test('what another run delivered counts for nothing, nor does what cannot be read', async () => {
  const out = await aFolder({ 'r2/report.json': report('r2') });
  const folder = path.join(out, 'r2');
  await writeLedger([folder], 'r1', [ENTRY]);
  expect(await readLedger([folder], 'r2')).toEqual([]);
  for (const content of ['', '[', 'null', '{"run":"r2"}', '{"run":"r2","delivered":[null,{"target":1}]}']) {
    await put(folder, { 'delivered.json': content });
    expect(await readLedger([folder], 'r2')).toEqual([]);
  }
});

test('a ledger that is there and cannot be opened is not taken for none', async () => {
  const out = await aFolder({ 'r2/report.json': report('r2'), 'r2/delivered.json/x': '' });
  await expect(readLedger([path.join(out, 'r2')], 'r2')).rejects.toThrow('EISDIR');
});

test('a run that was cleared away is not made again', async () => {
  const out = await aFolder({ 'r2/report.json': report('r2') });
  await rm(path.join(out, 'r2'), { recursive: true });
  await writeLedger([path.join(out, 'r2')], 'r2', [ENTRY]);
  expect(await textsIn(out)).toEqual({});
});
