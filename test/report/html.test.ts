/** The page: everything of the report is on it, nothing of others is more than text, and the same in is the same out. */

import { createHash } from 'node:crypto';
import { type CheerioAPI, load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../src/model/capture.ts';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import { wordChanges } from '../../src/report/html/diff.tsx';
import { renderHtml } from '../../src/report/html/index.tsx';
import { safeAddress, safePath } from '../../src/report/html/link.tsx';
import { shown } from '../../src/report/html/shown.ts';
import { cut, visible } from '../../src/report/html/text.tsx';
import { catalogue, describeFinding } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';
import { BIDI, CONTROL, hostile, LONG, UNSAFE_LINKS } from './hostile.ts';
import { typical } from './typical.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

function pageOf(report: Report, options: Parameters<typeof renderHtml>[1] = {}): CheerioAPI {
  const [file] = renderHtml(report, options);
  if (typeof file?.content !== 'string') throw new Error('no page');
  return load(file.content);
}

const plain = (text: string) => visible(text).replace(/\s+/g, ' ').trim();

/** The text of a part of the page, without what only screen readers or scripts use. */
const textOf = ($: CheerioAPI, selector: string) => plain($(selector).text());

describe.each(['nl', 'en'] as const)('a typical night in %s', (language) => {
  const words = catalogue(language);
  const $ = pageOf(typical, { language });

  test('says the whole in one sentence, and what was seen', () => {
    expect($('html').attr('lang')).toBe(language);
    expect($('h1')).toHaveLength(1);
    expect(textOf($, '.lede')).toBe(words.page.lede({ profiles: 13, asking: 7, fresh: 3, unseen: 4, missing: 1 }));
    expect(textOf($, '.coverage')).toContain(words.page.coverage(9, 13));
    expect(textOf($, '.notices')).toContain(words.notices['https-errors-ignored']);
    expect(textOf($, '#missing ~ .missing-list')).toContain('Threads');
  });

  test('counts every verdict', () => {
    const tiles = $('.tile')
      .toArray()
      .map((tile) => [$(tile).find('.tile-count').text(), $(tile).find(':scope > :last-child').text()]);
    expect(tiles).toEqual([
      ['2', words.verdicts.consistent.label],
      ['2', words.verdicts.inconsistent.label],
      ['1', words.verdicts.dormant.label],
      ['1', words.verdicts.gone.label],
      ['1', words.verdicts.suspended.label],
      ['1', words.verdicts['network-closed'].label],
      ['1', words.verdicts['taken-over'].label],
      ['4', words.verdicts.unverifiable.label],
    ]);
  });

  test('puts the most urgent first', () => {
    const ids = $('.todo-list .id')
      .toArray()
      .map((id) => $(id).text());
    expect(ids).toEqual([
      'youtube-main',
      'x-support',
      'x-campagne',
      'linkedin-utrecht',
      'mastodon-main',
      'hyves',
      'facebook-main',
      // Another owner's: a list of its own.
      'bluesky-main',
    ]);
  });

  const findings = typical.profiles.flatMap((profile) => profile.findings.map((finding) => ({ profile, finding })));

  test.each(findings.map(({ profile, finding }) => [finding.key, profile, finding] as const))(
    'shows %s with expected and found',
    (_, profile, finding) => {
      const card = textOf($, `#profile-${profile.id}`);
      expect(card).toContain(plain(describeFinding(words, finding)));
      for (const text of [finding.expected, finding.found]) {
        if (text !== null && !finding.code.startsWith('activity.') && !isPicture(finding) && !isCut(finding)) {
          expect(card).toContain(plain(shown(words, finding.check, text)));
        }
      }
    },
  );

  test('says when, where and how it looked', () => {
    const card = textOf($, '#profile-x-campagne .evidence');
    expect(card).toContain('https://x.com/bijwerken_demo_weg');
    expect(card).toContain(words.format.moment('2026-11-23T02:02:31.000Z'));
    expect(card).toContain(words.outcomes['not-found'].label);
    expect(card).toContain('3fa94be6e6cf1e0a9b3b1f63c1d5c6a0e3a0c3b1a1f9f0c4de1d3b7a90c2f5e1');
    expect($('#profile-x-campagne .evidence a[href="assets/c0ffee.png"]')).toHaveLength(1);
  });

  test('puts what may be dormant first among what was not seen, and says what would help', () => {
    const headings = $('.unseen h3')
      .toArray()
      .map((heading) => $(heading).text());
    expect(headings[0]).toBe(words.page.perhapsDormantHeading);
    expect(headings).toContain(words.outcomes['login-wall'].explained('LinkedIn'));
    for (const help of words.outcomes['login-wall'].help('LinkedIn')) expect(textOf($, '.unseen')).toContain(help);
  });

  test('gives the steps before a deletion', () => {
    const steps = $('#profile-mastodon-main .steps ol li')
      .toArray()
      .map((step) => $(step).text());
    expect(steps).toEqual([words.advice.askAboutMissingPin, ...words.verdicts.dormant.steps]);
    expect(textOf($, '#profile-mastodon-main .proof')).toBe(words.page.timeline.proof);
    expect(textOf($, '#profile-facebook-main .no-proof')).toBe(words.page.timeline.noProof);
  });

  test('gives the text to copy and probably the page to change it', () => {
    const card = '#profile-linkedin-utrecht';
    expect($(`${card} .copy-text`).first().text()).toBe('+31 20 123 45 67');
    const where = $(`${card} .where a`).first().attr('href');
    expect(where).toBe('https://www.linkedin.com/company/bijwerken-demo-utrecht/admin/');
    expect(textOf($, `${card} .where`)).toContain(words.page.profile.probably);
  });
});

const isPicture = ({ evidence }: ReportFinding) => evidence.items.some(({ kind }) => kind === 'image');
const isCut = ({ evidence }: ReportFinding) => evidence.items.some((item) => item.kind === 'text' && item.truncated);

describe('the structure', () => {
  const $ = pageOf(typical);

  test('headings go down one level at a time', () => {
    const levels = $('h1, h2, h3, h4, h5, h6')
      .toArray()
      .map((heading) => Number(heading.tagName.slice(1)));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index] ?? 0) + 1);
    });
  });

  test('ids are unique, and every inner link has its target', () => {
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of $('a[href^="#"]').toArray()) expect(ids).toContain($(link).attr('href')?.slice(1));
    for (const part of $('[aria-labelledby]').toArray()) expect(ids).toContain($(part).attr('aria-labelledby'));
  });

  test('small pictures stand in the page, others are a link, and each has words', () => {
    const images = new Map([
      ['aa01.png', PNG],
      ['aa02.png', PNG],
      ['big.png', Uint8Array.from([...PNG, ...new Uint8Array(161 * 1024)])],
      ['bb01.png', new TextEncoder().encode('<svg onload="alert(1)"/>')],
    ]);
    const page = pageOf(typical, { images });
    const sources = page('img')
      .toArray()
      .map((image) => page(image).attr('src'));
    const data = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;
    expect(sources).toEqual([data, data, data]);
    for (const image of page('img').toArray()) expect(page(image).attr('alt')).toMatch(/\S/);
    expect(page('a[href="assets/big.png"]')).toHaveLength(1);
    expect(page('a[href="assets/bb01.png"]')).toHaveLength(1);
  });
});

