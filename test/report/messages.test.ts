/** Slack, Teams and the webhook: the report's counts, within their limits, and no markup out of foreign text. */

import { describe, expect, test } from 'vitest';
import { isWrong } from '../../src/report/facts.ts';
import { isWorthTelling, newsOf } from '../../src/report/news.ts';
import { scopedTo } from '../../src/report/scope.ts';
import { slackMessage } from '../../src/report/slack.ts';
import { teamsMessage } from '../../src/report/teams.ts';
import { webhookBody } from '../../src/report/webhook.ts';
import { catalogue } from '../../src/words/index.ts';
import { aFinding, aProfile, aReport, aSummary } from './building.ts';
import { hostile } from './hostile.ts';
import { typical } from './typical.ts';

const OPTIONS = { words: catalogue('nl'), reportUrl: 'https://ci.example/job/1', ownerName: (owner: string) => owner };
const X = ['x', 'X', 'https://x.com/voorbeeld'] as const;
const MENTION = '<!channel> <@U123> <https://kwaad.example|klik> & @here *vet* :smile:';
const MARKDOWN = '[klik](https://kwaad.example) **vet** # kop <at>Jan</at>';

const saying = (text: string) =>
  aReport([
    aProfile('x-main', ['x', text, 'https://x.com/a'], 'inconsistent', [
      aFinding('info.bio', 'deviating', 'bio.former-name', { former: text }, { expected: text, found: text }),
    ]),
  ]);

/** More than any channel takes. */
const huge = (() => {
  const bio = '<&>"\n'.repeat(500);
  const profiles = Array.from({ length: 200 }, (_, index) =>
    aProfile(`x-${index}`, X, 'inconsistent', [
      aFinding(
        'info.bio',
        'deviating',
        'bio.differs',
        { similarity: 0 },
        { expected: bio, found: bio, isNew: index < 100 },
      ),
      aFinding('info.name', 'deviating', 'name.differs', {}, { expected: bio, found: bio }),
    ]),
  );
  return aReport(profiles, { summary: aSummary(profiles, { new: 100, fixed: 0 }) });
})();

const REPORTS = { typical, hostile, huge };

