/** The checks, in the order in which their findings are shown. Imported at the top and passed down. */

import type { TogetherCheck } from '../model/audit.ts';
import type { Check, PresenceCheck } from '../model/check.ts';
import type { CheckId, Severity } from '../model/finding.ts';
import { address } from './address.ts';
import { banner } from './banner.ts';
import { bio } from './bio.ts';
import { dormant } from './dormant.ts';
import { email } from './email.ts';
import { exists } from './exists.ts';
import { handle } from './handle.ts';
import { identity } from './identity.ts';
import { logo } from './logo.ts';
import { name } from './name.ts';
import { networkClosed } from './networkClosed.ts';
import { neverPosted } from './neverPosted.ts';
import { phone } from './phone.ts';
import { registration } from './registration.ts';
import { uniform } from './uniform.ts';
import { website } from './website.ts';

export const presenceChecks: readonly PresenceCheck[] = [exists, networkClosed, identity];

export const fieldChecks: readonly Check[] = [
  logo,
  banner,
  name,
  handle,
  bio,
  website,
  email,
  phone,
  address,
  registration,
  dormant,
  neverPosted,
];

/** Asked last, of all profiles together. */
export const togetherChecks: readonly TogetherCheck[] = [uniform];

/** How bad a deviation is unless the settings or the check itself say otherwise. */
export const defaultSeverities: Readonly<Partial<Record<CheckId, Severity>>> = Object.fromEntries(
  [...presenceChecks, ...fieldChecks, ...togetherChecks].map(({ id, severity }) => [id, severity]),
);
