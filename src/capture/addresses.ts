/** Which hosts, addresses and ports may be asked at all. Pure: it resolves nothing and connects to nothing. */

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isUrl } from '../model/isUrl.ts';

export interface Target {
  /** As WHATWG URLs write it, without a trailing dot and without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Services that listen on high ports and understand, or suffer from, a line of HTTP. */
const NOT_WEB = new Set([
  1080, 1433, 1521, 1723, 2049, 2375, 2376, 2379, 3128, 3306, 3389, 4190, 5060, 5061, 5432, 5672, 5900, 5984, 6000,
  6379, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 9042, 9200, 9300, 10080, 10250, 11211, 27017,
]);

const PRIVATE_SUFFIXES = [
  '.local',
  '.localdomain',
  '.internal',
  '.localhost',
  '.home.arpa',
  '.intranet',
  '.lan',
  '.onion',
];

/** Public by its range, yet every virtual machine of that cloud reaches its own host there. */
const METADATA = new Set(['168.63.129.16']);

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];

/** `host:port` of a CONNECT, spelt as a URL would spell it; undefined when it is no such thing. */
export function parseAuthority(authority: string): Target | undefined {
  if (authority.length > 300) return undefined;
  const colon = authority.lastIndexOf(':');
  const port = authority.slice(colon + 1);
  if (colon <= 0 || !/^\d{1,5}$/.test(port)) return undefined;
  const host = normaliseHost(authority.slice(0, colon));
  return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}

/** The one spelling of a host: decimal, octal and hex IPv4, IDN, letter case and trailing dots are put right. */
export function normaliseHost(text: string): string | undefined {
  if (/[\s/\\?#@]/.test(text) || !isUrl(`http://${text}/`)) return undefined;
  const url = new URL(`http://${text}/`);
  // A text with a port of its own is no host.
  if (url.port !== '' || (text.includes(':') && !text.startsWith('['))) return undefined;
  const name = url.hostname;
  if (name === '.' || name.startsWith('.') || name.includes('..')) return undefined;
  return name.replace(/^\[|\]$/g, '').replace(/\.$/, '') || undefined;
}

/** Why this address may not be connected to, or undefined when it is an ordinary public one. */
export function refusalOfAddress(address: string): string | undefined {
  if (isIP(address) === 0 || address.includes('%')) return 'not an address';
  // Written anew first: ipaddr.js takes `::1.2.3.4` for a mapped address, which it is not.
  const parsed = ipaddr.parse(isIP(address) === 6 ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address);
  if (parsed instanceof ipaddr.IPv4) return refusalOfIPv4(parsed);
  const inner = embeddedIPv4(parsed);
  if (inner) return refusalOfIPv4(inner);
  const range = parsed.range();
  if (range !== 'unicast') return `${words(range)} address`;
  // Everything outside 2000::/3 is unassigned or has a meaning of its own, whatever a list calls it.
  return parsed.match(GLOBAL_UNICAST) ? undefined : 'reserved address';
}

function refusalOfIPv4(address: ipaddr.IPv4): string | undefined {
  if (METADATA.has(address.toString())) return 'metadata address';
  const range = address.range();
  return range === 'unicast' ? undefined : `${words(range)} address`;
}

function embeddedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : undefined;
}

const words = (range: string) => range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Why this name can only be a private one. Names say nothing of where they lead: the address is checked too. */
export function refusalOfName(host: string): string | undefined {
  if (isIP(host) !== 0) return undefined;
  if (!host.includes('.')) return 'name without a domain';
  const suffix = PRIVATE_SUFFIXES.find((ending) => host.endsWith(ending));
  return suffix === undefined ? undefined : `private name (${suffix})`;
}

/** Web servers live on 80, 443 and high ports; mail, shells, databases and caches must not be spoken to. */
export function refusalOfPort(port: number): string | undefined {
  const web = port === 80 || port === 443 || (port >= 1024 && port <= 65_535 && !NOT_WEB.has(port));
  return web ? undefined : `port ${port} is not for the web`;
}
