/** One profile, from what was captured of it to its verdict: read → check → decide. Knows no network and no check. */

import { failedFinding, failedReading } from './decide/failed.ts';
import { isLost } from './decide/health.ts';
import { decideFindings } from './decide/policy.ts';
import { fieldsStoodIn } from './decide/series.ts';
import { seenOf, verdictOf } from './decide/verdict.ts';
import { assetOf } from './model/asset.ts';
import type { AuditedImage, AuditedSource, ProfileAudit, Together, Visit } from './model/audit.ts';
import { type Capture, type CapturedImage, isLoaded, type ProfileCapture } from './model/capture.ts';
import type { Context } from './model/check.ts';
import type { Settings } from './model/config.ts';
import type { Doubts } from './model/control.ts';
import type { CheckId, Finding, Severity } from './model/finding.ts';
import type { ProfileReading } from './model/observation.ts';
import type { PreviousFindings } from './model/previous.ts';
import { UserError } from './model/problem.ts';

/** The pure stages that a profile goes through, passed in. */
export interface ProfileStages {
  readonly read: (visit: Visit, captures: readonly Capture[], doubts?: Doubts) => ProfileReading;
  readonly judge: (context: Context) => Promise<readonly Finding[]>;
  /** What the profiles of the run say of each other: further findings, by profile. */
  readonly judgeTogether: (
    audits: readonly ProfileAudit[],
    together: Together,
  ) => ReadonlyMap<string, readonly Finding[]> | Promise<ReadonlyMap<string, readonly Finding[]>>;
  /** Re-encodes a captured image for the report; null when it is none. */
  readonly picture: (bytes: Uint8Array) => Promise<AuditedImage['picture']>;
  readonly severities: Readonly<Partial<Record<CheckId, Severity>>>;
}

export interface RunInput {
  readonly visits: readonly Visit[];
  readonly settings: Settings;
  readonly previous: PreviousFindings | null;
  /** Pictures that waivers accept, by the hash that they name. */
  readonly accepted?: ReadonlyMap<string, Uint8Array>;
  /** The run's time: ISO 8601. Waivers and campaigns are judged by it. */
  readonly now: string;
}

/** A bug in one stage costs one profile its answer, never the run; mistakes of the user are told at once. */
export async function attempt<T>(
  task: () => T | Promise<T>,
  otherwise: (error: unknown) => T | Promise<T>,
): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof UserError) throw error;
    return await otherwise(error);
  }
}

/** Never throws for what a stage does. */
export const auditProfile = (
  visit: Visit,
  capture: ProfileCapture,
  doubts: Doubts,
  input: RunInput,
  stages: ProfileStages,
): Promise<ProfileAudit> => {
  const failed = (error: unknown) => failedAudit(visit, capture, input, stages, error);
  return attempt(() => judgedAudit(visit, capture, doubts, input, stages), failed);
};

/** All that were judged by themselves, beside each other: findings are added, none is judged anew. */
export async function besideEachOther(
  audits: readonly ProfileAudit[],
  input: RunInput,
  { judgeTogether, severities }: ProfileStages,
): Promise<ProfileAudit[]> {
  const { settings, previous, now, accepted } = input;
  const stoodIn = (key: string) => fieldsStoodIn(previous?.get(key));
  const together = { settings, stoodIn, ...(accepted ? { accepted } : {}) };
  const none: ReadonlyMap<string, readonly Finding[]> = new Map();
  const found = await attempt(
    () => judgeTogether(audits, together),
    () => none,
  );
  return audits.map((audit) => {
    const { entry } = audit.visit;
    const more = decideFindings(found.get(entry.id) ?? [], { entry, settings, severities, now, previous });
    const decisions = [...audit.decisions, ...more];
    if (more.length === 0) return audit;
    const assets = [...audit.assets, ...more.flatMap(({ finding }) => finding.assets ?? [])];
    return { ...audit, decisions, assets, verdict: verdictIn(audit.visit, audit.reading, decisions) };
  });
}

