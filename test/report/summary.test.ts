/** The end of a run in the terminal: short, complete, and deaf to escape sequences. */

import { describe, expect, test } from 'vitest';
import { summaryText } from '../../src/report/summary.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';
import { hostile } from './hostile.ts';
import { typical } from './typical.ts';

const reportPath = 'reports/2026-11-23T02-00-00Z/index.html';

describe('the summary', () => {
  test('of one profile', () => {
    const report = aReport([
      aProfile('x-main', ['x', 'X', 'https://x.com/a'], 'inconsistent', [
        aFinding('info.phone', 'deviating', 'phone.former', { former: '020 1' }),
        aFinding('info.name', 'deviating', 'name.differs', {}, { severity: 'warning' }),
      ]),
    ]);
    expect(summaryText(report, catalogue('nl'), { reportPath })).toBe(
      `Stichting Voorbeeld, gecontroleerd op 23 november 2026 om 03:00

1 profiel vraagt iets van u.
  1  Wijkt af

Vraagt iets van u:
  X x-main: Pas aan
      Hier staat nog het oude telefoonnummer: 020 1. (en nog 1)

We zagen het profiel.
Van alle gegevens die we wilden controleren, zagen we 100%.

Rapport: ${reportPath}
`,
    );
  });

  test('agrees with the report on every count', () => {
    const text = summaryText(typical, catalogue('en'), { reportPath });
    expect(text).toContain('7 profiles ask something of you; 3 of them are new. We could not judge 4 profiles.');
    expect(text).toContain('  4  Not to be judged');
    expect(text).toContain('No profile on: Threads');
    expect(text).toContain('We saw 9 of 13 profiles.');
    expect(text.match(/^ {2}\S/gm)).toHaveLength(7 + 8);
  });

  test('says why a run is worth little', () => {
    const report = aReport([], {
      run: { ...aReport([]).run, exitCode: 3, exitReasons: ['coverage'], complete: false },
      notices: [{ code: 'no-browser', severity: 'warning', network: null, args: {} }],
    });
    const text = summaryText(report, catalogue('nl'), { reportPath });
    expect(text).toContain('! Er was geen browser.');
    expect(text).toContain('! We zagen te weinig: 0% van de profielen.');
  });

  test('moves no cursor and turns no line', () => {
    const text = summaryText(hostile, catalogue('nl'), { reportPath });
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(300);
  });
});
