/** `junit.xml`: one suite a profile, one case a check, the shape that CI servers draw as a table. A failure is what fails the run. */

import { failsRun } from '../model/failing.ts';
import type { Report, ReportFile, ReportFinding, ReportProfile } from '../model/report.ts';
import { catalogue, describeExitReason, type Words } from '../words/index.ts';
import { detailsOf, sentenceOf } from './described.ts';
import { isOfFindings, isWrong, missingNetworks, networkName } from './facts.ts';
import { oneLine } from './visible.ts';
import { element, textElement } from './xml.ts';

interface Case {
  readonly className: string;
  readonly name: string;
  readonly result: 'passed' | 'failure' | 'error' | 'skipped';
  /** One line. */
  readonly message: string;
  readonly type: string;
  readonly details: string;
}

interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string | number>>;
  readonly cases: readonly Case[];
}

export function renderJunit(report: Report): ReportFile[] {
  const words = catalogue(report.run.language);
  const suites = [...report.profiles.map((profile) => suiteOf(report, profile, words)), ...suiteOfRun(report, words)];
  const attributes = { name: oneLine(report.brand.name), ...countsOf(suites.flatMap(({ cases }) => cases)), time: 0 };
  const root = element(
    'testsuites',
    attributes,
    suites.map((suite) => xmlOf(suite, report)),
  );
  return [{ path: 'junit.xml', content: `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n` }];
}

function suiteOf(report: Report, profile: ReportProfile, words: Words): Suite {
  const wrong = profile.findings.filter(isWrong);
  const fixed = (report.fixed ?? []).filter((finding) => finding.profile === profile.id);
  return {
    name: oneLine(profile.id),
    properties: {
      network: oneLine(profile.networkName),
      url: oneLine(profile.url, 2_000),
      owner: oneLine(profile.owner ?? ''),
      verdict: profile.verdict,
      action: profile.action,
      'findings.error': wrong.filter(({ severity }) => severity === 'error').length,
      'findings.warning': wrong.filter(({ severity }) => severity === 'warning').length,
      'findings.info': wrong.filter(({ severity }) => severity === 'info').length,
      'findings.new': wrong.filter(({ isNew }) => isNew).length,
      'findings.fixed': fixed.length,
    },
    cases: profile.findings.map((finding) => caseOf(report, profile, finding, words)),
  };
}

function caseOf(report: Report, profile: ReportProfile, finding: ReportFinding, words: Words): Case {
  const { status, severity, check } = finding;
  const isFailure = isWrong(finding) && failsRun(finding, report.run.failOn, report.summary.sincePrevious !== null);
  const result = isFailure ? 'failure' : status === 'ok' ? 'passed' : 'skipped';
  const kind = isWrong(finding) ? words.severities[severity] : words.statuses[status];
  const sentence = sentenceOf(words, finding);
  return {
    className: oneLine(profile.id),
    name: oneLine(check),
    result,
    message: isFailure ? sentence : `${kind}: ${sentence}`,
    type: isWrong(finding) ? severity : status,
    details: [sentence, ...detailsOf(words, profile, finding).map(([label, text]) => `${label}: ${text}`)].join('\n'),
  };
}

/** What is wrong with the run itself, so that a red exit code is never beside a green table; none when nothing is. */
function suiteOfRun(report: Report, words: Words): Suite[] {
  const { run, summary } = report;
  const figures = { coverage: summary.coverage.profiles, minCoverage: run.minCoverage };
  const errors = run.exitCode === 3 ? run.exitReasons.filter((reason) => !isOfFindings(reason)) : [];
  const missing = run.exitReasons.includes('missing-networks') ? missingNetworks(report) : [];
  const cases: Case[] = [
    ...errors.map((reason) => {
      const message = oneLine(describeExitReason(words, reason, figures), 600);
      return {
        className: 'run',
        name: oneLine(reason),
        result: 'error',
        message,
        type: 'run',
        details: message,
      } as const;
    }),
    ...missing.map(({ network, severity = 'warning' }) => {
      const message = oneLine(words.page.missing(networkName(report, network)), 600);
      const name = `presence.important-network ${oneLine(network)}`;
      return { className: 'run', name, result: 'failure', message, type: severity, details: message } as const;
    }),
  ];
  return cases.length === 0 ? [] : [{ name: 'run', properties: {}, cases }];
}

function countsOf(cases: readonly Case[]) {
  const of = (result: Case['result']) => cases.filter((each) => each.result === result).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

function xmlOf({ name, properties, cases }: Suite, { run }: Report): string {
  // The oldest readers know no time zone here.
  const timestamp = oneLine(run.startedAt).slice(0, 19);
  const pairs = Object.entries(properties).map(([key, value]) => element('property', { name: key, value }));
  return element('testsuite', { name, ...countsOf(cases), time: 0, timestamp }, [
    ...(pairs.length > 0 ? [element('properties', {}, pairs)] : []),
    ...cases.map(caseXml),
  ]);
}

function caseXml({ className, name, result, message, type, details }: Case): string {
  const attributes = { classname: className, name, time: 0 };
  if (result === 'passed') return element('testcase', attributes);
  if (result === 'skipped') return element('testcase', attributes, [element('skipped', { message })]);
  return element('testcase', attributes, [textElement(result, { message, type }, details)]);
}
