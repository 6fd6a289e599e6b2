import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/config/parse.ts';
import { describeProblem } from '../../src/model/problem.ts';

function told(text: string): string[] {
  const parsed = parseJson(text, 'f');
  return 'problems' in parsed ? parsed.problems.map(describeProblem) : [];
}

const VALUE = 'a value was expected; is there a comma too many before it?';
const KEY = 'a key in double quotes was expected; is there a comma too many before it?';
const NOT_JSON = 'this is not JSON; texts stand in double quotes.';

describe('what is not JSON, by line and column, one message a mistake', () => {
  test.each<readonly [string, readonly string[]]>([
    ['hello', [`f:1:1: ${NOT_JSON}`]],
    ['{"version": 1,\n}', [`f:2:1: ${KEY}`]],
    ['{"a": [1,\n 2,]}', [`f:2:4: ${VALUE}`]],
    ['{"a": [1,,2]}', [`f:1:10: ${VALUE}`]],
    ['{\n// hi\n"version": 1}', ['f:2:1: comments are not allowed in JSON.']],
    ['{/* x */"version":1}', ['f:1:2: comments are not allowed in JSON.']],
    ['{"a": 1} /* open', ['f:1:10: comments are not allowed in JSON.']],
    ['{"version":1} {"a":1}', ['f:1:15: there is text after the end of the JSON object.']],
    ["{'version': 1}", [`f:1:2: ${NOT_JSON}`]],
    ['{version: 1}', [`f:1:2: ${NOT_JSON}`]],
    ['{"a" 1}', ['f:1:6: a colon was expected after the key.']],
    ['{"a": 1 "b": 2}', ['f:1:9: a comma was expected.']],
    ['{"version": 1', ['f:1:14: a closing } is missing.']],
    ['{"a": [1', ['f:1:9: a closing ] is missing.']],
    ['{"version": "1}\n,"b": 2}', ['f:1:13: this text is not closed with a double quote.']],
    ['{"a": 01}', ['f:1:8: a comma was expected.']],
    ['{"a": NaN}', [`f:1:7: ${NOT_JSON}`]],
    ['{"a": +1}', [`f:1:7: ${NOT_JSON}`]],
    ['{"a": 1.}', ['f:1:7: this is not a number as JSON writes it.']],
    ['{"a": 1e}', ['f:1:7: this is not a number as JSON writes it.']],
    ['{"a":"x\ty"}', ['f:1:6: a text may not hold a tab or another control character; write it as \\t.']],
    ['{"a":"c:\\docs"}', ['f:1:6: a backslash in a text must be written twice.']],
    ['{"a":"\\u12"}', ['f:1:6: after \\u four hexadecimal digits were expected.']],
    ['{\u00a0"a":1}', [`f:1:2: ${NOT_JSON}`]],
    ['{"a": 1,\n"b" 2,\n"c": 3,}', ['f:2:5: a colon was expected after the key.', `f:3:8: ${KEY}`]],
    [
      '{\n  "a": 1,\n  "a": 2,\n  "b": [{"c": 1, "c": 2}]\n}',
      ['f:3:3: the key "a" stands here twice.', 'f:4:18: the key "c" stands here twice.'],
    ],
    ['{"__proto__": 1, "__proto__": 2}', ['f:1:18: the key "__proto__" stands here twice.']],
  ])('%j', (text, messages) => {
    expect(told(text)).toEqual(messages);
  });
});

describe('nesting without end is a mistake, not a crash', () => {
  const DEEP = 'brackets are nested more than 100 deep here.';
  test.each<readonly [string, string, string]>([
    ['lists', '['.repeat(100_000), `f:1:101: ${DEEP}`],
    ['objects', '{"a":'.repeat(100_000), `f:1:501: ${DEEP}`],
    ['closed again', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, `f:1:101: ${DEEP}`],
    ['over lines', `{"x-a":\n${'[\n'.repeat(2000)}`, `f:101:1: ${DEEP}`],
    ['behind a quote in a comment', `/* " */ ${'['.repeat(100_000)}`, `f:1:109: ${DEEP}`],
    ['closed by the wrong bracket', '[}'.repeat(100_000), `f:1:201: ${DEEP}`],
  ])('%s', (_, text, message) => {
    expect(told(text)).toEqual([message]);
  });

  test('a hundred is deep enough, and brackets in texts are none', () => {
    const text = `${'['.repeat(100)}${JSON.stringify('['.repeat(500))}${']'.repeat(100)}`;
    expect(told(text)).toEqual([]);
  });
});

describe('positions', () => {
  const text = '{\n  "a": [10, {"b": true}],\n  "0": "x"\n}';
  test.each<readonly [(string | number)[], 'key' | 'value', number, number]>([
    [[], 'value', 1, 1],
    [['a'], 'value', 2, 8],
    [['a'], 'key', 2, 3],
    [['a', 1, 'b'], 'value', 2, 19],
    [['a', 1, 'b'], 'key', 2, 14],
    [['a', 7, 'b'], 'value', 2, 8],
    [['0'], 'value', 3, 8],
    [['none'], 'key', 1, 1],
  ])('%j (%s) stands at %i:%i', (path, what, line, column) => {
    const parsed = parseJson(text, 'f');
    expect('problems' in parsed ? parsed : parsed.position(path, what)).toEqual({ line, column });
  });
});

describe('any text', () => {
  const json = fc.json({ maxDepth: 5 });
  const broken = fc
    .tuple(
      json,
      fc.nat(),
      fc.nat(4),
      fc.constantFrom('', ',', '"', '\\', '{', ']', '/*', '//', '\u2028', '\u0000', '-', '0', '\n', ' '),
    )
    .map(
      ([text, at, cut, put]) =>
        `${text.slice(0, at % (text.length + 1))}${put}${text.slice((at % (text.length + 1)) + cut)}`,
    );

  test('is taken or refused exactly as JSON.parse does, but for keys that stand twice', () => {
    fc.assert(
      fc.property(fc.oneof(json, broken, fc.string()), (text) => {
        const mine = parseJson(text, 'f');
        const isTwice =
          'problems' in mine && mine.problems.every(({ message }) => message.endsWith('stands here twice.'));
        if ('problems' in mine && !isTwice) expect(() => JSON.parse(text)).toThrow();
        else expect('problems' in mine ? JSON.parse(text) : mine.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });
});
