/** JSON text with positions: every place in the value can be named by line and column. */

import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Problem } from '../model/problem.ts';
import type { Document, Path } from './located.ts';

export type ParsedJson = Pick<Document, 'value' | 'position'>;

export interface JsonFailure {
  readonly problems: readonly Problem[];
}

/** Parses strict JSON: no comments, no trailing commas; a byte order mark is tolerated. */
export function parseJson(text: string, where: string): ParsedJson | JsonFailure {
  const source = text.replace(/^\uFEFF/, '');
  const lineColumn = positions(source);
  if (source.trim() === '') return { problems: [{ where, message: 'the file is empty; expected a JSON object.' }] };
  const deep = tooDeepAt(source);
  if (deep !== null) {
    const message = `brackets are nested more than ${MAX_DEPTH} deep here.`;
    return { problems: [{ where, ...lineColumn(deep), message }] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const mistakes = errors.map((error) => ({ where, ...lineColumn(error.offset), message: sentence(error) }));
  const problems = [...firstOfLine(mistakes), ...(tree ? duplicateKeys(tree, where, lineColumn) : [])];
  if (problems.length > 0 || !tree) return { problems };
  return { value: JSON.parse(source) as unknown, position: (path, what) => locate(tree, path, what, lineColumn) };
}

/** Deeper than any real file, and far from where a parser's own stack ends. */
const MAX_DEPTH = 100;

/** Where the nesting becomes too deep; by the parser's own scanner, so that both see the same brackets. */
function tooDeepAt(source: string): number | null {
  const scanner = createScanner(source, true);
  const open: string[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < source.length; scanner.scan()) {
    const sign = source[scanner.getTokenOffset()];
    if (sign === '{' || sign === '[') {
      open.push(sign);
      if (open.length > MAX_DEPTH) return scanner.getTokenOffset();
    }
    if ((sign === '}' && open.at(-1) === '{') || (sign === ']' && open.at(-1) === '[')) open.pop();
  }
  return null;
}

/** What the parser says after the first mistake of a line is most often its echo; after an open text, all of it is. */
function firstOfLine<P extends { readonly line: number; readonly message: string }>(mistakes: readonly P[]): P[] {
  const lines = new Set<number>();
  const first = mistakes.filter(({ line }) => !lines.has(line) && lines.add(line));
  const unclosed = first.findIndex(({ message }) => message === SENTENCES.UnexpectedEndOfString);
  return (unclosed < 0 ? first : first.slice(0, unclosed + 1)).slice(0, 20);
}

export type LineColumn = (offset: number) => { line: number; column: number };

export function positions(text: string): LineColumn {
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

function locate(tree: Node, path: Path, what: 'key' | 'value' = 'value', lineColumn: LineColumn) {
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
  InvalidSymbol: 'this is not JSON; texts stand in double quotes.',
  InvalidNumberFormat: 'this is not a number as JSON writes it.',
  UnexpectedEndOfNumber: 'this is not a number as JSON writes it.',
  UnexpectedEndOfComment: 'comments are not allowed in JSON.',
  InvalidUnicode: 'after \\u four hexadecimal digits were expected.',
  InvalidEscapeCharacter: 'a backslash in a text must be written twice.',
  InvalidCharacter: 'a text may not hold a tab or another control character; write it as \\t.',
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
