/** What is expected of one profile, where that comes from, and what is asked of it. Facts only; the words come later. */

import { isAsked } from '../model/asked.ts';
import type { Visit } from '../model/audit.ts';
import type { Source } from '../model/capture.ts';
import type { Check } from '../model/check.ts';
import type { AddressEntry, BannerEntry, Config, Intent, Waiver } from '../model/config.ts';
import type { Expectation, Expected, Layer } from '../model/expectation.ts';
import type { CheckId, Severity } from '../model/finding.ts';
import type { TextLimit } from '../model/network.ts';
import type { FieldName } from '../model/observation.ts';
import { layersOf, nearest } from './expectation.ts';
import { type ExplainedBio, explainBio, type Holds } from './explainBio.ts';
import { lengthOf } from './length.ts';

/** A check as far as it must be known here; without `needs` it is asked of the profile as a whole. */
export type ExplainableCheck = Pick<Check, 'id' | 'severity'> & Partial<Pick<Check, 'needs' | 'expects' | 'oneOf'>>;

export type CheckState =
  | 'asked'
  | 'off'
  | 'ignored'
  | 'left-open'
  | 'not-on-network'
  | 'network-unread'
  | 'network-closed';

export interface ExplainedCheck {
  readonly check: CheckId;
  readonly state: CheckState;
  readonly severity: Severity;
  readonly severityFrom: 'check' | 'settings';
}

export interface ExplainedField {
  readonly field: FieldName;
  readonly check: CheckId;
  /** Empty: nothing is expected. Of several values one is enough. */
  readonly expected: readonly string[];
  readonly from: Layer | 'address' | null;
  /** As right as what is expected. */
  readonly alternatives: readonly string[];
  readonly limit: TextLimit | null;
  readonly fits: boolean | null;
}

export interface Explanation {
  readonly profile: string;
  readonly url: string;
  readonly network: { readonly id: string; readonly name: string; readonly state: 'read' | 'unread' | 'closed' };
  readonly handle: string;
  readonly language: { readonly value: string; readonly from: 'profile' | 'settings' };
  readonly location: string | null;
  readonly owner: string | null;
  readonly sources: readonly Source[];
  readonly fields: readonly ExplainedField[];
  readonly bio: ExplainedBio;
  readonly remembered: {
    readonly names: readonly string[];
    readonly phones: readonly string[];
    readonly websites: readonly string[];
    readonly emails: readonly string[];
    readonly kvk: readonly string[];
    readonly vat: readonly string[];
    readonly logos: readonly string[];
  };
  readonly activity: {
    readonly intent: Intent;
    readonly dormantAfter: string;
    readonly from: 'profile' | 'network' | 'settings';
    readonly until: string | null;
    readonly activeMonths: readonly number[];
  };
  readonly checks: readonly ExplainedCheck[];
  readonly waivers: readonly (Waiver & { readonly lapsed: boolean })[];
}

export interface Explaining {
  readonly checks: readonly ExplainableCheck[];
  readonly holds: Holds;
  /** Tells which waivers have lapsed: ISO 8601. */
  readonly now: string;
}

export function explain(config: Config, visit: Visit, { checks, holds, now }: Explaining): Explanation {
  const { entry, facts, account, expectation, sources, closed, network } = visit;
  const { id, name } = facts;
  const { formerNames, former } = expectation;
  return {
    profile: entry.id,
    url: entry.url,
    network: { id, name, state: closed ? 'closed' : network ? 'read' : 'unread' },
    handle: account.handle,
    language: { value: expectation.language, from: entry.language === undefined ? 'settings' : 'profile' },
    location: entry.location ?? null,
    owner: entry.owner ?? null,
    sources,
    fields: fieldsOf(config, visit),
    bio: explainBio(config, visit, holds),
    remembered: { names: formerNames, ...former, logos: logosOf(expectation, 'outdated') },
    activity: activityOf(config, visit),
    checks: checks.map((check) => explainCheck(check, config, visit)),
    waivers: (entry.waivers ?? []).map((waiver) => ({ ...waiver, lapsed: now.slice(0, 10) > waiver.until })),
  };
}

