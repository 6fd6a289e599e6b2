/** The shape of a check: one question about one profile, answered from what was expected and what was read. */

import type { CapturedImage, CapturedLink } from './capture.ts';
import type { SeenEntry } from './config.ts';
import type { Expectation } from './expectation.ts';
import type { CheckId, Judgement, Severity } from './finding.ts';
import type { TextLimit } from './network.ts';
import type { FieldName, FieldValues, Observation, ProfileReading, Reading } from './observation.ts';
import type { PinKind } from './pin.ts';

/** What a check may know of the network: data, never its name's consequences. */
export interface NetworkFacts {
  readonly id: string;
  readonly name: string;
  /** Fields that the adapter has places for. */
  readonly fields: readonly FieldName[];
  readonly pins?: readonly PinKind[];
  readonly limits: { readonly name?: TextLimit; readonly bio?: TextLimit; readonly tagline?: TextLimit };
  /** How a number of the profile's own country is written there; `international` where left out. */
  readonly phones?: 'national' | 'international';
  readonly editUrl: string | null;
  readonly removeUrl: string | null;
  readonly closed: { readonly on: string; readonly successor: string | null; readonly source: string } | null;
}

type Filled<F extends FieldName> = { readonly [K in F]: Reading<FieldValues[K]> & { readonly value: FieldValues[K] } };

/** Everything that may be known of one profile when it is judged. */
export interface Context {
  readonly profile: string;
  readonly network: NetworkFacts;
  readonly expectation: Expectation;
  readonly reading: ProfileReading;
  readonly images: readonly CapturedImage[];
  /** What answered at the addresses that the profile shows as its website; left out when none was asked. */
  readonly links?: readonly CapturedLink[];
  /** What persons saw; left out when nobody looked. */
  readonly hand?: { readonly looks: readonly SeenEntry[]; readonly validFor: string };
  /** The pictures that waivers of this profile accept, by the hash that they name; left out when there are none. */
  readonly accepted?: ReadonlyMap<string, Uint8Array>;
  /** The capture's time: ISO 8601. */
  readonly at: string;
  /** The run's time, for campaigns: ISO 8601. */
  readonly now: string;
}

export interface Subject<F extends FieldName> extends Context {
  /** Read, and not empty: `judge.ts` has seen to that. */
  readonly fields: Filled<F>;
  readonly observation: Observation;
}

/** A check on fields: asked only when each needed field is expected, exists on the network, was read and is not empty. */
export interface Check<F extends FieldName = FieldName> {
  readonly id: CheckId;
  readonly severity: Severity;
  readonly needs: readonly F[];
  /** In place of `needs`: of these fields one is enough. `judge` finds in `observation` which there are. */
  readonly oneOf?: (expectation: Expectation) => readonly FieldName[];
  /** Whether the brand says anything of this; without it the check is not asked. */
  readonly expects: (expectation: Expectation) => boolean;
  /** The expected value in words for findings made before `judge` is reached (unseen, empty). */
  readonly expectedText: (expectation: Expectation) => string | null;
  /** What to paste into a field of this network that is empty; `expectedText` where left out. */
  readonly remedyText?: (expectation: Expectation, network: NetworkFacts) => string | null;
  /** Where the brand's right value for the remedy of an empty field stands. */
  readonly remedyFile?: (expectation: Expectation) => string | null;
  /** An answer that needs no field, once the profile was seen: a campaign that is over. Null: the fields must tell. */
  readonly beforehand?: (context: Context) => Judgement | null;
  /** What an empty field means, where it is not simply absent: an account that never posted. Null: it is absent. */
  readonly whenEmpty?: (context: Context) => Judgement | null;
  readonly judge: (subject: Subject<F>) => Judgement | Promise<Judgement>;
}

/** A check on the profile as a whole: it is asked whatever was seen. Null: nothing to say. */
export interface PresenceCheck {
  readonly id: CheckId;
  readonly severity: Severity;
  readonly judge: (context: Context) => Judgement | null;
}

export const defineCheck = <F extends FieldName>(check: Check<F>): Check<F> => check;
