/** Lasting account ids put into profiles.json, or into the file that it takes a profile from; nothing else of a file changes. */

import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { compose } from './compose.ts';
import { readLibrary } from './library.ts';
import { childOf, isFields, itemsOf, type Path, type Place } from './located.ts';

/** Where each profile stands, by its id. */
export async function profilePlaces(file: string): Promise<ReadonlyMap<string, Place>> {
  const { whole } = compose(await readLibrary(file));
  const profiles = itemsOf(childOf(whole, 'profiles'));
  return new Map(
    profiles.flatMap(({ value, place }) =>
      isFields(value) && typeof value.id === 'string' ? [[value.id, place] as const] : [],
    ),
  );
}

/** The text of a file with this id in the profile at that path: after the address, set as the keys around it are. */
export function withPin(text: string, path: Path, pin: string): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const json = text.slice(start);
  const tree = parseTree(json);
  const profile = tree && findNodeAtLocation(tree, [...path]);
  if (profile?.type !== 'object') throw new Error(`no profile at /${path.join('/')}`);
  const written = findNodeAtLocation(profile, ['pin']);
  const edit = written
    ? { at: written.offset, length: written.length, content: JSON.stringify(pin) }
    : afterAddress(json, profile, pin);
  return text.slice(0, start) + json.slice(0, edit.at) + edit.content + json.slice(edit.at + edit.length);
}

/** Every profile has an id, a network and an address: one key has another before it, whose distance is taken over. */
function afterAddress(json: string, profile: Node, pin: string): { at: number; length: number; content: string } {
  const properties = profile.children ?? [];
  const index = properties.findIndex(({ children }) => children?.[0]?.value === 'url');
  const address = properties[index];
  const [one, two] = index > 0 ? [properties[index - 1], address] : properties;
  if (!address || !one || !two) throw new Error('a profile without an address');
  const between = json.slice(one.offset + one.length, two.offset).replace(',', '');
  const [key, value] = address.children ?? [];
  const colon = key && value ? json.slice(key.offset + key.length, value.offset) : ': ';
  const content = `,${between}"pin"${colon}${JSON.stringify(pin)}`;
  return { at: address.offset + address.length, length: 0, content };
}
