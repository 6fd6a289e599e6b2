/** The list of networks, and nothing else. A network is one file here, and its fixtures. */

import { isUrl } from '../model/isUrl.ts';
import type { Account, ClosedNetwork, Lifecycle, Network } from '../model/network.ts';
import { isHostOf } from '../read/addresses.ts';
import { bluesky } from './bluesky.ts';
import { closedNetworks } from './closed.ts';
import { facebook } from './facebook.ts';
import { github } from './github.ts';
import { googleBusiness } from './googleBusiness.ts';
import { instagram } from './instagram.ts';
import { lifecycleOf } from './lifecycle.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import { pinterest } from './pinterest.ts';
import { reddit } from './reddit.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import { tiktok } from './tiktok.ts';
import { trustpilot } from './trustpilot.ts';
import { unreadNetworks } from './unread.ts';
import { vimeo } from './vimeo.ts';
import { website } from './website.ts';
import { wikipedia } from './wikipedia.ts';
import { x } from './x.ts';
import { xing } from './xing.ts';
import { youtube } from './youtube.ts';

export { closedNetworks } from './closed.ts';
export { unreadNetworks } from './unread.ts';

/** In the order in which they are asked whose an address is; those that any host may speak come last. */
export const networks: readonly Network[] = [
  linkedin,
  facebook,
  instagram,
  threads,
  pinterest,
  telegram,
  x,
  bluesky,
  github,
  googleBusiness,
  youtube,
  tiktok,
  trustpilot,
  wikipedia,
  reddit,
  vimeo,
  xing,
  // Any host may speak these.
  mastodon,
  website,
];

/** What became of every network that is known by name. */
export const lifecycle: readonly Lifecycle[] = lifecycleOf(networks, unreadNetworks);

/** The network with this id, or the one whose address this is; a network's own host without an account counts. */
export function findNetwork(what: string | URL): Network | undefined {
  const named = networks.find(({ id }) => id === what);
  if (named) return named;
  if (typeof what === 'string' && !isUrl(what)) return undefined;
  const url = new URL(what);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const isOfOneHost = networks.filter(({ anyHost }) => !anyHost);
  return (
    isOfOneHost.find(({ recognise }) => recognise(url) !== null) ??
    isOfOneHost.find(({ hosts }) => isHostOf(url.hostname, hosts ?? [])) ??
    networks.find(({ recognise }) => recognise(url) !== null)
  );
}

/** The account that an address names on this network; one without a handle when it names none. */
export const accountAt = (url: URL, network: Network): Account =>
  network.recognise(url) ?? { handle: '', kind: 'unknown', host: url.hostname.toLowerCase(), url: url.href };

/** The closed network with this id, or at this address. */
export function findClosedNetwork(what: string | URL): ClosedNetwork | undefined {
  const named = closedNetworks.find(({ id }) => id === what);
  if (named) return named;
  if (typeof what === 'string' && !isUrl(what)) return undefined;
  const { hostname } = new URL(what);
  return closedNetworks.find(({ hosts }) => isHostOf(hostname, hosts));
}
