/** What a profile's own texts say where its fields say nothing: telephone numbers, e-mail addresses, an address, a website. */

import type { Network } from '../../model/network.ts';
import type { FieldName, Observation, Reading } from '../../model/observation.ts';
import { addressInText } from './address.ts';
import { emailsInText } from './emails.ts';
import { phonesInText } from './phones.ts';
import { type PlainText, plainText } from './plain.ts';
import { websitesInText } from './websites.ts';

/** The long text first. */
const TEXTS = ['bio', 'tagline'] as const;

type Finder = (text: PlainText, name: string | undefined) => unknown;

const some =
  (find: (text: PlainText) => readonly string[]): Finder =>
  (text) => {
    const found = find(text);
    return found.length > 0 ? found : null;
  };

const FINDERS: readonly (readonly [FieldName, Finder])[] = [
  ['emails', some(emailsInText)],
  ['phones', some(phonesInText)],
  ['address', addressInText],
  ['websites', some(websitesInText)],
];

/**
 * For all sources together: what any of them read in the field itself goes before what a text says. A website only where
 * the network has no field for it: in a text nobody can click on most of them, so an empty field stays empty.
 */
export function withContactInTexts(observation: Observation, { places }: Pick<Network, 'places'>): Observation {
  const isWanted = (field: FieldName) =>
    (observation[field]?.value ?? null) === null && (field !== 'websites' || places.websites === undefined);
  const wanted = FINDERS.filter(([field]) => isWanted(field));
  const added: Partial<Record<FieldName, Reading<unknown>>> = {};
  for (const within of TEXTS) {
    const place: Reading<string> | undefined = observation[within];
    if (!place?.value) continue;
    const { truncated, ...origin } = place;
    const text = plainText(place.value, truncated);
    for (const [field, find] of wanted) {
      const value = added[field] === undefined ? find(text, observation.name?.value ?? undefined) : null;
      if (value !== null) added[field] = { ...origin, value, within };
    }
  }
  // Every finder answers in the form of its own field.
  return { ...observation, ...added } as Observation;
}
