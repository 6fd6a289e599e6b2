/** Decided changes put into profiles.json, whole or not at all, with the accepted pictures beside it. */

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { acceptedFile, acceptedHash } from '../accepted.ts';
import { editProfiles } from '../config/edits.ts';
import { readRun } from '../deliver/runFolder.ts';
import { writeAtomically } from '../disk/writeAtomically.ts';
import { loadOptions } from '../loadProfiles.ts';
import { UserError } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Decided } from './patchChange.ts';
import { rewriteFiles } from './rewriteFiles.ts';

export interface PutIn {
  /** For each change the file that it stands in from now on; null for one that changes nothing. */
  readonly places: readonly (string | null)[];
  /** Accepted pictures that no run at hand holds: of those only the very same pixels are accepted. */
  readonly withoutPicture: readonly Decided[];
}

/** With `dryRun` all is tried and nothing is written. Throws a UserError when the files would not be right any more. */
export async function putIn(
  decided: readonly Decided[],
  { config, runs, dryRun }: { config: string; runs: readonly string[]; dryRun: boolean },
): Promise<PutIn> {
  const edits = decided.flatMap(({ edit }) => edit ?? []);
  const { files, places } = await tried(config, edits);
  const pictures = await picturesOf(decided, config, runs);
  if (!dryRun) {
    for (const { file, bytes } of pictures.found) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeAtomically(file, bytes);
    }
    await rewriteFiles(files);
  }
  let next = 0;
  return { places: decided.map(({ edit }) => (edit ? (places[next++] ?? null) : null)), withoutPicture: pictures.lost };
}

async function tried(config: string, edits: Parameters<typeof editProfiles>[1]) {
  try {
    return await editProfiles(config, edits, loadOptions());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const message = 'with these changes this would no longer be right; nothing was written.';
    throw new UserError([{ where: config, message }, ...error.problems]);
  }
}

/** A picture that is accepted is kept as the run shows it: the judge compares with it when the network compresses anew. */
async function picturesOf(decided: readonly Decided[], config: string, runs: readonly string[]) {
  const found: { file: string; bytes: Uint8Array }[] = [];
  const lost: Decided[] = [];
  for (const one of decided) {
    const { change, edit } = one;
    const file = change.kind === 'waive' && edit ? acceptedFile(config, change.accepts) : null;
    if (change.kind !== 'waive' || file === null || (await readFile(file).catch(() => null))) continue;
    const bytes = await pictureIn(runs, change.profile, acceptedHash(change.accepts));
    if (bytes) found.push({ file, bytes });
    else lost.push(one);
  }
  return { found, lost };
}

async function pictureIn(runs: readonly string[], profile: string, hash: string | null): Promise<Uint8Array | null> {
  for (const folder of runs) {
    const run = await readRun(folder).catch(() => null);
    const name = run && assetOf(run.report, profile, hash);
    const bytes = name ? run.images.get(name) : undefined;
    if (bytes) return bytes;
  }
  return null;
}

function assetOf({ profiles }: Report, profile: string, hash: string | null): string | null {
  const findings = profiles.filter(({ id }) => id === profile).flatMap((each) => each.findings);
  const pictures = findings.flatMap(({ evidence }) =>
    evidence.items.flatMap((item) => (item.kind === 'image' ? item : [])),
  );
  return pictures.find(({ pixelHash }) => pixelHash !== null && pixelHash === hash)?.foundAsset ?? null;
}
