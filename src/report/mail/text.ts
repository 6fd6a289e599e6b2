/** The same message as plain text, complete in itself. Foreign lines stand behind a bar, so that none can pass for ours. */

import type { Words } from '../../words/index.ts';
import type { Digest } from '../digest.ts';
import type { DigestFinding, DigestTask } from '../digestTask.ts';
import type { MailFrame } from './html.tsx';

export function mailText(digest: Digest, { words, scope, attached }: MailFrame): string {
  const { mail, page } = words;
  const blocks = [
    [digest.brand, digest.checkedOn],
    [digest.lede, ...(digest.news ? [digest.news] : []), ...(scope === 'owner' ? [mail.yours] : [])],
    digest.remarks.map((remark) => `! ${remark}`),
    digest.reportUrl ? [`${mail.openReport}:`, digest.reportUrl] : [],
    attached ? [mail.attached] : [],
    ...digest.groups.flatMap((group) => [
      heading(group.heading),
      ...group.items.map((task) => taskLines(task, words)),
      rest(group.more, words),
    ]),
    section(page.missingHeading, digest.missing, 0, words),
    section(mail.fixedHeading, digest.fixed.items, digest.fixed.more, words),
    section(mail.lookHeading, digest.look.items, digest.look.more, words),
    ['-- ', page.footer, `${mail.why[scope]} ${mail.automatic}`],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const heading = (text: string): string[] => [text.toUpperCase(), '='.repeat(Math.min(60, text.length))];

const rest = (more: number, { page }: Words): string[] => (more > 0 ? [`(${page.more(more)})`] : []);

function section(title: string, items: readonly string[], more: number, words: Words): string[] {
  if (items.length === 0) return [];
  return [...heading(title), ...items.map((item) => `- ${item}`), ...rest(more, words)];
}

function taskLines(task: DigestTask, words: Words): string[] {
  const { mail, page } = words;
  return [
    `${task.action ? `${task.action}: ` : ''}${task.network} (${task.id})`,
    ...(task.url ? [task.url] : []),
    ...(task.owner ? [mail.owner(task.owner)] : []),
    ...task.findings.flatMap((finding) => findingLines(finding, words)),
    ...rest(task.more, words),
    ...(task.advice ? [`  ${task.advice}`] : []),
    ...(task.weigh.length > 0 ? [`  ${words.advice.heading}:`, ...task.weigh.map((fact) => `  - ${fact}`)] : []),
    ...(task.steps.length > 0 ? [`  ${page.profile.steps}:`] : []),
    ...task.steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...(task.editUrl ? [`  ${mail.editProfile}: ${task.editUrl}`] : []),
  ];
}

function findingLines(finding: DigestFinding, words: Words): string[] {
  const { page, mail } = words;
  const { label, sentence, tag, severity, expectedLabel, expected, found, paste, remedy } = finding;
  const head = [words.severities[severity], ...(tag ? [tag] : [])].join(', ');
  return [
    `* ${label} (${head}): ${sentence}`,
    ...(expected === null ? [] : quoted(expectedLabel, expected)),
    ...(expected === null && found === null ? [] : quoted(page.finding.found, found ?? page.finding.nothing)),
    ...(paste === null ? [] : quoted(mail.paste, paste)),
    ...(remedy ? [`  ${page.finding.remedy}: ${remedy}`] : []),
  ];
}

const quoted = (label: string, value: string): string[] => [
  `  ${label}:`,
  ...value.split('\n').map((line) => `    | ${line}`),
];
