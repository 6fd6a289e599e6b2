import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../src/disk/writeAtomically.ts';
import { aFolder } from '../support/folders.ts';

test('a file is replaced whole, and no draft is left', async () => {
  const folder = await aFolder({ a: 'a long old text' });
  await writeAtomically(path.join(folder, 'a'), 'new');
  expect(await readFile(path.join(folder, 'a'), 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['a']);
});

test('many at once: one of them is there, whole', async () => {
  const folder = await aFolder();
  const texts = Array.from({ length: 12 }, (_, index) => String(index).repeat(10_000));
  await Promise.all(texts.map((text) => writeAtomically(path.join(folder, 'a'), text)));
  expect(texts).toContain(await readFile(path.join(folder, 'a'), 'utf8'));
  expect(await readdir(folder)).toEqual(['a']);
});

test('what cannot be put in place leaves no draft', async () => {
  const folder = await aFolder({ 'a/b': '' });
  await expect(writeAtomically(path.join(folder, 'a'), 'x')).rejects.toThrow();
  await expect(writeAtomically(path.join(folder, 'none', 'c'), 'x')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a']);
});
