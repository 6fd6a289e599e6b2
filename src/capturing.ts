/** What asking a network takes, put together: connections, readers, tokens and other bases. */

import type { Capturing } from './capture/capture.ts';
import { baseOf, secretOf } from './capture/secret.ts';
import type { Sessions } from './capture/session/sessions.ts';
import type { Connections } from './connections.ts';
import type { Visit } from './model/audit.ts';
import type { Settings } from './model/config.ts';
import type { World } from './model/world.ts';
import { readers } from './stages.ts';

export function capturingOf(
  { profileTimeoutMs, networks }: Pick<Settings, 'profileTimeoutMs' | 'networks'>,
  world: World,
  { guard, http, browser, pace }: Connections,
  sessions: Sessions,
): Omit<Capturing, 'links' | 'imports'> {
  const secrets = ({ network }: Visit) => (network ? secretOf(network, world.env) : null);
  const openBase = ({ network }: Visit) => {
    if (!network || network.anyHost) return null;
    const own = networks[network.id]?.api;
    return baseOf(network.id, world.env) ?? (own === undefined ? null : new URL(own));
  };
  return {
    world,
    guard,
    http,
    browser,
    pace,
    readers,
    profileTimeoutMs,
    sessions,
    secretOf: secrets,
    baseOf: openBase,
  };
}
