/** Several readings of one profile into one: field by field, with the origin of every value. Pure. */

import {
  type CaptureReading,
  FIELD_NAMES,
  type FieldName,
  type Observation,
  type Reading,
} from '../model/observation.ts';

/** Field by field out of every reading that saw the profile, in the order in which sources were asked. */
export function mergeObservation(readings: readonly CaptureReading[]): Observation {
  const fields: Partial<Record<FieldName, Reading<unknown>>> = {};
  for (const { observation } of readings) {
    if (observation === null) continue;
    for (const field of FIELD_NAMES) {
      const reading = observation[field];
      if (reading && !isOvertaken(field, fields[field], reading))
        fields[field] = preferred(field, fields[field], reading);
    }
  }
  // Every reading came from its own field.
  return fields as Observation;
}

/** What a page of another day showed fills gaps; it says nothing against what was seen tonight, but that something was posted. */
const isOvertaken = (field: FieldName, seen: Reading<unknown> | undefined, { source }: Reading<unknown>): boolean =>
  source === 'import' && seen !== undefined && field !== 'lastActivity';

/**
 * Which of two readings of a field stands. The earlier one, unless: it is empty and no API said so (one empty place
 * does not make a field empty), it is cut and the later is not, or it is only a lower bound of the last activity.
 */
export function preferred(
  field: FieldName,
  earlier: Reading<unknown> | undefined,
  later: Reading<unknown>,
): Reading<unknown> {
  if (earlier === undefined) return later;
  if (later.value === null) return earlier;
  if (earlier.value === null) return earlier.source === 'api' ? earlier : later;
  if (earlier.truncated && !later.truncated) return later;
  if (field === 'lastActivity' && isBetterActivity(earlier.value, later.value)) return later;
  return field === 'lastActivity' ? { ...earlier, value: widened(earlier.value, later.value) } : earlier;
}

/** Two places that disagree: a newer date speaks against silence, whatever the list of posts leaves out. */
function widened(earlier: unknown, later: unknown): unknown {
  const [a, b] = [activityOf(earlier), activityOf(later)];
  return a.completeness === 'latest' && b.from > a.to ? { ...Object(earlier), to: b.to } : earlier;
}

function isBetterActivity(earlier: unknown, later: unknown): boolean {
  const [a, b] = [activityOf(earlier), activityOf(later)];
  if (a.completeness !== b.completeness) return b.completeness === 'latest';
  return a.completeness === 'at-least' && b.from > a.from;
}

/** Narrowed by shape: a field's type does not follow its name through a generic. */
const activityOf = (value: unknown) => {
  const { completeness = '', from = '', to = '' } = Object(value) as Readonly<Record<string, string | undefined>>;
  return { completeness, from, to };
};
