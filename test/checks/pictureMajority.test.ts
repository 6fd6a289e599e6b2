/** The picture that most show: found in few comparisons, whatever the order; what cannot be told is neither alike nor odd. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PictureVoice, pictureMajority, type Resemble } from '../../src/checks/pictureMajority.ts';

/** `drawing/file`: two files of one drawing look the same; `?` cannot be told, `!` is a default picture. */
function voices(...shown: readonly string[]): PictureVoice[] {
  return shown.map((name, at) => ({
    id: `p${String(at).padStart(4, '0')}`,
    key: name,
    cut: false,
    picture: { asset: { name, bytes: new Uint8Array() }, width: 400 - (at % 7), height: 400 },
  }));
}

const drawingOf = (name: string) => name.split('/')[0] ?? '';

function judge() {
  const asked: string[] = [];
  const resemble: Resemble = async (one, other) => {
    asked.push(`${one.asset.name} ${other.asset.name}`);
    const [a, b] = [drawingOf(one.asset.name), drawingOf(other.asset.name)];
    if (a === '?' || b === '?') return { likeness: 'unknown', isDefault: false };
    return { likeness: a === b ? 'same' : 'different', isDefault: a === '!' && b !== '!' };
  };
  return { asked, resemble };
}

async function said(all: readonly PictureVoice[]): Promise<string | null> {
  const found = await pictureMajority(all, judge().resemble);
  return found && [found.agreeing, found.odd].map((some) => some.map(({ key }) => key).join(' ')).join(' | ');
}

test.each<[string, readonly string[], string | null]>([
  ['two', ['a/1', 'a/2'], null],
  ['three alike', ['a/1', 'a/2', 'a/3'], 'a/1 a/2 a/3 | '],
  ['one odd', ['a/1', 'a/2', 'b/1'], 'a/1 a/2 | b/1'],
  ['one odd, first', ['b/1', 'a/1', 'a/2'], 'a/1 a/2 | b/1'],
  ['two of four', ['a/1', 'a/2', 'b/1', 'b/2'], null],
  ['three of five', ['a/1', 'a/2', 'a/3', 'b/1', 'b/2'], null],
  ['four of six', ['b/1', 'a/1', 'c/1', 'a/2', 'a/3', 'a/4'], 'a/1 a/2 a/3 a/4 | b/1 c/1'],
  ['all different', ['a/1', 'b/1', 'c/1', 'd/1'], null],
  ['one that cannot be told', ['a/1', 'a/2', 'a/3', '?/1'], 'a/1 a/2 a/3 | '],
  ['one that cannot be told, and too few beside it', ['a/1', 'b/1', '?/1'], null],
  ['nothing that can be told', ['?/1', '?/2', '?/3'], null],
  ['a default picture is odd', ['a/1', 'a/2', '!/1'], 'a/1 a/2 | !/1'],
  ['a default picture is no example', ['!/1', '!/1', '!/1', 'a/1'], null],
])('%s', async (_, shown, expected) => {
  expect(await said(voices(...shown))).toBe(expected);
});

describe('however many there are', () => {
  test('the same pixels are never compared', async () => {
    const { asked, resemble } = judge();
    const all = voices(...Array.from({ length: 1000 }, (_, at) => (at % 10 === 0 ? 'b/1' : 'a/1')));
    expect(await pictureMajority(all, resemble)).toMatchObject({ agreeing: { length: 900 }, odd: { length: 100 } });
    expect(asked).toEqual(['a/1 b/1']);
  });

  test.each([
    ['all of one drawing', (at: number) => `a/${at}`],
    ['all of their own', (at: number) => `${at}/1`],
    ['two by turns', (at: number) => `${at % 2}/${at}`],
  ])('a thousand files, %s: some hundreds of comparisons', async (_, name) => {
    const { asked, resemble } = judge();
    await pictureMajority(voices(...Array.from({ length: 1000 }, (_each, at) => name(at))), resemble);
    expect(asked.length).toBeLessThanOrEqual(400);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

test('the order does not matter, and who is more than two thirds is found', async () => {
  const shown = fc.array(fc.constantFrom('a/1', 'a/2', 'a/3', 'a/4', 'b/1', 'b/2', 'c/1', '?/1'), { maxLength: 15 });
  const shuffled = shown.chain((names) => {
    const all = voices(...names);
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
  });
  await fc.assert(
    fc.asyncProperty(shuffled, async ([all, others]) => {
      const found = await said(all);
      expect(await said(others)).toBe(found);
      const count = (drawing: string) => all.filter(({ key }) => drawingOf(key) === drawing).length;
      const most = Math.max(count('a'), count('b'), count('c'));
      const told = all.length - count('?');
      const isClear = most >= 3 && most * 3 >= told * 2;
      if (isClear && most * 2 > all.length) expect(found).not.toBeNull();
      if (!(most * 3 >= told * 2)) expect(found).toBeNull();
    }),
  );
});
