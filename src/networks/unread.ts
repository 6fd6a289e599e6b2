/** Networks that are known by name and that no reader is here for: their profiles are unverifiable, never wrong. */

import type { UnreadNetwork } from '../model/network.ts';

export const unreadNetworks: readonly UnreadNetwork[] = [
  { id: 'whatsapp', name: 'WhatsApp', hosts: ['whatsapp.com', 'wa.me'] },
  { id: 'medium', name: 'Medium', hosts: ['medium.com'] },
];
