/** The difference of two runs: what was not seen in either of them is neither new nor solved. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import { compareRuns } from '../../src/report/compare.ts';
import { comparisonText } from '../../src/report/comparison.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';
import { anyReport } from './generated.ts';
import { hostile } from './hostile.ts';
import { typical } from './typical.ts';

const X = ['x', 'X', 'https://x.com/a'] as const;
const WRONG = aFinding(
  'info.phone',
  'deviating',
  'phone.former',
  { former: '020 1' },
  { expected: '020 3', found: '020 1' },
);
const OTHER = aFinding('info.phone', 'deviating', 'phone.differs', {}, { expected: '020 3', found: '020 2' });
const RIGHT = aFinding('info.phone', 'ok', 'phone.same', {}, { expected: '020 3', found: '020 3' });
const UNSEEN = aFinding('info.phone', 'unverifiable', 'field.not-found', { field: 'phones' });
const EMPTY = aFinding('info.phone', 'absent', 'field.empty', { field: 'phones' });
const WAIVED = aFinding('info.phone', 'waived', 'phone.former', { former: '020 1' });

const night = (findings: readonly ReportFinding[], run: Partial<Report['run']> = {}): Report => {
  const report = aReport([aProfile('a', X, 'inconsistent', findings)]);
  return { ...report, run: { ...report.run, ...run } };
};

const KINDS = ['new', 'fixed', 'changed', 'unseen', 'notAsked'] as const;
const kindsOf = (before: Report, after: Report) => {
  const comparison = compareRuns(before, after);
  return KINDS.filter((kind) => comparison[kind].length > 0);
};

describe('one check over two nights', () => {
  test.each([
    ['right, wrong', [RIGHT], [WRONG], ['new']],
    ['right, empty', [RIGHT], [EMPTY], ['new']],
    ['waived, wrong', [WAIVED], [WRONG], ['new']],
    ['wrong, right', [WRONG], [RIGHT], ['fixed']],
    ['wrong, waived', [WRONG], [WAIVED], ['fixed']],
    ['wrong, wrong otherwise', [WRONG], [OTHER], ['changed']],
    ['wrong, empty', [WRONG], [EMPTY], ['changed']],
    ['wrong, as wrong', [WRONG], [WRONG], []],
    ['right, right', [RIGHT], [RIGHT], []],
    ['not seen, wrong', [UNSEEN], [WRONG], ['unseen']],
    ['wrong, not seen', [WRONG], [UNSEEN], ['unseen']],
    ['right, not seen', [RIGHT], [UNSEEN], []],
    ['not seen, not seen', [UNSEEN], [UNSEEN], []],
    ['not asked, wrong', [], [WRONG], ['new']],
    ['wrong, not asked', [WRONG], [], ['notAsked']],
  ] as const)('%s', (_, before, after, kinds) => {
    expect(kindsOf(night(before), night(after))).toEqual(kinds);
  });

  test('a picture that was stored anew is the same picture', () => {
    const picture = (found: string, normalised: string) => [{ ...WRONG, found, normalised }];
    expect(kindsOf(night(picture('https://a/1', 'sha256:1')), night(picture('https://a/2', 'sha256:1')))).toEqual([]);
    expect(kindsOf(night(picture('https://a/1', 'sha256:1')), night(picture('https://a/1', 'sha256:2')))).toEqual([
      'changed',
    ]);
  });

  test.each([{ complete: false }, { partial: { networks: ['x'] } }])('%j: what was not in it is no news', (run) => {
    const none = { ...aReport([]), run: { ...aReport([]).run, ...run } };
    expect(kindsOf(none, night([WRONG]))).toEqual(['notAsked']);
    expect(kindsOf(night([WRONG]), none)).toEqual(['notAsked']);
    expect(compareRuns(none, night([WRONG]))).toMatchObject({ added: [], before: { whole: false } });
    expect(compareRuns(night([WRONG]), none)).toMatchObject({ removed: [], after: { whole: false } });
  });
});

test('verdicts, and profiles that come and go', () => {
  const before = aReport([aProfile('a', X, 'consistent', []), aProfile('b', X, 'dormant', [])]);
  const after = aReport([aProfile('a', X, 'gone', []), aProfile('c', X, 'consistent', [])]);
  expect(compareRuns(before, after)).toMatchObject({
    verdicts: [{ profile: 'a', before: 'consistent', after: 'gone' }],
    added: ['c'],
    removed: ['b'],
  });
});

test('a run beside itself has no difference, and the way back is the way there turned round', () => {
  fc.assert(
    fc.property(anyReport, anyReport, (one, other) => {
      expect(kindsOf(one, one)).toEqual([]);
      const [there, back] = [compareRuns(one, other), compareRuns(other, one)];
      expect(there.verdicts.length).toBe(back.verdicts.length);
      expect(there.changed.length).toBe(back.changed.length);
      expect(there.unseen.map(({ key }) => key).sort()).toEqual(back.unseen.map(({ key }) => key).sort());
      const keys = KINDS.flatMap((kind) => there[kind].map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

describe('in words', () => {
  const before = night([WRONG], { id: 'een', startedAt: '2026-11-22T02:00:00.000Z' });
  const after = night([OTHER], { id: 'twee' });
  const told = (one: Report, other: Report, format: 'text' | 'json' | 'markdown') =>
    comparisonText({ comparison: compareRuns(one, other), reports: [other, one] }, catalogue('nl'), format);

  test('the whole of a small difference', () => {
    expect(told(before, after, 'text')).toBe(`Stichting Voorbeeld: twee controles vergeleken
Van 22 november 2026 om 03:00 (een) naar 23 november 2026 om 03:00 (twee).

Nog steeds fout, maar anders
  - X a, Telefoonnummer: Hier staat een ander telefoonnummer dan dat van het merk. Gevonden: 020 1 → 020 2.

Gezien
  - Profielen gezien: van 100% naar 100%.
  - Gegevens gezien: van 100% naar 100%.`);
  });

  test('says when nothing differs, and what could not be compared', () => {
    expect(told(before, before, 'text')).toContain('Er is geen verschil in wat we in allebei konden zien.');
    expect(told(before, night([UNSEEN]), 'text')).toContain('1 bevinding konden we in een van beide niet zien');
  });

  test('says what became of what was solved', () => {
    expect(told(before, night([WAIVED]), 'text')).toContain('020 1. (nu: uitzondering)');
  });

  test('as Markdown and as JSON', () => {
    expect(told(before, night([RIGHT]), 'markdown')).toContain('## Opgelost\n\n- X a, Telefoonnummer: Hier staat nog');
    expect(JSON.parse(told(before, after, 'json'))).toMatchObject({
      before: { id: 'een', whole: true },
      after: { id: 'twee' },
      changed: [{ key: 'a/info.phone', before: { found: '020 1' }, after: { found: '020 2' } }],
      new: [],
    });
  });

  test('of hostile texts moves no cursor and turns no line', () => {
    const text = told(typical, hostile, 'text');
    expect(text).toContain('twee merken');
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    expect(told(typical, hostile, 'markdown')).not.toMatch(/<script|<img|\]\(j/);
  });
});
