/** Which Pinterest account an address names: country sites, feeds, and the interfaces that take a name. Pure patterns. */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { addresses, isHostOf } from '../read/addresses.ts';
import { parseJson, textAt } from '../read/json.ts';

const DOMAINS = [
  ...[
    'com',
    'nl',
    'de',
    'fr',
    'es',
    'it',
    'pt',
    'at',
    'ch',
    'be',
    'ca',
    'ie',
    'dk',
    'se',
    'nz',
    'jp',
    'ph',
    'cl',
    'ru',
  ],
  ...['co.uk', 'com.au', 'com.mx', 'co.kr', 'co.in', 'com.uy', 'com.pe', 'com.bo', 'com.ec', 'com.py', 'com.vn'],
  ...['hu', 'id', 'th', 'tw', 'vn', 'pe', 'ec', 'uk', 'in', 'engineering', 'info'],
].map((end) => `pinterest.${end}`);
const HOSTS = DOMAINS.flatMap((domain) => [domain, `*.${domain}`]);
/** Hosts of Pinterest that hold no profiles. */
const OTHER_HOSTS =
  /^(?:help|business|about|developers?|newsroom|policy|careers|ads|analytics|trends|create|engineering|investor|assets|log|i|s|track|widgets|api)\./;

const RESERVED =
  '_ about ads all analytics api app board boards business careers categories category convert-business create creators discover edit email embed engagement explore favicon.ico following help homefeed idea-pin-builder ideas invite invites lens login logout manifest.json me news_hub oauth offsite password pin pin-builder pin-creation-tool pins popular privacy product reset resource robots.txt search secure settings shop shopping signup site sitemap source static story-pin-builder sw.js terms terms-of-service today topics trust tv u unauth user v3 v5 verified verify videos welcome www';

const profiles = addresses({
  hosts: HOSTS,
  paths: ['/:handle'],
  canonical: (handle) => `https://www.pinterest.com/${handle}/`,
  reserved: RESERVED.split(' '),
  handle: /^[\p{L}\p{N}_]{2,50}$/u,
});

export const hosts: readonly string[] = HOSTS;

export function recognise(url: URL): Account | null {
  if (!/^https?:$/.test(url.protocol) || !isHostOf(url.hostname, HOSTS)) return null;
  const asked = nameAskedFor(url);
  if (asked !== undefined)
    return profiles.recognise(new URL(`https://www.pinterest.com/${encodeURIComponent(asked)}/`));
  return OTHER_HOSTS.test(url.hostname) ? null : profiles.recognise(url);
}

/** `/resource/UserResource/get/?data={"options":{"username":"name"}}`, and the widgets' `/v3/pidgets/users/name/pins/`. */
function nameAskedFor(url: URL): string | undefined {
  const [, widget] = /^\/v3\/(?:pidgets\/)?users\/([^/]{1,100})\//.exec(`${url.pathname}/`) ?? [];
  if (widget !== undefined) return widget;
  if (!url.pathname.startsWith('/resource/User')) return undefined;
  return textAt(parseJson((url.searchParams.get('data') ?? '').slice(0, 4000)), 'options', 'username') ?? undefined;
}

export const handleIn = (address: unknown): string | undefined =>
  typeof address === 'string' && isUrl(address) ? recognise(new URL(address))?.handle : undefined;

const TABS = /^(?:_\w{1,30}|pins|boards|followers|following|feed\.rss|tried|activity)$/;

/** A board, or a part of one, of the account; a pin. */
export function isInsideProfile(address: string | undefined): boolean {
  if (address === undefined || !isUrl(address)) return false;
  const [first = '', second] = new URL(address).pathname.split('/').filter((part) => part !== '');
  return first === 'pin' || (second !== undefined && handleIn(address) !== undefined && !TABS.test(second));
}
