import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { networksOf } from '../../src/decide/networks.ts';
import { summarise } from '../../src/decide/outcome.ts';
import { ACTIONS } from '../../src/decide/verdict.ts';
import { assetOf } from '../../src/model/asset.ts';
import type { AuditedSource, Decision, ProfileAudit, Verdict } from '../../src/model/audit.ts';
import { publicObservation } from '../../src/read/public.ts';
import { buildReport, type ReportInput } from '../../src/report/build.ts';
import { catalogue } from '../../src/words/index.ts';
import { anAudit, decision, finding } from '../support/decisions.ts';
import { AT, aContext, anObservation } from '../support/subject.ts';
import { aConfiguration, aVisit } from '../support/visits.ts';

const schema: unknown = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validate = ajv.compile(typeof schema === 'object' && schema !== null ? schema : {});

function built(audits: readonly ProfileAudit[], parts: Partial<ReportInput> = {}) {
  const input: ReportInput = {
    id: '2026-11-23T02-00-00Z',
    toolVersion: '0.1.0',
    startedAt: AT,
    finishedAt: AT,
    now: AT,
    complete: true,
    language: 'nl',
    failOn: 'error',
    minCoverage: 0.25,
    exitCode: 0,
    exitReasons: [],
    browser: null,
    config: aConfiguration(),
    audits,
    networks: networksOf(audits, []),
    summary: summarise(audits, null),
    presence: [],
    notices: [],
    history: [],
    ...parts,
  };
  const report = buildReport(input, { observe: publicObservation, words: catalogue('nl'), actions: ACTIONS });
  validate(JSON.parse(JSON.stringify(report)));
  expect(validate.errors ?? []).toEqual([]);
  return report;
}

const profile = (parts: Partial<ProfileAudit> = {}) => {
  const [made] = built([anAudit(parts)]).profiles;
  if (!made) throw new Error('The profile is lost.');
  return made;
};

const aSource = (parts: Partial<AuditedSource> = {}): AuditedSource => ({
  source: 'http',
  look: 1,
  at: AT,
  outcome: 'profile',
  because: 'x',
  status: 200,
  requestedUrl: 'https://netwerk.example/p',
  finalUrl: 'https://netwerk.example/p',
  sha256: 'a'.repeat(64),
  isLost: false,
  ...parts,
});

describe('the run', () => {
  test('of nothing is a whole report', () => {
    expect(built([])).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'bijwerken', version: '0.1.0' },
      brand: { name: 'Voorbeeld' },
      profiles: [],
      unlisted: [],
      networks: [],
    });
    expect(built([]).run).not.toHaveProperty('partial');
  });

  test('says how it was narrowed', () => {
    expect(built([], { partial: { only: ['a'] } }).run.partial).toEqual({ only: ['a'] });
  });
});

