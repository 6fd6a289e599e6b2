/** Lines that GitHub Actions shows beside the run: `::error title=…::…`. Its commands take no foreign text for one of theirs. */

import type { Severity } from '../model/finding.ts';
import type { Report, ReportFinding, ReportProfile } from '../model/report.ts';
import { catalogue, describeExitReason, type Words } from '../words/index.ts';
import { expectedLabelOf, expectedOf, foundOf, sentenceOf, titleOf } from './described.ts';
import { isOfFindings, isWrong, missingNetworks, networkName } from './facts.ts';
import { bySeverity, byUrgency } from './order.ts';
import { oneLine } from './visible.ts';

/** Where a profile stands in the list: a path from the top of the repository, and a line. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly place?: Place;
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
/** GitHub shows no more of one kind for a step. */
const MOST = 10;

/** One line each, most urgent first; where there are more than are shown, the last one says how many. */
export function annotationLines(report: Report, places: ReadonlyMap<string, Place> = new Map()): string[] {
  const words = catalogue(report.run.language);
  const all = [
    ...shortcomings(report, words),
    ...byUrgency(report.profiles).flatMap((profile) =>
      bySeverity(profile.findings.filter(isWrong)).map((finding) => annotationOf(profile, finding, { words, places })),
    ),
    ...missingNetworks(report).map(({ network, severity = 'warning' }) => {
      const title = words.checks['presence.important-network'];
      return { severity, title, message: words.page.missing(networkName(report, network)) };
    }),
  ];
  return (['error', 'warning', 'info'] as const).flatMap((severity) =>
    shownOf(
      all.filter((each) => each.severity === severity),
      severity,
      words,
    ).map(lineOf),
  );
}

/** Why a run that ended with 3 is worth less than it seems. */
function shortcomings({ run, summary }: Report, words: Words): Annotation[] {
  if (run.exitCode !== 3) return [];
  const figures = { coverage: summary.coverage.profiles, minCoverage: run.minCoverage };
  return run.exitReasons
    .filter((reason) => !isOfFindings(reason))
    .map((reason) => ({
      severity: 'error',
      title: words.page.runHeading,
      message: oneLine(describeExitReason(words, reason, figures), 600),
    }));
}

interface Tools {
  readonly words: Words;
  readonly places: ReadonlyMap<string, Place>;
}

function annotationOf(profile: ReportProfile, finding: ReportFinding, { words, places }: Tools): Annotation {
  const expected = expectedOf(words, finding);
  const found = foundOf(words, finding);
  const place = places.get(profile.id);
  const details = [
    sentenceOf(words, finding),
    ...(expected === null ? [] : [`${expectedLabelOf(words, finding)}: ${oneLine(expected)}`]),
    ...(found === null ? [] : [`${words.page.finding.found}: ${oneLine(found)}`]),
  ];
  return {
    severity: finding.severity,
    title: titleOf(words, profile, finding),
    message: details.join('\n'),
    ...(place ? { place } : {}),
  };
}

function shownOf(annotations: readonly Annotation[], severity: Severity, words: Words): readonly Annotation[] {
  if (annotations.length <= MOST) return annotations;
  const rest = words.forms.moreInReport(annotations.length - MOST + 1);
  return [...annotations.slice(0, MOST - 1), { severity, title: words.severities[severity], message: rest }];
}

function lineOf({ severity, title, message, place }: Annotation): string {
  const properties = [
    ...(place ? [`file=${property(place.file)}`, `line=${place.line}`] : []),
    `title=${property(oneLine(title))}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
