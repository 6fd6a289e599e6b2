/** The files in `imports/`: which counts, when it is too old, and what is no import. */

import { describe, expect, test } from 'vitest';
import { findImports, importName, importsFolder } from '../../src/capture/imports.ts';
import { IMPORT_TYPE } from '../../src/model/imported.ts';
import { aFolder } from '../support/folders.ts';
import { aVisit } from '../support/visits.ts';

const AGE = { oldest: '2026-10-10T00:00:00.000Z', maxAge: 'P45D' };
const file = (name: string) => JSON.stringify({ bijwerkenImport: 1, observation: { name: { value: name } } });
const newest = async (files: Readonly<Record<string, string>>) => {
  const imports = await findImports(await aFolder(files), ['p', 'q'], AGE);
  return { profiles: [...imports.profiles], found: await imports.newest(aVisit({ id: 'p' })) };
};

describe('the newest', () => {
  test('by the dates in the names, not by what else stands there', async () => {
    const { profiles, found } = await newest({
      'p/2026-11-01T10-00-00-000Z-aaaaaaaaaaaa.json': file('eerst'),
      'p/2026-11-02T09-00-00-500Z-000000000000.json': file('laatst'),
      'p/2027-01-01.json': file('geen naam'),
      'p/notities/2027-01-01T10-00-00-000Z-aaaaaaaaaaaa.json': file('dieper'),
      'q/leesmij.txt': 'x',
      'x/2026-11-02T09-00-00-500Z-000000000000.json': file('van niemand'),
    });
    expect(profiles).toEqual(['p']);
    expect(found?.capture).toMatchObject({ source: 'import', look: 1, at: '2026-11-02T09:00:00.500Z' });
    expect(found?.capture.documents).toMatchObject([{ contentType: IMPORT_TYPE, status: 200, body: file('laatst') }]);
  });

  test.each([
    ['just young enough', '2026-10-10T00-00-00-000Z', undefined],
    ['a moment too old', '2026-10-09T23-59-59-999Z', 'too-old'],
  ])('%s', async (_, date, kind) => {
    const { found } = await newest({ [`p/${date}-aaaaaaaaaaaa.json`]: file('x') });
    expect(found?.capture.documents[0]?.failure?.kind).toBe(kind);
  });

  test.each([
    ['no JSON', '{'],
    ['another JSON', '{"version":1}'],
    ['a list', '[]'],
    ['too large', `{"bijwerkenImport":1,"x":"${'x'.repeat(17 * 1024 * 1024)}"}`],
  ])('%s is damaged', async (_, content) => {
    const { found } = await newest({ 'p/2026-11-01T10-00-00-000Z-aaaaaaaaaaaa.json': content });
    expect(found?.capture.documents[0]?.failure?.kind).toBe('not-text');
  });

  test('its pictures are taken out of it, and only such at web addresses', async () => {
    const png = Buffer.from('beeld').toString('base64');
    const images = [
      { url: 'https://a.example/l.png', png },
      { url: 'file:///etc/passwd', png },
    ];
    const content = JSON.stringify({ ...JSON.parse(file('x')), images });
    const { found } = await newest({ 'p/2026-11-01T10-00-00-000Z-aaaaaaaaaaaa.json': content });
    expect(found?.images).toMatchObject([{ url: 'https://a.example/l.png', contentType: 'image/png' }]);
    expect(Buffer.from(found?.images[0]?.bytes ?? []).toString()).toBe('beeld');
    expect(found?.capture.documents[0]?.body).toBe(file('x'));
  });

  test('without a folder there is none', async () => {
    expect((await findImports('/there/is/none', ['p'], AGE)).profiles.size).toBe(0);
    expect((await newest({})).found).toBeNull();
  });
});

test('a name holds the date and the content', () => {
  expect(importName('2026-11-02T09:00:00.500Z', 'x')).toMatch(/^2026-11-02T09-00-00-500Z-[0-9a-f]{12}\.json$/);
  expect(importName('2026-11-02T09:00:00.500Z', 'x')).not.toBe(importName('2026-11-02T09:00:00.500Z', 'y'));
  expect(importsFolder('/merk/profiles.json')).toBe('/merk/imports');
});
