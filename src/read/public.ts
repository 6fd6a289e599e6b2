/** An observation in the contract's form: what `read` prints and `report.json` holds. */

import type { FieldName, Observation, Reading } from '../model/observation.ts';
import type { ReportActivity, ReportField, ReportImage, ReportObservation } from '../model/report.ts';

export function publicObservation(observation: Observation): ReportObservation {
  const websites = listed(observation.websites);
  const website = observation.websites && (websites?.[0] ?? { value: null, origin: observation.websites.origin });
  return present({
    name: single(observation.name),
    handle: single(observation.handle),
    bio: single(observation.bio),
    tagline: single(observation.tagline),
    website,
    websites,
    emails: listed(observation.emails),
    phones: listed(observation.phones),
    address: single(observation.address),
    kvk: listed(observation.kvk),
    vat: listed(observation.vat),
    logo: image(observation.logo),
    banner: image(observation.banner),
    followers: single(observation.followers),
    lastActivity: activity(observation.lastActivity),
    pin: single(observation.pin),
  });
}

function single<T>(reading: Reading<T> | undefined): ReportField<T> | undefined {
  if (reading === undefined) return undefined;
  return {
    value: reading.value,
    origin: reading.origin,
    ...(reading.truncated ? { truncated: true } : {}),
    ...marks(reading),
  };
}

const marks = ({ isUnmet, within }: Reading<unknown>): { unmet?: true; within?: 'bio' | 'tagline' } => ({
  ...(isUnmet ? { unmet: true } : {}),
  ...(within ? { within } : {}),
});

function listed(reading: Reading<readonly string[]> | undefined): readonly ReportField<string>[] | undefined {
  return reading && (reading.value ?? []).map((value) => ({ value, origin: reading.origin, ...marks(reading) }));
}

/** `value: null` stands beside the empty parts, so that an empty image or activity reads like any empty field. */
function image(reading: Observation['logo']): ReportImage | undefined {
  if (reading === undefined) return undefined;
  const { origin, value } = reading;
  return value === null ? empty({ url: null, origin }) : { ...value, origin, ...marks(reading) };
}

function activity(reading: Observation['lastActivity']): ReportActivity | undefined {
  if (reading === undefined) return undefined;
  const { origin, value } = reading;
  return value === null
    ? empty({ from: null, to: null, completeness: 'at-least' as const, origin })
    : { ...value, origin, ...marks(reading) };
}

const empty = <T extends object>(parts: T): T & { readonly value: null } => ({ value: null, ...parts });

/** Without the keys that hold nothing: a field that no place gave is left out. */
const present = (fields: { readonly [F in FieldName | 'website']?: unknown } & ReportObservation): ReportObservation =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
