/** `bijwerken pin`: writes the lasting account ids that a run saw into profiles.json. Nothing is fetched. */

import { editProfiles, profilePlaces } from '../config/edits.ts';
import { readRun } from '../deliver/runFolder.ts';
import { networkDirectory } from '../directory.ts';
import { loadOptions, loadProfiles } from '../loadProfiles.ts';
import type { ProfileEntry } from '../model/config.ts';
import { comparePins } from '../model/pin.ts';
import type { Report } from '../model/report.ts';
import { networks } from '../networks/index.ts';
import { print, say } from './arguments.ts';
import { refuseUnknown } from './profileNamed.ts';
import { rewriteFiles } from './rewriteFiles.ts';

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
  const edits = pinned.flatMap(({ id, state, pin }) =>
    state === 'written' || state === 'replaced' ? [{ profile: id, path: ['pin'], value: pin, after: 'url' }] : [],
  );
  if (edits.length > 0) await rewriteFiles((await editProfiles(given.config, edits, loadOptions())).files);
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

function lineOf({ id, state, pin, was, file }: Pinned): string {
  const what = pin === null ? '' : `${pin} `;
  const where = state === 'written' || state === 'replaced' ? ` (${file})` : '';
  const other = state === 'kept' || state === 'replaced' ? ` [${was}]` : '';
  return `${id}: ${what}${STATES[state]}${other}${where}`;
}
