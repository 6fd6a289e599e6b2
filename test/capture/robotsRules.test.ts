/** What a robots.txt allows us, rule by rule, and that no file makes it fail. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRobots } from '../../src/capture/robotsRules.ts';
import '../support/fastCheck.ts';

const may = (text: string, path: string) =>
  parseRobots(text, 'Bijwerken').allows(new URL(path, 'https://voorbeeld.example'));
const everybody = (...rules: readonly string[]) => ['User-agent: *', ...rules].join('\n');

describe('which rules are ours', () => {
  const own = 'User-agent: bijwerken\nDisallow: /a\n\nUser-agent: *\nDisallow: /b';
  test.each<readonly [string, string, string, boolean]>([
    ['nothing is said', '', '/a', true],
    ['a page, and no rules', '<!doctype html><title>Disallow: /</title>', '/a', true],
    ['our own', own, '/a', false],
    ['our own alone', own, '/b', true],
    ['with a version', 'User-Agent: Bijwerken/1.0\ndisallow:/a', '/a', false],
    ['of one whose name begins like ours', 'User-agent: bijwerkend\nDisallow: /', '/a', true],
    ['of several names together', 'User-agent: other\nUser-agent: BIJWERKEN\nDisallow: /a', '/a', false],
    ['of another in between', 'User-agent: bijwerken\nAllow: /\nUser-agent: other\nDisallow: /', '/a', true],
    [
      'of two groups',
      'User-agent: bijwerken\nDisallow: /a\nUser-agent: x\nUser-agent: bijwerken\nDisallow: /b',
      '/b',
      false,
    ],
    ['none, though we are named', `User-agent: bijwerken\nDisallow:\n${everybody('Disallow: /')}`, '/a', true],
    ['after a line that means nothing', 'User-agent: *\nCrawl-delay: 5\nnonsense\nDisallow: /a', '/a', false],
    ['before any name', 'Disallow: /\nUser-agent: other\nDisallow: /', '/a', true],
    ['behind a mark of byte order', '\uFEFFUser-agent: *\nDisallow: /', '/a', false],
    ['in lines of every kind', 'User-agent: *\r\nDisallow: /a\rDisallow: /b', '/b', false],
    ['with remarks', 'User-agent: * # all\nDisallow: /a # not this', '/a', false],
  ])('%s', (_, text, path, expected) => {
    expect(may(text, path)).toBe(expected);
  });
});

describe('what a rule forbids', () => {
  test.each<readonly [readonly string[], string, boolean]>([
    [['Disallow: /'], '/', false],
    [['Disallow:'], '/', true],
    [['Disallow: /a'], '/abc', false],
    [['Disallow: /a/'], '/a', true],
    [['Disallow: /A'], '/a', true],
    [['Disallow: a'], '/a', true],
    [['Disallow: /a', 'Allow: /a/b'], '/a/b/c', true],
    [['Allow: /a/b', 'Disallow: /a'], '/a/c', false],
    [['Disallow: /a', 'Allow: /a'], '/a', true],
    [['Allow: /', 'Disallow: /a'], '/a', false],
    [['Disallow: /*.pdf'], '/map/jaar.pdf?x', false],
    [['Disallow: /*.pdf$'], '/map/jaar.pdf', false],
    [['Disallow: /*.pdf$'], '/map/jaar.pdf?x', true],
    [['Disallow: /a$'], '/a', false],
    [['Disallow: /a$'], '/ab', true],
    [['Disallow: /a*a$'], '/a', true],
    [['Disallow: /*/b*c$'], '/a/bxxbc', false],
    [['Disallow: *?ref='], '/a?ref=1', false],
    [['Disallow: /a$b'], '/a$b', false],
    [['Disallow: /a%24b'], '/a$b', false],
    [['Disallow: /a%2Ab'], '/a*b', false],
    [['Disallow: /a%2ab'], '/axb', true],
    [['Disallow: /caf\u00e9'], '/caf%C3%A9', false],
    [['Disallow: /caf%c3%a9'], '/caf\u00e9', false],
    [['Disallow: /%7Ea'], '/~a', false],
    [['Disallow: /a%2Fb'], '/a/b', true],
  ])('%j, %s: %j', (rules, path, expected) => {
    expect(may(everybody(...rules), path)).toBe(expected);
  });
});

test('what stands beyond 500 KB says nothing, and neither does a line that is cut there', () => {
  // Cut right before the letter of the rule behind it.
  const padding = `#${'x'.repeat(500 * 1024 - 27)}\n`;
  expect(may(`User-agent: *\n${padding}Disallow: /a`, '/a')).toBe(true);
  expect(may(`User-agent: *\n${padding}${padding}Disallow: /`, '/a')).toBe(true);
  expect(may(`User-agent: *\nDisallow: /b\n${padding}${padding}`, '/b')).toBe(false);
});

/** The same by a regular expression, on texts so short that it cannot run away. */
const slowly = (pattern: string, path: string) => {
  const isWhole = pattern.endsWith('$');
  const body = (isWhole ? pattern.slice(0, -1) : pattern).split('*').map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${body.join('.*')}${isWhole ? '$' : ''}`).test(path);
};

test('stars and ends mean what they mean in a regular expression', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '*'), maxLength: 8 });
  const paths = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 8 });
  fc.assert(
    fc.property(letters, fc.boolean(), paths, (middle, isWhole, end) => {
      const pattern = `/x${middle}${isWhole ? '$' : ''}`;
      const path = new URL(`/x${end}`, 'https://voorbeeld.example').pathname;
      expect(may(everybody(`Disallow: ${pattern}`), path)).toBe(!slowly(pattern, path));
    }),
  );
});

test('no file makes it throw, and a file without "disallow" forbids nothing', () => {
  const lines = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('User-agent: *', 'Disallow: %', 'Allow: /%zz*$'),
  );
  fc.assert(
    fc.property(fc.array(lines), fc.webUrl(), (texts, url) => {
      const text = texts.join('\n');
      const isAllowed = parseRobots(text, 'Bijwerken').allows(new URL(url));
      if (!/disallow/i.test(text)) expect(isAllowed).toBe(true);
    }),
  );
});
