/** A run in the words of a short message: what mail, chat and text show, said once for all of them. Pure. */

import type { Report, ReportFinding, ReportProfile } from '../model/report.ts';
import { checkLabel, describeExitReason, describeFinding, fieldLabel, lookup, type Words } from '../words/index.ts';
import type { MessageCounts } from '../words/mail.ts';
import type { DigestOptions } from './digestOptions.ts';
import { type DigestTask, taskOf } from './digestTask.ts';
import { countsOf, isAsking, isWrong, missingNetworks, networkName } from './facts.ts';
import { safeAddress } from './html/link.tsx';
import { newsOf } from './news.ts';
import { byUrgency } from './order.ts';
import { oneLine } from './visible.ts';

interface List<T> {
  readonly items: readonly T[];
  /** How many more there are. */
  readonly more: number;
}

export interface Digest {
  readonly counts: MessageCounts;
  readonly subject: string;
  readonly brand: string;
  readonly checkedOn: string;
  readonly lede: string;
  /** What changed since the previous run; null on the first. */
  readonly news: string | null;
  /** What the reader must know of this run: cut short, a part of it, too little seen. */
  readonly remarks: readonly string[];
  readonly groups: readonly (List<DigestTask> & { readonly kind: 'fresh' | 'open'; readonly heading: string })[];
  readonly missing: readonly string[];
  readonly fixed: List<string>;
  readonly look: List<string>;
  readonly reportUrl: string | null;
}

export function digestOf(report: Report, options: DigestOptions): Digest {
  const { words, limits } = options;
  const counts = newsOf(report);
  const brand = oneLine(report.brand.name, 80);
  const profiles = byUrgency(report.profiles);
  return {
    counts,
    subject: words.mail.subject(brand, counts),
    brand,
    checkedOn: words.mail.checkedOn(words.format.dateTime(report.run.startedAt)),
    lede: words.page.lede(countsOf(report)),
    news: newsSentence(report, counts, words),
    remarks: remarksOf(report, words),
    groups: groupsOf(profiles, options),
    missing: missingNetworks(report).map(({ network }) =>
      words.page.todoCreate(oneLine(networkName(report, network), 60)),
    ),
    fixed: listed(fixedIn(report, words), limits.tasks),
    look: listed(
      profiles.flatMap((profile) => lookAt(profile, words)),
      limits.tasks,
    ),
    reportUrl: options.reportUrl === null ? null : safeAddress(options.reportUrl),
  };
}

const listed = <T>(items: readonly T[], most: number): List<T> => ({
  items: items.slice(0, most),
  more: Math.max(0, items.length - most),
});

function newsSentence({ summary }: Report, counts: MessageCounts, { mail }: Words): string | null {
  if (summary.sincePrevious === null) return null;
  return counts.fresh + counts.fixed === 0 ? mail.nothingNew : mail.news(counts);
}

function remarksOf({ run, summary }: Report, words: Words): string[] {
  const figures = { coverage: summary.coverage.profiles, minCoverage: run.minCoverage };
  const reasons = run.exitCode === 3 ? run.exitReasons.map((code) => describeExitReason(words, code, figures)) : [];
  return [
    ...(run.complete ? [] : [words.page.incomplete]),
    ...(run.partial ? [words.page.partial] : []),
    ...reasons.map((reason) => oneLine(reason)),
  ];
}

/** What is new stands first; what stood already follows. A finding stands in one of both. */
function groupsOf(profiles: readonly ReportProfile[], options: DigestOptions): Digest['groups'] {
  const { mail, page } = options.words;
  const tasks = (chosen: (finding: ReportFinding) => boolean, isWanted: (profile: ReportProfile) => boolean) =>
    profiles.flatMap((profile) => {
      const findings = profile.findings.filter((finding) => isWrong(finding) && chosen(finding));
      return findings.length > 0 && isWanted(profile) ? [taskOf(profile, findings, options)] : [];
    });
  const fresh = tasks(
    ({ isNew }) => isNew,
    () => true,
  );
  const open = tasks(({ isNew }) => !isNew, isAsking);
  const room = Math.max(3, options.limits.tasks - fresh.length);
  return [
    { kind: 'fresh' as const, heading: mail.freshHeading, ...listed(fresh, options.limits.tasks) },
    { kind: 'open' as const, heading: fresh.length > 0 ? mail.openHeading : page.todoHeading, ...listed(open, room) },
  ].filter(({ items }) => items.length > 0);
}

function fixedIn(report: Report, words: Words): string[] {
  const names = new Map(report.profiles.map((profile) => [profile.id, titleOf(profile)]));
  return (report.fixed ?? []).map(({ check, profile }) =>
    words.mail.fixed(oneLine(checkLabel(words, check), 60), names.get(profile) ?? oneLine(profile, 80)),
  );
}

/** Where a person's look would help: first what perhaps sleeps, then what no source could see. */
function lookAt(profile: ReportProfile, words: Words): string[] {
  if (isAsking(profile)) return [];
  const perhaps = profile.findings.find(({ code }) => code === 'activity.perhaps-dormant');
  if (perhaps) return [`${titleOf(profile)}: ${oneLine(describeFinding(words, perhaps))}`];
  if (profile.verdict !== 'unverifiable') return [];
  return [`${titleOf(profile)}: ${oneLine(whyUnseen(profile, words))}`];
}

function whyUnseen({ capture, seen }: ReportProfile, words: Words): string {
  if (capture.outcome === 'profile' && seen.unseen.length > 0)
    return words.page.unseenFields(words.format.list(seen.unseen.map((field) => fieldLabel(words, field))));
  return lookup(words.outcomes, capture.outcome)?.label ?? words.verdicts.unverifiable.explained;
}

export const titleOf = ({ networkName: name, id }: Pick<ReportProfile, 'networkName' | 'id'>): string =>
  `${oneLine(name, 60)} (${oneLine(id, 80)})`;
