/** What became of each network, and the day on which that was last reviewed. Data; a test holds it to the other lists. */

import type { Lifecycle, Network, UnreadNetwork } from '../model/network.ts';
import { closedNetworks } from './closed.ts';

/** Networks that live on under another name: one account, two spellings of its address. */
const RENAMED: readonly Lifecycle[] = [
  {
    id: 'twitter',
    name: 'Twitter',
    state: 'renamed',
    since: '2023-07-24',
    successor: 'x',
    source: 'https://en.wikipedia.org/wiki/Twitter_under_Elon_Musk',
    reviewed: '2026-11-23',
  },
  {
    id: 'google-my-business',
    name: 'Google My Business',
    state: 'renamed',
    since: '2021-11-04',
    successor: 'google-business',
    source: 'https://en.wikipedia.org/wiki/Google_Business_Profile',
    reviewed: '2026-11-23',
  },
];

/** The day on which it was last seen that the network is there and reads as its adapter says, where it differs. */
const REVIEWED: Readonly<Record<string, string>> = {};
const REVIEWED_ALL = '2026-11-23';

const activeOf = ({ id, name }: Pick<Network | UnreadNetwork, 'id' | 'name'>, source: string): Lifecycle => ({
  id,
  name,
  state: 'active',
  since: null,
  successor: null,
  source,
  reviewed: REVIEWED[id] ?? REVIEWED_ALL,
});

/** What any host may speak has no home of its own. */
const homeOf = (hosts: readonly string[] = []): string =>
  hosts[0] === undefined ? 'https://www.w3.org/' : `https://${hosts[0].replace('*.', '')}`;

/** Every network that is known by name: those that are there first. */
export function lifecycleOf(networks: readonly Network[], unread: readonly UnreadNetwork[]): readonly Lifecycle[] {
  return [
    ...networks.map((network) => activeOf(network, network.sourcesOfFacts?.[0] ?? homeOf(network.hosts))),
    ...unread.map((network) => activeOf(network, homeOf(network.hosts))),
    ...RENAMED,
    ...closedNetworks.map(({ id, name, closedOn, successor, source, reviewed }) => ({
      id,
      name,
      state: successor === null ? ('closed' as const) : ('merged' as const),
      since: closedOn,
      successor,
      source,
      reviewed,
    })),
  ];
}
