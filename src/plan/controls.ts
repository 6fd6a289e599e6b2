/** The visits that ask a network's two controls: the network's own, or those that the settings name. */

import type { Visit } from '../model/audit.ts';
import type { Config } from '../model/config.ts';
import type { ControlName, ControlVisits } from '../model/control.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Network } from '../model/network.ts';
import { UserError } from '../model/problem.ts';
import { expectationOf } from './expectation.ts';

/**
 * By the network's id, for every network of the visits that has controls. One that any host may speak is left out: a
 * stranger's server says nothing of ours. Throws a UserError for an address that is not one of that network's.
 */
export function planControls(config: Config, visits: readonly Visit[]): ReadonlyMap<string, ControlVisits | null> {
  const networks = new Map(visits.flatMap(({ network }) => (network ? [[network.id, network] as const] : [])));
  const asked = [...networks.values()].filter(({ controls, anyHost }) => controls !== undefined && !anyHost);
  return new Map(asked.map((network) => [network.id, controlsOf(config, network)]));
}

/** Null where the settings switch them off, or the network has none. */
export function controlsOf(config: Config, network: Network): ControlVisits | null {
  const set = config.settings.controls[network.id];
  if (set === false || !network.controls) return null;
  const { known, impossible } = { ...network.controls, ...set };
  return {
    known: controlVisit(config, network, 'known', known),
    impossible: controlVisit(config, network, 'impossible', impossible),
  };
}

function controlVisit(config: Config, network: Network, name: ControlName, address: string): Visit {
  const account = isUrl(address) ? network.recognise(new URL(address)) : null;
  if (account === null) {
    const where = `settings.controls.${network.id}.${name}`;
    const message = `${JSON.stringify(address)} is not the address of a profile on ${network.id}.`;
    throw new UserError([{ where, message, hint: `It looks like ${network.controls?.known ?? ''}.` }]);
  }
  // No profile of the user's can have this id: theirs begin with a letter or digit.
  const entry = { id: `_control-${network.id}-${name}`, network: network.id, url: address };
  return {
    entry,
    network,
    closed: null,
    account,
    sources: [],
    isOfficial: false,
    needed: [],
    expectation: expectationOf({ ...config, brand: { name: '' } }, entry, account.handle, {}),
    facts: { id: network.id, name: network.name, fields: [], limits: {}, editUrl: null, removeUrl: null, closed: null },
  };
}
