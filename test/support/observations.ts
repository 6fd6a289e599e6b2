/** What is wrong with an observation by the contract: texts that are texts, counts that are counts, dates in order. */

import type { ReportObservation } from '../../src/model/report.ts';

type Test = (value: unknown) => boolean;

const isText: Test = (value) =>
  typeof value === 'string' && value !== '' && value === value.trim() && value === value.normalize('NFC');
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isInstant: Test = (value) =>
  typeof value === 'string' && Number.isFinite(Date.parse(value)) && new Date(value).toISOString() === value;
const isAddress: Test = (value) =>
  typeof value === 'object' && value !== null && Object.values(value).every(isText) && 'text' in value;

const single: Readonly<Partial<Record<keyof ReportObservation, Test>>> = {
  name: isText,
  handle: isText,
  bio: isText,
  tagline: isText,
  website: isText,
  pin: isText,
  address: isAddress,
  followers: isCount,
};

export function faultsOf(observation: ReportObservation): readonly string[] {
  const faults: string[] = [];
  const demand = (what: string, value: unknown, test: Test) => {
    if (value !== null && !test(value)) faults.push(`${what}: ${JSON.stringify(value)?.slice(0, 200)}`);
  };
  for (const [field, test] of Object.entries(single)) {
    const found: unknown = Object(observation)[field];
    if (found !== undefined) demand(field, Object(found).value, test);
  }
  for (const field of ['websites', 'emails', 'phones', 'kvk', 'vat'] as const) {
    for (const { value } of observation[field] ?? []) demand(field, value, isText);
  }
  for (const field of ['logo', 'banner'] as const) {
    const url = observation[field]?.url ?? null;
    demand(field, url, (value) => /^https?:$/.test(new URL(String(value)).protocol));
  }
  const { lastActivity } = observation;
  if (lastActivity) {
    demand('lastActivity.from', lastActivity.from, isInstant);
    demand('lastActivity.to', lastActivity.to, isInstant);
    if (String(lastActivity.from) > String(lastActivity.to)) faults.push('lastActivity ends before it begins');
    if (!['latest', 'at-least'].includes(lastActivity.completeness)) faults.push('lastActivity.completeness');
  }
  if (JSON.stringify(observation) === undefined) faults.push('no JSON');
  return faults;
}
