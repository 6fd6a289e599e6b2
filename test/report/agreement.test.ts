/** Page, JUnit, Markdown, CSV, issues, annotations and JSON count the same: nobody is told two stories of one night. */

import { load } from 'cheerio';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Report, ReportSummary } from '../../src/model/report.ts';
import { isAsking } from '../../src/report/facts.ts';
import { renderHtml } from '../../src/report/html/index.tsx';
import type { IssueEntry } from '../../src/report/issues.ts';
import { catalogue } from '../../src/words/index.ts';
import { anyReport } from './generated.ts';
import { hostile } from './hostile.ts';
import { junitFaults } from './junitShape.ts';
import { csvRecords, parseXml, textOf } from './reading.ts';
import { typical } from './typical.ts';

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fresh: number;
  readonly fixed: number;
  readonly unseen: number;
}

function ofJson(report: Report): Counts {
  const { summary } = JSON.parse(textOf(report, 'json')) as { summary: ReportSummary };
  const { findings, verdicts, sincePrevious } = summary;
  const { new: fresh, fixed } = sincePrevious ?? { new: 0, fixed: 0 };
  return {
    ...{ errors: findings.error, warnings: findings.warning, infos: findings.info },
    ...{ fresh, fixed, unseen: verdicts.unverifiable },
  };
}

function ofCsv(report: Report): Counts {
  const records = csvRecords(textOf(report, 'csv', 'findings.csv'));
  const wrong = records.filter(({ status }) => status === 'deviating' || status === 'absent');
  const of = (severity: string) => wrong.filter((each) => each.severity === severity).length;
  return {
    ...{ errors: of('error'), warnings: of('warning'), infos: of('info') },
    fresh: records.filter(({ isNew }) => isNew === 'true').length,
    fixed: records.filter(({ isFixed }) => isFixed === 'true').length,
    unseen: new Set(records.filter(({ verdict }) => verdict === 'unverifiable').map(({ profile }) => profile)).size,
  };
}

function ofJunit(report: Report): Counts {
  const root = parseXml(textOf(report, 'junit'));
  expect(junitFaults(root)).toEqual([]);
  const properties = root.children
    .flatMap(({ children }) => children.filter(({ name }) => name === 'properties'))
    .map(({ children }) => new Map(children.map(({ attributes }) => [attributes.name, attributes.value])));
  const sum = (name: string) => properties.reduce((total, each) => total + Number(each.get(name)), 0);
  return {
    ...{ errors: sum('findings.error'), warnings: sum('findings.warning'), infos: sum('findings.info') },
    ...{ fresh: sum('findings.new'), fixed: sum('findings.fixed') },
    unseen: properties.filter((each) => each.get('verdict') === 'unverifiable').length,
  };
}

/** What the page shows a reader, card by card. */
function ofHtml(report: Report): Counts {
  const [page] = renderHtml(report);
  const $ = load(String(page?.content));
  const wrong = (severity: string) =>
    $(`.finding.is-deviating.is-${severity}, .finding.is-absent.is-${severity}`).length;
  const words = catalogue(report.run.language);
  const since = report.summary.sincePrevious;
  // The page says these two in a sentence.
  const sentence = since ? words.page.sincePrevious(since.new, since.fixed) : words.page.firstRun;
  expect($('.summary').text()).toContain(sentence);
  const tile = $('.tile.badge-unverifiable .tile-count').text();
  return {
    ...{ errors: wrong('error'), warnings: wrong('warning'), infos: wrong('info') },
    fresh: $('.finding .tag-new').length,
    fixed: since?.fixed ?? 0,
    unseen: tile === '' ? 0 : Number(tile),
  };
}

/** The summary's sentences carry them; its lists have a line for each. */
function ofMarkdown(report: Report): Counts {
  const words = catalogue(report.run.language);
  const $ = load(marked.parse(textOf(report, 'markdown'), { async: false, gfm: true }));
  const text = $('body').text().replaceAll('\u200B', '');
  const numbers = (sentence: (...amounts: number[]) => string, amounts: number) => {
    const marks = [11_111, 22_222, 33_333].slice(0, amounts);
    const pattern = marks.reduce((made, mark) => made.replace(words.format.number(mark), '(\\d+)'), sentence(...marks));
    // Singular and plural end otherwise.
    const loose = pattern
      .replace(/\bfouten\b/, 'fout(?:en)?')
      .replace(/\bnieuwe bevindingen\b/, 'nieuwe bevinding(?:en)?');
    return (new RegExp(loose.replace(/\.$/, '\\.')).exec(text)?.slice(1) ?? []).map(Number);
  };
  const [errors = 0, warnings = 0, infos = 0] = numbers(words.forms.severityCounts, 3);
  const [fresh = 0, fixed = 0] = numbers(words.page.sincePrevious, 2);
  const row = $('table')
    .first()
    .find('tr')
    .toArray()
    .find((each) => $(each).text().includes(words.verdicts.unverifiable.label));
  return { errors, warnings, infos, fresh, fixed, unseen: row ? Number($(row).find('td').last().text()) : 0 };
}

function agree(report: Report): void {
  const counts = ofJson(report);
  expect(ofCsv(report)).toEqual(counts);
  expect(ofJunit(report)).toEqual(counts);
  expect(ofMarkdown(report)).toEqual(counts);
  expect(ofHtml(report)).toEqual(counts);
}

/** Red where the run is red, and nowhere else. */
function failsAlike(report: Report): void {
  const { attributes } = parseXml(textOf(report, 'junit'));
  const isRed = Number(attributes.failures) + Number(attributes.errors) > 0;
  expect(isRed).toBe(report.run.exitCode !== 0);
}

/** Everybody who is asked something has an issue with as many profiles, and together they are all. */
function issuesHoldAll(report: Report): void {
  const { issues } = JSON.parse(textOf(report, 'issues', 'issues.json')) as { issues: readonly IssueEntry[] };
  expect(issues.reduce((sum, { profiles }) => sum + profiles, 0)).toBe(report.profiles.filter(isAsking).length);
  expect(issues.reduce((sum, { fixed }) => sum + fixed, 0)).toBe(report.fixed?.length ?? 0);
}

describe('every form counts the same', () => {
  test('in a typical night', () => {
    expect(ofJson(typical)).toEqual({ errors: 7, warnings: 3, infos: 0, fresh: 3, fixed: 1, unseen: 4 });
    agree(typical);
    failsAlike(typical);
    issuesHoldAll(typical);
  });

  test('in a night full of attacks', () => {
    agree({ ...hostile, summary: { ...hostile.summary, ...countedAnew(hostile) } });
    issuesHoldAll(hostile);
  });

  test('in any night', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        agree(report);
        failsAlike(report);
        issuesHoldAll(report);
      }),
    );
  });
});

/** The hostile night is told as a first one, with news all the same; here it has a night before. */
function countedAnew({ profiles }: Report): Pick<ReportSummary, 'sincePrevious'> {
  return {
    sincePrevious: { new: profiles.flatMap(({ findings }) => findings.filter(({ isNew }) => isNew)).length, fixed: 0 },
  };
}
