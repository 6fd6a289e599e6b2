/** What a person weighs before an account is let go: facts that were seen, and nothing that was not. */

import { isNameOf } from '../compare/handleName.ts';
import type { Context } from '../model/check.ts';
import type { Advice } from '../model/finding.ts';
import { comparePins, type PinKind } from '../model/pin.ts';

export function adviceFor({ expectation, reading, network }: Context): Advice {
  const { observation } = reading;
  const followers = observation?.followers?.value ?? null;
  return {
    followers,
    bigAudience: followers === null ? null : followers >= expectation.activity.bigAudience,
    pin: pinOf(expectation.pin, observation?.pin?.value ?? null, network.pins ?? []),
    handleIsName: nameOf(observation?.handle?.value ?? expectation.handle, expectation),
  };
}

/** Only the same id confirms, in whichever of its spellings. */
function pinOf(registered: string | undefined, seen: string | null, kinds: readonly PinKind[]): Advice['pin'] {
  if (registered === undefined) return 'missing';
  return seen !== null && comparePins(kinds, registered, seen) === 'same' ? 'confirmed' : 'unconfirmed';
}

function nameOf(handle: string, { name }: Context['expectation']): string | null {
  const names = name ? [name.value, ...name.aliases] : [];
  return names.find((one) => isNameOf(handle, one)) ?? null;
}
