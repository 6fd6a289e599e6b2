/** `bijwerken pin`: writes the lasting account ids that a run saw into profiles.json. Nothing is fetched. */

import { chmod, readFile, realpath, stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { profilePlaces, withPin } from '../config/pins.ts';
import { readRun } from '../deliver/runFolder.ts';
import { networkDirectory } from '../directory.ts';
import { writeAtomically } from '../disk/writeAtomically.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { ProfileEntry } from '../model/config.ts';
import { comparePins } from '../model/pin.ts';
import { UserError } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { networks } from '../networks/index.ts';
import { print, say } from './arguments.ts';
import { refuseUnknown } from './profileNamed.ts';

export interface PinArguments {
  readonly config: string;
  readonly run: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

const STATES = {
  written: 'is written',
  replaced: 'is written in place of the other one',
  same: 'stands there already',
  kept: 'was seen, but another one stands there; look whose account this is before you use --replace',
  'not-in-run': 'this run did not visit the profile',
  'other-address': 'the run visited another address',
  'not-seen': 'the run did not see one',
  'not-certain': 'was read by an API’s documentation alone; it is not written',
  'not-known': 'has a form that is not known on this network; it is not written',
} as const;

interface Pinned {
  readonly id: string;
  readonly state: keyof typeof STATES;
  readonly pin: string | null;
  /** What stood there before. */
  readonly was: string | null;
  /** The file that the profile stands in. */
  readonly file: string | null;
}

/** Exit code 1: an id was seen that is not the one in the list. */
export async function runPin(ids: readonly string[], given: PinArguments): Promise<number> {
  const { config } = await loadProfiles(given.config);
  for (const id of ids) refuseUnknown(id, config, given.config);
  const { report } = await readRun(given.run);
  const places = await profilePlaces(given.config);
  const asked = config.profiles.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const pinned = asked.map((entry): Pinned => {
    const judged = judge(entry, report, given.replace ?? false);
    return { id: entry.id, was: entry.pin ?? null, ...judged, file: places.get(entry.id)?.document.where ?? null };
  });
  const edits = pinned.flatMap(({ id, state, pin }) => {
    const place = places.get(id);
    return place && pin !== null && (state === 'written' || state === 'replaced') ? [{ place, pin }] : [];
  });
  for (const file of new Set(edits.map(({ place }) => place.document.file))) {
    await rewrite(
      file,
      edits.filter(({ place }) => place.document.file === file),
    );
  }
  if (given.json) print(JSON.stringify(pinned, null, 2));
  else for (const one of pinned) say(lineOf(one));
  return pinned.some(({ state }) => state === 'kept') ? 1 : 0;
}

function judge(entry: ProfileEntry, { profiles }: Report, replace: boolean): Pick<Pinned, 'state' | 'pin'> {
  const visited = profiles.find(({ id }) => id === entry.id);
  if (!visited) return { state: 'not-in-run', pin: null };
  if (visited.url !== entry.url) return { state: 'other-address', pin: null };
  const seen = visited.observation?.pin;
  const pin = seen?.value ?? null;
  if (pin === null) return { state: 'not-seen', pin };
  const kinds = networks.find(({ id }) => id === entry.network)?.pins ?? [];
  if (entry.pin !== undefined && comparePins(kinds, entry.pin, pin) === 'same') return { state: 'same', pin };
  if (seen?.unmet) return { state: 'not-certain', pin };
  if (kinds.length === 0 || networkDirectory.otherPin?.(entry.network, pin)) return { state: 'not-known', pin };
  if (entry.pin === undefined) return { state: 'written', pin };
  return { state: replace ? 'replaced' : 'kept', pin };
}

type Edit = { readonly place: { readonly path: readonly (string | number)[] }; readonly pin: string };

/** Whole or not at all, in the file's own place where it is a link, and with its own rights. */
async function rewrite(name: string, edits: readonly Edit[]): Promise<void> {
  const refuse = (why: string) => new UserError([{ where: name, message: `cannot be written (${why}).` }]);
  if (!/\.jsonc?$/i.test(name)) throw refuse('it is not JSON');
  try {
    const file = await realpath(name);
    const before = await readFile(file, 'utf8');
    let text = before;
    for (const { place, pin } of edits) text = withPin(text, place.path, pin);
    if (!isOnlyPinned(before, text)) throw new Error('an edit changed more than it was to');
    const { mode } = await stat(file);
    await writeAtomically(file, text);
    await chmod(file, mode & 0o777);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : refuse(code);
  }
}

/** The last guard of a file that people keep by hand. */
const isOnlyPinned = (before: string, after: string): boolean => {
  const bare = (text: string): unknown =>
    JSON.parse(text.replace(/^\uFEFF/, ''), (key, value: unknown) => (key === 'pin' ? undefined : value));
  return isDeepStrictEqual(bare(before), bare(after));
};

function lineOf({ id, state, pin, was, file }: Pinned): string {
  const what = pin === null ? '' : `${pin} `;
  const where = state === 'written' || state === 'replaced' ? ` (${file})` : '';
  const other = state === 'kept' || state === 'replaced' ? ` [${was}]` : '';
  return `${id}: ${what}${STATES[state]}${other}${where}`;
}
