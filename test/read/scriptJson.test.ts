/** JSON out of scripts that were written to be run. */

import { describe, expect, it } from 'vitest';
import { objectsInScript } from '../../src/read/scriptJson.ts';

describe('objectsInScript', () => {
  it.each([
    ['', []],
    ['var a = 1;', []],
    ['f({"a":1});', [{ a: 1 }]],
    ['f({"a":{"b":[1,{"c":2}]}}, {"d":3})', [{ a: { b: [1, { c: 2 }] } }, { d: 3 }]],
    ['f({ "a": 1 })', [{ a: 1 }]],
    ['f({"a":"} { \\" \\\\"})', [{ a: '} { " \\' }]],
    ['run(3,function(){g({"a":1});});', [{ a: 1 }]],
    ['h({"a":x,"b":{"c":1}})', [{ c: 1 }]],
    ['{"never":"closed"', []],
    ['{"never":"closed', []],
    ['f({"a":1}); {"cut": {"b":2}', [{ a: 1 }, { b: 2 }]],
  ])('%j', (script, found) => {
    expect(objectsInScript(script)).toEqual(found);
  });

  it('gives up on a script of nothing but openings', () => {
    expect(objectsInScript('{"a":'.repeat(200_000))).toEqual([]);
  });
});
