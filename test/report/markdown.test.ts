/** The job summary: what changed and what to do first; strangers' texts are texts; small enough to be shown. */

import { load } from 'cheerio';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';
import { hostile, LONG } from './hostile.ts';
import { textOf } from './reading.ts';
import { typical } from './typical.ts';

const rendered = (report: Report) => load(marked.parse(textOf(report, 'markdown'), { async: false, gfm: true }));
const plain = (text: string) => text.replaceAll('\u200B', '');

test('the whole of a small night', () => {
  const findings = [
    aFinding('info.phone', 'deviating', 'phone.former', { former: '020 | 1' }, { isNew: true }),
    aFinding('info.name', 'deviating', 'name.differs', {}, { severity: 'warning' }),
  ];
  const profile = aProfile('x-main', ['x', 'X', 'https://x.com/a_b'], 'inconsistent', findings);
  const report = aReport([profile]);
  expect(
    textOf({ ...report, summary: { ...report.summary, findings: { error: 1, warning: 1, info: 0 } } }, 'markdown'),
  ).toBe(`# Stichting Voorbeeld: controle van 23 november 2026 om 03:00

**1 profiel vraagt iets van u.**

| Oordeel | Profielen |
| --- | --- |
| Wijkt af | 1 |

Dit wijkt af: 1 fout, 1 om op te letten, 0 ter informatie. Er is geen eerdere controle om mee te vergelijken. We zagen het profiel. Van alle gegevens die we wilden controleren, zagen we 100%.

## Te doen

| Advies | Profiel | Wat er is | Sinds | Eigenaar |
| --- | --- | --- | --- | --- |
| Pas aan | [X](<https://x.com/a_b>) x-main | **Fout, Nieuw**: Hier staat nog het oude telefoonnummer: 020 &#124; 1.<br>**Let op**: Hier staat een andere naam dan de naam van het merk. | 12 november 2026 | team-communicatie@&#8203;voorbeeld.nl |

Het hele rapport, met het bewijs, staat in index.html.
`);
});

describe('a typical night', () => {
  const $ = rendered(typical);

  test('says it in a sentence first', () => {
    expect($('h1').length).toBe(1);
    expect($('h1 + p').text()).toBe(
      catalogue('nl').page.lede({ profiles: 13, asking: 7, fresh: 3, unseen: 4, missing: 1 }),
    );
  });

  test('has a row for each profile that asks something, the most urgent first', () => {
    const ids = $('table')
      .eq(1)
      .find('tbody tr')
      .toArray()
      .map((row) => $(row).find('td').eq(1).text());
    expect(ids).toHaveLength(7);
    expect(ids[0]).toBe('YouTube youtube-main');
  });

  test('tells what was put right, and what could not be seen and why', () => {
    const headings = $('h2')
      .toArray()
      .map((each) => $(each).text());
    expect(headings).toEqual(['Te doen', 'Opgelost', 'Wat we niet konden zien']);
    expect(plain($('body').text())).toContain(
      'Website website, Telefoonnummer: “Hier staat nog het oude telefoonnummer',
    );
    expect(plain($('body').text())).toContain('linkedin-main: LinkedIn toonde een inlogscherm.');
  });
});

test('a night with nothing to do says so', () => {
  expect(textOf(aReport([]), 'markdown')).toContain('## Te doen\n\nEr is nu niets te doen.');
});

test('a run that is worth little says why before all else', () => {
  const report = aReport([], {
    run: { ...aReport([]).run, exitCode: 3, exitReasons: ['coverage'], partial: { only: ['a'] } },
    notices: [{ code: 'no-browser', severity: 'warning', network: null, args: {} }],
  });
  const text = textOf(report, 'markdown');
  expect(text.indexOf('We zagen te weinig')).toBeGreaterThan(0);
  expect(text.indexOf('We zagen te weinig')).toBeLessThan(text.indexOf('## Te doen'));
  expect(text).toContain('Er was geen browser.');
  expect(text).toContain(catalogue('nl').page.partial);
});

test('GitHub shows it, however much there is: under 1 MiB', () => {
  const finding = aFinding('info.name', 'deviating', 'name.former', { former: LONG }, { found: LONG });
  const many = Array.from({ length: 3_000 }, (_, index) =>
    aProfile(`p-${index}`, ['x', LONG, 'https://x.com/a'], 'inconsistent', [finding], {
      owner: LONG,
      seen: { fields: 1, of: 2, unseen: [LONG] },
    }),
  );
  const text = textOf(aReport(many), 'markdown');
  expect(new TextEncoder().encode(text).length).toBeLessThan(1024 * 1024);
  expect(text).toMatch(/en nog [\d.]+; zie het rapport/);
});

describe('texts of strangers', () => {
  const $ = rendered(hostile);

  test('bring in no element, and no link but ours', () => {
    const OURS = ['h1', 'h2', 'p', 'strong', 'ul', 'li', 'a', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
    const tags = $('body *')
      .toArray()
      .map(({ tagName }) => tagName);
    expect(tags.filter((tag) => !OURS.includes(tag))).toEqual([]);
    for (const link of $('a').toArray()) expect($(link).attr('href')).toMatch(/^https:\/\/kwaad\.example\//);
  });

  test('break no row', () => {
    const rows = $('table').eq(1).find('tr').toArray();
    expect(rows.map((row) => $(row).find('th, td').length)).toEqual([5, 5, 5]);
  });

  test('mention nobody, refer to nothing, and turn no line around', () => {
    expect($('body').text()).not.toMatch(/[@#!](?=[\p{L}\p{N}])|:\/\/|[\u202A-\u202E\u2066-\u2069]/u);
  });
});
