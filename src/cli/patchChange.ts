/** One change of a patch against profiles.json as it is now: the edits that it means, or why it cannot be made. Writes nothing. */

import { expectedDigest } from '../checks/byHand.ts';
import { fieldChecks } from '../checks/index.ts';
import { didYouMean } from '../config/didYouMean.ts';
import type { ProfileEdit } from '../config/edits.ts';
import { directory } from '../directory.ts';
import type { Config, HandField, ProfileEntry, SeenEntry, Waiver } from '../model/config.ts';
import { HAND_FIELDS } from '../model/handFields.ts';
import { isUrl } from '../model/isUrl.ts';
import { NEVER_WAIVED } from '../model/neverWaived.ts';
import type { ExpectChange, PatchChange, PinChange, SeenChange, WaiveChange } from '../model/patch.ts';
import { planVisits } from '../plan/plan.ts';

export interface Decided {
  readonly change: PatchChange;
  /** `new`: it is to be put in; `replaced`: in place of an older one; `there`: it stands there already. */
  readonly state: 'new' | 'replaced' | 'there' | 'refused';
  /** Why it is refused. */
  readonly because?: string;
  readonly edit?: ProfileEdit;
}

export const STATES = {
  new: 'put in',
  replaced: 'put in, in place of what stood there',
  there: 'stands there already',
  refused: 'REFUSED',
} as const satisfies Readonly<Record<Decided['state'], string>>;

/** `today` is an ISO date. */
export function decideChange(change: PatchChange, config: Config, today: string): Decided {
  const entry = config.profiles.find(({ id }) => id === change.profile);
  if (!entry) {
    const ids = config.profiles.map(({ id }) => id);
    const hint = didYouMean(change.profile, ids);
    return refused(change, `there is no such profile in profiles.json.${hint ? ` ${hint}` : ''}`);
  }
  switch (change.kind) {
    case 'waive':
      return waived(change, entry, today);
    case 'expect':
      return expected(change, entry, config);
    case 'pin':
      return pinned(change, entry);
    case 'seen':
      return looked(change, entry, config);
  }
}

const refused = (change: PatchChange, because: string): Decided => ({ change, state: 'refused', because });

function waived(change: WaiveChange, entry: ProfileEntry, today: string): Decided {
  const { kind: _, profile, ...waiver } = change;
  const { check, accepts, until } = waiver;
  if (NEVER_WAIVED.includes(check)) {
    return refused(change, `${check} cannot be waived: gone and taken over stay visible.`);
  }
  if (until < today) return refused(change, `${until} has passed already.`);
  const same = (one: Waiver) => one.check === check && one.accepts === accepts;
  const index = (entry.waivers ?? []).findIndex(same);
  const before = entry.waivers?.[index];
  if (!before) return { change, state: 'new', edit: { profile, path: ['waivers'], value: waiver, add: true } };
  const isThere = (['reason', 'owner', 'until'] as const).every((key) => before[key] === waiver[key]);
  if (isThere) return { change, state: 'there' };
  return { change, state: 'replaced', edit: { profile, path: ['waivers', index], value: { ...before, ...waiver } } };
}

const CUT = /(?:…|\.\.\.)$/;

function expected(change: ExpectChange, entry: ProfileEntry, config: Config): Decided {
  const { field, profile } = change;
  const value = change.value.trim();
  if (field === 'handle') {
    return refused(change, 'the account name is expected as the address has it; change "url" of the profile instead.');
  }
  if ((field === 'name' || field === 'bio') && CUT.test(value)) {
    return refused(change, 'the network has perhaps cut this text; write the whole of it yourself.');
  }
  const put = (path: readonly string[], wanted: unknown): Decided => {
    const there = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), entry.expect);
    if (JSON.stringify(there) === JSON.stringify(wanted)) return { change, state: 'there' };
    const edit = { profile, path: ['expect', ...path], value: wanted };
    return { change, state: there === undefined ? 'new' : 'replaced', edit };
  };
  switch (field) {
    case 'name':
      return put(['name'], value);
    case 'bio':
      return put(['bios'], [{ language: entry.language ?? config.settings.language, text: value }]);
    case 'website': {
      const address = /^https?:\/\//i.test(value) ? value : `https://${value}`;
      if (/\s/.test(address) || !isUrl(address)) return refused(change, 'this is not one web address.');
      return put(['contact', 'website'], address);
    }
    case 'email':
      return put(['contact', 'emails'], value.split(', '));
    case 'phone':
      return put(['contact', 'phones'], value.split(', '));
  }
}

function pinned(change: PinChange, entry: ProfileEntry): Decided {
  const { profile, pin, was } = change;
  const now = entry.pin ?? null;
  if (now === pin) return { change, state: 'there' };
  if (now !== was) {
    const stood = (id: string | null) => (id === null ? 'none' : JSON.stringify(id));
    return refused(change, `when the page was made ${stood(was)} stood there, and now ${stood(now)}.`);
  }
  const edit: ProfileEdit = { profile, path: ['pin'], value: pin, after: 'url' };
  return { change, state: now === null ? 'new' : 'replaced', edit };
}

function looked(change: SeenChange, entry: ProfileEntry, config: Config): Decided {
  const { profile, at, by, fields = {}, newestPost } = change;
  const answers = Object.keys(fields).length > 0;
  if (!answers && newestPost === undefined) return refused(change, 'it says nothing of what was seen.');
  const bound = answers ? digests(profile, fields, config) : {};
  const look: SeenEntry = {
    at,
    by,
    ...(answers ? { fields } : {}),
    ...(newestPost === undefined ? {} : { newestPost }),
    ...(Object.keys(bound).length > 0 ? { expected: bound } : {}),
  };
  const index = (entry.seen ?? []).findIndex((one) => one.at === at && one.by === by);
  if (index < 0) return { change, state: 'new', edit: { profile, path: ['seen'], value: look, add: true } };
  if (JSON.stringify(sorted(entry.seen?.[index])) === JSON.stringify(sorted(look))) return { change, state: 'there' };
  return { change, state: 'replaced', edit: { profile, path: ['seen', index], value: look } };
}

/** What was expected of each answered field: another expectation than today's makes the answer void. */
function digests(
  profile: string,
  answered: NonNullable<SeenChange['fields']>,
  config: Config,
): NonNullable<SeenEntry['expected']> {
  const [visit] = planVisits(config, directory, { only: [profile] });
  const isAnswered = (field: HandField | undefined): field is HandField =>
    field !== undefined && answered[field] !== undefined && answered[field] !== 'not-seen';
  const pairs = fieldChecks.flatMap((check) => {
    const field = HAND_FIELDS[check.id];
    if (!visit || !isAnswered(field) || !check.expects(visit.expectation)) return [];
    return [[field, expectedDigest(check, visit.expectation)] as const];
  });
  return Object.fromEntries(pairs);
}

const sorted = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => a.localeCompare(b))
          .map(([key, one]) => [key, sorted(one)]),
      )
    : value;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
