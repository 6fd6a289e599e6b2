/**
 * LinkedIn company, showcase and school pages, as a visitor who is not signed in sees them.
 * What guests see of posts is not the whole of them, so `lastActivity` here is a lower bound.
 */

import type { Network } from '../model/network.ts';
import { addresses } from '../read/addresses.ts';
import { meta, onePage, place } from '../read/places.ts';
import { landsOn, sign } from '../read/signs.ts';

const identity = addresses({
  hosts: ['linkedin.com', '*.linkedin.com'],
  paths: ['/company/:handle', '/showcase/:handle', '/school/:handle'],
  canonical: (handle, kind) => `https://www.linkedin.com/${kind}/${handle}/`,
});

export const linkedin: Network = {
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: identity.hosts,
  recognise: identity.recognise,
  sources: { http: onePage(), browser: onePage() },
  signs: [sign('login-wall', landsOn('/authwall'))],
  proof: [
    place<readonly string[]>('open-graph', 'meta og:url', (document, account) => [
      identity.handleIn(meta('og:url').pick(document, account)) ?? '',
    ]),
  ],
  places: { name: [meta('og:title')] },
  limits: {},
  links: {},
};
