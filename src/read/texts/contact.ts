/** What a profile's own texts say where its fields say nothing: telephone numbers, e-mail addresses, an address. */

import type { FieldName, Observation, Reading } from '../../model/observation.ts';
import { addressInText } from './address.ts';
import { emailsInText } from './emails.ts';
import { phonesInText } from './phones.ts';
import { type PlainText, plainText } from './plain.ts';

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
];

/** For all sources together: what any of them read in the field itself goes before what a text says. */
export function withContactInTexts(observation: Observation): Observation {
  const wanted = FINDERS.filter(([field]) => (observation[field]?.value ?? null) === null);
  const added: Partial<Record<FieldName, Reading<unknown>>> = {};
  for (const within of TEXTS) {
    const place: Reading<string> | undefined = observation[within];
    if (!place?.value) continue;
    const text = plainText(place.value, place.truncated);
    for (const [field, find] of wanted) {
      const value = added[field] === undefined ? find(text, observation.name?.value ?? undefined) : null;
      if (value !== null) added[field] = { ...place, value, within };
    }
  }
  // Every finder answers in the form of its own field.
  return { ...observation, ...added } as Observation;
}
