/** Builders of reports for tests: what is not said is ordinary. */

import { type Action, VERDICTS, type Verdict } from '../../src/model/audit.ts';
import type { CheckId, EvidenceItem, Facts, FindingCode, Severity } from '../../src/model/finding.ts';
import type { Report, ReportFinding, ReportProfile, ReportSource, ReportSummary } from '../../src/model/report.ts';

export const STARTED = '2026-11-23T02:00:00.000Z';
export const FINISHED = '2026-11-23T02:03:12.000Z';
export const EARLIER = '2026-11-12T02:00:00.000Z';

const ACTIONS: Readonly<Record<Verdict, Action>> = {
  consistent: 'none',
  inconsistent: 'fix',
  dormant: 'delete-or-revive',
  gone: 'remove-from-registry',
  suspended: 'appeal-or-remove',
  'network-closed': 'remove-from-registry',
  'taken-over': 'report-to-network',
  unverifiable: 'look-by-hand',
};

export interface FindingParts {
  readonly severity?: Severity;
  readonly expected?: string | null;
  readonly found?: string | null;
  readonly items?: readonly EvidenceItem[];
  readonly remedy?: Partial<ReportFinding['remedy']>;
  readonly advice?: ReportFinding['advice'];
  readonly isNew?: boolean;
  readonly since?: string;
  readonly waiver?: ReportFinding['waiver'];
  readonly waiverRefused?: ReportFinding['waiverRefused'];
}

/** A finding whose key is filled in by `aProfile`. */
export function aFinding<C extends FindingCode>(
  check: CheckId,
  status: ReportFinding['status'],
  code: C,
  args: Facts[C],
  parts: FindingParts = {},
): ReportFinding {
  const { items = [], remedy, ...rest } = parts;
  return {
    key: check,
    code,
    args: { ...args },
    check,
    status,
    severity: 'error',
    expected: null,
    found: null,
    normalised: null,
    evidence: { items },
    remedy: { text: null, value: null, url: null, file: null, ...remedy },
    since: parts.isNew ? STARTED : EARLIER,
    isNew: false,
    waiver: null,
    waiverRefused: null,
    ...rest,
  };
}

export function aSource(url: string, parts: Partial<ReportSource> = {}): ReportSource {
  return {
    source: 'http',
    outcome: 'profile',
    because: 'the canonical address names the handle',
    look: 1,
    status: 200,
    requestedUrl: url,
    finalUrl: url,
    at: '2026-11-23T02:00:41.000Z',
    sha256: '3fa94be6e6cf1e0a9b3b1f63c1d5c6a0e3a0c3b1a1f9f0c4de1d3b7a90c2f5e1',
    ...parts,
  };
}

type ProfileParts = Partial<Omit<ReportProfile, 'findings' | 'capture'>> & {
  readonly sources?: readonly ReportSource[];
};

export function aProfile(
  id: string,
  [network, networkName, url]: readonly [string, string, string],
  verdict: Verdict,
  findings: readonly ReportFinding[],
  { sources = [aSource(url)], ...parts }: ProfileParts = {},
): ReportProfile {
  const last = sources.at(-1);
  return {
    id,
    network,
    networkName,
    url,
    owner: 'team-communicatie@voorbeeld.nl',
    location: null,
    verdict,
    action: ACTIONS[verdict],
    capture: { outcome: last?.outcome ?? 'unreadable', because: last?.because ?? 'nothing was asked', sources },
    pin: null,
    observation: null,
    seen: { fields: 9, of: 9, unseen: [] },
    editUrl: null,
    removeUrl: null,
    ...parts,
    findings: findings.map((finding) => ({ ...finding, key: `${id}/${finding.check}` })),
  };
}

export function aSummary(
  profiles: readonly ReportProfile[],
  sincePrevious: ReportSummary['sincePrevious'],
): ReportSummary {
  const count = (verdict: Verdict) => profiles.filter((profile) => profile.verdict === verdict).length;
  const wrong = profiles
    .flatMap(({ findings }) => findings)
    .filter(({ status }) => status === 'deviating' || status === 'absent');
  const of = (severity: Severity) => wrong.filter((finding) => finding.severity === severity).length;
  const fields = profiles.reduce((sum, { seen }) => sum + seen.fields, 0);
  const all = profiles.reduce((sum, { seen }) => sum + seen.of, 0);
  return {
    profiles: profiles.length,
    verdicts: {
      consistent: 0,
      inconsistent: 0,
      dormant: 0,
      gone: 0,
      suspended: 0,
      'network-closed': 0,
      'taken-over': 0,
      unverifiable: 0,
      ...Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])),
    },
    findings: { error: of('error'), warning: of('warning'), info: of('info') },
    coverage: {
      profiles: profiles.length === 0 ? 0 : round(1 - count('unverifiable') / profiles.length),
      fields: all === 0 ? 0 : round(fields / all),
    },
    sincePrevious,
  };
}

const round = (share: number) => Math.round(share * 10_000) / 10_000;

export function aReport(profiles: readonly ReportProfile[], parts: Partial<Report> = {}): Report {
  const summary = aSummary(profiles, null);
  return {
    schemaVersion: 1,
    tool: { name: 'bijwerken', version: '0.1.0' },
    run: {
      id: '2026-11-23T02-00-00Z',
      startedAt: STARTED,
      finishedAt: FINISHED,
      complete: true,
      language: 'nl',
      failOn: 'error',
      minCoverage: 0.25,
      exitCode: 1,
      exitReasons: ['findings'],
      browser: 'Chromium 147',
    },
    brand: { name: 'Stichting Voorbeeld' },
    summary,
    profiles,
    presence: [],
    unlisted: [],
    networks: [],
    notices: [],
    history: [],
    ...parts,
  };
}
