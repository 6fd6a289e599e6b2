/** A spreadsheet of locations, as the part of profiles.json that it stands for; every cell keeps its place. */

import type { Problem } from '../model/problem.ts';
import { type Cell, type Csv, parseCsv, SEPARATORS, type Separator } from './csv.ts';
import { didYouMean } from './didYouMean.ts';
import type { Path } from './located.ts';
import { type JsonFailure, type LineColumn, type ParsedJson, positions } from './parse.ts';

/** What a column fills, by the names that its header may have. */
const COLUMNS = [
  { names: ['id'], path: ['id'] },
  { names: ['name', 'naam'], path: ['name'] },
  { names: ['street', 'straat'], path: ['contact', 'address', 'street'] },
  { names: ['postalCode', 'postcode', 'postal code'], path: ['contact', 'address', 'postalCode'] },
  { names: ['city', 'plaats'], path: ['contact', 'address', 'city'] },
  { names: ['region', 'provincie'], path: ['contact', 'address', 'region'] },
  { names: ['country', 'land'], path: ['contact', 'address', 'country'] },
  { names: ['phone', 'telefoon'], path: ['contact', 'phones'], isList: true },
  { names: ['email', 'e-mail'], path: ['contact', 'emails'], isList: true },
  { names: ['website'], path: ['contact', 'website'] },
  { names: ['kvk', 'kvk-nummer'], path: ['contact', 'kvk'] },
  { names: ['vat', 'btw', 'btw-nummer'], path: ['contact', 'vat'] },
] as const;

type Column = (typeof COLUMNS)[number];

interface Header {
  readonly columns: readonly (Column | null)[];
  readonly problems: readonly Problem[];
}

export function parseLocations(text: string, where: string): ParsedJson | JsonFailure {
  const source = text.replace(/^\uFEFF/, '');
  const lineColumn = positions(source);
  const csv = parseCsv(source, separatorOf(source));
  const [first, ...rows] = csv.rows;
  if (!first) return { problems: [{ where, message: `the file is empty; expected a first row with ${KNOWN}.` }] };
  const header = headerOf(first, where, lineColumn);
  const problems = [...csv.mistakes.map(told(where, lineColumn)), ...header.problems];
  // Under a header that is not understood, every row would seem wrong.
  if (header.problems.length === 0) problems.push(...uneven(rows, first.length, csv, where, lineColumn));
  if (problems.length > 0) return { problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  return {
    value: { locations: rows.map((row) => locationOf(row, header.columns)) },
    position: (path) => lineColumn(offsetOf(path, rows, header.columns)),
  };
}

const NAMES = COLUMNS.map(({ names }) => names[0]);
const KNOWN = `the columns ${NAMES.join(', ')}`;

const columnOf = (cell: Cell): Column | undefined =>
  COLUMNS.find(({ names }) => names.some((name) => name.toLowerCase() === cell.text.toLowerCase()));

/** The separator under which most columns are known. */
function separatorOf(source: string): Separator {
  const known = (separator: Separator) => parseCsv(source, separator, 1).rows[0]?.filter(columnOf).length ?? 0;
  return SEPARATORS.reduce((best, separator) => (known(separator) > known(best) ? separator : best));
}

function headerOf(cells: readonly Cell[], where: string, lineColumn: LineColumn): Header {
  const columns = cells.map((cell) => columnOf(cell) ?? null);
  const problems = cells.flatMap((cell, index): Problem[] => {
    const column = columns[index];
    const at = { where, ...lineColumn(cell.offset) };
    if (column) {
      if (columns.indexOf(column) === index) return [];
      return [{ ...at, message: `the column ${JSON.stringify(column.names[0])} stands here twice.` }];
    }
    if (cell.text.startsWith('x-')) return [];
    const hint =
      didYouMean(
        cell.text,
        COLUMNS.flatMap(({ names }) => names),
      ) ?? `Known: ${NAMES.join(', ')}. Columns of your own begin with "x-".`;
    return [{ ...at, message: `unknown column ${JSON.stringify(cell.text)}.`, hint }];
  });
  const hasId = columns.some((column) => column?.path[0] === 'id');
  if (hasId) return { columns, problems };
  return { columns, problems: [...problems, { where, line: 1, column: 1, message: 'there is no column "id".' }] };
}

/** A row with a cell too many or too few is a row whose values stand under the wrong names. */
const uneven = (
  rows: readonly (readonly Cell[])[],
  length: number,
  { mistakes }: Csv,
  where: string,
  lineColumn: LineColumn,
): Problem[] =>
  mistakes.length > 0
    ? []
    : rows
        .filter((row) => row.length !== length)
        .map((row) => ({
          where,
          ...lineColumn(row[0]?.offset ?? 0),
          message: `this row has ${count(row.length)}; the first row has ${count(length)}.`,
        }));

const count = (cells: number) => (cells === 1 ? '1 cell' : `${cells} cells`);

const told =
  (where: string, lineColumn: LineColumn) =>
  ({ offset, message }: { offset: number; message: string }): Problem => ({ where, ...lineColumn(offset), message });

function locationOf(row: readonly Cell[], columns: Header['columns']): object {
  const top: Record<string, unknown> = {};
  const contact: Record<string, unknown> = {};
  const address: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const text = row[index]?.text ?? '';
    if (!column || text === '') continue;
    const values = text.split(';').flatMap((each) => each.trim() || []);
    const holder = column.path.length === 3 ? address : column.path.length === 2 ? contact : top;
    holder[column.path.at(-1) ?? ''] = 'isList' in column ? values : text;
  }
  const filled = (key: string, value: object) => (Object.keys(value).length > 0 ? { [key]: value } : {});
  return { ...top, ...filled('contact', { ...contact, ...filled('address', address) }) };
}

/** The cell of a path such as `/locations/3/contact/phones/0`; the row's first where no column is meant. */
function offsetOf(path: Path, rows: readonly (readonly Cell[])[], columns: Header['columns']): number {
  const [, index, ...rest] = path;
  const row = rows[typeof index === 'number' ? index : -1];
  const place = columns.findIndex((column) => column?.path.every((key, depth) => rest[depth] === key));
  return (row?.[place] ?? row?.[0])?.offset ?? 0;
}
