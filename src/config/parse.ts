/** JSON text with positions: every place in the value can be named by line and column. */

import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../model/problem.ts';

export interface ParsedJson {
  readonly value: unknown;
  /** Line and column (1-based) of the place that a path of keys and indexes names; the nearest one that exists. */
  readonly position: (path: readonly (string | number)[], what?: 'key' | 'value') => { line: number; column: number };
}

export interface JsonFailure {
  readonly problems: readonly Problem[];
}

/** Parses strict JSON: no comments, no trailing commas; a byte order mark is tolerated. */
export function parseJson(text: string, where: string): ParsedJson | JsonFailure {
  const source = text.replace(/^\uFEFF/, '');
  const lineColumn = positions(source);
  if (source.trim() === '') return { problems: [{ where, message: 'the file is empty; expected a JSON object.' }] };
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const problems = [
    ...errors.slice(0, 20).map((error) => ({ where, ...lineColumn(error.offset), message: sentence(error) })),
    ...(tree ? duplicateKeys(tree, where, lineColumn) : []),
  ];
  if (problems.length > 0 || !tree) return { problems };
  return { value: JSON.parse(source) as unknown, position: (path, what) => locate(tree, path, what, lineColumn) };
}

type LineColumn = (offset: number) => { line: number; column: number };

function positions(text: string): LineColumn {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function locate(
  tree: Node,
  path: readonly (string | number)[],
  what: 'key' | 'value' = 'value',
  lineColumn: LineColumn,
) {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (!node) continue;
    const key = what === 'key' && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return lineColumn((key ?? node).offset);
  }
  return { line: 1, column: 1 };
}

/** A key that stands twice hides what its first place said: an error, since nothing may be lost. */
function duplicateKeys(node: Node, where: string, lineColumn: LineColumn): Problem[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    const inner = duplicateKeys(child, where, lineColumn);
    if (node.type !== 'object') return inner;
    const key: unknown = child.children?.[0]?.value;
    const twice = seen.has(key);
    seen.add(key);
    if (!twice) return inner;
    return [
      { where, ...lineColumn(child.offset), message: `the key ${JSON.stringify(key)} stands here twice.` },
      ...inner,
    ];
  });
}

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'comments are not allowed in JSON.',
  PropertyNameExpected: 'a key in double quotes was expected; is there a comma too many before it?',
  ValueExpected: 'a value was expected; is there a comma too many before it?',
  ColonExpected: 'a colon was expected after the key.',
  CommaExpected: 'a comma was expected.',
  CloseBraceExpected: 'a closing } is missing.',
  CloseBracketExpected: 'a closing ] is missing.',
  EndOfFileExpected: 'there is text after the end of the JSON object.',
  UnexpectedEndOfString: 'this text is not closed with a double quote.',
};

const sentence = ({ error }: ParseError) => {
  const code = printParseErrorCode(error);
  return SENTENCES[code] ?? `this is not valid JSON (${code}).`;
};
