/** The registries, in the form in which `config` and `plan` may know them. */

import type { NetworkDirectory } from './config/rules.ts';
import { closedNetworks, findClosedNetwork, networks } from './networks/index.ts';
import { namedNetworks } from './networks/named.ts';
import type { Directory } from './plan/plan.ts';

export const directory: Directory = { networks, closedNetworks };

export const networkDirectory: NetworkDirectory = {
  ids: [...networks.map(({ id }) => id), ...closedNetworks.map(({ id }) => id)],
  named: namedNetworks,
  fits: (id, url) => {
    const network = networks.find((each) => each.id === id);
    return network ? network.recognise(url) !== null : findClosedNetwork(url)?.id === id;
  },
  example: (id) => networks.find((each) => each.id === id)?.controls?.known ?? null,
};