function explainCheck(check: ExplainableCheck, config: Config, visit: Visit): ExplainedCheck {
  const set = config.settings.checks[check.id];
  const chosen = set === undefined || set === 'off' ? null : set;
  return {
    check: check.id,
    state: stateOf(check, config, visit),
    severity: chosen ?? check.severity,
    severityFrom: chosen ? 'settings' : 'check',
  };
}

/** In the order in which the audit itself leaves a check out. */
function stateOf(
  { id, needs, expects, oneOf }: ExplainableCheck,
  { settings }: Config,
  { entry, closed, facts, expectation }: Visit,
): CheckState {
  if (settings.checks[id] === 'off') return 'off';
  if (!isAsked(id, entry, settings)) return 'ignored';
  if (needs === undefined) return 'asked';
  if (closed) return 'network-closed';
  if (expects && !expects(expectation)) return 'left-open';
  if (facts.fields.length === 0) return 'network-unread';
  const has = (field: FieldName) => facts.fields.includes(field);
  const isThere = oneOf ? oneOf(expectation).some(has) : needs.every(has);
  return isThere ? 'asked' : 'not-on-network';
}

type Row = readonly [
  field: FieldName,
  check: CheckId,
  expected: { readonly value: readonly string[]; readonly from: Layer | 'address' } | undefined,
  alternatives?: readonly string[] | undefined,
  limit?: TextLimit | undefined,
];

function fieldsOf(config: Config, { entry, account, expectation, facts }: Visit): ExplainedField[] {
  const { name, bio, website, emails, phones, address, kvk, vat } = expectation;
  const logos = nearest(layersOf(config, entry), (part) => part.logos);
  const banners = bannersOf(
    nearest(layersOf(config, entry), (part) => part.banners),
    entry.network,
  );
  const one = (expected: Expected<string> | undefined) => expected && { ...expected, value: [expected.value] };
  const logo = expectation.logos && logos && { ...logos, value: logosOf(expectation, 'primary') };
  const text = bio && { value: bio.text === null ? [] : [bio.text], from: bio.from };
  const rows: readonly Row[] = [
    ['logo', 'look.logo', logo, logosOf(expectation, 'variant')],
    ['banner', 'look.banner', banners],
    ['name', 'info.name', one(name), name?.aliases, facts.limits.name],
    ['handle', 'info.handle', { value: [account.handle], from: 'address' }],
    ['bio', 'info.bio', text, bio?.equals, facts.limits.bio],
    ['websites', 'info.website', one(website)],
    ['emails', 'info.email', emails],
    ['phones', 'info.phone', phones],
    ['address', 'info.address', address && { value: [written(address.value)], from: address.from }],
    ['kvk', 'info.registration', one(kvk)],
    ['vat', 'info.registration', one(vat)],
  ];
  return rows.map(fieldOf);
}

function fieldOf([field, check, expected, alternatives = [], limit]: Row): ExplainedField {
  const values = expected?.value ?? [];
  const [first] = values;
  const fits = limit === undefined || first === undefined ? null : lengthOf(first, limit.unit) <= limit.max;
  return { field, check, expected: values, from: expected?.from ?? null, alternatives, limit: limit ?? null, fits };
}

const logosOf = ({ logos }: Expectation, wanted: 'primary' | 'variant' | 'outdated'): string[] =>
  (logos?.value ?? []).filter(({ role }) => role === wanted).map(({ file }) => file);

/** Those for this network, and those for every one. */
function bannersOf(banners: Expected<readonly BannerEntry[]> | undefined, network: string) {
  const files = banners?.value.filter(({ networks }) => networks?.includes(network) ?? true).map(({ file }) => file);
  return banners && files && files.length > 0 ? { value: files, from: banners.from } : undefined;
}

const written = ({ street, postalCode, city, region, country }: AddressEntry): string =>
  [street, [postalCode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');

function activityOf({ settings }: Config, { entry, expectation }: Visit): Explanation['activity'] {
  const { intent, dormantAfter, until } = expectation.activity;
  const general = dormantAfter === settings.dormantAfter ? 'settings' : 'network';
  const from = entry.dormantAfter === undefined ? general : 'profile';
  return { intent, dormantAfter, from, until, activeMonths: entry.activeMonths ?? [] };
}
