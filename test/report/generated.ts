/** Reports as no night made them, for properties: any verdicts, findings and texts, with counts that are right. */

import fc from 'fast-check';
import { VERDICTS } from '../../src/model/audit.ts';
import { failsRun } from '../../src/model/failing.ts';
import { CHECK_IDS } from '../../src/model/finding.ts';
import type { Report, ReportFinding, ReportProfile } from '../../src/model/report.ts';
import { isWrong } from '../../src/report/facts.ts';
import { hostile as strange } from '../support/hostileText.ts';
import { aFinding, aProfile, aReport, aSummary } from './building.ts';
import { BIDI, BREAKOUT, COMMANDS, CONTROL, FORMULAS, MARKDOWN, SCRIPT, XML } from './hostile.ts';

const text = fc.oneof(
  strange,
  fc.constantFrom(...MARKDOWN, ...FORMULAS, ...COMMANDS, XML, SCRIPT, BREAKOUT, BIDI, CONTROL),
);
const severity = fc.constantFrom('error', 'warning', 'info');

const anyFinding = fc
  .record({
    check: fc.constantFrom(...CHECK_IDS),
    status: fc.constantFrom('ok', 'deviating', 'absent', 'unverifiable', 'not-applicable', 'waived'),
    severity,
    expected: fc.option(text),
    found: fc.option(text),
    said: text,
    isNew: fc.boolean(),
  })
  .map(({ check, status, said, isNew, ...parts }): ReportFinding => {
    const shown = { ...parts, isNew: isNew && (status === 'deviating' || status === 'absent') };
    const waiver = { check, accepts: said, reason: said, owner: said, until: '2027-01-31' };
    return aFinding(
      check,
      status,
      'name.former',
      { former: said },
      { ...shown, ...(status === 'waived' ? { waiver } : {}) },
    );
  });

const anyProfile = fc.record({
  verdict: fc.constantFrom(...VERDICTS),
  findings: fc.uniqueArray(anyFinding, { selector: ({ check }) => check, maxLength: 6 }),
  owner: fc.option(text),
  network: text,
  url: fc.oneof(text, fc.webUrl()),
});

const failOns = fc.constantFrom('error' as const, 'warning' as const, 'new' as const, 'never' as const);

export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    profiles: fc.array(anyProfile, { maxLength: 6 }),
    isFirst: fc.boolean(),
    failOn: failOns,
    brand: text,
    put: fc.array(fc.nat(40), { maxLength: 3 }),
  })
  .map(({ profiles: parts, isFirst, failOn, brand, put }) => {
    const profiles = parts.map(({ verdict, findings, owner, network, url }, index) =>
      aProfile(`p-${index}`, ['x', network, url], verdict, isFirst ? findings.map(old) : findings, { owner }),
    );
    return night(profiles, { isFirst, failOn, brand, put });
  });

const old = (finding: ReportFinding): ReportFinding => ({ ...finding, isNew: false });

interface NightParts {
  readonly isFirst: boolean;
  readonly failOn: Report['run']['failOn'];
  readonly brand: string;
  readonly put: readonly number[];
}

function night(profiles: readonly ReportProfile[], { isFirst, failOn, brand, put }: NightParts): Report {
  const all = profiles.flatMap(({ id, findings }) => findings.map((finding) => ({ id, finding })));
  const right = all.filter(({ finding }) => finding.status === 'ok');
  const fixed = right
    .filter((_, index) => put.includes(index))
    .map(({ id, finding }) => ({ key: finding.key, profile: id, check: finding.check }));
  const since = { new: all.filter(({ finding }) => finding.isNew).length, fixed: fixed.length };
  const fails = all.some(({ finding }) => isWrong(finding) && failsRun(finding, failOn, !isFirst));
  const { run } = aReport([]);
  return aReport(profiles, {
    brand: { name: brand },
    summary: aSummary(profiles, isFirst ? null : since),
    ...(isFirst ? {} : { fixed }),
    run: { ...run, failOn, exitCode: fails ? 1 : 0, exitReasons: fails ? ['findings'] : [] },
  });
}
