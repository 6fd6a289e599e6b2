/** What a person weighs before an account is let go: facts that were seen, and nothing that was not. */

import { isNameOf } from '../compare/handleName.ts';
import type { Context } from '../model/check.ts';
import type { Advice } from '../model/finding.ts';

export function adviceFor({ expectation, reading }: Context): Advice {
  const { observation } = reading;
  const followers = observation?.followers?.value ?? null;
  return {
    followers,
    bigAudience: followers === null ? null : followers >= expectation.activity.bigAudience,
    pin: pinOf(expectation.pin, observation?.pin?.value ?? null),
    handleIsName: nameOf(observation?.handle?.value ?? expectation.handle, expectation),
  };
}

/** The page may write the id in another form than the list; only the same form confirms. */
function pinOf(registered: string | undefined, seen: string | null): Advice['pin'] {
  if (registered === undefined) return 'missing';
  return registered.trim().toLowerCase() === seen?.trim().toLowerCase() ? 'confirmed' : 'unconfirmed';
}

function nameOf(handle: string, { name }: Context['expectation']): string | null {
  const names = name ? [name.value, ...name.aliases] : [];
  return names.find((one) => isNameOf(handle, one)) ?? null;
}
