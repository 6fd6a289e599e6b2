import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withPin } from '../../src/config/pins.ts';

const at = ['profiles', 0];

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
