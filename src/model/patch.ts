/** What a reader of the report decides, collected on the page: a patch for profiles.json, put in by `bijwerken apply`. */

import type { HandField, SeenEntry, Waiver } from './config.ts';

/** The fields whose found value can become the expected one of that profile. */
export const ACCEPTED_FIELDS = ['name', 'handle', 'bio', 'website', 'email', 'phone'] as const;
export type AcceptedField = (typeof ACCEPTED_FIELDS)[number];

/** An accepted deviation, bound to the value that was found. */
export interface WaiveChange extends Waiver {
  readonly kind: 'waive';
  readonly profile: string;
}

/** The found value becomes what is expected of this one profile. */
export interface ExpectChange {
  readonly kind: 'expect';
  readonly profile: string;
  readonly field: AcceptedField;
  readonly value: string;
}

/** The account id that was seen becomes the profile's pin. */
export interface PinChange {
  readonly kind: 'pin';
  readonly profile: string;
  readonly pin: string;
  /** What stood there when the page was made; another one by now is a conflict. */
  readonly was: string | null;
}

/** A person looked at the page and answered. */
export interface SeenChange {
  readonly kind: 'seen';
  readonly profile: string;
  /** ISO date. */
  readonly at: string;
  readonly by: string;
  readonly fields?: Readonly<Partial<Record<HandField, 'ok' | 'deviating' | 'absent' | 'not-seen'>>>;
  /** ISO date. */
  readonly newestPost?: SeenEntry['newestPost'];
}

export type PatchChange = WaiveChange | ExpectChange | PinChange | SeenChange;

export interface Patch {
  readonly version: 1;
  /** The run on whose page it was collected. */
  readonly run: string;
  readonly changes: readonly PatchChange[];
}
