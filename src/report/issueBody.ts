/** The Markdown of one owner's issue: what to do, what stands there and what should, and what is open but was not seen now. */

import type { LastSeen } from '../model/previous.ts';
import type { FixedFinding, Report, ReportFinding, ReportProfile } from '../model/report.ts';
import { catalogue, checkLabel, type Words } from '../words/index.ts';
import { adviceOf, expectedLabelOf, expectedOf, foundOf, remedyOf, sentenceOf } from './described.ts';
import { isWrong, networkName } from './facts.ts';
import { fixedLine, lastSaid } from './fixed.ts';
import { codeBlock, codeSpan, escapeMarkdown, fitting, linkTo } from './markdownText.ts';
import { bySeverity, byUrgency } from './order.ts';

/** Wrong when it was last seen, and not to be seen now: neither open anew nor solved. */
export interface UnseenFinding {
  readonly profile: ReportProfile;
  readonly finding: ReportFinding;
  readonly last: LastSeen | null;
}

/** What one owner has to do. */
export interface OwnerIssue {
  readonly owner: string | null;
  readonly asking: readonly ReportProfile[];
  readonly unseen: readonly UnseenFinding[];
  readonly missing: Report['presence'];
  readonly fixed: readonly FixedFinding[];
}

export const unseenOf = (profile: ReportProfile): readonly UnseenFinding[] =>
  profile.findings.flatMap((finding) => {
    const { status, lastSeen, last } = finding;
    const wasWrong = lastSeen === 'deviating' || lastSeen === 'absent';
    return status === 'unverifiable' && wasWrong && last?.severity !== 'info'
      ? [{ profile, finding, last: last ?? null }]
      : [];
  });

/** GitHub takes 65,536 characters. */
const ROOM = 44_000;
const ROOM_BESIDE = 6_000;

export function issueBody(
  report: Report,
  issue: OwnerIssue,
  { marker, title }: { marker: string; title: string },
): string {
  const words = catalogue(report.run.language);
  const { forms, page, format } = words;
  const { owner, asking, unseen, missing, fixed } = issue;
  const isDone = asking.length + unseen.length + missing.length === 0;
  const sections = limited(
    byUrgency(asking).map((profile) => sectionOf(profile, words)),
    { room: ROOM, between: '\n\n', words },
  );
  const parts = [
    `<!-- ${marker} -->`,
    `**${escapeMarkdown(title)}**`,
    escapeMarkdown(owner === null ? forms.issue.noOwner : `${forms.issue.forOwner}: ${owner}`),
    escapeMarkdown(forms.issue.checkedOn(format.dateTime(report.run.startedAt))),
    ...(report.run.complete && !report.run.partial ? [] : [`⚠️ ${escapeMarkdown(forms.issue.partial)}`]),
    ...(isDone ? [escapeMarkdown(forms.issue.done)] : []),
    ...missing.map(({ network }) => `- ${escapeMarkdown(page.todoCreate(networkName(report, network)))}`),
    sections,
    ...listOf(
      forms.issue.unseenHeading,
      forms.issue.unseenIntro,
      unseen.map((each) => unseenLine(each, words)),
      words,
    ),
    ...listOf(
      forms.fixedHeading,
      '',
      fixed.map((each) => fixedLine(report, each, words)),
      words,
    ),
    '---',
    escapeMarkdown(`${forms.wholeReport} ${forms.issue.keepsItself}`, 600),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

interface Limit {
  readonly room: number;
  readonly between: string;
  readonly words: Words;
}

function limited(parts: readonly string[], { room, between, words }: Limit): string {
  const { fit, more } = fitting(parts, room);
  return [...fit, ...(more > 0 ? [escapeMarkdown(words.forms.moreInReport(more))] : [])].join(between);
}

function listOf(heading: string, intro: string, lines: readonly string[], words: Words): string[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => `- ${escapeMarkdown(line, 600)}`);
  return [`## ${heading}`, escapeMarkdown(intro), limited(items, { room: ROOM_BESIDE, between: '\n', words })];
}

function unseenLine({ profile, finding, last }: UnseenFinding, words: Words): string {
  const what = `${profile.networkName} ${profile.id}, ${checkLabel(words, finding.check)}`;
  if (last === null) return what;
  return `${what}: ${lastSaid(last, words)}`;
}

function sectionOf(profile: ReportProfile, words: Words): string {
  const { networkName: network, id, url, action, verdict, editUrl, findings } = profile;
  const { steps } = words.verdicts[verdict];
  return [
    `## ${linkTo(network, url)} ${escapeMarkdown(id)}`,
    `**${escapeMarkdown(words.actions[action])}**`,
    ...bySeverity(findings.filter(isWrong)).map((finding) => itemOf(finding, words)),
    ...(steps.length > 0 ? [steps.map((step, index) => `${index + 1}. ${escapeMarkdown(step, 600)}`).join('\n')] : []),
    ...(editUrl && verdict === 'inconsistent' ? [linkTo(words.page.profile.edit, editUrl)] : []),
  ].join('\n\n');
}

function itemOf(finding: ReportFinding, words: Words): string {
  const { page, tools, severities, format } = words;
  const fresh = finding.isBack
    ? tools.news.back
    : finding.isNew
      ? page.finding.fresh
      : page.finding.since(format.date(finding.since));
  const remedy = remedyOf(words, finding);
  const { value, file } = finding.remedy;
  const lines = [
    ...valueLines(page.finding.found, foundOf(words, finding)),
    ...valueLines(expectedLabelOf(words, finding), value ?? expectedOf(words, finding)),
    ...(remedy === null ? [] : [`  - ${escapeMarkdown(`${page.finding.remedy}: ${remedy}`, 600)}`]),
    ...(file === null ? [] : [`  - ${escapeMarkdown(page.finding.upload(file))}`]),
    ...adviceOf(words, finding).map((sentence) => `  - ${escapeMarkdown(sentence, 600)}`),
  ];
  const head = `- **${escapeMarkdown(`${severities[finding.severity]}, ${fresh}`)}**: ${escapeMarkdown(sentenceOf(words, finding), 1_000)}`;
  return [head, ...lines].join('\n');
}

/** To copy: a short value in the line, a long one in a block below it. */
function valueLines(label: string, value: string | null): string[] {
  if (value === null || value.trim() === '') return [];
  if (value.length <= 120 && !/[\r\n]/.test(value)) return [`  - ${escapeMarkdown(label)}: ${codeSpan(value)}`];
  return [`  - ${escapeMarkdown(label)}:\n\n${codeBlock(value, '    ')}`];
}
