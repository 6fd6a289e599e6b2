/** Before an account is let go: what the page and the terminal say, and what they do not. */

import { type CheerioAPI, load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { Advice, DateEvidence } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { renderHtml } from '../../src/report/html/index.tsx';
import { summaryText } from '../../src/report/summary.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport } from './building.ts';

const EVIDENCE: DateEvidence = {
  kind: 'date',
  field: 'lastActivity',
  activity: { from: '2024-03-03T11:20:00Z', to: '2024-03-03T11:20:00Z', completeness: 'latest' },
  limit: '2026-05-23T02:00:41Z',
  threshold: 'P6M',
};
const ARGS = { from: '2024-03-03T11:20:00Z', to: '2024-03-03T11:20:00Z', limit: '2026-05-23T02:00:41Z' };
const SMALL: Advice = { followers: 12, bigAudience: false, pin: 'confirmed', handleIsName: null };
const ALL: Advice = {
  followers: 12_345,
  bigAudience: true,
  pin: 'missing',
  handleIsName: 'Stichting Voorbeeld',
  linkedFrom: ['https://voorbeeld.example'],
};

function asleep(advice: Advice, evidence: DateEvidence = EVIDENCE): Report {
  const dormant = aFinding('activity.dormant', 'deviating', 'activity.dormant', ARGS, { items: [evidence] });
  const address = ['x', 'X', 'https://x.com/voorbeeld'] as const;
  return aReport([aProfile('x-main', address, 'dormant', [{ ...dormant, advice }])]);
}

function pageOf(report: Report, language: 'nl' | 'en'): CheerioAPI {
  const [file] = renderHtml(report, { language });
  if (typeof file?.content !== 'string') throw new Error('no page');
  return load(file.content);
}

const items = ($: CheerioAPI, list: 'ul' | 'ol') =>
  $(`.steps > ${list} > li`)
    .toArray()
    .map((item) => $(item).text());

describe('the page', () => {
  test('weighs all that was seen, in Dutch', () => {
    const $ = pageOf(asleep(ALL), 'nl');
    expect(items($, 'ul')).toEqual([
      'Dit profiel heeft 12.345 volgers.',
      'De accountnaam is de naam van uw merk (Stichting Voorbeeld). Houd die in eigen hand, ook zonder berichten.',
      'Uw eigen website linkt naar dit profiel: https://voorbeeld.example.',
    ]);
    expect(items($, 'ol').slice(0, 2)).toEqual([
      'Vraag eerst een collega of dit echt uw account is, want in uw lijst (profiles.json) staat geen vast accountnummer.',
      'Vraag eerst toestemming aan wie over dit profiel beslist, want het heeft veel volgers: 12.345.',
    ]);
  });

  test('and in English', () => {
    const $ = pageOf(asleep(ALL), 'en');
    expect(items($, 'ul')).toEqual([
      'This profile has 12,345 followers.',
      'The account name is the name of your brand (Stichting Voorbeeld). Keep it in your own hands, even without posts.',
      'Your own website links to this profile: https://voorbeeld.example.',
    ]);
    expect(items($, 'ol').slice(0, 2).join(' ')).toMatch(
      /^First ask a colleague .* First ask whoever decides .*12,345\.$/,
    );
  });

  test.each(['nl', 'en'] as const)('the safe way stands in its order, in %s', (language) => {
    const { steps } = catalogue(language).verdicts.dormant;
    expect(items(pageOf(asleep(SMALL), language), 'ol')).toEqual(steps);
    const places = [
      /Archiefwet/,
      /volgers|followers/,
      /beheerders|administrators/,
      /website/,
      /accountnaam|account name/,
    ];
    const found = places.map((place) => steps.findIndex((step) => place.test(step)));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test.each<readonly [string, Partial<Advice>, readonly string[]]>([
    ['a small audience', {}, ['Dit profiel heeft 12 volgers.']],
    ['one follower', { followers: 1 }, ['Dit profiel heeft 1 volger.']],
    ['nobody', { followers: 0 }, ['Niemand volgt dit profiel.']],
    [
      'an audience that was not seen',
      { followers: null, bigAudience: null },
      ['Hoeveel volgers dit profiel heeft, konden we niet zien.'],
    ],
    ['a website that does not link to it', { linkedFrom: [] }, ['Dit profiel heeft 12 volgers.']],
  ])('%s', (_, advice, facts) => {
    expect(items(pageOf(asleep({ ...SMALL, ...advice }), 'nl'), 'ul')).toEqual(facts);
  });

  test('a pin that was not seen asks too', () => {
    const [first] = items(pageOf(asleep({ ...SMALL, pin: 'unconfirmed' }), 'nl'), 'ol');
    expect(first).toBe(
      'Vraag eerst een collega of dit echt uw account is, want met het vaste accountnummer konden we dat niet bevestigen.',
    );
  });

  test('a name of others is only a text', () => {
    const $ = pageOf(asleep({ ...ALL, handleIsName: '<b>x</b>', linkedFrom: ['javascript:alert(1)'] }), 'nl');
    expect($('.steps > ul b')).toHaveLength(0);
    expect($('.steps > ul a')).toHaveLength(0);
  });

  test('a finding that is excused advises nothing', () => {
    const report = asleep(ALL);
    const excused = report.profiles.map((profile) => ({
      ...profile,
      findings: profile.findings.map((finding) => ({ ...finding, status: 'waived' as const })),
    }));
    expect(items(pageOf({ ...report, profiles: excused }, 'nl'), 'ul')).toEqual([]);
  });
});

test('a report of an older version holds no advice: nobody confirmed whose account it is', () => {
  const { advice: _, ...older } = asleep(ALL).profiles[0]?.findings[0] ?? aFinding('info.name', 'ok', 'name.same', {});
  const $ = pageOf(aReport([aProfile('x-main', ['x', 'X', 'https://x.com/a'], 'dormant', [older])]), 'nl');
  expect(items($, 'ul')).toEqual([]);
  expect(items($, 'ol')[0]).toBe(catalogue('nl').page.profile.confirmIdentity);
});

describe('the time line', () => {
  const season = { from: '2026-06-01T00:00:00.000Z', to: '2026-08-31' };

  test('of a seasonal profile: the limit is the beginning of the season', () => {
    const $ = pageOf(asleep(SMALL, { ...EVIDENCE, limit: season.from, season }), 'nl');
    expect($('.key-season').text()).toBe('Laatste hele seizoen: 1 juni 2026 tot en met 31 augustus 2026');
    expect($('.key-limit').text()).toBe('Grens: 1 juni 2026');
    expect($('.timeline-drawing .season')).toHaveLength(1);
  });

  test('of any other', () => {
    const $ = pageOf(asleep(SMALL), 'nl');
    expect($('.key-season')).toHaveLength(0);
    expect($('.timeline-drawing .season')).toHaveLength(0);
    expect($('.key-limit').text()).toBe('Grens: 23 mei 2026 (6 maanden voor de controle)');
  });
});

describe('the terminal', () => {
  const said = (advice: Advice, language: 'nl' | 'en') =>
    summaryText(asleep(advice), catalogue(language), { reportPath: 'reports/latest/index.html' });

  test('says the same, whole', () => {
    const text = said(ALL, 'nl');
    expect(text).toContain('      Dit profiel heeft 12.345 volgers.\n');
    expect(text).toContain('Uw eigen website linkt naar dit profiel: https://voorbeeld.example.\n');
    expect(text).toContain('staat geen vast accountnummer.\n');
    expect(text).toContain('want het heeft veel volgers: 12.345.\n');
  });

  test.each(['nl', 'en'] as const)('cuts nothing of it in %s', (language) => {
    for (const pin of ['missing', 'unconfirmed'] as const) {
      const name = 'Stichting tot Behoud van Voorbeelden';
      expect(said({ ...ALL, pin, handleIsName: name }, language)).not.toContain('…');
    }
  });

  test('asks nothing where nothing asks', () => {
    expect(said(SMALL, 'nl')).not.toContain('Vraag eerst');
    expect(said(SMALL, 'nl')).toContain('Dit profiel heeft 12 volgers.');
  });
});