async function judgedAudit(
  visit: Visit,
  capture: ProfileCapture,
  doubts: Doubts,
  input: RunInput,
  stages: ProfileStages,
): Promise<ProfileAudit> {
  const reading = stages.read(visit, capture.captures, doubts);
  const findings = await stages.judge(contextOf(visit, reading, capture, input));
  return await decided(visit, capture, reading, findings, input, stages);
}

/** Everything of it is called unseen, as far as the checks can still be asked. */
async function failedAudit(
  visit: Visit,
  capture: ProfileCapture,
  input: RunInput,
  stages: ProfileStages,
  error: unknown,
): Promise<ProfileAudit> {
  const reading = failedReading(error, capture.captures.at(-1)?.at ?? input.now);
  const context = contextOf(visit, reading, { images: [] }, input);
  const findings = await attempt(
    () => stages.judge(context),
    () => [],
  );
  const others = findings.filter(({ check }) => check !== 'presence.exists');
  return await decided(visit, capture, reading, [failedFinding(visit, error), ...others], input, stages);
}

const contextOf = (
  { entry, facts, expectation }: Visit,
  reading: ProfileReading,
  { images, links = [] }: Pick<ProfileCapture, 'images' | 'links'>,
  { now, settings, accepted }: RunInput,
): Context => {
  const { id: profile, seen = [], waivers = [] } = entry;
  const own = [...(accepted ?? [])].filter(([hash]) => waivers.some(({ accepts }) => accepts === hash));
  const hand = seen.length > 0 ? { hand: { looks: seen, validFor: settings.handSeenFor } } : {};
  return {
    profile,
    network: facts,
    expectation,
    reading,
    images,
    links,
    ...hand,
    ...(own.length > 0 ? { accepted: new Map(own) } : {}),
    at: reading.at || now,
    now,
  };
};

async function decided(
  visit: Visit,
  capture: ProfileCapture,
  reading: ProfileReading,
  findings: readonly Finding[],
  { settings, previous, now }: RunInput,
  { severities, picture }: ProfileStages,
): Promise<ProfileAudit> {
  const decisions = decideFindings(findings, { entry: visit.entry, settings, severities, now, previous });
  return {
    visit,
    reading,
    decisions,
    verdict: verdictIn(visit, reading, decisions),
    seen: seenOf(decisions),
    assets: decisions.flatMap(({ finding }) => finding.assets ?? []),
    sources: sourcesOf(capture, reading),
    images: await Promise.all(capture.images.map(async (image) => await audited(image, picture))),
  };
}

const verdictIn = ({ closed }: Visit, { outcome, observation }: ProfileReading, decisions: ProfileAudit['decisions']) =>
  verdictOf(decisions, closed ? null : outcome, observation);

async function audited(image: CapturedImage, picture: ProfileStages['picture']): Promise<AuditedImage> {
  const encoded = () => (isLoaded(image) ? picture(image.bytes) : null);
  return { url: image.url, sha256: image.sha256, picture: await attempt(encoded, () => null) };
}

export const sourcesOf = ({ captures }: ProfileCapture, reading: ProfileReading): AuditedSource[] =>
  captures.map((each, index) => sourceOf(each, reading, index));

/** The evidence of one source: what was asked, what came, and what it was taken for. */
function sourceOf(capture: Capture, reading: ProfileReading, index: number): AuditedSource {
  const { source, look, at, documents, screenshot } = capture;
  const main = documents[0];
  const judged = reading.readings[index];
  return {
    source,
    look,
    at,
    outcome: judged?.outcome ?? 'unreadable',
    because: judged?.because ?? '',
    status: main?.status ?? 0,
    requestedUrl: main?.requestedUrl ?? '',
    finalUrl: main?.finalUrl ?? '',
    sha256: main?.sha256 ?? '',
    ...(judged?.token ? { token: judged.token } : {}),
    ...(judged?.isTooOld ? { isTooOld: true } : {}),
    ...(judged?.isAgainstRobots ? { isAgainstRobots: true } : {}),
    isLost: judged !== undefined && isLost([capture], { readings: [judged] }),
    ...(screenshot ? { screenshot: assetOf(screenshot) } : {}),
  };
}
