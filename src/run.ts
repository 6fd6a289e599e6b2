/** The pipeline. Read `runAudit` to know the program: capture → read → check → decide, profile by profile. */

import pLimit from 'p-limit';
import { decideFindings, type PreviousFindings } from './decide/policy.ts';
import { seenOf, verdictOf } from './decide/verdict.ts';
import { assetOf } from './model/asset.ts';
import type { AuditedImage, AuditedSource, ProfileAudit, Visit } from './model/audit.ts';
import type { Capture, CapturedImage, ProfileCapture } from './model/capture.ts';
import type { Context } from './model/check.ts';
import type { Settings } from './model/config.ts';
import type { CheckId, Finding, Severity } from './model/finding.ts';
import type { ProfileReading } from './model/observation.ts';

/** Where captures come from: the web, or a folder saved on another night. */
export interface Captures {
  first(visit: Visit, signal: AbortSignal): Promise<ProfileCapture>;
  /** Asks once more about an absence, after all others were asked; null when it cannot be asked. */
  again(visit: Visit, first: ProfileCapture, signal: AbortSignal): Promise<ProfileCapture>;
  /** Keeps what was captured as evidence; gives it back as it will be read from there. */
  keep(capture: ProfileCapture): Promise<ProfileCapture>;
}

/** The pure stages, passed in: the engine knows no network and no check. */
export interface Stages {
  readonly captures: Captures;
  readonly read: (visit: Visit, captures: readonly Capture[]) => ProfileReading;
  readonly needsSecondLook: (reading: ProfileReading) => boolean;
  readonly judge: (context: Context) => Promise<readonly Finding[]>;
  /** Re-encodes a captured image for the report; null when it is none. */
  readonly picture: (bytes: Uint8Array) => Promise<AuditedImage['picture']>;
  readonly severities: Readonly<Partial<Record<CheckId, Severity>>>;
  readonly onStart?: (visit: Visit) => void;
  readonly onDone?: (audit: ProfileAudit) => void;
}

export interface RunInput {
  readonly visits: readonly Visit[];
  readonly settings: Settings;
  readonly previous: PreviousFindings | null;
  /** The run's time: ISO 8601. Waivers and campaigns are judged by it. */
  readonly now: string;
}

export interface RunResult {
  /** In the order of profiles.json. */
  readonly audits: readonly ProfileAudit[];
  /** False when not every planned profile was tried. */
  readonly complete: boolean;
}

export async function runAudit(input: RunInput, stages: Stages, signal: AbortSignal): Promise<RunResult> {
  const { captures, read, needsSecondLook } = stages;
  const limit = pLimit(input.settings.concurrency);
  const audits = new Map<string, ProfileAudit>();
  const doubtful: { visit: Visit; capture: ProfileCapture }[] = [];

  const conclude = async (visit: Visit, captured: ProfileCapture) => {
    const audit = await auditProfile(visit, await captures.keep(captured), input, stages);
    audits.set(visit.entry.id, audit);
    stages.onDone?.(audit);
  };
  const firstLook = async (visit: Visit) => {
    if (signal.aborted) return;
    stages.onStart?.(visit);
    const capture = visit.network === null ? nothingFetched(visit) : await captures.first(visit, signal);
    // What an interruption cut off is no observation.
    if (signal.aborted) return;
    if (needsSecondLook(read(visit, capture.captures))) doubtful.push({ visit, capture });
    else await conclude(visit, capture);
  };
  const secondLook = async ({ visit, capture }: { visit: Visit; capture: ProfileCapture }) => {
    const again = signal.aborted ? capture : await captures.again(visit, capture, signal);
    await conclude(visit, again);
  };
  await Promise.all(input.visits.map((visit) => limit(firstLook, visit)));
  await Promise.all(doubtful.map((each) => limit(secondLook, each)));
  const done = input.visits.flatMap(({ entry }) => audits.get(entry.id) ?? []);
  return { audits: done, complete: done.length === input.visits.length && !signal.aborted };
}

async function auditProfile(
  visit: Visit,
  capture: ProfileCapture,
  { settings, previous, now }: RunInput,
  { read, judge, severities, picture }: Stages,
): Promise<ProfileAudit> {
  const { entry, facts, expectation, closed } = visit;
  const reading = read(visit, capture.captures);
  const context: Context = {
    profile: entry.id,
    network: facts,
    expectation,
    reading,
    images: capture.images,
    at: reading.at || now,
    now,
  };
  const decisions = decideFindings(await judge(context), { entry, settings, severities, now, previous });
  return {
    visit,
    reading,
    decisions,
    verdict: verdictOf(decisions, closed ? null : reading.outcome, reading.observation),
    seen: seenOf(decisions),
    assets: decisions.flatMap(({ finding }) => finding.assets ?? []),
    sources: capture.captures.map((each, index) => sourceOf(each, reading, index)),
    images: await Promise.all(capture.images.map(async (image) => await audited(image, picture))),
  };
}

const nothingFetched = ({ entry }: Visit): ProfileCapture => ({
  profile: entry.id,
  network: entry.network,
  url: entry.url,
  captures: [],
  images: [],
});

async function audited({ url, sha256, bytes }: CapturedImage, picture: Stages['picture']): Promise<AuditedImage> {
  return { url, sha256, picture: bytes.length > 0 ? await picture(bytes) : null };
}

/** The evidence of one source: what was asked, what came, and what it was taken for. */
function sourceOf(
  { source, look, at, documents, screenshot }: Capture,
  reading: ProfileReading,
  index: number,
): AuditedSource {
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
    ...(screenshot ? { screenshot: assetOf(screenshot) } : {}),
  };
}
