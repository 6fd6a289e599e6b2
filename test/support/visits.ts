/** Small configurations, networks and visits for tests of what lies between the file and the report. */

import type { Visit } from '../../src/model/audit.ts';
import type { Config, ProfileEntry } from '../../src/model/config.ts';
import type { Network } from '../../src/model/network.ts';
import { FIELD_NAMES } from '../../src/model/observation.ts';
import { aNetwork, anExpectation } from './subject.ts';

export const SETTINGS: Config['settings'] = {
  dormantAfter: 'P6M',
  bigAudience: 1000,
  networks: {},
  failOn: 'error',
  language: 'nl',
  concurrency: 4,
  perHostDelayMs: 0,
  minCoverage: 0.25,
  profileTimeoutMs: 90_000,
  importMaxAge: 'P45D',
  handSeenFor: 'P30D',
  keepRuns: 90,
  keepCaptures: 'P14D',
  robots: 'ignore',
  controls: {},
  checks: {},
};

type ConfigParts = Partial<Omit<Config, 'settings'>> & { readonly settings?: Partial<Config['settings']> };

export const aConfiguration = ({ settings, ...parts }: ConfigParts = {}): Config => ({
  path: '/profiles.json',
  brand: { name: 'Voorbeeld' },
  locations: [],
  profiles: [],
  settings: { ...SETTINGS, ...settings },
  images: new Map(),
  ...parts,
});

export const anEntry = (parts: Partial<ProfileEntry> = {}): ProfileEntry => ({
  id: 'p',
  network: 'netwerk',
  url: `https://netwerk.example/${parts.id ?? 'voorbeeld'}`,
  ...parts,
});

const nothing = { requests: () => [] };

/** Knows every address under its own host, and has a place for each field. */
export const aReadNetwork = (parts: Partial<Network> = {}): Network => ({
  id: 'netwerk',
  name: 'Netwerk',
  recognise: (url) =>
    url.hostname === 'netwerk.example'
      ? { handle: url.pathname.slice(1), kind: 'page', host: url.hostname, url: url.href }
      : null,
  sources: { api: nothing, http: nothing, browser: nothing },
  signs: [],
  proof: [],
  places: Object.fromEntries(
    FIELD_NAMES.map((field) => [field, [{ origin: 'dom', locator: field, pick: () => undefined }]]),
  ),
  limits: {},
  links: {},
  ...parts,
});

export function aVisit(entry: Partial<ProfileEntry> = {}, parts: Partial<Visit> = {}): Visit {
  const whole = anEntry(entry);
  return {
    entry: whole,
    network: aReadNetwork(),
    closed: null,
    account: { handle: whole.id, kind: 'page', host: 'netwerk.example', url: whole.url },
    sources: ['http'],
    isOfficial: false,
    needed: ['name'],
    expectation: anExpectation({ name: { value: 'Voorbeeld', from: 'brand', aliases: [] } }),
    facts: aNetwork(),
    ...parts,
  };
}
