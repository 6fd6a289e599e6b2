/** CSV text into rows of cells that know where they stand. It knows nothing of what the columns mean. */

export interface Cell {
  readonly text: string;
  /** Where the cell begins in the text. */
  readonly offset: number;
}

export interface CsvMistake {
  readonly offset: number;
  readonly message: string;
}

export interface Csv {
  /** Rows in which anything stands. */
  readonly rows: readonly (readonly Cell[])[];
  readonly mistakes: readonly CsvMistake[];
}

/** What Dutch and English spreadsheets put between the cells. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

interface Read {
  readonly cell: Cell;
  /** The offset of the separator, of the line's end, or of the text's end. */
  readonly next: number;
  readonly mistake?: CsvMistake;
}

export function parseCsv(text: string, separator: Separator, maxRows = Number.POSITIVE_INFINITY): Csv {
  const rows: Cell[][] = [];
  const mistakes: CsvMistake[] = [];
  let row: Cell[] = [];
  for (let at = 0; at <= text.length && rows.length < maxRows; ) {
    const { cell, next, mistake } = readCell(text, at, separator);
    row.push(cell);
    if (mistake) mistakes.push(mistake);
    at = next + 1;
    if (text[next] === separator) continue;
    if (row.some((each) => each.text !== '')) rows.push(row);
    row = [];
    if (text[next] === '\r') at += 1;
  }
  return { rows, mistakes };
}

function readCell(text: string, from: number, separator: Separator): Read {
  let start = from;
  while (text[start] === ' ') start++;
  if (text[start] === '"') return readQuoted(text, start, separator);
  const next = cellEnd(text, start, separator);
  return { cell: { text: text.slice(start, next).trim(), offset: start }, next };
}

function readQuoted(text: string, start: number, separator: Separator): Read {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) {
    const message = 'this cell begins with a quote that is never closed.';
    return { cell: { text: '', offset: start }, next: text.length, mistake: { offset: start, message } };
  }
  const cell = {
    text: text
      .slice(start + 1, close)
      .replaceAll('""', '"')
      .trim(),
    offset: start,
  };
  const next = cellEnd(text, close + 1, separator);
  if (text.slice(close + 1, next).trim() === '') return { cell, next };
  return { cell, next, mistake: { offset: close + 1, message: 'there is text after the closing quote of this cell.' } };
}

function cellEnd(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === separator || sign === '\n' || (sign === '\r' && text[at + 1] === '\n')) return at;
  }
  return text.length;
}
