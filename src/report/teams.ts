/** A run as an Adaptive Card for a Teams workflow. Foreign text stands in text runs, which know no markup and no links. */

import type { Report } from '../model/report.ts';
import type { Words } from '../words/index.ts';
import { type Digest, digestOf } from './digest.ts';
import type { DigestLimits, DigestOptions } from './digestOptions.ts';
import type { DigestFinding, DigestTask } from './digestTask.ts';

interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large' | 'Medium';
  readonly isSubtle?: true;
  readonly color?: 'Good' | 'Attention';
}

interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly separator?: true;
  readonly spacing?: 'Small';
}

interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

interface Card {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  /** Workflows refuse a later one. */
  readonly version: '1.4';
  readonly lang: string;
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly RichTextBlock[];
  readonly actions?: readonly OpenUrl[];
}

export interface TeamsMessage {
  readonly type: 'message';
  readonly attachments: readonly [
    {
      readonly contentType: 'application/vnd.microsoft.card.adaptive';
      readonly contentUrl: null;
      readonly content: Card;
    },
  ];
}

export type TeamsOptions = Omit<DigestOptions, 'limits' | 'scope'>;

/** Teams refuses a message over 28 KB. */
const MAX_BYTES = 26_000;

const LIMITS: readonly DigestLimits[] = [
  { tasks: 12, findings: 4, text: 400 },
  { tasks: 8, findings: 3, text: 250 },
  { tasks: 5, findings: 2, text: 120 },
  { tasks: 3, findings: 1, text: 60 },
];

export function teamsMessage(report: Report, options: TeamsOptions): TeamsMessage {
  const messages = LIMITS.map((limits) => () => {
    const digest = digestOf(report, { ...options, scope: 'all', limits });
    return messageOf(digest, options.words);
  });
  for (const make of messages) {
    const message = make();
    if (Buffer.byteLength(JSON.stringify(message)) <= MAX_BYTES) return message;
  }
  const bare = digestOf(report, { ...options, scope: 'all', limits: { tasks: 0, findings: 0, text: 0 } });
  return messageOf({ ...bare, groups: [], missing: bare.missing.slice(0, 10) }, options.words);
}

function messageOf(digest: Digest, words: Words): TeamsMessage {
  const { reportUrl } = digest;
  const content: Card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    lang: words.language,
    fallbackText: digest.subject,
    msteams: { width: 'Full' },
    body: [
      ...head(digest),
      ...digest.groups.flatMap((group) => groupBlocks(group, words)),
      ...list(words.page.missingHeading, digest.missing, 0, words),
      ...list(words.mail.fixedHeading, digest.fixed.items, digest.fixed.more, words),
      ...list(words.mail.lookHeading, digest.look.items, digest.look.more, words),
    ],
    ...(reportUrl === null
      ? {}
      : { actions: [{ type: 'Action.OpenUrl', title: words.mail.openReport, url: reportUrl }] }),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

const run = (text: string, look: Omit<TextRun, 'type' | 'text'> = {}): TextRun => ({ type: 'TextRun', text, ...look });
const block = (...inlines: TextRun[]): RichTextBlock => ({ type: 'RichTextBlock', inlines });
const close = (...inlines: TextRun[]): RichTextBlock => ({ ...block(...inlines), spacing: 'Small' });

const head = (digest: Digest): RichTextBlock[] => [
  block(run(digest.brand, { weight: 'Bolder', size: 'Large' })),
  block(run(digest.checkedOn, { isSubtle: true })),
  block(run(digest.lede, { weight: 'Bolder' })),
  ...(digest.news ? [block(run(digest.news))] : []),
  ...digest.remarks.map((remark) => block(run(remark, { color: 'Attention' }))),
];

const groupBlocks = (group: Digest['groups'][number], words: Words): RichTextBlock[] => [
  { ...block(run(group.heading, { weight: 'Bolder', size: 'Medium' })), separator: true },
  ...group.items.flatMap((task) => taskBlocks(task, words)),
  ...(group.more > 0 ? [block(run(words.page.more(group.more), { isSubtle: true }))] : []),
];

/** A line end inside a run is not shown everywhere: what begins a line is a block of its own. */
function taskBlocks(task: DigestTask, words: Words): RichTextBlock[] {
  const title = `${task.action ? `${task.action}: ` : ''}${task.network}`;
  return [
    block(run(title, { weight: 'Bolder' }), run(` ${task.id}`, { isSubtle: true })),
    ...(task.owner ? [close(run(words.mail.owner(task.owner), { isSubtle: true }))] : []),
    ...(task.advice ? [close(run(task.advice))] : []),
    ...task.findings.flatMap((finding) => findingBlocks(finding, words)),
    ...(task.more > 0 ? [block(run(words.page.more(task.more), { isSubtle: true }))] : []),
  ];
}

function findingBlocks(
  { label, sentence, tag, expectedLabel, expected, found }: DigestFinding,
  words: Words,
): RichTextBlock[] {
  const { finding } = words.page;
  const compared = expected !== null || found !== null;
  return [
    close(run(`${label}${tag ? ` (${tag})` : ''}: `, { weight: 'Bolder' }), run(sentence)),
    ...(expected === null ? [] : [close(run(`${expectedLabel}: ${expected}`, { color: 'Good' }))]),
    ...(compared ? [close(run(`${finding.found}: ${found ?? finding.nothing}`, { color: 'Attention' }))] : []),
  ];
}

function list(heading: string, items: readonly string[], more: number, words: Words): RichTextBlock[] {
  if (items.length === 0) return [];
  return [
    { ...block(run(heading, { weight: 'Bolder' })), separator: true },
    ...items.map((item) => close(run(`• ${item}`))),
    ...(more > 0 ? [block(run(words.page.more(more), { isSubtle: true }))] : []),
  ];
}
