/** The controls of a network, and what their answers say of a source tonight (truth rule 8 of the design). */

import type { Visit } from './audit.ts';
import type { Outcome, Source } from './capture.ts';

/** The sources that ask as a stranger; an API answers for what it documents, and a session for whoever is signed in. */
export const GUEST_SOURCES = ['http', 'browser'] as const;
export type GuestSource = (typeof GUEST_SOURCES)[number];

export const isGuest = (source: Source): source is GuestSource => GUEST_SOURCES.some((guest) => guest === source);

/** `known`: a profile that will not go away. `impossible`: a handle that nobody can have. */
export const CONTROL_NAMES = ['known', 'impossible'] as const;
export type ControlName = (typeof CONTROL_NAMES)[number];

/** The visits that ask a network's two controls. */
export type ControlVisits = { readonly [N in ControlName]: Visit };

/**
 * `sees`: the source tells a profile from an absence. `blind`: both controls got the same answer, so that an answer
 * proves nothing. `unclear`: a control could not be asked, or its answer says neither.
 */
export type Sight = 'sees' | 'blind' | 'unclear';

/** What the two controls of one network answered to one source. */
export interface ControlledSource {
  readonly network: string;
  readonly source: GuestSource;
  readonly sight: Sight;
  /** Null: not asked. */
  readonly known: Outcome | null;
  readonly impossible: Outcome | null;
  /** Why it is unclear, in English; '' when it is not. */
  readonly because: string;
  /** The known profile came as a page in which nothing was found: not a wall, not a failure. */
  readonly isKnownLost: boolean;
}

/** Which of the sources used for a profile cannot be believed tonight. */
export interface Doubts {
  readonly blind: readonly Source[];
  readonly unclear: readonly Source[];
}

export const NO_DOUBTS: Doubts = { blind: [], unclear: [] };
