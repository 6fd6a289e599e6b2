/** The registries, in the form in which `config` and `plan` may know them. */

import type { NetworkDirectory } from './config/rules.ts';
import { pinIn } from './model/pin.ts';
import { closedNetworks, findClosedNetwork, lifecycle, networks, unreadNetworks } from './networks/index.ts';
import type { Directory } from './plan/plan.ts';
import { isHostOf } from './read/addresses.ts';

export const directory: Directory = { networks, closedNetworks, unreadNetworks };

export const networkDirectory: NetworkDirectory = {
  ids: [...networks, ...unreadNetworks, ...closedNetworks].map(({ id }) => id),
  fits: (id, url) => {
    const network = networks.find((each) => each.id === id);
    if (network) return network.recognise(url) !== null;
    const unread = unreadNetworks.find((each) => each.id === id);
    if (unread) return isHostOf(url.hostname, [...unread.hosts, ...unread.hosts.map((host) => `*.${host}`)]);
    return findClosedNetwork(url)?.id === id;
  },
  renamed: (id) => lifecycle.find((each) => each.id === id && each.state === 'renamed')?.successor ?? null,
  otherPin: (id, pin) => {
    const kinds = networks.find((each) => each.id === id)?.pins ?? [];
    return pinIn(kinds, pin) === null ? (kinds[0]?.example ?? null) : null;
  },
  example: (id) => networks.find((each) => each.id === id)?.controls?.known ?? null,
};

/** The network's own name; the id for one that is not known. */
export const networkName = (id: string): string =>
  [...networks, ...unreadNetworks, ...closedNetworks].find((each) => each.id === id)?.name ?? id;
