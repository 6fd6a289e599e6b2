/** The table of findings: whole in any reader, and a formula in none. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { CSV_COLUMNS } from '../../src/words/forms.ts';
import { hostile as strange } from '../support/hostileText.ts';
import { aFinding, aProfile, aReport } from './building.ts';
import { FORMULAS, hostile } from './hostile.ts';
import { csvRecords, textOf } from './reading.ts';
import { typical } from './typical.ts';

const ofPhone = (expected: string, found: string): Report =>
  aReport([
    aProfile('x-main', ['x', 'X', 'https://x.com/a'], 'inconsistent', [
      aFinding('info.phone', 'deviating', 'phone.former', { former: '020 1' }, { expected, found, isNew: true }),
    ]),
  ]);

test('the whole of a small night, for programs', () => {
  expect(textOf(ofPhone('+31 20 3', 'zegt "020 1"'), 'csv', 'findings.csv')).toBe(
    [
      '\uFEFF"key","profile","network","url","owner","verdict","action","check","code","status","severity","expected","found","sentence","since","isNew","isBack","isFixed","lastSeen","remedy","waiverUntil"',
      '"x-main/info.phone","x-main","X","https://x.com/a","team-communicatie@voorbeeld.nl","inconsistent","fix","info.phone","phone.former","deviating","error","\'+31 20 3","zegt ""020 1""","Hier staat nog het oude telefoonnummer: 020 1.","2026-11-23T02:00:00.000Z","true","false","false","","Vervang het telefoonnummer door het juiste.",""',
      '',
    ].join('\r\n'),
  );
});

test('and for a Dutch Excel: semicolons, and words for codes', () => {
  const [row] = csvRecords(textOf(ofPhone('020 3', '020 1'), 'csv', 'findings-excel.csv'), ';');
  expect(row).toMatchObject({
    Oordeel: 'Wijkt af',
    Advies: 'Pas aan',
    Ernst: 'Fout',
    Nieuw: 'ja',
    Sinds: '2026-11-23',
  });
  const english = { ...typical, run: { ...typical.run, language: 'en' as const } };
  expect(() => textOf(english, 'csv', 'findings-excel.csv')).toThrow('no findings-excel.csv');
});

test('a line for each finding, also of a profile that has none', () => {
  const report = {
    ...typical,
    profiles: [...typical.profiles, aProfile('leeg', ['x', 'X', 'https://x.com/b'], 'unverifiable', [])],
  };
  const records = csvRecords(textOf(report, 'csv'));
  expect(
    records
      .filter(({ key }) => key !== '')
      .map(({ key }) => key)
      .sort(),
  ).toEqual(typical.profiles.flatMap(({ findings }) => findings.map(({ key }) => key)).sort());
  expect(records.filter(({ key }) => key === '').map(({ profile }) => profile)).toEqual(['leeg']);
});

test('says until when a deviation is accepted, and what was put right', () => {
  const records = csvRecords(textOf(typical, 'csv'));
  expect(
    records.filter(({ waiverUntil }) => waiverUntil !== '').map(({ key, waiverUntil }) => [key, waiverUntil]),
  ).toEqual([['bluesky-main/look.banner', '2027-01-31']]);
  expect(records.filter(({ isFixed }) => isFixed === 'true').map(({ key }) => key)).toEqual(['website/info.phone']);
});

/** As a spreadsheet of another country splits it, which knows only its own separator. */
const split = (text: string, separator: ',' | ';' | '\t'): readonly string[] => {
  const cells: string[] = [''];
  let isQuoted = false;
  for (const [at, char] of [...text].entries()) {
    const cell = cells.at(-1) ?? '';
    const last = cells.length - 1;
    if (char === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && (char === separator || char === '\n' || char === '\r')) cells.push('');
    else cells[last] = `${cell}${char}`;
    if (at > 1_000_000) break;
  }
  return cells;
};

const isFormula = (cell: string): boolean => /^[\s"']*[=+\-@＝＋－＠]/u.test(cell) && !/^[\s"]*'/.test(cell);

const formulasIn = (text: string): readonly string[] =>
  ([',', ';', '\t'] as const).flatMap((separator) => split(text.replace('\uFEFF', ''), separator).filter(isFormula));

describe('no cell is a formula, whatever the separator', () => {
  test.each(FORMULAS)('%j', (formula) => {
    const report = ofPhone(formula, `tekst ${formula}`);
    const [record] = csvRecords(textOf(report, 'csv', 'findings.csv'));
    expect(isFormula(record?.expected ?? '')).toBe(false);
    expect(formulasIn(textOf(report, 'csv', 'findings.csv'))).toEqual([]);
    expect(formulasIn(textOf(report, 'csv', 'findings-excel.csv'))).toEqual([]);
  });

  test('in a night full of them', () => {
    expect(formulasIn(textOf(hostile, 'csv', 'findings.csv'))).toEqual([]);
    expect(csvRecords(textOf(hostile, 'csv'))).toHaveLength(
      hostile.profiles.reduce((sum, { findings }) => sum + findings.length, 0),
    );
  });

  test('whatever they say, it reads back', () => {
    const text = fc.oneof(
      strange,
      fc.constantFrom(...FORMULAS),
      fc.string({ unit: fc.constantFrom(...',;"\'=\t\n\r +a') }),
    );
    fc.assert(
      fc.property(text, text, (expected, found) => {
        const report = ofPhone(expected, found);
        const records = csvRecords(textOf(report, 'csv', 'findings.csv'));
        expect(records).toHaveLength(1);
        expect(Object.keys(records[0] ?? {})).toEqual(CSV_COLUMNS);
        expect(formulasIn(textOf(report, 'csv', 'findings.csv'))).toEqual([]);
        expect(formulasIn(textOf(report, 'csv', 'findings-excel.csv'))).toEqual([]);
      }),
    );
  });
});
