/** Networks that are no more. Data only: nothing there is ever fetched. */

import type { ClosedNetwork } from '../model/network.ts';

export const closedNetworks: readonly ClosedNetwork[] = [
  {
    id: 'hyves',
    name: 'Hyves',
    hosts: ['hyves.nl', '*.hyves.nl'],
    closedOn: '2013-12-02',
    successor: null,
    source: 'https://nl.wikipedia.org/wiki/Hyves',
  },
];
