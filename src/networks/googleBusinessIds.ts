/**
 * Which location of the owners' interface a registered place is: by the number in its address, or by the lasting id
 * that the list holds of it. Never by its name. Pure; part of the Google adapter.
 */

import type { Account } from '../model/network.ts';
import { isText, textAt } from '../read/json.ts';
import { cidInPair, cidInPlaceId, placeIn } from './googleBusinessAddress.ts';

/** `accounts/1/locations/2`: the place under the account that has it. */
export interface LocationPath {
  readonly owner: string;
  readonly location: string;
}

/** `accounts/1/locations/2`, or without the account. */
export function pathIn(name: string): { readonly owner?: string; readonly location: string } | null {
  const [, owner, location] = /^(?:accounts\/(\d{1,30})\/)?locations\/(\d{1,30})$/.exec(name.trim()) ?? [];
  if (location === undefined) return null;
  return { ...(owner === undefined ? {} : { owner }), location };
}

interface PlaceIds {
  readonly cids: readonly string[];
  readonly location?: string;
  readonly owner?: string;
}

/** Null where neither the address nor the lasting id names one place. */
export function idsOf({ handle, kind, pin = '' }: Account): PlaceIds | null {
  const bare = /^\d{5,20}$/.test(pin) ? pin : undefined;
  const cids = [kind === 'cid' ? handle : undefined, cidInPlaceId(pin), cidInPair(pin), bare].filter(isText);
  const path = pathIn(pin) ?? (kind === 'location' ? { location: handle } : null);
  return cids.length > 0 || path !== null ? { cids, ...path } : null;
}

/** Every number by which an answer of the owners' interface names its place. */
export function cidsIn(location: unknown): readonly string[] {
  const onMaps = placeIn(textAt(location, 'metadata', 'mapsUri'));
  const found = [cidInPlaceId(textAt(location, 'metadata', 'placeId')), onMaps?.kind === 'cid' ? onMaps.handle : null];
  return [...new Set(found.filter(isText))];
}

export function isPlaceOf(location: unknown, account: Account): boolean {
  const ids = idsOf(account);
  if (ids === null) return false;
  const number = pathIn(textAt(location, 'name') ?? '')?.location;
  return (number !== undefined && number === ids.location) || cidsIn(location).some((cid) => ids.cids.includes(cid));
}
