/** The fix kit on the page: seen as the network shows it, linked beside the report, and why where there is none. */

import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { KIT_PROBLEMS, type KitPicture } from '../../src/model/kit.ts';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import { renderHtml } from '../../src/report/html/index.tsx';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const LOGO = 'fix-kit/x-main/logo-x-400x400.png';
const picture = (parts: Partial<KitPicture> = {}): KitPicture => ({ file: LOGO, width: 400, height: 400, ...parts });

function reportWith(remedy: Partial<ReportFinding['remedy']>): Report {
  const parts = { remedy: { file: 'brand/logo.svg', ...remedy } };
  const finding = aFinding('look.logo', 'deviating', 'logo.different', {}, parts);
  return aReport([aProfile('x-main', ['x', 'X', 'https://x.com/voorbeeld'], 'inconsistent', [finding])]);
}

const pageOf = (remedy: Partial<ReportFinding['remedy']>, images: Readonly<Record<string, Uint8Array>> = {}) =>
  load(String(renderHtml(reportWith(remedy), { images: new Map(Object.entries(images)) })[0]?.content));

const nl = catalogue('nl');

test('the file is linked, and named after the brand’s own', () => {
  const $ = pageOf({ kit: [picture({ round: true })] }, { [LOGO]: PNG });
  expect($('.kit a').attr()).toMatchObject({ href: LOGO, download: 'logo-x-400x400.png' });
  expect($('.kit a').text()).toBe(`${nl.kit.download}: ${nl.kit.alt('Logo', 'X')}`);
  expect($('.remedy').text()).toContain(nl.kit.ready('brand/logo.svg'));
  expect($('.remedy').text()).not.toContain(nl.page.finding.upload('brand/logo.svg'));
  expect($('.kit').text()).toContain(nl.kit.size(400, 400));
});

test('a small picture stands in the page, in a circle where the network has one', () => {
  const round = pageOf({ kit: [picture({ round: true })] }, { [LOGO]: PNG });
  expect(round('.kit-shot.is-round img').attr('src')).toMatch(/^data:image\/png;base64,/);
  expect(round('.kit-shot img').attr('alt')).toBe(nl.kit.alt('Logo', 'X'));
  expect(round('.kit').text()).toContain(nl.kit.round);
  const square = pageOf({ kit: [picture()] }, { [LOGO]: PNG });
  expect(square('.kit-shot')).toHaveLength(1);
  expect(square('.is-round')).toHaveLength(0);
  expect(square('.kit').text()).not.toContain(nl.kit.round);
});

test('one that is large, or not at hand, is only linked', () => {
  const large = Uint8Array.from([...PNG, ...new Uint8Array(200 * 1024)]);
  for (const images of [undefined, { [LOGO]: large }]) {
    const $ = pageOf({ kit: [picture({ round: true })] }, images);
    expect($('.kit img')).toHaveLength(0);
    expect($('.kit a').attr('href')).toBe(LOGO);
  }
});

test('what a thousand profiles have to upload does not fill the page', () => {
  const bytes = Uint8Array.from([...PNG, ...new Uint8Array(30 * 1024)]);
  const files = Array.from({ length: 1_000 }, (_, index) => `fix-kit/p-${index}/logo-x-400x400.png`);
  const profiles = files.map((file, index) =>
    aProfile(`p-${index}`, ['x', 'X', 'https://x.com/voorbeeld'], 'inconsistent', [
      aFinding('look.logo', 'deviating', 'logo.different', {}, { remedy: { kit: [picture({ file })] } }),
    ]),
  );
  const [page] = renderHtml(aReport(profiles), { images: new Map(files.map((file) => [file, bytes])) });
  const $ = load(String(page?.content));
  expect($('.kit img').length).toBeGreaterThan(10);
  expect($('.kit img').length).toBeLessThan(30);
  expect($('.kit a')).toHaveLength(1_000);
});

test('how much was cropped is told', () => {
  expect(pageOf({ kit: [picture({ kept: 0.51 })] })('.kit').text()).toContain(nl.kit.kept('51%'));
});

test.each(KIT_PROBLEMS)('no file, because %s: in words, and the brand’s own file is named', (reason) => {
  const $ = pageOf({ noKit: { reason, width: 400, height: 400 } });
  expect($('.no-kit').text()).toBe(`${nl.kit.none(nl.kit.size(400, 400))} ${nl.kit.problems[reason]}`);
  expect($('.remedy').text()).toContain(nl.page.finding.upload('brand/logo.svg'));
  expect($('.kit')).toHaveLength(0);
});

describe('a report that was tampered with', () => {
  test.each([
    'javascript:alert(1)',
    'https://evil.example/logo.png',
    'fix-kit/../../secret.png',
    'fix-kit/x/"><script>alert(1)</script>.png',
    '//evil.example/x.png',
  ])('%s is neither linked nor shown', (file) => {
    const $ = pageOf({ kit: [picture({ file })] }, { [file]: PNG });
    expect($('.kit')).toHaveLength(0);
    expect($('[download], .kit-shot, .card script')).toHaveLength(0);
    expect($('.remedy').text()).toContain(nl.page.finding.upload('brand/logo.svg'));
  });
});
