import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withItem, withMember, withValue } from '../../src/config/editsText.ts';

const at = ['profiles', 0];
const withPin = (text: string, path: typeof at, pin: string) => withMember(text, path, 'pin', pin, 'url');

describe('an id put into a profile', () => {
  test.each<readonly [string, string, string]>([
    [
      'one key on a line',
      '{\n  "profiles": [\n    {\n      "id": "a",\n      "url": "u",\n      "owner": "o"\n    }\n  ]\n}\n',
      '{\n  "profiles": [\n    {\n      "id": "a",\n      "url": "u",\n      "pin": "1",\n      "owner": "o"\n    }\n  ]\n}\n',
    ],
    [
      'all on one line',
      '{ "profiles": [{ "id": "a", "network": "x", "url": "u" }] }',
      '{ "profiles": [{ "id": "a", "network": "x", "url": "u", "pin": "1" }] }',
    ],
    ['without a space', '{"profiles":[{"id":"a","url":"u"}]}', '{"profiles":[{"id":"a","url":"u","pin":"1"}]}'],
    [
      'the address first',
      '{"profiles": [{\r\n\t"url": "u",\r\n\t"id": "a"\r\n}]}',
      '{"profiles": [{\r\n\t"url": "u",\r\n\t"pin": "1",\r\n\t"id": "a"\r\n}]}',
    ],
    [
      'in place of another',
      '{"profiles":[{"pin" : "2", "id":"a","url":"u"}]}',
      '{"profiles":[{"pin" : "1", "id":"a","url":"u"}]}',
    ],
    [
      'after a byte order mark',
      '\uFEFF{"profiles":[{"id":"a","url":"u"}]}',
      '\uFEFF{"profiles":[{"id":"a","url":"u","pin":"1"}]}',
    ],
  ])('%s', (_, text, expected) => {
    expect(withPin(text, at, '1')).toBe(expected);
  });

  test('whatever a profile holds, and however it is set: the id is added and nothing else', () => {
    const indent = fc.constantFrom(undefined, 2, 4, '\t');
    const profile = fc.record({ id: fc.string(), url: fc.string(), 'x-any': fc.jsonValue() });
    fc.assert(
      fc.property(profile, fc.string(), indent, fc.boolean(), (one, pin, space, isFirst) => {
        const { url, ...rest } = one;
        const value = { profiles: [isFirst ? { url, ...rest } : { ...rest, url }] };
        const pinned = JSON.parse(withPin(JSON.stringify(value, null, space), at, pin));
        expect(pinned).toEqual(JSON.parse(JSON.stringify({ profiles: [{ ...one, pin }] })));
      }),
    );
  });
});

const WAIVER = { check: 'info.name', until: '2027-01-31' };

describe('one item more', () => {
  test.each<readonly [string, string, string]>([
    [
      'behind one on lines of its own',
      '{\n  "list": [\n    {\n      "check": "a"\n    }\n  ]\n}\n',
      '{\n  "list": [\n    {\n      "check": "a"\n    },\n    {\n      "check": "info.name",\n      "until": "2027-01-31"\n    }\n  ]\n}\n',
    ],
    [
      'behind one that hugs its brackets, with tabs and Windows lines',
      '{\r\n\t"list": [{\r\n\t\t"check": "a"\r\n\t}]\r\n}',
      '{\r\n\t"list": [{\r\n\t\t"check": "a"\r\n\t}, {\r\n\t\t"check": "info.name",\r\n\t\t"until": "2027-01-31"\r\n\t}]\r\n}',
    ],
    [
      'behind one on its line, each on a line',
      '{\n  "list": [\n    { "check": "a" }\n  ]\n}',
      '{\n  "list": [\n    { "check": "a" },\n    { "check": "info.name", "until": "2027-01-31" }\n  ]\n}',
    ],
    [
      'without a space',
      '{"list":[{"check":"a"}]}',
      '{"list":[{"check":"a"},{"check":"info.name","until":"2027-01-31"}]}',
    ],
    [
      'in an empty list of a file with lines',
      '{\n    "list": []\n}',
      '{\n    "list": [\n        {\n            "check": "info.name",\n            "until": "2027-01-31"\n        }\n    ]\n}',
    ],
    ['in an empty list on one line', '{ "list": [] }', '{ "list": [{ "check": "info.name", "until": "2027-01-31" }] }'],
  ])('%s', (_, text, expected) => {
    expect(withItem(text, ['list'], WAIVER)).toBe(expected);
  });
});

describe('a member', () => {
  test.each<readonly [string, string, unknown, string]>([
    [
      'that opens as its neighbours do, but lists of texts do not',
      '{\n  "url": "u",\n\n  "owner": "o"\n}\n',
      { contact: { phones: ['1', '2'] } },
      '{\n  "url": "u",\n\n  "owner": "o",\n  "expect": {\n    "contact": {\n      "phones": ["1", "2"]\n    }\n  }\n}\n',
    ],
    [
      'whose texts hide nothing from who reads the file',
      '{"url":"u"}',
      { name: 'a\u202Eb\u200B "é" 👍' },
      '{"url":"u","expect":{"name":"a\\u202eb\\u200b \\"é\\" 👍"}}',
    ],
    ['on one line', '{ "url": "u" }', { name: 'n' }, '{ "url": "u", "expect": { "name": "n" } }'],
    ['in an empty object', '{\n}', { name: 'n' }, '{\n  "expect": {\n    "name": "n"\n  }\n}'],
    ['in place of another', '{"expect":1,"b":2}', { name: 'n' }, '{"expect":{"name":"n"},"b":2}'],
  ])('%s', (_, text, value, expected) => {
    expect(withMember(text, [], 'expect', value)).toBe(expected);
  });
});

describe('a value in place of another', () => {
  test.each<readonly [string, string, string]>([
    [
      'set as it was',
      '{\n  "list": [\n    {\n      "check" : "a"\n    }\n  ]\n}',
      '{\n  "list": [\n    {\n      "check" : "info.name",\n      "until" : "2027-01-31"\n    }\n  ]\n}',
    ],
    ['on one line', '{"list":[{"check":"a"}, 1]}', '{"list":[{"check":"info.name","until":"2027-01-31"}, 1]}'],
  ])('%s', (_, text, expected) => {
    expect(withValue(text, ['list', 0], WAIVER)).toBe(expected);
  });
});

test('whatever a file holds: what is put in is there, and the rest of the text still stands in its order', () => {
  const indent = fc.constantFrom(undefined, 1, 2, 4, '\t');
  const json = fc.jsonValue();
  fc.assert(
    fc.property(fc.array(json, { maxLength: 4 }), json, indent, (items, item, space) => {
      const text = JSON.stringify({ before: 1, list: items, after: 2 }, null, space);
      const edited = withItem(text, ['list'], item);
      expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify({ before: 1, list: [...items, item], after: 2 })));
      const head = text.slice(0, text.indexOf('"list"'));
      const tail = text.slice(text.lastIndexOf('"after"'));
      expect(edited.startsWith(head) && edited.endsWith(tail)).toBe(true);
    }),
  );
});