describe('pictures', () => {
  const large = Uint8Array.from([...PNG, ...new Uint8Array(150 * 1024)]);
  const logos = (count: number) =>
    aReport(
      Array.from({ length: count }, (_, index) => {
        const image = {
          kind: 'image',
          field: 'logo',
          expectedAsset: null,
          foundAsset: `${index}.png`,
          differenceAsset: null,
          expectedFile: 'old.png',
          foundUrl: null,
          score: null,
          pixelHash: null,
        } as const;
        const parts = { expected: 'new.svg', items: [image] };
        const finding = aFinding('look.logo', 'deviating', 'logo.outdated', { file: 'old.png' }, parts);
        return aProfile(`p-${index}`, ['x', 'X', `https://x.com/${index}`], 'inconsistent', [finding]);
      }),
    );

  test('fill the page only while there is room', () => {
    const images = new Map(Array.from({ length: 30 }, (_, index) => [`${index}.png`, large] as const));
    const $ = pageOf(logos(30), { images });
    expect($('img')).toHaveLength(14);
    expect($('.frame a')).toHaveLength(16);
  });

  test('a former logo that was recognised stands beside the right one, never in its place', () => {
    const right = { kind: 'image', field: 'logo', foundAsset: null, differenceAsset: null, foundUrl: null } as const;
    const item = { ...right, expectedAsset: 'right.png', expectedFile: 'new.svg', score: 1, pixelHash: null };
    const same = aFinding('look.logo', 'ok', 'logo.same', { file: 'new.svg' }, { expected: 'new.svg', items: [item] });
    const { profiles } = logos(1);
    const report = aReport([...profiles, aProfile('b', ['x', 'X', 'https://x.com/b'], 'consistent', [same])]);
    const $ = pageOf(report, { images: new Map([['right.png', PNG]]) });
    const { page } = catalogue('nl');
    const captions = $('.picture .side-label')
      .toArray()
      .map((caption) => $(caption).text());
    expect(captions).toEqual([page.finding.expected, page.image.recognised, page.finding.found]);
    expect($('.picture').first().find('img').attr('alt')).toBe(page.image.expected('Logo', 'new.svg'));
    expect($('.picture').eq(1).text()).toContain('old.png');
  });
});

