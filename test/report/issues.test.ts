/** One issue an owner: found again by its mark, open while there is something to do, and never closed by a night that could not see. */

import { load } from 'cheerio';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { LastSeen } from '../../src/model/previous.ts';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import type { IssueEntry } from '../../src/report/issues.ts';
import { renderReport } from '../../src/report/render.ts';
import { aFinding, aProfile, aReport, EARLIER } from './building.ts';
import { hostile } from './hostile.ts';
import { textOf } from './reading.ts';
import { typical } from './typical.ts';

interface Index {
  readonly run: { readonly whole: boolean };
  readonly issues: readonly IssueEntry[];
}

const indexOf = (report: Report): Index => JSON.parse(textOf(report, 'issues', 'issues.json')) as Index;
const issueOf = (report: Report, owner: string | null) => {
  const entry = indexOf(report).issues.find((each) => each.owner === owner);
  if (!entry) throw new Error(`no issue of ${owner}`);
  return { ...entry, body: textOf(report, 'issues', entry.file) };
};

const X = ['x', 'X', 'https://x.com/a'] as const;
const wrong = aFinding(
  'info.phone',
  'deviating',
  'phone.former',
  { former: '020 1' },
  { expected: '020 3', found: '020 1', isNew: true },
);
const right = aFinding('info.phone', 'ok', 'phone.same', {});
const LAST: LastSeen = {
  at: EARLIER,
  code: 'phone.former',
  args: { former: '020 1' },
  status: 'deviating',
  severity: 'error',
  expected: '020 3',
  found: '020 1',
};
const unseen = (lastSeen?: 'deviating' | 'ok'): ReportFinding => ({
  ...aFinding('info.phone', 'unverifiable', 'field.not-found', { field: 'phones' }),
  ...(lastSeen ? { lastSeen } : {}),
  ...(lastSeen === 'deviating' ? { last: LAST } : {}),
});

test('a small night: who has something to do, and who has not', () => {
  const report = aReport([
    aProfile('a', X, 'inconsistent', [wrong], { owner: 'noor@voorbeeld.nl' }),
    aProfile('b', X, 'consistent', [right], { owner: 'sam@voorbeeld.nl' }),
  ]);
  expect(indexOf(report).issues).toEqual([
    {
      owner: 'noor@voorbeeld.nl',
      marker: expect.stringMatching(/^bijwerken:issue=[0-9a-f]{16}$/),
      state: 'open',
      title: 'Stichting Voorbeeld: 1 profiel vraagt iets van u',
      file: expect.stringMatching(/^issues\/noor-voorbeeld-nl-[0-9a-f]{8}\.md$/),
      ...{ profiles: 1, findings: 1, new: 1, fixed: 0 },
    },
    expect.objectContaining({
      owner: 'sam@voorbeeld.nl',
      state: 'close',
      title: 'Stichting Voorbeeld: niets meer te doen',
    }),
  ]);
  const { body, marker } = issueOf(report, 'noor@voorbeeld.nl');
  expect(body).toBe(`<!-- ${marker} -->

**Stichting Voorbeeld: 1 profiel vraagt iets van u**

Eigenaar: noor@&#8203;voorbeeld.nl

Gecontroleerd op 23 november 2026 om 03:00.

## [X](<https://x.com/a>) a

**Pas aan**

- **Fout, Nieuw**: Hier staat nog het oude telefoonnummer: 020 1.
  - Gevonden: \` 020 1 \`
  - Hoort te zijn: \` 020 3 \`
  - Zo lost u het op: Vervang het telefoonnummer door het juiste.

---

Het hele rapport, met het bewijs, staat in index.html. Deze tekst wordt na elke controle vervangen. Is er niets meer te doen, dan sluit deze melding vanzelf. Schrijf dus in een reactie en niet hier.
`);
});

test('the next night finds the same issue, in either language', () => {
  const marks = (report: Report) => indexOf(report).issues.map(({ marker, file }) => [marker, file]);
  const next = { ...typical, run: { ...typical.run, id: 'later', language: 'en' as const } };
  expect(marks(next)).toEqual(marks(typical));
  expect(new Set(marks(typical).flat()).size).toBe(2 * marks(typical).length);
});

