/** `bijwerken apply`: puts what a reader decided on the report's page into profiles.json. All of it, or nothing. */

import path from 'node:path';
import { readPatch } from '../config/patchFile.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { PatchChange } from '../model/patch.ts';
import { UserError } from '../model/problem.ts';
import { realWorld } from '../world.ts';
import { print, say } from './arguments.ts';
import { type Decided, decideChange, STATES } from './patchChange.ts';
import { putIn } from './putIn.ts';

export interface ApplyArguments {
  readonly config: string;
  readonly run?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export async function runApply(file: string, given: ApplyArguments): Promise<number> {
  const patch = await readPatch(file);
  refuseTwice(patch.changes, file);
  const { config } = await loadProfiles(given.config);
  const today = new Date(realWorld({ env: {} }).now()).toISOString().slice(0, 10);
  const decided = patch.changes.map((change) => decideChange(change, config, today));
  const isRefused = decided.some(({ state }) => state === 'refused');
  const runs = given.run ? [given.run] : runsOf(patch.run);
  const dryRun = given.dryRun ?? false;
  const done = isRefused ? null : await putIn(decided, { config: given.config, runs, dryRun });
  const isWritten = done !== null && !dryRun;
  if (given.json) {
    const changes = decided.map((one, index) => ({ ...toldOf(one), file: done?.places[index] ?? null }));
    print(JSON.stringify({ written: isWritten, changes }, null, 2));
    return isRefused ? 2 : 0;
  }
  for (const [index, one] of decided.entries()) say(lineOf(one, done?.places[index] ?? null));
  for (const { change } of done?.withoutPicture ?? []) say(`${change.profile}: ${WITHOUT_PICTURE}`);
  if (isRefused)
    say('Nothing was written: take the refused changes out of the file, or mend them, and apply it again.');
  else if (dryRun) say('Nothing was written (--dry-run).');
  return isRefused ? 2 : 0;
}

export const WITHOUT_PICTURE =
  'no run at hand holds the accepted picture, so only the very same pixels are accepted; name the run with --run.';

/** Where the page's run lies, when it was made here: by its own name, or the last one. */
const runsOf = (run: string): string[] => [
  ...(/^[0-9TZ-]+$/.test(run) ? [path.join('reports', run)] : []),
  path.join('reports', 'latest'),
];

/** Of two changes of the same thing one would undo the other in silence. */
function refuseTwice(changes: readonly PatchChange[], where: string): void {
  const first = new Map<string, number>();
  const problems = changes.flatMap((change, index) => {
    const about = JSON.stringify([change.kind, change.profile, aboutOf(change)]);
    const earlier = first.get(about);
    if (earlier === undefined) first.set(about, index);
    if (earlier === undefined) return [];
    return [{ where, path: `/changes/${index}`, message: `this is about the same as /changes/${earlier}.` }];
  });
  if (problems.length > 0) throw new UserError(problems);
}

function aboutOf(change: PatchChange): string {
  switch (change.kind) {
    case 'waive':
      return `${change.check} ${change.accepts}`;
    case 'expect':
      return change.field;
    case 'pin':
      return '';
    case 'seen':
      return `${change.at} ${change.by}`;
  }
}

const toldOf = ({ change, state, because }: Decided) => ({
  kind: change.kind,
  profile: change.profile,
  about: subjectOf(change),
  state,
  ...(because ? { because } : {}),
});

const subjectOf = (change: PatchChange): string | null =>
  change.kind === 'waive' ? change.check : change.kind === 'expect' ? change.field : null;

function whatOf(change: PatchChange): string {
  switch (change.kind) {
    case 'waive':
      return `${change.check} is accepted until ${change.until}`;
    case 'expect':
      return `this ${change.field} is expected: ${shown(change.value)}`;
    case 'pin':
      return `the lasting account id is ${change.pin}`;
    case 'seen':
      return `${change.by} looked on ${change.at}`;
  }
}

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Everything that came out of the patch is shown as the text it is. */
function lineOf({ change, state, because }: Decided, file: string | null): string {
  const line = `${change.profile}: ${whatOf(change)}: ${STATES[state]}${file ? ` (${file})` : ''}${because ? `: ${because}` : ''}`;
  return line.replaceAll(/\p{Cc}|\p{Cf}/gu, ' ');
}
