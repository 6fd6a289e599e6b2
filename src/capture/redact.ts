/** Takes the secrets of the environment out of every text on its way to disk, log and error. */

import { isUrl } from '../model/isUrl.ts';
import { SECRET_MARK } from '../model/session.ts';
import { secretsIn, unpackSession } from './session/packed.ts';

export type Redactor = (text: string) => string;

/** Shorter values stand in ordinary words: to replace them would garble the text and tell where they are. */
const MIN_LENGTH = 6;

/** A shorter part of an address is a word such as `invoke`. */
const LEAST_PART = 16;

const OWN_PREFIX = 'BIJWERKEN_';
const SESSION_PREFIX = `${OWN_PREFIX}SESSION_`;

/** Settings of ours that are no secrets, and must stay readable in messages. */
const PLAIN = new Set(['BIJWERKEN_BROWSER']);

const PROXIES = new Set(['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']);

export function createRedactor(env: Readonly<Record<string, string | undefined>>): Redactor {
  const secrets = Object.entries(env).flatMap(([name, value]) => (value ? secretsOf(name, value) : []));
  const long = [...new Set(secrets)].filter((secret) => secret.length >= MIN_LENGTH);
  // Longest first, so that nothing of a long secret is left around a short one inside it.
  const ordinary = long.flatMap((secret) => (isPacked(secret) ? [] : patternsOf(secret)));
  const patterns = [...new Set(ordinary)].sort((a, b) => b.length - a.length);
  // Much of a packed session is no secret of its own: its beginning tells where it is, and it may have been cut.
  patterns.unshift(...new Set(long.filter(isPacked).map((secret) => `${escapeRegExp(secret.slice(0, 48))}[\\w-]*`)));
  if (patterns.length === 0) return (text) => text;
  const anySecret = new RegExp(patterns.join('|'), 'gi');
  return (text) => text.replace(anySecret, SECRET_MARK);
}

function secretsOf(name: string, value: string): string[] {
  const upper = name.toUpperCase();
  if (PROXIES.has(upper)) return credentialsIn(value);
  if (!upper.startsWith(OWN_PREFIX) || PLAIN.has(upper)) return [];
  // Another base of an interface is an address like any; what stands before its `@` is not.
  if (/^BIJWERKEN_[A-Z0-9_]+_API$/.test(upper)) return credentialsIn(value);
  if (/_WEBHOOK(?:_URL)?$/.test(upper)) return [value, value.trim(), ...credentialsIn(value), ...partsOf(value)];
  const session = upper.startsWith(SESSION_PREFIX) ? unpackSession(value) : null;
  if (session) return [value.trim(), ...secretsIn(session)];
  return [value, value.trim(), ...credentialsIn(value)];
}

/** Of an address that is a secret: the path and the values behind it, which may be told without the host. */
function partsOf(address: string): string[] {
  if (!isUrl(address.trim())) return [];
  const { pathname, searchParams } = new URL(address.trim());
  return [pathname, ...searchParams.values()].filter((part) => part.length >= LEAST_PART);
}

/** Thousands of characters that no encoding changes. */
const isPacked = (secret: string): boolean => /^[\w-]{100,}$/.test(secret) && unpackSession(secret) !== null;

/**
 * What stands before the `@` of an address: as it is written, and as it is meant. A user name alone is no secret,
 * and may well be a word of the pages that we read; without a password it is a token.
 */
function credentialsIn(address: string): string[] {
  const authority = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)@/i.exec(address.trim())?.[1];
  if (authority === undefined) return [];
  const colon = authority.indexOf(':');
  const password = colon < 0 ? '' : authority.slice(colon + 1);
  const parts = password === '' ? [authority.replace(/:$/, '')] : [authority, password];
  return parts.flatMap((part) => [part, decoded(part)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The ways in which one secret can come out of a URL, a header or a JSON file, as regular expressions. */
function patternsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const ascii = json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const html = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const texts = [json, json.replaceAll('/', '\\/'), ascii, html, ...base64Of(secret)];
  return [percentPattern(secret), ...texts.map(escapeRegExp)];
}

/** Every character as it is or percent-encoded: encoders differ in which ones they leave alone. */
function percentPattern(secret: string): string {
  const characters = [...Buffer.from(secret, 'utf8').toString('utf8')].map((character) => {
    const hex = Buffer.from(character, 'utf8').toString('hex').replace(/../g, '%$&');
    return `(?:${escapeRegExp(character)}|${hex}${character === ' ' ? '|\\+' : ''})`;
  });
  return characters.join('');
}

/** Inside a longer text (`user:secret`) the same bytes look different at each of three offsets. */
function base64Of(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const shifted = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and last characters carry bits of the neighbours too.
    const start = [0, 2, 3][offset] ?? 0;
    const end = (offset + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return text.slice(start, end);
  });
  const whole = bytes.toString('base64');
  const all = [whole, whole.replace(/=+$/, ''), ...shifted];
  return [...all, ...all.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))].filter(
    (text) => text.length >= MIN_LENGTH,
  );
}

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
