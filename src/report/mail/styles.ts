/** The look of a mail, as inline styles: mail programs keep nothing else. Every text pair has a contrast of 4.5 or more. */

import type { Verdict } from '../../model/audit.ts';
import type { Severity } from '../../model/finding.ts';

const SANS = "'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const INK = '#1b222d';
const QUIET = '#555e6d';
const LINK = '#1a4b8f';
const ACCENT = '#1d3a63';
const PAPER = '#f5f4f1';
const SURFACE = '#ffffff';

const BAD = { ink: '#9a1f1b', soft: '#fcebe9' };
const WARN = { ink: '#744700', soft: '#fdf1d8' };
const GOOD = { ink: '#17633a', soft: '#e4f3e9' };
const COOL = { ink: '#37475f', soft: '#e8edf4' };
const SLEEP = { ink: '#573a86', soft: '#efe9f8' };

type Tone = typeof BAD;

const VERDICTS: Readonly<Record<Verdict, Tone>> = {
  'taken-over': BAD,
  suspended: BAD,
  gone: BAD,
  inconsistent: WARN,
  dormant: SLEEP,
  'network-closed': COOL,
  unverifiable: COOL,
  consistent: GOOD,
};
const SEVERITIES: Readonly<Record<Severity, Tone>> = { error: BAD, warning: WARN, info: COOL };

const text = (size: number, line: number, color = INK): string =>
  `font-family: ${SANS}; font-size: ${size}px; line-height: ${line}px; color: ${color};`;
const BREAK = 'word-break: break-word; overflow-wrap: anywhere;';

export const verdictBar = (verdict: Verdict): string =>
  `border-left: 4px solid ${VERDICTS[verdict].ink}; padding: 14px 0 14px 14px; ${BREAK}`;
export const severityTag = (severity: Severity): string => tag(SEVERITIES[severity]);

const tag = ({ ink, soft }: Tone): string =>
  `${text(12, 16, ink)} background-color: ${soft}; padding: 2px 6px; border-radius: 3px; white-space: nowrap;`;

const side = ({ ink, soft }: Tone): string =>
  `background-color: ${soft}; border-left: 3px solid ${ink}; padding: 8px 10px; ${BREAK}`;

export const STYLE = {
  body: `margin: 0; padding: 0; background-color: ${PAPER}; -webkit-text-size-adjust: 100%;`,
  hidden: 'display: none; max-height: 0; overflow: hidden;',
  outer: `background-color: ${PAPER};`,
  cell: 'padding: 16px 8px;',
  frame: `max-width: 600px; background-color: ${SURFACE}; border: 1px solid #d9dce2; border-radius: 8px;`,
  band: `background-color: ${ACCENT}; padding: 20px 24px; border-radius: 7px 7px 0 0; ${BREAK}`,
  brand: `margin: 0; ${text(20, 26, '#ffffff')} font-weight: bold;`,
  date: `margin: 4px 0 0; ${text(14, 20, '#d5deec')}`,
  content: 'padding: 20px 24px 8px;',
  lede: `margin: 0 0 8px; ${text(18, 26)} font-weight: bold; ${BREAK}`,
  p: `margin: 0 0 8px; ${text(15, 22)} ${BREAK}`,
  quiet: `margin: 0 0 8px; ${text(14, 20, QUIET)} ${BREAK}`,
  remark: `margin: 0 0 8px; ${text(15, 22, WARN.ink)} background-color: ${WARN.soft}; padding: 8px 10px; ${BREAK}`,
  h2: `margin: 24px 0 4px; ${text(17, 24, ACCENT)} font-weight: bold;`,
  task: `margin: 0; ${text(16, 22)} font-weight: bold; ${BREAK}`,
  id: `${text(13, 18, QUIET)} font-weight: normal; font-family: Menlo, Consolas, 'Courier New', monospace;`,
  meta: `margin: 2px 0 0; ${text(13, 18, QUIET)} ${BREAK}`,
  finding: `margin: 12px 0 6px; ${text(15, 22)} ${BREAK}`,
  label: `margin: 0; ${text(12, 16, QUIET)}`,
  value: `margin: 2px 0 0; ${text(15, 21)} white-space: pre-wrap; ${BREAK}`,
  expected: side(GOOD),
  found: side(BAD),
  paste: side(COOL),
  picture: 'display: block; margin: 6px 0 4px; border: 1px solid #d9dce2; background-color: #ffffff;',
  gap: 'height: 4px; line-height: 4px; font-size: 4px;',
  list: `margin: 4px 0 8px; padding: 0 0 0 22px; ${text(15, 22)} ${BREAK}`,
  item: 'margin: 0 0 4px;',
  link: `color: ${LINK}; text-decoration: underline;`,
  buttonCell: `background-color: ${ACCENT}; border-radius: 6px; padding: 11px 20px;`,
  button: `${text(15, 20, '#ffffff')} font-weight: bold; text-decoration: none; display: inline-block;`,
  rule: 'border-top: 1px solid #d9dce2;',
  footer: 'padding: 16px 24px 20px;',
} as const;