describe('a night that could not see', () => {
  const night = (finding: ReturnType<typeof unseen>, run: Partial<Report['run']> = {}) => {
    const report = aReport([aProfile('a', X, 'unverifiable', [finding], { owner: 'noor' })]);
    return issueOf({ ...report, run: { ...report.run, ...run } }, 'noor');
  };

  test('closes nothing: what was wrong when last seen stays open, with its day', () => {
    const { state, title, body, findings } = night(unseen('deviating'));
    expect([state, title, findings]).toEqual(['open', 'Stichting Voorbeeld: nog open, maar nu niet te zien', 0]);
    expect(body).toContain(
      '- X a, Telefoonnummer: “Hier staat nog het oude telefoonnummer: 020 1.” (gezien op 12 november 2026)',
    );
  });

  test.each([unseen(), unseen('ok')])('opens nothing either', (finding) => {
    expect(night(finding).state).toBe('close');
  });

  test.each([{ complete: false }, { partial: { only: ['a'] } }])(
    '%j is not the whole: every issue is left alone',
    (run) => {
      expect(night(unseen(), run).state).toBe('keep');
      expect(night(unseen('deviating'), run).state).toBe('keep');
    },
  );
});

test('what belongs to nobody has an issue too', () => {
  const { file, body, state } = issueOf(typical, null);
  expect([file, state]).toEqual(['issues/no-owner.md', 'open']);
  expect(body).toContain('Maak een profiel aan op Threads.');
  const alone = issueOf({ ...typical, profiles: [] }, null);
  expect([alone.state, alone.title]).toEqual([
    'open',
    'Stichting Voorbeeld: op 1 belangrijk netwerk ontbreekt een profiel',
  ]);
});

test('what was put right is told', () => {
  expect(issueOf(typical, 'team-communicatie@voorbeeld.nl').body).toContain(
    '- Website website, Telefoonnummer: “Hier staat nog het oude telefoonnummer: +31 20 765 43 21.” (gezien op 12 november 2026)',
  );
});

test('owners that look alike have their own files, and none leaves its folder', () => {
  const owners = ['a b', 'a-b', 'A B', '../../etc/passwd', 'CON', 'é', '', 'x'.repeat(500)];
  const profiles = owners.map((owner, index) => aProfile(`p-${index}`, X, 'inconsistent', [wrong], { owner }));
  const files = indexOf(aReport(profiles)).issues.map(({ file }) => file);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(owners.length);
  for (const file of files) expect(file).toMatch(/^issues\/[a-z0-9][a-z0-9-]{0,80}\.md$/);
});

test('an issue of a thousand profiles still fits', () => {
  const profiles = Array.from({ length: 1_000 }, (_, index) =>
    aProfile(`p-${index}`, X, 'inconsistent', [wrong], { owner: 'noor' }),
  );
  const { body, title } = issueOf(aReport(profiles), 'noor');
  expect(body.length).toBeLessThan(65_000);
  expect(body).toMatch(/en nog \d+; zie het rapport/);
  expect(title).toContain('1.000 profielen');
});

describe('texts of strangers', () => {
  const bodies = renderReport(hostile, { formats: ['issues'] })
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ content }) => load(marked.parse(String(content), { async: false, gfm: true })));

  test('bring in no element, and no link but ours', () => {
    const OURS = ['p', 'strong', 'h2', 'ul', 'ol', 'li', 'a', 'code', 'pre', 'hr'];
    for (const $ of bodies) {
      const tags = $('body *')
        .toArray()
        .map(({ tagName }) => tagName);
      expect(tags.filter((tag) => !OURS.includes(tag))).toEqual([]);
      for (const link of $('a').toArray()) expect($(link).attr('href')).toMatch(/^https:\/\/kwaad\.example\//);
    }
  });

  test('mention nobody and refer to nothing', () => {
    for (const $ of bodies) {
      $('code').remove();
      expect($('body').text()).not.toMatch(/[@#!](?=[\p{L}\p{N}])|:\/\//u);
    }
  });

  test('stand in no title with more than a line', () => {
    for (const { title, marker } of indexOf(hostile).issues) {
      expect(title).not.toMatch(/[\n\r\u202A-\u202E]/);
      expect(title.length).toBeLessThanOrEqual(255);
      expect(marker).toMatch(/^[a-z0-9:=]+$/);
    }
  });

  test('begin no line with a quick action', () => {
    for (const { path, content } of renderReport(hostile, { formats: ['issues', 'markdown'] })) {
      if (path.endsWith('.md'))
        expect(String(content).replace(/^( *)(`{3,})\n[\s\S]*?^\1\2$/gm, '')).not.toMatch(/^\s*\//m);
    }
  });
});
