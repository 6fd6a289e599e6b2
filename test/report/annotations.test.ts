/** GitHub's annotations: its commands, ten of a kind, and nobody else's command among them. */

import { describe, expect, test } from 'vitest';
import { annotationLines } from '../../src/report/annotations.ts';
import { summaryText } from '../../src/report/summary.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';
import { COMMANDS, hostile } from './hostile.ts';
import { textOf } from './reading.ts';
import { typical } from './typical.ts';

const profile = (id: string, severity: 'error' | 'warning' | 'info') =>
  aProfile(id, ['x', 'X', 'https://x.com/a'], 'inconsistent', [
    aFinding(
      'info.phone',
      'deviating',
      'phone.former',
      { former: '020: 1, 100%' },
      { severity, expected: 'a', found: 'b' },
    ),
  ]);

test('a finding, at its line in the list', () => {
  const places = new Map([['x-main', { file: 'merk/a,b.json', line: 12 }]]);
  expect(annotationLines(aReport([profile('x-main', 'error')]), places)).toEqual([
    '::error file=merk/a%2Cb.json,line=12,title=X x-main%3A Telefoonnummer::Hier staat nog het oude telefoonnummer: 020: 1, 100%25.%0AHoort te zijn: a%0AGevonden: b',
  ]);
});

test('each severity is its own command, and the most urgent comes first', () => {
  const lines = annotationLines(aReport([profile('a', 'info'), profile('b', 'warning'), profile('c', 'error')]));
  expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual(['::error', '::warning', '::notice']);
  expect(annotationLines(typical)[0]).toContain('title=YouTube youtube-main');
});

test('ten of a kind; the tenth says how many more there are', () => {
  const many = (amount: number) =>
    annotationLines(aReport(Array.from({ length: amount }, (_, index) => profile(`p-${index}`, 'warning'))));
  expect(many(10)).toHaveLength(10);
  expect(many(10).at(-1)).toContain('p-9');
  expect(many(25)).toHaveLength(10);
  expect(many(25).at(-1)).toBe('::warning title=Let op::en nog 16; zie het rapport');
});

test('a run that saw too little says so first', () => {
  const run = { ...aReport([]).run, exitCode: 3, exitReasons: ['coverage', 'findings'] };
  const [first, second, ...more] = annotationLines(aReport([profile('a', 'error')], { run }));
  expect(first).toMatch(/^::error title=Over deze controle::We zagen te weinig/);
  expect([second?.includes('X a%3A'), more]).toEqual([true, []]);
});

test('nothing wrong, nothing said', () => {
  expect(annotationLines(aReport([]))).toEqual([]);
  expect(textOf(aReport([]), 'annotations')).toBe('');
});

/** As GitHub's runner reads a line of the log. */
const OURS = /^::(?:error|warning|notice) (?:file=[^,:\r\n]*,line=\d+,)?title=[^,:\r\n]*::[^\r\n]*$/;

describe('texts of strangers', () => {
  test.each(COMMANDS)('%j is no command', (text) => {
    const report = aReport([
      aProfile(text, ['x', text, 'https://x.com/a'], 'inconsistent', [
        aFinding('info.name', 'deviating', 'name.former', { former: text }, { expected: text, found: text }),
      ]),
    ]);
    const lines = annotationLines(report);
    expect(lines).toHaveLength(1);
    for (const line of lines.join('\n').split('\n')) expect(line).toMatch(OURS);
    const log = summaryText({ ...report, brand: { name: text } }, catalogue('nl'), { reportPath: 'index.html' });
    for (const line of log.split('\n')) expect(line).not.toMatch(/^\s*::|##\[|##vso\[/);
  });

  test('in a night full of them', () => {
    for (const line of textOf(hostile, 'annotations').trimEnd().split('\n')) expect(line).toMatch(OURS);
  });
});