describe('a profile', () => {
  test('with nothing but what it must have', () => {
    expect(profile()).toMatchObject({
      owner: null,
      location: null,
      pin: null,
      findings: [],
      observation: {},
      action: 'none',
    });
  });

  test('takes its pin from the page, or from the file', () => {
    const visit = aVisit({ pin: 'from the file' });
    const seen = aContext({ values: { pin: 'from the page' } }).reading;
    expect(profile({ visit }).pin).toBe('from the file');
    expect(profile({ visit, reading: seen }).pin).toBe('from the page');
    expect(profile({ visit, reading: { ...seen, observation: anObservation({ pin: null }) } }).pin).toBe(
      'from the file',
    );
  });

  test('that was not seen has no observation', () => {
    const reading = { ...aContext().reading, outcome: 'login-wall' as const, observation: null };
    expect(profile({ reading, verdict: 'unverifiable' })).toMatchObject({
      observation: null,
      capture: { outcome: 'login-wall' },
      action: 'look-by-hand',
    });
  });

  const screenshot = assetOf(Uint8Array.of(1));
  test.each<readonly [Verdict, boolean]>([
    ['consistent', false],
    ['inconsistent', true],
    ['unverifiable', true],
    ['gone', true],
  ])('that is %s shows its screenshot: %s', (verdict, isShown) => {
    const [source] = profile({ verdict, sources: [aSource({ screenshot })] }).capture.sources;
    expect(source?.screenshot).toBe(isShown ? `assets/${screenshot.name}` : undefined);
  });

  test('pictures are joined to what the page named, by their address', () => {
    const url = 'https://cdn.example/logo.png';
    const reading = aContext({
      values: { logo: { url, width: 1, height: 1 }, banner: { url: 'https://cdn.example/b.png' } },
    }).reading;
    const asset = assetOf(Uint8Array.of(2));
    const image = { url, sha256: 'b'.repeat(64), picture: { asset, width: 400, height: 300 } };
    const { observation } = profile({ reading, images: [image] });
    expect(observation?.logo).toMatchObject({
      url,
      sha256: 'b'.repeat(64),
      file: `assets/${asset.name}`,
      width: 400,
      height: 300,
    });
    expect(observation?.banner).not.toHaveProperty('file');
    const broken = profile({ reading, images: [{ ...image, picture: null }] }).observation?.logo;
    expect(broken).toMatchObject({ url, sha256: 'b'.repeat(64), width: 1, height: 1 });
    expect(broken).not.toHaveProperty('file');
  });
});

describe('a finding', () => {
  const of = (each: Decision) => profile({ decisions: [each] }).findings[0];

  test('carries its decision', () => {
    const waiver = { check: 'info.name' as const, accepts: 'x', reason: 'r', owner: 'o', until: '2027-01-31' };
    const made = decision(finding('info.name', 'deviating', { found: 'F', expected: 'E', normalised: 'f' }), {
      status: 'waived',
      severity: 'warning',
      waiver,
      since: '2026-01-01T00:00:00.000Z',
    });
    expect(of(made)).toEqual({
      key: 'p/info.name',
      code: 'name.differs',
      args: {},
      check: 'info.name',
      status: 'waived',
      severity: 'warning',
      expected: 'E',
      found: 'F',
      normalised: 'f',
      evidence: { items: [] },
      remedy: { text: null, value: null, url: null, file: null },
      since: '2026-01-01T00:00:00.000Z',
      isNew: false,
      waiver,
      waiverRefused: null,
    });
  });

  test('that could not be seen tells what was last seen', () => {
    expect(of(decision(finding('info.name', 'unverifiable'), { lastSeen: 'deviating' }))).toMatchObject({
      lastSeen: 'deviating',
    });
  });

  test.each<readonly ['ok' | 'deviating' | 'absent' | 'unverifiable' | 'not-applicable', boolean]>([
    ['ok', false],
    ['not-applicable', false],
    ['deviating', true],
    ['absent', true],
    ['unverifiable', true],
  ])('%s: a remedy in words: %s', (status, asks) => {
    const remedy = { url: 'https://netwerk.example/edit' };
    const made = of(decision(finding('info.name', status, { remedy })))?.remedy;
    expect([typeof made?.text === 'string', made?.url, made?.file]).toEqual([asks, remedy.url, null]);
  });
});

test('networks: how often each source was asked, and what it gave', () => {
  const audits = [
    anAudit({
      visit: aVisit({ id: 'a', network: 'x' }),
      sources: [aSource(), aSource({ source: 'browser', outcome: 'login-wall' })],
    }),
    anAudit({ visit: aVisit({ id: 'b', network: 'y' }) }),
    anAudit({
      visit: aVisit({ id: 'c', network: 'x' }),
      sources: [aSource({ outcome: 'not-found' }), aSource({ outcome: 'not-found', look: 2 })],
    }),
  ];
  expect(built(audits).networks).toEqual([
    {
      network: 'x',
      sources: [
        { source: 'http', asked: 3, outcomes: { profile: 1, 'not-found': 2 }, blind: false, reader: 'fits' },
        { source: 'browser', asked: 1, outcomes: { 'login-wall': 1 }, blind: false, reader: 'fits' },
      ],
    },
    { network: 'y', sources: [] },
  ]);
});
