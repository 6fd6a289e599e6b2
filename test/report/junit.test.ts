/** JUnit XML: the shape that build servers read, red when the run is red, and deaf to what strangers wrote. */

import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { visible } from '../../src/report/visible.ts';
import { escapeXml } from '../../src/report/xml.ts';
import { aFinding, aProfile, aReport } from './building.ts';
import { hostile, XML } from './hostile.ts';
import { junitFaults } from './junitShape.ts';
import { parseXml, textOf, type XmlElement } from './reading.ts';
import { typical } from './typical.ts';

const suitesOf = (report: Report) => parseXml(textOf(report, 'junit'));
const casesOf = (root: XmlElement) =>
  root.children.flatMap(({ children }) => children).filter(({ name }) => name === 'testcase');
const resultOf = (each: XmlElement | undefined) => each?.children[0]?.name ?? 'passed';

test('the whole of a small night', () => {
  const findings = [
    aFinding('info.name', 'ok', 'name.same', {}, { found: 'Voorbeeld' }),
    aFinding(
      'info.phone',
      'deviating',
      'phone.former',
      { former: '020 1 & "2"' },
      { expected: '+31 20 3', found: '020 1' },
    ),
    aFinding('info.bio', 'unverifiable', 'field.not-found', { field: 'bio' }),
  ];
  const report = aReport([
    aProfile('x-main', ['x', 'X', 'https://x.com/a'], 'inconsistent', findings, { owner: null }),
  ]);
  expect(
    textOf({ ...report, run: { ...report.run, language: 'en' } }, 'junit'),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Stichting Voorbeeld" tests="3" failures="1" errors="0" skipped="1" time="0">
<testsuite name="x-main" tests="3" failures="1" errors="0" skipped="1" time="0" timestamp="2026-11-23T02:00:00">
<properties>
<property name="network" value="X"/>
<property name="url" value="https://x.com/a"/>
<property name="owner" value=""/>
<property name="verdict" value="inconsistent"/>
<property name="action" value="fix"/>
<property name="findings.error" value="1"/>
<property name="findings.warning" value="0"/>
<property name="findings.info" value="0"/>
<property name="findings.new" value="0"/>
<property name="findings.fixed" value="0"/>
</properties>
<testcase classname="x-main" name="info.name" time="0"/>
<testcase classname="x-main" name="info.phone" time="0">
<failure message="This is still the former phone number: 020 1 &amp; &quot;2&quot;." type="error">This is still the former phone number: 020 1 &amp; &quot;2&quot;.
Should be: +31 20 3
Found: 020 1
How to solve it: Replace the phone number by the right one.
Address: https://x.com/a
Since: 12 November 2026</failure>
</testcase>
<testcase classname="x-main" name="info.bio" time="0">
<skipped message="not to be judged: We saw the page, but did not find the profile text on it. That does not prove that it is not there."/>
</testcase>
</testsuite>
</testsuites>
`);
});

test.each([
  ['typical', typical],
  ['hostile', hostile],
  ['empty', aReport([])],
])('%s is JUnit XML', (_, report) => {
  expect(junitFaults(suitesOf(report))).toEqual([]);
});

test('no two cases have one name: a build server would lose one of them', () => {
  const names = casesOf(suitesOf(typical)).map(({ attributes }) => `${attributes.classname} ${attributes.name}`);
  expect(new Set(names).size).toBe(names.length);
});

describe('what fails the run is what fails here', () => {
  const night = (parts: Partial<Report['run']>, sincePrevious: Report['summary']['sincePrevious'] = null) => {
    const findings = [
      aFinding('info.name', 'deviating', 'name.differs', {}),
      aFinding('info.bio', 'deviating', 'bio.differs', { similarity: 0 }, { severity: 'warning', isNew: true }),
      aFinding('info.phone', 'absent', 'field.empty', { field: 'phones' }, { severity: 'info', isNew: true }),
    ];
    const report = aReport([aProfile('a', ['x', 'X', 'https://x.com/a'], 'inconsistent', findings)]);
    const run = { ...report.run, ...parts };
    return casesOf(suitesOf({ ...report, run, summary: { ...report.summary, sincePrevious } })).map(resultOf);
  };

  test.each([
    ['error', ['failure', 'skipped', 'skipped']],
    ['warning', ['failure', 'failure', 'skipped']],
    ['never', ['skipped', 'skipped', 'skipped']],
  ] as const)('--fail-on %s', (failOn, results) => {
    expect(night({ failOn })).toEqual(results);
  });

  test('--fail-on new: what the previous run did not have, and without one all', () => {
    expect(night({ failOn: 'new' }, { new: 2, fixed: 0 })).toEqual(['skipped', 'failure', 'skipped']);
    expect(night({ failOn: 'new' })).toEqual(['failure', 'failure', 'skipped']);
  });
});

test('a run that says too little is an error; a missing network is a failure where it fails the run', () => {
  const presence = [
    { network: 'threads', networkName: 'Threads', status: 'missing', important: true, severity: 'error' } as const,
  ];
  const run = { ...aReport([]).run, exitCode: 3, exitReasons: ['coverage', 'missing-networks'] };
  const cases = casesOf(suitesOf(aReport([], { presence, run })));
  expect(cases.map((each) => [each.attributes.name, resultOf(each)])).toEqual([
    ['coverage', 'error'],
    ['presence.important-network threads', 'failure'],
  ]);
  const green = { ...run, exitCode: 0, exitReasons: [] };
  expect(casesOf(suitesOf(aReport([], { presence, run: green })))).toEqual([]);
});

test('a waived deviation says by whom and until when', () => {
  const skipped = casesOf(suitesOf(typical)).find(({ attributes }) => attributes.name === 'look.banner')?.children[0];
  expect(skipped?.attributes.message).toContain(
    'Uitzondering van jansen@voorbeeld.nl, geldig tot en met 31 januari 2027.',
  );
});

describe('texts of strangers', () => {
  test('stand there whole, as texts', () => {
    const failures = casesOf(suitesOf(hostile)).flatMap(({ children }) => children);
    const bio = failures.find(({ text }) => text.includes(']]>'));
    expect(bio?.text).toContain(visible(XML).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD'));
  });

  test('hold no character that XML forbids, and turn no line around', () => {
    const text = textOf(hostile, 'junit');
    expect(text).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(text).not.toMatch(/<!|<\?(?!xml version)|\]\]>/);
  });

  test('half a pair is no character', () => {
    expect(escapeXml('a\uD800b\u0000<')).toBe('a\uFFFDb\uFFFD&lt;');
  });
});
