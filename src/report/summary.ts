/** The end of a run in the terminal: counts, who asks something, what was not seen, where the report is. No colours. */

import { VERDICTS } from '../model/audit.ts';
import type { Report, ReportProfile } from '../model/report.ts';
import { askFirst, describeExitReason, describeFinding, toWeigh, type Words } from '../words/index.ts';
import { countsOf, isAsking, isWrong, missingNetworks, networkName, noticeText } from './facts.ts';
import { bySeverity, byUrgency } from './order.ts';

const MOST_PROFILES = 20;
const MOST_CHARACTERS = 160;
// Escape sequences and line ends of others must not move our cursor; nor must bidi controls turn our lines around.
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069]/g;

export interface SummaryOptions {
  readonly reportPath: string;
}

export function summaryText(report: Report, words: Words, { reportPath }: SummaryOptions): string {
  const { summary, page } = words;
  const { profiles, verdicts, coverage } = report.summary;
  const missing = missingNetworks(report).map(({ network }) => networkName(report, network));
  return [
    line(summary.heading(report.brand.name, words.format.dateTime(report.run.startedAt))),
    '',
    page.lede(countsOf(report)),
    ...counts(report, words),
    '',
    ...asking(report, words),
    ...(missing.length > 0 ? [line(summary.missing(words.format.list(missing)))] : []),
    ...(profiles > 0 ? [page.coverage(profiles - verdicts.unverifiable, profiles)] : []),
    ...(profiles > 0 ? [page.fieldCoverage(words.format.percent(coverage.fields))] : []),
    ...(coverage.byHand ? [page.byHand(words.format.percent(coverage.byHand.fields))] : []),
    ...warnings(report, words),
    '',
    summary.report(reportPath),
    '',
  ].join('\n');
}

// Azure and GitHub take such words for commands, the first also in the middle of a line of the log.
const COMMAND = /##(?=\[|vso\[)|^\s*:(?=:)/gi;

const line = (text: string): string => {
  const clean = text.replace(CONTROL, ' ').replace(COMMAND, '$& ');
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS).toWellFormed()}…` : clean.toWellFormed();
};

function counts({ summary }: Report, words: Words): string[] {
  const shown = VERDICTS.filter((verdict) => summary.verdicts[verdict] > 0);
  const width = Math.max(0, ...shown.map((verdict) => String(summary.verdicts[verdict]).length));
  return shown.map(
    (verdict) => `  ${String(summary.verdicts[verdict]).padStart(width)}  ${words.verdicts[verdict].label}`,
  );
}

function asking(report: Report, words: Words): string[] {
  const profiles = byUrgency(report.profiles).filter(isAsking);
  if (profiles.length === 0) return [];
  const more = profiles.length - MOST_PROFILES;
  return [
    words.summary.asking,
    ...profiles.slice(0, MOST_PROFILES).flatMap((profile) => task(profile, words)),
    ...(more > 0 ? [`  ${words.page.more(more)}`] : []),
    '',
  ];
}

function task(profile: ReportProfile, words: Words): string[] {
  const [first, ...rest] = bySeverity(profile.findings.filter(isWrong));
  const more = rest.length > 0 ? ` (${words.page.more(rest.length)})` : '';
  return [
    line(`  ${profile.networkName} ${profile.id}: ${words.actions[profile.action]}`),
    ...(first ? [`${line(`      ${describeFinding(words, first)}`)}${more}`] : []),
    ...advised(profile, words).map((sentence) => line(`      ${sentence}`)),
  ];
}

/** What to weigh and whom to ask before an account is let go. */
const advised = ({ findings }: ReportProfile, words: Words): readonly string[] =>
  findings.flatMap((finding) =>
    isWrong(finding) && finding.advice ? [...toWeigh(words, finding.advice), ...askFirst(words, finding.advice)] : [],
  );

function warnings(report: Report, words: Words): string[] {
  const { run, notices, summary } = report;
  const figures = { coverage: summary.coverage.profiles, minCoverage: run.minCoverage };
  const reasons = run.exitCode === 3 ? run.exitReasons.map((code) => describeExitReason(words, code, figures)) : [];
  return [...new Set([...notices.map((notice) => noticeText(report, notice, words)), ...reasons])].map((text) =>
    line(`! ${text}`),
  );
}
