/** `summary.md`: what changed and what to do first, for the job summary of GitHub and GitLab. All texts of strangers are escaped. */

import { VERDICTS } from '../model/audit.ts';
import type { Report, ReportFile, ReportFinding, ReportProfile } from '../model/report.ts';
import { catalogue, describeExitReason, describeFinding, fieldLabel, type Words } from '../words/index.ts';
import { sentenceOf } from './described.ts';
import { countsOf, isAsking, isWrong, missingNetworks, networkName, noticeText } from './facts.ts';
import { fixedLine } from './fixed.ts';
import { toldCapture } from './html/shown.ts';
import { escapeMarkdown, fitting, linkTo, tableOf } from './markdownText.ts';
import { bySeverity, byUrgency } from './order.ts';

/** GitHub shows no summary of more than 1 MiB; other steps write theirs as well. */
const ROOM = 400_000;
const FACTS = 3;

export function renderMarkdown(report: Report): ReportFile[] {
  const words = catalogue(report.run.language);
  const { page, format, forms } = words;
  const parts = [
    `# ${escapeMarkdown(page.documentTitle(report.brand.name, format.dateTime(report.run.startedAt)))}`,
    `**${escapeMarkdown(page.lede(countsOf(report)))}**`,
    warnings(report, words),
    counts(report, words),
    ...todo(report, words),
    ...fixed(report, words),
    ...unseen(report, words),
    escapeMarkdown(forms.wholeReport),
  ];
  return [{ path: 'summary.md', content: `${parts.filter((part) => part !== '').join('\n\n')}\n` }];
}

/** What a reader must know before believing the rest. */
function warnings(report: Report, words: Words): string {
  const { run, summary, notices } = report;
  const figures = { coverage: summary.coverage.profiles, minCoverage: run.minCoverage };
  const sentences = [
    ...(run.exitCode === 3 ? run.exitReasons.map((reason) => describeExitReason(words, reason, figures)) : []),
    ...(run.partial ? [words.page.partial] : []),
    ...notices.filter(({ severity }) => severity !== 'info').map((notice) => noticeText(report, notice, words)),
  ];
  return sentences.map((sentence) => `- ⚠️ ${escapeMarkdown(sentence, 600)}`).join('\n');
}

function counts({ summary }: Report, words: Words): string {
  const { page, format, forms } = words;
  const { profiles, verdicts, findings, coverage, sincePrevious } = summary;
  const wrong = findings.error + findings.warning + findings.info;
  const rows = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map((verdict) => [
    escapeMarkdown(words.verdicts[verdict].label),
    format.number(verdicts[verdict]),
  ]);
  const sentences = [
    wrong > 0 ? forms.severityCounts(findings.error, findings.warning, findings.info) : forms.noFindings,
    sincePrevious ? page.sincePrevious(sincePrevious.new, sincePrevious.fixed) : page.firstRun,
    ...(profiles > 0 ? [page.coverage(profiles - verdicts.unverifiable, profiles)] : []),
    ...(profiles > 0 ? [page.fieldCoverage(format.percent(coverage.fields))] : []),
    ...(coverage.byHand ? [page.byHand(format.percent(coverage.byHand.fields))] : []),
  ];
  const table = rows.length > 0 ? [tableOf([forms.columns.verdict, forms.columns.profiles], rows)] : [];
  return [...table, sentences.map((sentence) => escapeMarkdown(sentence)).join(' ')].join('\n\n');
}

