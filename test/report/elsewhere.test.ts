/** What only other profiles show is never called what should be: in no form, and of no picture. */

import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { EvidenceItem } from '../../src/model/finding.ts';
import { renderMail } from '../../src/report/mail/mail.ts';
import { mailPictures } from '../../src/report/mail/pictures.ts';
import { renderReport } from '../../src/report/render.ts';
import { slackMessage } from '../../src/report/slack.ts';
import { teamsMessage } from '../../src/report/teams.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';

const THEIRS = 'https://cdn.example/theirs.png';
const elsewhere = ['linkedin-main', 'facebook-main'];
const name = (digit: string) => `${digit.repeat(64)}.png`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const images = new Map([name('a'), name('b')].map((each) => [each, PNG]));

const item: EvidenceItem = {
  ...{ kind: 'image', field: 'logo', expectedAsset: name('a'), foundAsset: name('b'), differenceAsset: null },
  ...{ expectedFile: null, foundUrl: 'https://cdn.example/own.png', score: null, pixelHash: 'sha256:x', elsewhere },
};
const report = aReport([
  aProfile('x-main', ['x', 'X', 'https://x.com/voorbeeld'], 'inconsistent', [
    aFinding(
      'info.uniform',
      'deviating',
      'uniform.odd-one-out',
      { field: 'logo', agreeing: 2, of: 3, profiles: elsewhere.join(', ') },
      { expected: THEIRS, found: 'https://cdn.example/own.png', items: [item], isNew: true },
    ),
  ]),
]);

const options = { words: catalogue('nl'), reportUrl: null, ownerName: (owner: string) => owner };
const pictures = mailPictures(report, report, images);
const mail = renderMail(report, { ...options, scope: 'all', attached: false, pictures });
const written = (format: 'annotations' | 'issues' | 'junit') =>
  renderReport(report, { formats: [format] })
    .map(({ content }) => String(content))
    .join('\n');

const LABEL = 'Op uw andere profielen (linkedin-main en facebook-main)';

test.each<[string, () => string]>([
  ['annotations', () => written('annotations')],
  ['issues', () => written('issues')],
  ['junit', () => written('junit')],
  ['slack', () => JSON.stringify(slackMessage(report, options))],
  ['teams', () => JSON.stringify(teamsMessage(report, options))],
  ['mail as text', () => mail.text],
  ['mail as HTML', () => mail.html],
])('%s', (_, form) => {
  // Markdown and the runner's commands escape signs.
  const text = form().replaceAll('\\', '');
  expect(text).toContain(LABEL);
  expect(text).toContain(THEIRS);
  expect(text).not.toContain('Hoort te zijn');
});

test('the mail shows both pictures, each under its own name', () => {
  const $ = load(mail.html);
  const alts = $('img')
    .get()
    .map((image) => $(image).attr('alt'));
  expect(alts).toEqual([expect.stringContaining(LABEL), expect.stringContaining('Gevonden')]);
});

test('the page names the picture by whose it is', () => {
  const [page] = renderReport(report, { formats: ['html'], images });
  const figures = load(String(page?.content))('article.finding .images figure');
  const [theirs, own] = figures.get().map((figure) => load(figure));
  expect(figures).toHaveLength(2);
  expect(theirs?.('figcaption').text()).toBe(LABEL);
  expect(theirs?.('img').attr('alt')).toContain(LABEL);
  expect(own?.('figcaption').text()).toBe('Gevonden');
});