describe('a night full of attacks', () => {
  const [file] = renderHtml(hostile, {
    images: new Map([['svg.svg', new TextEncoder().encode('<svg onload="alert(1)"/>')]]),
  });
  const html = typeof file?.content === 'string' ? file.content : '';
  const $ = load(html);

  test('runs nothing but its own script', () => {
    expect($('script:not([type])')).toHaveLength(1);
    expect(
      $('script[type]')
        .toArray()
        .map((block) => $(block).attr('type')),
    ).toEqual(['application/json', 'text/plain']);
    expect($('style')).toHaveLength(1);
    expect($('script:not([type])').text()).not.toContain('alert');
    expect($('img, iframe, object, embed, base, link, svg[onload]')).toHaveLength(0);
    for (const element of $('*').toArray()) {
      if (!('attribs' in element)) continue;
      for (const name of Object.keys(element.attribs)) expect(name).not.toMatch(/^on|^style$|^srcdoc$|^formaction$/);
    }
  });

  test('links to http and https, fragments and its own files only', () => {
    for (const link of $('a').toArray()) {
      const { href = '', rel } = $(link).attr() ?? {};
      if (href.startsWith('#')) continue;
      expect(href).toMatch(/^https?:\/\/[^@]*$|^assets\/[\w.-]+$/);
      expect(rel).toBe('noopener noreferrer nofollow');
    }
    for (const link of UNSAFE_LINKS) expect($('.card').text()).toContain(plain(link));
  });

  test('carries a policy with the hashes of what it brings', () => {
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      'img-src data:',
      `style-src ${hash($('style').text())}`,
      `script-src ${hash($('script:not([type])').text())}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect($('head').children().eq(1).attr('http-equiv')).toBe('Content-Security-Policy');
  });

  test('makes invisible and turning characters visible', () => {
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u0000-\u0008\u007F]/);
    expect($('.card').text()).toContain(plain(BIDI));
    expect($('.card').text()).toContain(plain(CONTROL));
    expect(html.isWellFormed()).toBe(true);
  });

  test('cuts what is endless, and says so', () => {
    expect(LONG.length).toBeGreaterThan(100_000);
    expect(html.length).toBeLessThan(200_000);
    expect($('.card').text()).toContain('report.json');
  });

  test('holds broken profile ids within their own links', () => {
    const ids = $('.card')
      .toArray()
      .map((card) => $(card).attr('id'));
    for (const id of ids) expect(id).toMatch(/^profile-[A-Za-z0-9-]+$/);
  });
});

describe('the same report', () => {
  test('gives the same bytes', () => {
    for (const report of [typical, hostile]) expect(renderHtml(report)).toEqual(renderHtml(structuredClone(report)));
  });

  test('is written in the language of its run, unless asked otherwise', () => {
    expect(pageOf(typical)('html').attr('lang')).toBe('nl');
    expect(pageOf({ ...typical, run: { ...typical.run, language: 'en' } })('html').attr('lang')).toBe('en');
  });

  test('may be empty', () => {
    const $ = pageOf(aReport([]));
    expect($('.lede').text()).toBe('Er zijn geen profielen bekeken.');
    expect($('.todo').text()).toContain(catalogue('nl').page.nothingToDo);
    expect($('.unseen').text()).toContain(catalogue('nl').page.allSeen);
  });

  test.each(OUTCOMES)('explains the outcome %s', (outcome) => {
    const source = { outcome, because: 'x' };
    const profile = aProfile('a', ['x', 'X', 'https://x.com/a'], 'unverifiable', [
      aFinding('presence.exists', 'unverifiable', 'presence.not-seen', source),
    ]);
    const seen = { ...profile, capture: { ...source, sources: [] }, seen: { fields: 0, of: 1, unseen: ['name'] } };
    const text = textOf(pageOf(aReport([seen])), '.unseen');
    const { help } = catalogue('nl').outcomes[outcome];
    for (const sentence of help('X')) expect(text).toContain(sentence);
  });
});

describe('small parts', () => {
  test.each([
    ['https://a.example/x', 'https://a.example/x'],
    ['HTTP://A.example', 'http://a.example/'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['//a.example', null],
    ['https://user@a.example/', null],
    ['', null],
  ])('the address %j', (address, safe) => {
    expect(safeAddress(address)).toBe(safe);
  });

  test.each([
    ['assets/a-1.png', true],
    ['assets/../a.png', false],
    ['/etc/passwd', false],
    ['javascript:alert(1)', false],
    ['assets//a.png', false],
    ['', false],
  ])('the path %j', (path, isSafe) => {
    expect(safePath(path) !== null).toBe(isSafe);
  });

  test('a cut never leaves half a pair', () => {
    expect(cut('ab😀', 3)).toBe('ab');
    expect(cut('ab', 3)).toBe('ab');
  });

  test('words are compared, not letters; endless texts are not', () => {
    const changes = wordChanges('het oude nummer', 'het nieuwe nummer');
    expect(changes?.filter(({ added }) => added).map(({ value }) => value.trim())).toEqual(['nieuwe']);
    expect(wordChanges('a '.repeat(5_000), 'b')).toBeNull();
    expect(wordChanges('a b '.repeat(1_000), 'c d '.repeat(1_000))).toBeNull();
  });

  test('what the network cut off is not called missing', () => {
    const item = { kind: 'text', field: 'bio', expected: 'een twee drie vier', found: 'een 2 drie' } as const;
    const finding = (truncated: boolean) =>
      aFinding('info.bio', 'deviating', 'bio.nearly-same', { similarity: 0.9 }, { items: [{ ...item, truncated }] });
    const missing = (truncated: boolean) => {
      const $ = pageOf(aReport([aProfile('a', ['x', 'X', 'https://x.com/a'], 'inconsistent', [finding(truncated)])]));
      return $('.side-expected ins')
        .toArray()
        .map((part) => $(part).text().trim());
    };
    expect(missing(false)).toEqual(['twee', 'vier']);
    expect(missing(true)).toEqual(['twee']);
  });
});
