/** The pipeline. Read `runAudit` to know the program: capture → read → check → decide, profile by profile; then all together. */

import pLimit from 'p-limit';
import {
  attempt,
  auditProfile,
  besideEachOther,
  type ProfileStages,
  type RunInput,
  sourcesOf,
} from './auditProfile.ts';
import { failedCapture } from './decide/failed.ts';
import { withInboundLinks } from './decide/inbound.ts';
import { needsPicture, type ProfileAudit, type Visit } from './model/audit.ts';
import type { ProfileCapture } from './model/capture.ts';
import type { Doubts } from './model/control.ts';
import type { ProfileReading } from './model/observation.ts';

/** Where captures come from: the web, or a folder saved on another night. */
export interface Captures {
  first(visit: Visit, signal: AbortSignal): Promise<ProfileCapture>;
  /** Asks once more about an absence, after all others were asked; the first look when it cannot be asked. */
  again(visit: Visit, first: ProfileCapture, signal: AbortSignal): Promise<ProfileCapture>;
  /** Adds a picture of the page to what deviates, where none was taken; the capture itself when there is none to take. */
  photograph(capture: ProfileCapture, reading: ProfileReading, signal: AbortSignal): Promise<ProfileCapture>;
  /** Keeps what was captured as evidence; gives it back as it will be read from there. */
  keep(capture: ProfileCapture): Promise<ProfileCapture>;
}

/** The pure stages, passed in: the engine knows no network and no check. */
export interface Stages extends ProfileStages {
  readonly captures: Captures;
  readonly needsSecondLook: (reading: ProfileReading) => boolean;
  /** Which of the sources that a profile was captured through cannot be believed tonight. */
  readonly doubtsOf: (
    visit: Visit,
    capture: ProfileCapture,
    reading: ProfileReading,
    signal: AbortSignal,
  ) => Promise<Doubts>;
  readonly onStart?: (visit: Visit) => void;
  readonly onDone?: (audit: ProfileAudit) => void;
  /** After all are done: beside the others, this profile got another verdict than `onDone` told. */
  readonly onChanged?: (audit: ProfileAudit) => void;
}

export interface RunResult {
  /** In the order of profiles.json. */
  readonly audits: readonly ProfileAudit[];
  /** False when not every planned profile was tried. */
  readonly complete: boolean;
}

export async function runAudit(input: RunInput, stages: Stages, signal: AbortSignal): Promise<RunResult> {
  const { captures, read, needsSecondLook } = stages;
  const audits = new Map<string, ProfileAudit>();
  const doubtful: { visit: Visit; capture: ProfileCapture }[] = [];

  const doubtsOf = (visit: Visit, capture: ProfileCapture, within: AbortSignal) =>
    attempt(
      () => stages.doubtsOf(visit, capture, read(visit, capture.captures), within),
      () => ({ blind: [], unclear: capture.captures.map(({ source }) => source) }),
    );
  const conclude = async (visit: Visit, captured: ProfileCapture, within: AbortSignal) => {
    const kept = await captures.keep(captured);
    const judged = await auditProfile(visit, kept, await doubtsOf(visit, kept, within), input, stages);
    const audit = needsPicture(judged) ? await pictured(judged, kept, captures, within) : judged;
    audits.set(visit.entry.id, audit);
    stages.onDone?.(audit);
  };
  const firstLook = async (visit: Visit, within: AbortSignal) => {
    if (within.aborted) return;
    stages.onStart?.(visit);
    const failed = (error: unknown) => failedCapture(visit, error, input.now);
    const fetched = () => attempt(() => captures.first(visit, within), failed);
    const capture = visit.network === null ? nothingFetched(visit) : await fetched();
    // What an interruption cut off is no observation.
    if (within.aborted) return;
    const isDoubtful = await attempt(
      () => needsSecondLook(read(visit, capture.captures)),
      () => false,
    );
    if (isDoubtful) doubtful.push({ visit, capture });
    else await conclude(visit, capture, within);
  };
  // An absence that could not be looked at again stays unconfirmed.
  const secondLook = async ({ visit, capture }: { visit: Visit; capture: ProfileCapture }, within: AbortSignal) => {
    const again = () => (within.aborted ? capture : captures.again(visit, capture, within));
    await conclude(visit, await attempt(again, () => capture), within);
  };
  const each = openLanes(input.settings.concurrency, signal);
  await each(input.visits, firstLook);
  await each(doubtful, secondLook);
  const done = input.visits.flatMap(({ entry }) => audits.get(entry.id) ?? []);
  const compared = await besideEachOther(done, input, stages);
  for (const audit of compared)
    if (audit.verdict !== audits.get(audit.visit.entry.id)?.verdict) stages.onChanged?.(audit);
  return { audits: withInboundLinks(compared), complete: done.length === input.visits.length && !signal.aborted };
}

async function pictured(
  audit: ProfileAudit,
  kept: ProfileCapture,
  captures: Captures,
  within: AbortSignal,
): Promise<ProfileAudit> {
  const photographed = await attempt(
    () => captures.photograph(kept, audit.reading, within),
    () => kept,
  );
  if (photographed === kept) return audit;
  return { ...audit, sources: sourcesOf(await captures.keep(photographed), audit.reading) };
}

/** Some at a time. When one throws (a full disk), the others end before the error is told: nothing goes on behind it. */
function openLanes(concurrency: number, outer: AbortSignal) {
  const limit = pLimit(concurrency);
  const stop = new AbortController();
  const within = AbortSignal.any([outer, stop.signal]);
  return async <T>(items: readonly T[], task: (item: T, within: AbortSignal) => Promise<void>): Promise<void> => {
    const stopping = async (item: T) => {
      if (stop.signal.aborted) return;
      await task(item, within).catch((error: unknown) => {
        stop.abort(error);
        throw error;
      });
    };
    await Promise.allSettled(items.map((item) => limit(stopping, item)));
    if (stop.signal.aborted) throw stop.signal.reason;
  };
}

const nothingFetched = ({ entry }: Visit): ProfileCapture => ({
  profile: entry.id,
  network: entry.network,
  url: entry.url,
  captures: [],
  images: [],
});
