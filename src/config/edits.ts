/**
 * Edits of profiles, in whichever file each stands: made in memory and loaded as they would be read, before anything is
 * written. An edit that would change more than its own profile is refused.
 */

import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../model/config.ts';
import { UserError } from '../model/problem.ts';
import { compose } from './compose.ts';
import { withItem, withMember, withValue } from './editsText.ts';
import { type Library, readLibrary } from './library.ts';
import { type Loaded, type LoadOptions, loadConfig } from './load.ts';
import { childOf, isFields, isList, itemsOf, type Path, type Place, problemAt } from './located.ts';
import { parseDocument } from './readDocument.ts';

export interface ProfileEdit {
  /** The profile's id. */
  readonly profile: string;
  /** The place in the profile: `['expect', 'name']`, `['waivers', 0]`. */
  readonly path: Path;
  /** What stands there from now on; with `add`, one item more of the list there. What lies between is made. */
  readonly value: unknown;
  readonly add?: true;
  /** For a new key: the key behind which it comes. */
  readonly after?: string;
}

export interface EditedFile {
  /** Absolute. */
  readonly file: string;
  /** Its name for messages. */
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

export interface Edited {
  /** In the order of the edits; a file that stays as it is is not among them. */
  readonly files: readonly EditedFile[];
  /** For each edit the name of the file that it stands in. */
  readonly places: readonly string[];
  readonly config: Config;
}

/** Throws a UserError when the files cannot hold the edits, or would not be right with them. */
export async function editProfiles(file: string, edits: readonly ProfileEdit[], options: LoadOptions): Promise<Edited> {
  let library = await readLibrary(file);
  const before = await loadConfig(file, { ...options, library });
  const texts = new Map<string, { readonly where: string; readonly before: string; readonly after: string }>();
  const places: string[] = [];
  for (const edit of edits) {
    const target = targetOf(edit, library);
    const { file: name, where } = target.place.document;
    if (!/\.jsonc?$/i.test(name)) throw refused(target.place.document.where, 'cannot be written (it is not JSON).');
    const original = texts.get(name)?.before ?? (await readFile(name, 'utf8'));
    const after = withEdit(texts.get(name)?.after ?? original, edit, target);
    texts.set(name, { where, before: original, after });
    library = withText(library, name, after);
    places.push(where);
  }
  const loaded = await loadConfig(file, { ...options, library });
  refuseMore(edits, before, loaded, places);
  const files = [...texts].map(([name, text]) => ({ file: name, ...text }));
  return { files: files.filter((one) => one.before !== one.after), places, config: loaded.config };
}

/** Where each profile stands, by its id. */
export async function profilePlaces(file: string): Promise<ReadonlyMap<string, Place>> {
  const profiles = profilesOf(await readLibrary(file));
  return new Map(profiles.flatMap((one) => (isFields(one.value) ? [[String(one.value.id), one.place] as const] : [])));
}

const profilesOf = (library: Library) => itemsOf(childOf(compose(library).whole, 'profiles'));

const refused = (where: string, message: string, hint?: string) =>
  new UserError([{ where, message, ...(hint ? { hint } : {}) }]);

/** The nearest value that is there, and what is still to be made below it. */
interface Target {
  readonly place: Place;
  readonly rest: Path;
}

function targetOf(edit: ProfileEdit, library: Library): Target {
  const profile = profilesOf(library).find(({ value }) => isFields(value) && value.id === edit.profile);
  if (!profile) throw refused(library.main.where, `there is no profile ${JSON.stringify(edit.profile)}.`);
  let at = profile;
  let depth = 0;
  for (const key of edit.path) {
    const next = childOf(at, key);
    if (!next) break;
    at = next;
    depth += 1;
  }
  const rest = edit.path.slice(depth);
  const fits = rest.length > 0 ? isFields(at.value) : edit.add ? isList(at.value) : true;
  if (!fits) throw new UserError([problemAt(at.place, 'this has not the form that can be added to.')]);
  return { place: at.place, rest };
}

function withEdit(text: string, { value, add, after }: ProfileEdit, { place, rest }: Target): string {
  const [key, ...below] = rest;
  if (key === undefined) return add ? withItem(text, place.path, value) : withValue(text, place.path, value);
  const whole = below.reduceRight<unknown>((inner, name) => ({ [name]: inner }), add ? [value] : value);
  return withMember(text, place.path, String(key), whole, after);
}

function withText(library: Library, file: string, text: string): Library {
  const opened = parseDocument(file, Buffer.from(text, 'utf8'));
  const files = new Map(library.files).set(file, opened);
  return {
    ...library,
    files,
    main: library.main.file === file && 'document' in opened ? opened.document : library.main,
  };
}

/** The last guard of files that people keep by hand: what is loaded differs in what was to change, and in nothing else. */
function refuseMore(edits: readonly ProfileEdit[], before: Loaded, after: Loaded, places: readonly string[]): void {
  const { profiles, images: _, path: __, ...rest } = before.config;
  const { profiles: now, images: ___, path: ____, ...restNow } = after.config;
  const wanted = profiles.map((entry) =>
    edits.filter(({ profile }) => profile === entry.id).reduce<unknown>((value, edit) => edited(value, edit), entry),
  );
  const other = now.find((entry, index) => !isDeepStrictEqual(plain(entry), plain(wanted[index])));
  if (!other && now.length === wanted.length && isDeepStrictEqual(plain(rest), plain(restNow))) return;
  const what = other ? `the profile ${JSON.stringify(other.id)} otherwise than was asked` : 'more than one profile';
  const hint = 'The value is shared, by "$ref" or "extends"; write this change yourself.';
  throw refused([...new Set(places)].join(', '), `this would change ${what}.`, hint);
}

/** A key that is left out and one without a value are the same here. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

/** The same edit on the plain value. */
function edited(value: unknown, { path, value: wanted, add }: Pick<ProfileEdit, 'path' | 'value' | 'add'>): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return add ? [...(isList(value) ? value : []), wanted] : wanted;
  const inner = { path: rest, value: wanted, ...(add ? { add } : {}) };
  if (isList(value)) return value.map((item, index) => (index === key ? edited(item, inner) : item));
  const fields = isFields(value) ? value : {};
  return { ...fields, [key]: edited(fields[key], inner) };
}
