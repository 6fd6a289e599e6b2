/** Which GitHub account an address names: a person's or an organisation's page, or the REST interface. Never a repository. */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { isHostOf } from '../read/addresses.ts';
import { decoded } from '../read/text.ts';

export const HOSTS = ['github.com', 'www.github.com', 'm.github.com', 'api.github.com', 'gist.github.com'];

/** Companies' managed accounts end in `_` and the company's short code. */
const HANDLE = /^[A-Za-z\d][A-Za-z\d-]{0,99}(?:_[A-Za-z\d]{1,40})?$/;

const RESERVED = new Set(
  (
    'about account advisories apps articles blog careers codespaces collections community contact copilot ' +
    'customer-stories customers dashboard discover discussions edu education enterprise events explore features ' +
    'gist gists git-guides home issues join login logout marketplace mcp mobile models new newsroom nonprofit ' +
    'notifications open-source organizations orgs partners password_reset premium-support pricing projects pulls ' +
    'readme resources search security session sessions settings signup site solutions sponsors stars starred team ' +
    'teams topics trending users watching why-github'
  ).split(' '),
);

/** Pages of an account that stand under its name; anything else there is a repository. */
const API_PATH = /^\/(?:users|orgs)\/([^/]{1,200})/i;
const ORGANISATION_PATH = /^\/orgs\/([^/]{1,200})/i;
const PROFILE_PATH = /^\/([^/]{1,200})$/;

export function recognise({ protocol, hostname, pathname }: URL): Account | null {
  if (!/^https?:$/.test(protocol) || !isHostOf(hostname, HOSTS)) return null;
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  if (isHostOf(hostname, ['api.github.com'])) return account(API_PATH.exec(path)?.[1]);
  const [, organisation] = ORGANISATION_PATH.exec(path) ?? [];
  return organisation === undefined ? account(PROFILE_PATH.exec(path)?.[1]) : account(organisation, 'organization');
}

export const handleIn = (address: string): string | undefined =>
  isUrl(address) ? recognise(new URL(address))?.handle : undefined;

/** A guest is shown nothing of a company's managed accounts: for these an absence says nothing. */
export const isManaged = ({ handle }: Account): boolean => handle.includes('_');

function account(written = '', kind = 'account'): Account | null {
  const handle = decoded(written).trim().replace(/^@/, '');
  if (!HANDLE.test(handle) || RESERVED.has(handle.toLowerCase())) return null;
  return { handle, kind, host: 'github.com', url: `https://github.com/${handle}` };
}
