/** A finished run in the contract's form, `report.json`. Every other rendering starts from what this makes. */

import { type Decision, needsPicture, type ProfileAudit } from '../model/audit.ts';
import type { Config, FailOn, Language } from '../model/config.ts';
import type { Kit } from '../model/kit.ts';
import type { Observation } from '../model/observation.ts';
import type {
  Report,
  ReportFinding,
  ReportImage,
  ReportNotice,
  ReportObservation,
  ReportProfile,
  ReportSource,
  ReportSummary,
} from '../model/report.ts';
import type { Words } from '../words/words.ts';

export interface ReportInput {
  readonly id: string;
  readonly toolVersion: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** The run's time, by which ages are counted; of a replay, that of the stored run. */
  readonly now: string;
  readonly complete: boolean;
  readonly language: Language;
  readonly failOn: FailOn;
  readonly minCoverage: number;
  readonly exitCode: number;
  readonly exitReasons: readonly string[];
  readonly partial?: Report['run']['partial'];
  readonly previous?: Report['run']['previous'];
  readonly fixed?: Report['fixed'];
  readonly browser: string | null;
  readonly config: Config;
  readonly audits: readonly ProfileAudit[];
  /** What there is to upload, by the finding's key. */
  readonly kits?: ReadonlyMap<string, Kit>;
  readonly networks: Report['networks'];
  readonly summary: ReportSummary;
  readonly presence: Report['presence'];
  readonly notices: readonly ReportNotice[];
  readonly history: Report['history'];
}

/** What is needed from elsewhere: the observation's public form, the sentences, the actions. */
export interface ReportTools {
  readonly observe: (observation: Observation) => ReportObservation;
  readonly words: Words;
  readonly actions: Readonly<Record<ProfileAudit['verdict'], ReportProfile['action']>>;
}

export function buildReport(input: ReportInput, tools: ReportTools): Report {
  const {
    id,
    startedAt,
    finishedAt,
    complete,
    language,
    failOn,
    minCoverage,
    exitCode,
    exitReasons,
    partial,
    previous,
    browser,
  } = input;
  const run = { id, startedAt, finishedAt, complete, language, failOn, minCoverage, exitCode, exitReasons, browser };
  return {
    schemaVersion: 1,
    tool: { name: 'bijwerken', version: input.toolVersion },
    run: { ...run, ...(partial ? { partial } : {}), ...(previous ? { previous } : {}) },
    brand: { name: input.config.brand.name },
    summary: input.summary,
    profiles: input.audits.map((audit) => profileOf(audit, tools, input)),
    ...(input.fixed ? { fixed: input.fixed } : {}),
    presence: input.presence,
    unlisted: [],
    networks: input.networks,
    notices: input.notices,
    history: input.history,
  };
}

function profileOf(audit: ProfileAudit, tools: ReportTools, { now, kits }: ReportInput): ReportProfile {
  const { visit, reading, verdict, seen, decisions } = audit;
  const { entry, facts } = visit;
  const sources = audit.sources.map((source) => sourceOf(source, verdict, now));
  return {
    id: entry.id,
    network: entry.network,
    networkName: facts.name,
    url: entry.url,
    owner: entry.owner ?? null,
    location: entry.location ?? null,
    verdict,
    action: tools.actions[verdict],
    capture: { outcome: reading.outcome, because: reading.because, sources },
    pin: reading.observation?.pin?.value ?? entry.pin ?? null,
    observation: reading.observation ? withPictures(tools.observe(reading.observation), audit) : null,
    seen,
    editUrl: facts.editUrl,
    removeUrl: facts.removeUrl,
    findings: decisions.map((decision) => findingOf(decision, tools.words, kits?.get(decision.finding.key))),
  };
}

function sourceOf(
  { screenshot, isTooOld, isAgainstRobots, ...source }: ProfileAudit['sources'][number],
  verdict: ProfileAudit['verdict'],
  now: string,
): ReportSource {
  return {
    ...source,
    ...(source.source === 'import' ? { ageDays: daysBetween(source.at, now) } : {}),
    ...(isTooOld ? { tooOld: true } : {}),
    ...(isAgainstRobots ? { robots: true } : {}),
    ...(screenshot && needsPicture({ verdict }) ? { screenshot: `assets/${screenshot.name}` } : {}),
  };
}

const DAY = 86_400_000;

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY));

function withPictures(observation: ReportObservation, { images }: ProfileAudit): ReportObservation {
  const pictured = (image: ReportImage): ReportImage => {
    const found = images.find(({ url }) => url === image.url);
    if (!found) return image;
    const { picture, sha256 } = found;
    return picture
      ? { ...image, sha256, file: `assets/${picture.asset.name}`, width: picture.width, height: picture.height }
      : { ...image, sha256 };
  };
  const { logo, banner } = observation;
  return { ...observation, ...(logo ? { logo: pictured(logo) } : {}), ...(banner ? { banner: pictured(banner) } : {}) };
}

function findingOf(
  { finding, status, severity, waiver, waiverRefused, since, lastSeen, last, isNew, isBack, fixedAt }: Decision,
  words: Words,
  kit: Kit = {},
): ReportFinding {
  const { key, code, args, check, expected, found, normalised, evidence, remedy, advice } = finding;
  const asks = status === 'deviating' || status === 'absent' || status === 'unverifiable';
  return {
    key,
    code,
    args: { ...args },
    check,
    status,
    severity,
    expected,
    found,
    normalised,
    evidence: { items: evidence },
    remedy: {
      text: asks ? words.remedy[code] : null,
      value: remedy?.value ?? null,
      url: remedy?.url ?? null,
      file: remedy?.file ?? null,
      ...kit,
    },
    ...(advice ? { advice } : {}),
    since,
    ...(lastSeen ? { lastSeen } : {}),
    ...(last ? { last } : {}),
    isNew,
    ...(isBack ? { isBack } : {}),
    ...(fixedAt ? { fixedAt } : {}),
    waiver,
    waiverRefused,
  };
}