describe('Slack', () => {
  test.each(Object.entries(REPORTS))('takes it: %s', (_, report) => {
    const { blocks, text } = slackMessage(report, OPTIONS);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(text.length).toBeLessThanOrEqual(3_000);
    for (const block of blocks) {
      if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(150);
      if (block.type !== 'section') continue;
      expect(block.text.text.length).toBeGreaterThan(0);
      expect(block.text.text.length).toBeLessThanOrEqual(3_000);
      for (const field of block.fields ?? []) expect(field.text.length).toBeLessThanOrEqual(2_000);
    }
  });

  test('says what the report says', () => {
    const told = JSON.stringify(slackMessage(typical, OPTIONS));
    expect(told).toContain('Stichting Voorbeeld: 3 nieuw, 1 opgelost, 8 te doen');
    expect(told).toContain('7 profielen vragen iets van u; 3 daarvan zijn nieuw.');
    expect(told).toContain('<https://ci.example/job/1|Open het hele rapport>');
    expect(told).toContain('Hoort te zijn:\\nUC-demo-0001');
  });

  test('foreign text mentions nobody and links to nothing', () => {
    const { blocks } = slackMessage(saying(MENTION), { ...OPTIONS, reportUrl: null });
    const texts = blocks.flatMap((block) => {
      if (block.type === 'divider') return [];
      return block.type === 'context'
        ? block.elements
        : [block.text, ...(block.type === 'section' ? (block.fields ?? []) : [])];
    });
    expect(texts.some(({ text }) => text.includes('&lt;!channel&gt;'))).toBe(true);
    for (const { text, type } of texts) {
      expect(text).not.toMatch(/[<>]/);
      expect(text.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
      if (text.includes('channel')) expect(type).toBe('plain_text');
    }
  });

  test('an entity is never cut in half', () => {
    for (const block of slackMessage(huge, OPTIONS).blocks) {
      if (block.type !== 'section') continue;
      for (const { text } of [block.text, ...(block.fields ?? [])]) expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
    }
  });
});

describe('Teams', () => {
  test.each(Object.entries(REPORTS))('takes it: %s', (_, report) => {
    const message = teamsMessage(report, OPTIONS);
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(28_000);
    expect(message.type).toBe('message');
    const [{ contentType, content }] = message.attachments;
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
    expect(content.body.length).toBeGreaterThan(3);
  });

  test('says what the report says', () => {
    const told = JSON.stringify(teamsMessage(typical, OPTIONS));
    expect(told).toContain('7 profielen vragen iets van u; 3 daarvan zijn nieuw.');
    expect(told).toContain('Sinds de vorige controle: 3 nieuwe bevindingen en 1 opgelost.');
    expect(told).toContain('https://ci.example/job/1');
  });

  test('foreign text stands where no markup is read', () => {
    const [{ content }] = teamsMessage(saying(MARKDOWN), { ...OPTIONS, reportUrl: null }).attachments;
    expect(content.actions).toBeUndefined();
    const runs = content.body.flatMap(({ inlines }) => inlines);
    expect(runs.some(({ text }) => text.includes(MARKDOWN))).toBe(true);
    expect(new Set(content.body.map(({ type }) => type))).toEqual(new Set(['RichTextBlock']));
    expect(new Set(runs.map(({ type }) => type))).toEqual(new Set(['TextRun']));
  });
});

describe('the webhook', () => {
  test('agrees with report.json on every count', () => {
    const body = webhookBody(typical, catalogue('nl'), null);
    expect(body.summary).toEqual(typical.summary);
    expect(body.findings).toHaveLength(typical.profiles.flatMap(({ findings }) => findings).filter(isWrong).length);
    const by = (severity: string) => body.findings.filter((finding) => finding.severity === severity).length;
    expect({ error: by('error'), warning: by('warning'), info: by('info') }).toEqual(typical.summary.findings);
    expect(body.findings.filter(({ isNew }) => isNew)).toHaveLength(typical.summary.sincePrevious?.new ?? -1);
    expect(body.counts).toEqual({ fresh: 3, back: 0, fixed: 1, asking: 8, unseen: 4 });
    expect(body.missingNetworks).toEqual(['threads']);
  });

  test('is bounded, and says what it left out', () => {
    const profiles = Array.from({ length: 1_200 }, (_, index) =>
      aProfile(`x-${index}`, X, 'inconsistent', [
        aFinding('info.name', 'deviating', 'name.differs', {}, { expected: 'a', found: 'b'.repeat(9_000) }),
      ]),
    );
    const body = webhookBody(aReport(profiles), catalogue('nl'), 'javascript:alert(1)');
    expect(body.findings).toHaveLength(1_000);
    expect(body.findingsLeftOut).toBe(200);
    expect(body.findings[0]?.found).toHaveLength(2_001);
    expect(body.reportUrl).toBe(null);
  });
});

describe('whether a night is worth telling', () => {
  const wrong = (isNew: boolean) => aFinding('info.name', 'deviating', 'name.differs', {}, { isNew });
  const night = (isNew: boolean | null, since: { new: number; fixed: number } | null, exitCode = 0) => {
    const profiles = isNew === null ? [] : [aProfile('x-main', X, 'inconsistent', [wrong(isNew)])];
    const report = aReport(profiles, { summary: aSummary(profiles, since) });
    return { ...report, run: { ...report.run, exitCode } };
  };

  test.each([
    ['something new', night(true, { new: 1, fixed: 0 }), [true, false]],
    ['nothing new', night(false, { new: 0, fixed: 0 }), [false, false]],
    ['only something put right', night(false, { new: 0, fixed: 1 }), [false, false]],
    ['a first run with work', night(false, null), [true, false]],
    ['a first run without', night(null, null), [false, false]],
    ['a failing run', night(false, { new: 0, fixed: 0 }, 1), [false, true]],
    ['a run that failed for others', night(null, { new: 0, fixed: 0 }, 1), [false, false]],
    ['a run that was not completed', night(null, { new: 0, fixed: 0 }, 3), [false, true]],
  ])('%s', (_, report, [onNews, onFailure]) => {
    expect(isWorthTelling(report, 'new-findings')).toBe(onNews);
    expect(isWorthTelling(report, 'failure')).toBe(onFailure);
    expect(isWorthTelling(report, 'always')).toBe(true);
  });
});

describe('a part of a report', () => {
  test('of every profile has the counts of the whole', () => {
    const all = scopedTo(typical, new Set(typical.profiles.map(({ id }) => id)));
    const { sincePrevious: _, ...summary } = typical.summary;
    expect(all.summary).toMatchObject(summary);
    expect(newsOf(all).fresh).toBe(newsOf(typical).fresh);
  });

  test('of some is about those alone', () => {
    const part = scopedTo(
      { ...typical, fixed: [{ key: 'hyves/info.name', profile: 'hyves', check: 'info.name' }] },
      new Set(['youtube-main', 'website']),
    );
    expect(part.profiles.map(({ id }) => id)).toEqual(['website', 'youtube-main']);
    expect(part.summary.sincePrevious).toEqual({ new: 1, fixed: 0 });
    expect(part.summary.verdicts).toMatchObject({ 'taken-over': 1, consistent: 1, inconsistent: 0 });
    expect(part.fixed).toEqual([]);
    expect(part.presence).toEqual([]);
    expect(part.summary.findings).toEqual({ error: 1, warning: 0, info: 0 });
  });
});
