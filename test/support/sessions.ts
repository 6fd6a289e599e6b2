/** Small sessions for tests: cookies with values that would be found if they came out anywhere. */

import type { Session, SessionCookie } from '../../src/model/session.ts';

export const aCookie = (name: string, parts: Partial<SessionCookie> = {}): SessionCookie => ({
  name,
  value: `value-of-${name}`,
  domain: '.net.example',
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
  ...parts,
});

export const aSession = (network: string, cookies: readonly SessionCookie[]): Session => ({
  version: 1,
  network,
  savedAt: '2026-11-20T10:00:00.000Z',
  cookies,
  origins: [],
});
