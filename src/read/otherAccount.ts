/**
 * A page that was not proven to be the account's: what it names instead, and whether that is the account under another
 * handle. Only the lasting id that the list holds says so; a redirect alone is told, and read by nobody.
 */

import { isUrl } from '../model/isUrl.ts';
import type { Account, Network, ParsedDocument } from '../model/network.ts';
import type { CaptureReading, OtherAccount } from '../model/observation.ts';
import { comparePins, pinIn } from '../model/pin.ts';
import { sameHandle } from './text.ts';

type Judged = Pick<CaptureReading, 'outcome' | 'observation' | 'named'>;

/** A page names few accounts as its subject; more would be a list. */
const MOST = 4;

/** The handles and ids that the page names as its subject. */
export const namedBy = (main: ParsedDocument, network: Network, account: Account): readonly string[] =>
  network.proof.flatMap((place) => {
    try {
      return (place.pick(main, account) ?? []).filter((name) => typeof name === 'string' && name !== '');
    } catch {
      return [];
    }
  });

/** Where the network itself led: the address of another account of the same kind. An id that became a name is no other. */
export function redirectedTo({ requestedUrl, finalUrl }: ParsedDocument, network: Network, account: Account) {
  if (requestedUrl === finalUrl || !isUrl(finalUrl)) return null;
  const other = network.recognise(new URL(finalUrl));
  if (other === null || other.kind !== account.kind || other.host !== account.host) return null;
  if (sameHandle(other.handle, account.handle) || pinIn(network.pins ?? [], account.handle)) return null;
  return { handle: other.handle, url: other.url };
}

/** The page read as that of each account it names, until one shows the id that the list holds. */
export function byItsPin<J extends Judged>(
  network: Network,
  account: Account,
  names: readonly string[],
  read: (account: Account) => J,
): { readonly reading: J; readonly renamed?: OtherAccount } | 'another' | null {
  const { pin, ...bare } = account;
  const kinds = network.pins ?? [];
  if (pin === undefined) return null;
  const isId = (name: string) => comparePins(kinds, pin, name) === 'same';
  const handles = [...new Set(names)].toSorted((a, b) => Number(isId(a)) - Number(isId(b)));
  let isAnother = false;
  for (const name of handles.slice(0, MOST)) {
    const other = accountNamed(name, network, bare);
    const reading = other && read(other);
    const shown = reading?.observation?.pin?.value;
    if (!other || !reading || reading.outcome !== 'profile' || typeof shown !== 'string') continue;
    const compared = comparePins(kinds, pin, shown);
    if (compared === 'other') isAnother = true;
    if (compared === 'same' || (compared === 'unclear' && names.some(isId))) {
      return isId(name) ? { reading } : { reading, renamed: { handle: other.handle, url: other.url } };
    }
  }
  return isAnother ? 'another' : null;
}

/** The same address with another name in it, where the network knows that as an account's. */
function accountNamed(name: string, network: Network, account: Account): Account | null {
  const written = encodeURIComponent(account.handle);
  const at = account.url.lastIndexOf(written);
  if (at < 0) return null;
  const url = account.url.slice(0, at) + encodeURIComponent(name) + account.url.slice(at + written.length);
  const other = isUrl(url) ? network.recognise(new URL(url)) : null;
  return other !== null && sameHandle(other.handle, name) ? other : null;
}