function todo(report: Report, words: Words): string[] {
  const { page, forms } = words;
  const { advice, profile, facts, since, owner } = forms.columns;
  const asking = byUrgency(report.profiles).filter(isAsking);
  const missing = missingNetworks(report);
  const { unverifiable } = report.summary.verdicts;
  const { fit, more } = fitting(
    asking.map((each) => rowOf(each, words).join(' | ')),
    ROOM,
  );
  const others = [
    ...(more > 0 ? [forms.moreInReport(more)] : []),
    ...missing.map(({ network }) => page.todoCreate(networkName(report, network))),
    ...(unverifiable > 0 ? [page.todoUnseen(unverifiable)] : []),
  ];
  if (fit.length + others.length === 0) return [`## ${page.todoHeading}`, escapeMarkdown(page.nothingToDo)];
  return [
    `## ${page.todoHeading}`,
    ...(fit.length > 0
      ? [
          tableOf(
            [advice, profile, facts, since, owner],
            fit.map((row) => [row]),
          ),
        ]
      : []),
    ...(others.length > 0 ? [others.map((each) => `- ${escapeMarkdown(each)}`).join('\n')] : []),
  ];
}

function rowOf(profile: ReportProfile, words: Words): string[] {
  const wrong = bySeverity(profile.findings.filter(isWrong));
  const oldest = wrong.map(({ since }) => since).toSorted()[0];
  const rest = wrong.length - FACTS;
  return [
    escapeMarkdown(words.actions[profile.action]),
    `${linkTo(profile.networkName, profile.url)} ${escapeMarkdown(profile.id)}`,
    [
      ...wrong.slice(0, FACTS).map((finding) => factOf(finding, words)),
      ...(rest > 0 ? [escapeMarkdown(words.page.more(rest))] : []),
    ].join('<br>'),
    oldest ? escapeMarkdown(words.format.date(oldest)) : '',
    escapeMarkdown(profile.owner ?? words.page.profile.noOwner),
  ];
}

function factOf(finding: ReportFinding, words: Words): string {
  const fresh = finding.isBack ? words.tools.news.back : finding.isNew ? words.page.finding.fresh : null;
  const tags = [words.severities[finding.severity], ...(fresh === null ? [] : [fresh])].join(', ');
  return `**${escapeMarkdown(tags)}**: ${escapeMarkdown(sentenceOf(words, finding))}`;
}

function fixed(report: Report, words: Words): string[] {
  const all = report.fixed ?? [];
  if (all.length === 0) return [];
  const lines = all.map((finding) => `- ${escapeMarkdown(fixedLine(report, finding, words), 600)}`);
  const { fit, more } = fitting(lines, ROOM / 4);
  const rest = more > 0 ? [`- ${escapeMarkdown(words.forms.moreInReport(more))}`] : [];
  return [`## ${words.forms.fixedHeading}`, [...fit, ...rest].join('\n')];
}

function unseen(report: Report, words: Words): string[] {
  const lines = byUrgency(report.profiles).flatMap((profile) => unseenOf(profile, words));
  if (lines.length === 0) return [];
  const { fit, more } = fitting(lines, ROOM / 4);
  const rest = more > 0 ? [`- ${escapeMarkdown(words.forms.moreInReport(more))}`] : [];
  return [`## ${words.page.unseenHeading}`, escapeMarkdown(words.page.unseenIntro, 600), [...fit, ...rest].join('\n')];
}

/** Why a profile was not seen, or not wholly, and what would help first. */
function unseenOf(profile: ReportProfile, words: Words): string[] {
  const { verdict, capture, networkName: network, seen, findings, url, id } = profile;
  const perhaps = findings.find(({ code }) => code === 'activity.perhaps-dormant');
  const isBlind = verdict === 'unverifiable' && capture.outcome !== 'profile';
  const outcome = words.outcomes[toldCapture(capture)];
  const [help] = isBlind ? outcome.help(network) : [];
  const sentences = [
    ...(isBlind ? [outcome.explained(network)] : []),
    ...(perhaps ? [describeFinding(words, perhaps)] : []),
    ...(!isBlind && seen.unseen.length > 0
      ? [words.page.unseenFields(words.format.list(seen.unseen.map((field) => fieldLabel(words, field))))]
      : []),
    ...(help ? [`${words.page.wouldHelp} – ${help}.`] : []),
  ];
  if (sentences.length === 0) return [];
  return [`- ${linkTo(network, url)} ${escapeMarkdown(id)}: ${escapeMarkdown(sentences.join(' '), 1_000)}`];
}
