/** The index finds what cheerio finds: for every selector that a reader asks for, on every fixture. */

import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio';
import { describe, expect, test, vi } from 'vitest';
import { accountAt, networks } from '../../src/networks/index.ts';
import { readCapture } from '../../src/read/read.ts';
import type { indexed } from '../../src/read/selections.ts';
import { fixturesOf } from '../support/fixtures.ts';

const asked = vi.hoisted(() => ({ differing: new Set<string>(), selectors: new Set<string>() }));

vi.mock(import('../../src/read/selections.ts'), async (original) => {
  const module = await original();
  const compared = ($: CheerioAPI): CheerioAPI => {
    const quick = module.indexed($);
    return new Proxy($, {
      apply(target, self, given: Parameters<CheerioAPI>) {
        const found = Reflect.apply(target, self, given);
        const [selector] = given;
        if (typeof selector === 'string' && !selector.includes('<')) {
          const other = quick(...given).toArray();
          asked.selectors.add(selector);
          const isSame = found.length === other.length && other.every((element, index) => element === found[index]);
          if (!isSame) asked.differing.add(selector);
        }
        return found;
      },
    });
  };
  return { ...module, indexed: compared };
});

test('every selector of every reader', () => {
  for (const network of networks) {
    for (const { account, capture } of fixturesOf(network.id)) {
      readCapture(capture, network, accountAt(new URL(account), network));
    }
  }
  expect(asked.selectors.size).toBeGreaterThan(100);
  expect([...asked.differing]).toEqual([]);
});

describe('selectors that readers may yet ask for', async () => {
  const { indexed: real } = await vi.importActual<{ indexed: typeof indexed }>('../../src/read/selections.ts');
  const page = `<!DOCTYPE html><title>t</title><body id=b><main class="a b"><h1 class=A>one</h1><p>x<b data-x="a, b">y</b></p></main>
    <template><p class=a>in</p></template><svg viewBox="0 0 1 1"><linearGradient class=a /><title>s</title></svg>
    <ul><li class=a>1<li>2<li data-x>3</ul><p class="a">z<span CLASS=a>q</span></p><custom-tag>w</custom-tag>`;
  const $ = load(page);
  const quick = real($);

  test.each([
    ...['p', '*', 'main', '.a', '#b', '[data-x]', 'main > p', 'main p b', 'p, h1', 'h1, p', '.a, p', 'title'],
    ...['li:first-child', 'li:first', 'li:eq(1)', 'p:not(.a)', 'p:has(b)', ':is(p, li)', ':root', 'body p:is(.a, .b)'],
    ...['b[data-x="a, b"]', '[data-x="a, b"], li', "[data-x='a, b']", 'li + li', 'li ~ li', 'li>b', 'main>h1'],
    ...['linearGradient', 'svg > title', '[viewBox]', '[viewbox]', 'custom-tag', 'CUSTOM-TAG', 'p.a span', 'ul .a'],
    ...[
      '[class~="a" i]',
      '[class!="a"]',
      'template p',
      ' p ',
      'p ,li',
      'p , li',
      '.a.b',
      'main.a',
      'h1.a',
      'li[data-x]',
    ],
  ])('%s', (selector) => {
    expect(quick(selector).toArray()).toEqual($(selector).toArray());
  });

  test('texts that are HTML, elements and places to look in go to cheerio', () => {
    expect(quick('<i>new</i>').text()).toBe('new');
    expect(quick('li', 'ul').length).toBe(3);
    expect(quick(quick('main').get(0)).find('b').length).toBe(1);
    expect(quick.root().length).toBe(1);
  });
});
