/**
 * Real pages, where a folder of them is at hand: `BIJWERKEN_CAPTURES=<folder>`, with an `index.json` that says for
 * each what certainly stands in it. They are nobody's to publish, so the project has none of its own, and without the
 * variable vitest.config.ts leaves this file out.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CapturedDocument } from '../src/model/capture.ts';
import type { Network } from '../src/model/network.ts';
import type { ReportObservation } from '../src/model/report.ts';
import { accountAt, findNetwork, networks } from '../src/networks/index.ts';
import { relativeInterval } from '../src/read/dates.ts';
import { publicObservation } from '../src/read/public.ts';
import { readCapture, withContactInTexts } from '../src/read/read.ts';

interface Entry {
  readonly id: string;
  readonly network: string;
  readonly url: string;
  readonly outcome: string;
  readonly capturedAt: string;
  readonly file: string;
  readonly status?: number;
  readonly expected: Readonly<Record<string, unknown>>;
}

const folder = process.env.BIJWERKEN_CAPTURES ?? '';
const entries: readonly Entry[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const known = entries.filter(({ network }) => networks.some(({ id }) => id === network));

describe('real pages', () => {
  test.each(known.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
    const { outcome, because, observation } = readEntry(entry);
    expect(outcome, because).toBe(entry.outcome);
    if (!observation) return;
    const read = publicObservation(withContactInTexts(observation, findNetwork(entry.network) as Network));
    for (const [name, wanted] of Object.entries(entry.expected)) compare(name, wanted, read, timeOf(entry));
  });
});

function readEntry(entry: Entry) {
  const network = findNetwork(entry.network) as Network;
  const body = unwrapped(readFileSync(join(folder, entry.id, entry.file), 'utf8'), entry.file);
  const at = timeOf(entry);
  const document: CapturedDocument = {
    document: documentName(network, entry),
    requestedUrl: entry.url,
    finalUrl: entry.url,
    redirects: [],
    status: entry.status ?? 200,
    contentType: null,
    at,
    body,
    sha256: '',
  };
  const capture = { source: 'http', look: 1, at, documents: [document] } as const;
  return readCapture(capture, network, accountAt(new URL(entry.url), network));
}

const timeOf = ({ capturedAt }: Entry): string =>
  `${/\d{4}-\d{2}(?:-\d{2})?/.exec(capturedAt)?.[0].padEnd(10, '-28')}T23:59:59.000Z`;

/** What the network calls the document that its first source asks first. */
function documentName(network: Network, { file, url }: Entry): string {
  const plan = file.endsWith('.json') ? network.sources.api : network.sources.http;
  return plan?.requests(accountAt(new URL(url), network), [])[0]?.document ?? 'page';
}

/** Recorders wrap answers: a list, or an object with `response`. */
function unwrapped(body: string, file: string): string {
  if (!file.endsWith('.json')) return body;
  const json = JSON.parse(body);
  const first = Array.isArray(json) ? json[0] : json;
  const response = first?.response?.responseBody ?? first?.response;
  return response === undefined ? body : typeof response === 'string' ? response : JSON.stringify(response);
}

/** `avatarUrlContains` → the part `contains` of the field `logo`. */
function compare(name: string, wanted: unknown, observation: ReportObservation, at: string): void {
  const [, field = '', how = ''] = /^(.*?)(Contains|StartsWith|Text|Relative|)$/.exec(name) ?? [];
  const found = fieldNamed(field, observation);
  if (found === NOT_ASKED || how === 'Text') return;
  if (wanted === null) expect(found ?? null, name).toBeNull();
  else if (how === 'Contains') expect(String(found), name).toContain(wanted);
  else if (how === 'StartsWith') expect(String(found).slice(0, String(wanted).length), name).toBe(wanted);
  else if (how === 'Relative' && isInterval(found)) {
    const { from = '', to = '' } = relativeInterval(String(wanted), at) ?? {};
    expect(found.from <= to && from <= found.to, `${name}: ${JSON.stringify(found)}`).toBe(true);
  } else if (isInterval(found)) expect(holds(found, wanted), `${name}: ${JSON.stringify(found)}`).toBe(true);
  else if (field === 'handle') expect(String(found), name).toBe(String(wanted).replace(/^@/, ''));
  else if (field === 'website') expect(sameSite(found), name).toBe(sameSite(wanted));
  else if (field === 'address' && typeof wanted === 'string') expect(found, name).toMatchObject({ text: wanted });
  else if (typeof wanted === 'object') expect(found, name).toMatchObject(addressOf(wanted));
  else expect(found, name).toEqual(wanted);
}

const NOT_ASKED = Symbol('not asked');

function fieldNamed(field: string, observation: ReportObservation): unknown {
  const { lastActivity } = observation;
  if (/^(?:lastPost|lastStatus|latestActivity|newestPost)/.test(field))
    return lastActivity?.from ? lastActivity : undefined;
  if (field === 'avatarUrl') return observation.logo?.url;
  if (field === 'bannerUrl') return observation.banner?.url;
  if (field === 'id' || field === 'channelId') return observation.pin?.value?.replace(/^urn:li:organization:/, '');
  if (field === 'email') return observation.emails?.[0]?.value;
  if (field === 'phone') return observation.phones?.[0]?.value;
  const single = ['name', 'handle', 'bio', 'tagline', 'website', 'address', 'followers'] as const;
  const asked = single.find((one) => one === field);
  return asked === undefined ? NOT_ASKED : observation[asked]?.value;
}

const isInterval = (value: unknown): value is { from: string; to: string } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;

function holds({ from, to }: { from: string; to: string }, wanted: unknown): boolean {
  const urn = /^urn:li:activity:(\d+)$/.exec(String(wanted))?.[1];
  if (urn !== undefined) return within(Number(BigInt(urn) >> 22n), Number(BigInt(urn) >> 22n), from, to);
  if (typeof wanted === 'number') return within(wanted * 1000, wanted * 1000 + 999, from, to);
  const start = Date.parse(String(wanted));
  return within(start, String(wanted).length === 10 ? start + 86_399_999 : start, from, to);
}

const within = (start: number, end: number, from: string, to: string): boolean =>
  Date.parse(from) <= end && start <= Date.parse(to);

const sameSite = (address: unknown): string =>
  String(address)
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');

/** The names of the parts in `index.json`. */
const addressOf = (wanted: object | null): object =>
  Object.fromEntries(Object.entries(wanted ?? {}).map(([key, value]) => [key === 'locality' ? 'city' : key, value]));
