/** The pure stages and the two homes of captures, put together for the engine in `run.ts`. */

import { openArchive, openStored, redactCapture, type StoredRun } from './capture/archive.ts';
import {
  type Capturing,
  captureControl,
  captureProfile,
  lookAgain,
  needsSecondLook,
  type Readers,
} from './capture/capture.ts';
import type { ControlMemory } from './capture/controlMemory.ts';
import { photographPage } from './capture/evidence.ts';
import type { Redactor } from './capture/redact.ts';
import { defaultSeverities, fieldChecks, presenceChecks, togetherChecks } from './checks/index.ts';
import { judge, judgeTogether } from './checks/judge.ts';
import { linksToFollow } from './checks/links.ts';
import { safePng } from './compare/logo/reencode.ts';
import type { ControlStages } from './controls.ts';
import { assetOf } from './model/asset.ts';
import type { AuditedImage, Visit } from './model/audit.ts';
import type { Capture, ProfileCapture, Source } from './model/capture.ts';
import type { Doubts } from './model/control.ts';
import type { ProfileReading } from './model/observation.ts';
import { parseDocument } from './read/document.ts';
import { readCapture, readProfile, withContactInTexts } from './read/read.ts';
import { withoutViewer } from './read/signedIn.ts';
import type { Captures, Stages } from './run.ts';
import { VERSION } from './version.ts';

/** Pictures in the report are never larger than this, in pixels. */
const PICTURE_SIZE = 800;

export const readers: Readers = { parse: parseDocument, read: readVisit, linksOf, withoutViewer: viewerless };

function viewerless({ network, account }: Visit, capture: Capture): Capture {
  if (network === null) return { ...capture, documents: [] };
  return withoutViewer(capture, readCapture(capture, network, account), network, account);
}

/** Only where the website is asked for: a check that is switched off sends nobody anywhere. */
function linksOf({ needed, expectation }: Visit, { observation }: ProfileReading): readonly string[] {
  return needed.includes('websites') ? linksToFollow(expectation, observation?.websites) : [];
}

/** What all captures of a profile say together; a network that is closed, or that has no reader here, says nothing. */
export function readVisit(
  { network, closed, account }: Visit,
  captures: readonly Capture[],
  doubts?: Doubts,
): ProfileReading {
  if (network) return readProfile(captures, network, account, doubts);
  const nothing = {
    outcome: 'unreadable',
    because: closed ? 'the network is closed' : 'this version cannot read this network',
    confirmed: false,
  } as const;
  return { ...nothing, observation: null, readings: [], at: '' };
}

/** The ladder is climbed for a field's own place; only then its texts are looked through. */
function readWithTexts(visit: Visit, captures: readonly Capture[], doubts?: Doubts): ProfileReading {
  const { observation, ...reading } = readVisit(visit, captures, doubts);
  const { network } = visit;
  return { ...reading, observation: observation && network && withContactInTexts(observation, network) };
}

export const pureStages: Omit<Stages, 'captures' | 'doubtsOf' | 'onStart' | 'onDone' | 'onChanged'> = {
  read: readWithTexts,
  needsSecondLook,
  judge: (context) => judge(context, fieldChecks, presenceChecks),
  judgeTogether: (audits, together) => judgeTogether(audits, together, togetherChecks),
  picture,
  severities: defaultSeverities,
};

async function picture(bytes: Uint8Array): Promise<AuditedImage['picture']> {
  const encoded = await safePng(bytes, { maxSize: PICTURE_SIZE });
  return encoded && { asset: assetOf(encoded.png), width: encoded.width, height: encoded.height };
}

/** Captures of profiles and of controls. */
export interface AllCaptures extends Captures {
  readonly control: ControlStages['ask'];
}

/** Captures from the web, kept in a folder as they come. */
export async function liveCaptures(
  connected: Omit<Capturing, 'links'>,
  folder: string,
  startedAt: string,
  redact: Redactor,
  memory: ControlMemory,
): Promise<AllCaptures> {
  const capturing: Capturing = { ...connected, links: new Map() };
  const archive = await openArchive(folder, { version: 1, startedAt, tool: `bijwerken ${VERSION}` }, redact);
  const keep = async (capture: ProfileCapture) => {
    await archive.save(capture);
    return redactCapture(capture, redact);
  };
  const control: ControlStages['ask'] = async (visit, source, anew, signal) => {
    const asked = ofSource(visit, source);
    const remembered = anew ? null : await memory.recall(asked.entry.id, asked.entry.url);
    if (remembered) return { capture: await keep(remembered), isRemembered: true };
    const capture = await captureControl(asked, { source }, capturing, signal);
    if (capture.captures.every(({ documents }) => documents.every(({ failure }) => !failure))) {
      await memory.remember(capture);
    }
    return { capture: await keep(capture), isRemembered: false };
  };
  return {
    control,
    first: (visit, signal) => captureProfile(visit, capturing, signal),
    again: (visit, first, signal) => lookAgain(visit, first, capturing, signal),
    photograph: (capture, reading, signal) => photographPage(capture, reading, capturing, signal),
    keep,
  };
}

/** Each control is stored apart for each source that asks it. */
const ofSource = (visit: Visit, source: Source): Visit => ({
  ...visit,
  entry: { ...visit.entry, id: `${visit.entry.id}-${source}` },
});

/** Captures of another night, without any network. */
export async function storedCaptures(folder: string): Promise<AllCaptures & { readonly startedAt: string }> {
  const stored: StoredRun = await openStored(folder);
  const load = async ({ entry }: Visit): Promise<ProfileCapture> => {
    const { id, network, url } = entry;
    const none = { profile: id, network, url, captures: [], images: [] };
    return (await stored.load(id)) ?? none;
  };
  return {
    startedAt: stored.run.startedAt,
    control: async (visit, source) => ({
      capture: await stored.load(ofSource(visit, source).entry.id),
      isRemembered: false,
    }),
    first: load,
    again: async (_visit, first) => first,
    photograph: async (capture) => capture,
    keep: async (capture) => capture,
  };
}
