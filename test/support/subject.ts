/** Builders for what a check is given: say only what a case is about, the rest is a profile on which all is right. */

import type { Context, NetworkFacts } from '../../src/model/check.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import {
  type CaptureReading,
  FIELD_NAMES,
  type FieldName,
  type FieldValues,
  type Observation,
  type ProfileReading,
  type Reading,
} from '../../src/model/observation.ts';

/** `null`: the place is there and empty. Left out: no place was found. */
export type Values = { readonly [F in FieldName]?: FieldValues[F] | null };

export interface ContextOptions {
  readonly values?: Values;
  /** What the reading of each of these fields says besides its value. */
  readonly places?: { readonly [F in FieldName]?: Partial<Reading<unknown>> };
  readonly expectation?: Partial<Expectation>;
  readonly network?: Partial<NetworkFacts>;
  readonly reading?: Partial<ProfileReading>;
  readonly images?: Context['images'];
  readonly at?: string;
  readonly now?: string;
}

export const AT = '2026-11-23T02:00:00.000Z';

export const anExpectation = (parts: Partial<Expectation> = {}): Expectation => ({
  language: 'nl',
  handle: 'voorbeeld',
  activity: { intent: 'active', dormantAfter: 'P6M', until: null, activeMonths: [], bigAudience: 1000 },
  formerNames: [],
  forbiddenPhrases: [],
  former: { phones: [], websites: [], emails: [], kvk: [], vat: [] },
  country: 'NL',
  ...parts,
});

export const aNetwork = (parts: Partial<NetworkFacts> = {}): NetworkFacts => ({
  id: 'netwerk',
  name: 'Netwerk',
  fields: FIELD_NAMES,
  limits: {},
  editUrl: 'https://netwerk.example/edit',
  removeUrl: 'https://netwerk.example/remove',
  closed: null,
  ...parts,
});

export function anObservation(values: Values, places: ContextOptions['places'] = {}): Observation {
  const filled = Object.entries(values).map(([field, value]) => {
    const known = FIELD_NAMES.find((one) => one === field);
    const reading = { origin: 'dom', source: 'http', locator: `place of ${field}`, ...(known && places[known]) };
    return [field, { ...reading, value }] as const;
  });
  return Object.fromEntries(filled) as Observation;
}

export const aCaptureReading = (parts: Partial<CaptureReading> = {}): CaptureReading => ({
  source: 'http',
  look: 1,
  outcome: 'profile',
  because: 'final address names the handle',
  observation: null,
  ...parts,
});

export function aContext(options: ContextOptions = {}): Context {
  const { values = {}, places, expectation, network, images = [], at = AT, now = at } = options;
  const reading: ProfileReading = {
    outcome: 'profile',
    because: 'final address names the handle',
    confirmed: false,
    observation: anObservation(values, places),
    readings: [aCaptureReading()],
    at,
    ...options.reading,
  };
  return {
    profile: 'p',
    network: aNetwork(network),
    expectation: anExpectation(expectation),
    reading,
    images,
    at,
    now,
  };
}
