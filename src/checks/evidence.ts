/** Evidence in the shapes that reports show: where a value stood, and the value beside what was expected. */

import type { Check, Context } from '../model/check.ts';
import type { EvidenceField, TextEvidence, ValueEvidence } from '../model/finding.ts';
import { type Reading, toldOutcome } from '../model/observation.ts';

type Place = Pick<Reading<unknown>, 'locator' | 'origin' | 'source' | 'truncated' | 'isUnmet' | 'within'>;

export const placeOf = (field: EvidenceField, { locator, origin, source, isUnmet, within }: Place) => ({
  field,
  locator,
  origin,
  source,
  ...(isUnmet ? { unmet: true as const } : {}),
  ...(within ? { within } : {}),
});

export const besideText = (
  field: EvidenceField,
  place: Place,
  expected: string | null,
  found: string | null,
): TextEvidence => ({
  ...placeOf(field, place),
  kind: 'text',
  expected,
  found,
  ...(place.truncated ? { truncated: true } : {}),
});

export const besideValues = (
  field: EvidenceField,
  place: Place,
  values: Pick<ValueEvidence, 'expected' | 'found' | 'normalised'>,
): ValueEvidence => ({ ...placeOf(field, place), kind: 'value', ...values });

/** What was expected, where nothing was found to stand beside it. */
export const unfound = (field: EvidenceField, expected: string | null, place: Partial<Place> = {}): ValueEvidence => ({
  field,
  kind: 'value',
  ...(place.locator ? { locator: place.locator } : {}),
  ...(place.origin ? { origin: place.origin } : {}),
  ...(place.source ? { source: place.source } : {}),
  expected: expected === null ? [] : [expected],
  found: [],
});

/** One line per look: which source answered what, and by which sign. */
export const looks = ({ reading }: Context): ValueEvidence[] =>
  reading.readings.map((each) => ({
    kind: 'value',
    field: 'presence',
    source: each.source,
    locator: each.because,
    expected: ['profile'],
    found: [toldOutcome(each)],
  }));

/** One value, in this network's way of writing it. */
export const toPaste = (
  check: Check,
  expectation: Context['expectation'],
  network: Context['network'],
): string | null => (check.remedyText ?? check.expectedText)(expectation, network);
