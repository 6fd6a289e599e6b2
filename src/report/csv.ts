/** `findings.csv`: one line a finding, for spreadsheets and programs. No text of a stranger becomes a formula. */

import type { Report, ReportFile, ReportFinding, ReportProfile } from '../model/report.ts';
import { CSV_COLUMNS, type CsvColumn } from '../words/forms.ts';
import { catalogue, checkLabel, type Words } from '../words/index.ts';
import { expectedOf, foundOf, remedyOf, sentenceOf } from './described.ts';
import { byUrgency } from './order.ts';
import { someLines } from './visible.ts';

type Row = Readonly<Record<CsvColumn, string>>;

/** Without it Excel reads UTF-8 as the letters of Windows: `Ã©` for `é`. */
const BOM = '\uFEFF';

/**
 * `findings.csv` is RFC 4180, for programs: commas, codes, and heads that never change. A Dutch Excel splits on
 * semicolons alone, so for Dutch readers there is `findings-excel.csv` beside it, with everything in words.
 */
export function renderCsv(report: Report): ReportFile[] {
  const words = catalogue(report.run.language);
  const fixed = new Set((report.fixed ?? []).map(({ key }) => key));
  const lines = byUrgency(report.profiles).flatMap((profile): [ReportProfile, ReportFinding | null][] =>
    // A profile of which nothing was asked is not lost.
    profile.findings.length === 0 ? [[profile, null]] : profile.findings.map((finding) => [profile, finding]),
  );
  const rows = lines.map(([profile, finding]) => rowOf(profile, finding, { words, fixed }));
  const forPrograms = [CSV_COLUMNS, ...rows.map((row) => CSV_COLUMNS.map((column) => row[column]))];
  const heads = CSV_COLUMNS.map((column) => words.forms.csv[column]);
  const forPeople = [heads, ...rows.map((row) => CSV_COLUMNS.map((column) => inWords(words, column, row[column])))];
  return [
    { path: 'findings.csv', content: tableText(forPrograms, ',') },
    ...(words.language === 'nl' ? [{ path: 'findings-excel.csv', content: tableText(forPeople, ';') }] : []),
  ];
}

interface RowTools {
  readonly words: Words;
  readonly fixed: ReadonlySet<string>;
}

function rowOf(profile: ReportProfile, finding: ReportFinding | null, { words, fixed }: RowTools): Row {
  const { id, networkName, url, owner, verdict, action } = profile;
  const about = { profile: id, network: networkName, url, owner: owner ?? '', verdict, action };
  if (finding === null) return { ...NO_FINDING, ...about };
  const { key, check, code, status, severity, since, isNew, isBack, lastSeen, waiver } = finding;
  return {
    ...about,
    key,
    check,
    code,
    status,
    severity,
    expected: expectedOf(words, finding) ?? '',
    found: foundOf(words, finding) ?? '',
    sentence: sentenceOf(words, finding),
    since,
    isNew: String(isNew),
    isBack: String(isBack ?? false),
    isFixed: String(fixed.has(key)),
    lastSeen: lastSeen ?? '',
    remedy: remedyOf(words, finding) ?? '',
    waiverUntil: waiver?.until ?? '',
  };
}

const NO_FINDING = Object.fromEntries(CSV_COLUMNS.map((column) => [column, ''])) as Row;

/** Codes as the page says them. */
function inWords(words: Words, column: CsvColumn, text: string): string {
  const names: Partial<Record<CsvColumn, Readonly<Record<string, string>>>> = {
    action: words.actions,
    status: words.statuses,
    severity: words.severities,
    lastSeen: words.statuses,
    isNew: yesOrNo(words),
    isBack: yesOrNo(words),
    isFixed: yesOrNo(words),
  };
  if (column === 'check') return checkLabel(words, text);
  if (column === 'since') return text.slice(0, 10);
  if (column === 'verdict')
    return Object.entries(words.verdicts).find(([verdict]) => verdict === text)?.[1].label ?? text;
  const known = names[column];
  return known && Object.hasOwn(known, text) ? (known[text] ?? text) : text;
}

const yesOrNo = ({ forms }: Words) => ({ true: forms.yes, false: forms.no });

const tableText = (rows: readonly (readonly string[])[], separator: string): string =>
  `${BOM}${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;

const cell = (text: string): string => `"${withoutFormula(someLines(text).trimStart()).replaceAll('"', '""')}"`;

/** Also those that East Asian keyboards write. */
const FORMULA = new Set('=+-@＝＋－＠');
/** A spreadsheet that was told another separator begins a cell after these. */
const ENDS = new Set(',;\t\r\n');

/** A formula begins a cell, perhaps after spaces and quotes: an apostrophe before it makes it a text. */
function withoutFormula(text: string): string {
  let safe = '';
  let begins = true;
  for (const char of text) {
    if (begins && FORMULA.has(char)) safe += "'";
    safe += char;
    begins = ENDS.has(char) || (begins && (/\s/.test(char) || char === '"' || char === "'"));
  }
  return safe;
}
