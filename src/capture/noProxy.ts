/** NO_PROXY: which targets go direct although there is a proxy. Knows the spellings that curl, Go and Node tools share. */

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Target } from './addresses.ts';

type Matcher = (target: Target) => boolean;

/** Entries are split at commas and white space; what cannot be understood matches nothing. */
export function noProxyMatcher(list: string): Matcher {
  const matchers = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(matcherOf);
  return (target) => matchers.some((matches) => matches(target));
}

function matcherOf(entry: string): Matcher {
  if (entry === '*') return () => true;
  if (entry.includes('/')) return matcherOfRange(entry);
  const { name, port } = splitPort(entry);
  const matchesName = matcherOfName(name);
  return (target) => (port === undefined || port === target.port) && matchesName(target);
}

function splitPort(entry: string): { name: string; port?: number } {
  const found = /^(\[[^\]]*\]|[^:]*):(\d{1,5})$/.exec(entry);
  const name = found?.[1] ?? entry;
  return { name: name.replace(/^\[|\]$/g, ''), ...(found ? { port: Number(found[2]) } : {}) };
}

function matcherOfName(name: string): Matcher {
  if (isIP(name) !== 0) return matcherOfRange(name);
  // `example.org`, `.example.org` and `*.example.org` all hold for the domain and what is under it.
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
  if (domain === '' || domain.includes('*')) return () => false;
  return ({ host }) => host === domain || host.endsWith(`.${domain}`);
}

function matcherOfRange(range: string): Matcher {
  const [address = '', prefix] = range.split('/');
  if (isIP(address) === 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return () => false;
  const base = ipaddr.process(address);
  const bits = prefix === undefined ? base.toByteArray().length * 8 : Number(prefix);
  if (bits > base.toByteArray().length * 8) return () => false;
  return ({ host }) => {
    if (isIP(host) === 0) return false;
    const candidate = ipaddr.process(host);
    return candidate.kind() === base.kind() && candidate.match(base, bits);
  };
}
