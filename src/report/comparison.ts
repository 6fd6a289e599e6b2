/** The difference of two runs in words: for a terminal, as Markdown, or as JSON for programs. */

import type { Report, ReportFinding } from '../model/report.ts';
import { checkLabel, describeFinding, type Words } from '../words/index.ts';
import type { Comparison, FindingChange } from './compare.ts';
import { expectedOf, foundOf } from './described.ts';
import { escapeMarkdown } from './markdownText.ts';
import { oneLine } from './visible.ts';

export const COMPARE_FORMATS = ['text', 'json', 'markdown'] as const;
export type CompareFormat = (typeof COMPARE_FORMATS)[number];

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

interface Compared {
  readonly comparison: Comparison;
  /** For the names of profiles that only one of them has. */
  readonly reports: readonly [Report, Report];
}

export function comparisonText(compared: Compared, words: Words, format: CompareFormat): string {
  if (format === 'json') return JSON.stringify(jsonOf(compared.comparison), null, 2);
  const { before, after } = compared.comparison;
  const { heading, runs, otherBrand, notWhole, same } = words.forms.compare;
  const sections = sectionsOf(compared, words).filter(({ lines }) => lines.length > 0);
  const when = ({ id, startedAt }: Comparison['before']) => `${words.format.dateTime(startedAt)} (${id})`;
  const intro = [
    runs(when(before), when(after)),
    ...(before.brand === after.brand ? [] : [otherBrand(before.brand, after.brand)]),
    ...(before.whole && after.whole ? [] : [notWhole]),
    ...(isSame(compared.comparison) ? [same] : []),
  ];
  const shown = { heading: heading(after.brand), intro, sections };
  return format === 'markdown' ? markdownOf(shown) : plainOf(shown);
}

const isSame = (comparison: Comparison): boolean =>
  [
    comparison.new,
    comparison.fixed,
    comparison.changed,
    comparison.verdicts,
    comparison.added,
    comparison.removed,
  ].every(({ length }) => length === 0);

function sectionsOf({ comparison, reports }: Compared, words: Words): Section[] {
  const { compare } = words.forms;
  const { before, after, unseen, notAsked } = comparison;
  const named = (id: string) => nameOf(reports, id);
  const percent = words.format.percent;
  const lines = (changes: readonly FindingChange[]) => changes.map((change) => lineOf(change, named, words));
  return [
    { heading: compare.newHeading, lines: lines(comparison.new) },
    { heading: compare.fixedHeading, lines: lines(comparison.fixed) },
    { heading: compare.changedHeading, lines: lines(comparison.changed) },
    {
      heading: compare.verdictsHeading,
      lines: comparison.verdicts.map(
        (each) => `${named(each.profile)}: ${words.verdicts[each.before].label} → ${words.verdicts[each.after].label}`,
      ),
    },
    { heading: compare.addedHeading, lines: comparison.added.map(named) },
    { heading: compare.removedHeading, lines: comparison.removed.map(named) },
    {
      heading: compare.unseenHeading,
      lines: [
        ...(unseen.length > 0 ? [compare.unseen(unseen.length)] : []),
        ...(notAsked.length > 0 ? [compare.notAsked(notAsked.length)] : []),
      ],
    },
    {
      heading: compare.coverageHeading,
      lines: [
        compare.profilesSeen(percent(before.coverage.profiles), percent(after.coverage.profiles)),
        compare.fieldsSeen(percent(before.coverage.fields), percent(after.coverage.fields)),
      ],
    },
  ];
}

function nameOf(reports: readonly Report[], id: string): string {
  const profile = reports.flatMap(({ profiles }) => profiles).find((each) => each.id === id);
  return profile ? `${profile.networkName} ${id}` : id;
}

/** The sentence of what is, else of what was; where the value moved, both values. */
function lineOf({ profile, before, after }: FindingChange, named: (id: string) => string, words: Words): string {
  const shown = after && (after.status === 'deviating' || after.status === 'absent') ? after : (before ?? after);
  if (!shown) return named(profile);
  const now = after && after !== shown ? ` (${words.forms.compare.now}: ${words.statuses[after.status]})` : '';
  const sentence = `${named(profile)}, ${checkLabel(words, shown.check)}: ${describeFinding(words, shown)}${now}`;
  return `${sentence}${movedFrom(before, after, words)}`;
}

function movedFrom(before: ReportFinding | null, after: ReportFinding | null, words: Words): string {
  if (!before || !after || after.status !== 'deviating' || before.status !== 'deviating') return '';
  const pairs = [
    [words.page.finding.found, foundOf(words, before), foundOf(words, after)],
    [words.page.finding.expected, expectedOf(words, before), expectedOf(words, after)],
  ] as const;
  const moved = pairs.filter(([, was, is]) => was !== is && was !== null && is !== null);
  return moved.map(([label, was, is]) => ` ${label}: ${oneLine(was ?? '')} → ${oneLine(is ?? '')}.`).join('');
}

interface Shown {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly sections: readonly Section[];
}

const plainOf = ({ heading, intro, sections }: Shown): string =>
  [
    [heading, ...intro].map((line) => oneLine(line, 1_000)).join('\n'),
    ...sections.map((section) =>
      [section.heading, ...section.lines.map((line) => `  - ${oneLine(line, 1_000)}`)].join('\n'),
    ),
  ].join('\n\n');

const markdownOf = ({ heading, intro, sections }: Shown): string =>
  [
    `# ${escapeMarkdown(heading)}`,
    intro.map((line) => escapeMarkdown(line, 600)).join('\n\n'),
    ...sections.flatMap((section) => [
      `## ${section.heading}`,
      section.lines.map((line) => `- ${escapeMarkdown(line, 1_000)}`).join('\n'),
    ]),
  ].join('\n\n');

/** For programs: findings without their evidence, which stands in the runs. */
const jsonOf = ({ new: fresh, fixed, changed, unseen, notAsked, ...rest }: Comparison) => ({
  ...rest,
  new: fresh.map(withoutEvidence),
  fixed: fixed.map(withoutEvidence),
  changed: changed.map(withoutEvidence),
  unseen: unseen.map(withoutEvidence),
  notAsked: notAsked.map(withoutEvidence),
});

const withoutEvidence = ({ before, after, ...change }: FindingChange) => ({
  ...change,
  before: before && statedOf(before),
  after: after && statedOf(after),
});

const statedOf = ({ code, args, check, status, severity, expected, found, since }: ReportFinding) => ({
  ...{ code, args, check, status, severity, expected, found, since },
});
