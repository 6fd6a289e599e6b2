/** A run as a message for Slack. Foreign text is plain text, and escaped: no mention, no link, no markup comes out of it. */

import type { Report } from '../model/report.ts';
import type { Words } from '../words/index.ts';
import { type Digest, digestOf } from './digest.ts';
import type { DigestOptions } from './digestOptions.ts';
import type { DigestFinding, DigestTask } from './digestTask.ts';
import { cut } from './visible.ts';

interface Text {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: false;
  readonly verbatim?: true;
}

type Block =
  | { readonly type: 'header'; readonly text: Text }
  | { readonly type: 'section'; readonly text: Text; readonly fields?: readonly Text[] }
  | { readonly type: 'context'; readonly elements: readonly Text[] }
  | { readonly type: 'divider' };

export interface SlackMessage {
  /** For notifications, and where blocks cannot be shown. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

const LIMITS = { tasks: 10, findings: 3, text: 400 };
/** What Slack takes. */
const MOST = { blocks: 50, header: 150, section: 2_900, field: 1_900 };

export type SlackOptions = Omit<DigestOptions, 'limits' | 'scope'>;

export function slackMessage(report: Report, options: SlackOptions): SlackMessage {
  const digest = digestOf(report, { ...options, scope: 'all', limits: LIMITS });
  const { words } = options;
  const ending = endOf(digest, words);
  const room = MOST.blocks - ending.length;
  const body = [...head(digest), ...digest.groups.flatMap((group) => groupBlocks(group, words))];
  const blocks = [...(body.length > room ? body.slice(0, room) : body), ...ending];
  return { text: cut(escaped(digest.subject), MOST.section), blocks, unfurl_links: false, unfurl_media: false };
}

/** The three characters that begin a mention, a link or an entity. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cut first, so that no entity is broken; it may grow fivefold at worst. */
const fitting = (text: string, most: number): string => {
  const whole = escaped(text);
  return whole.length <= most ? whole : `${escaped(cut(text, Math.floor(most / 5) - 1))}…`;
};

const plain = (text: string, most = MOST.section): Text => ({
  type: 'plain_text',
  text: fitting(text === '' ? ' ' : text, most),
  emoji: false,
});
const marked = (text: string): Text => ({ type: 'mrkdwn', text, verbatim: true });
const section = (text: Text): Block => ({ type: 'section', text });

function head(digest: Digest): Block[] {
  const lines = [digest.lede, ...(digest.news ? [digest.news] : []), ...digest.remarks.map((remark) => `! ${remark}`)];
  return [
    { type: 'header', text: plain(digest.subject, MOST.header) },
    { type: 'context', elements: [plain(digest.checkedOn)] },
    section(plain(lines.join('\n'))),
  ];
}

const groupBlocks = (group: Digest['groups'][number], words: Words): Block[] => [
  { type: 'divider' },
  section(marked(`*${escaped(group.heading)}*`)),
  ...group.items.flatMap((task) => taskBlocks(task, words)),
  ...(group.more > 0 ? [section(plain(words.page.more(group.more)))] : []),
];

function taskBlocks(task: DigestTask, words: Words): Block[] {
  const title = `${task.action ? `${task.action}: ` : ''}${task.network} (${task.id})`;
  const owner = task.owner ? [words.mail.owner(task.owner)] : [];
  const advice = task.advice ? [task.advice] : [];
  const more = task.more > 0 ? [words.page.more(task.more)] : [];
  return [
    section(plain([title, ...owner, ...advice, ...more].join('\n'))),
    ...task.findings.map((finding) => findingBlock(finding, words)),
  ];
}

function findingBlock({ label, sentence, tag, expectedLabel, expected, found }: DigestFinding, words: Words): Block {
  const { finding } = words.page;
  const text = plain(`• ${label}${tag ? ` (${tag})` : ''}: ${sentence}`);
  if (expected === null && found === null) return section(text);
  const fields = [
    ...(expected === null ? [] : [plain(`${expectedLabel}:\n${expected}`, MOST.field)]),
    plain(`${finding.found}:\n${found ?? finding.nothing}`, MOST.field),
  ];
  return { type: 'section', text, fields };
}

function endOf(digest: Digest, { mail, page }: Words): Block[] {
  const list = (heading: string, items: readonly string[], more: number): Block[] =>
    items.length === 0
      ? []
      : [
          section(
            plain(
              [`${heading}:`, ...items.map((item) => `• ${item}`), ...(more > 0 ? [page.more(more)] : [])].join('\n'),
            ),
          ),
        ];
  return [
    ...list(page.missingHeading, digest.missing, 0),
    ...list(mail.fixedHeading, digest.fixed.items, digest.fixed.more),
    ...list(mail.lookHeading, digest.look.items, digest.look.more),
    ...(digest.reportUrl === null ? [] : [section(marked(`<${linkTarget(digest.reportUrl)}|${mail.openReport}>`))]),
  ];
}

/** An address inside Slack's link marks: a bar or an angle would end it. */
const linkTarget = (address: string): string => escaped(address).replaceAll('|', '%7C');
