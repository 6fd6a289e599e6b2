/** Networks that are no more, with the day on which they closed for the public. Data only: nothing there is fetched. */

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
  {
    id: 'google-plus',
    name: 'Google+',
    hosts: ['plus.google.com'],
    closedOn: '2019-04-02',
    successor: null,
    source: 'https://en.wikipedia.org/wiki/Google%2B',
  },
  {
    id: 'vine',
    name: 'Vine',
    hosts: ['vine.co', 'www.vine.co'],
    closedOn: '2017-01-17',
    successor: null,
    source: 'https://en.wikipedia.org/wiki/Vine_(service)',
  },
  {
    id: 'periscope',
    name: 'Periscope',
    hosts: ['periscope.tv', 'www.periscope.tv', 'pscp.tv', 'www.pscp.tv'],
    closedOn: '2021-03-31',
    successor: 'x',
    source: 'https://en.wikipedia.org/wiki/Periscope_(service)',
  },
  {
    id: 'schuelervz',
    name: 'schülerVZ',
    hosts: ['schuelervz.net', 'www.schuelervz.net'],
    closedOn: '2013-04-30',
    successor: null,
    source: 'https://de.wikipedia.org/wiki/SchülerVZ',
  },
];
