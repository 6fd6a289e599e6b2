/** What should be read of a page where the reader was wrong: what it reads now, with the one field as it should be. Pure. */

import type { CheckId } from '../model/finding.ts';
import type { ReportObservation } from '../model/report.ts';
import type { WrongFinding } from './fixtureFile.ts';

/** What a person must still say; no reader gives this, so that the test fails until somebody did. */
export const FILL_IN = 'FILL IN';

type Field = keyof ReportObservation;

const FIELDS: Readonly<Partial<Record<CheckId, Field>>> = {
  'info.name': 'name',
  'info.handle': 'handle',
  'info.bio': 'bio',
  'info.website': 'website',
  'info.email': 'emails',
  'info.phone': 'phones',
  'info.address': 'address',
  'look.logo': 'logo',
  'look.banner': 'banner',
  'activity.dormant': 'lastActivity',
  'activity.never-posted': 'lastActivity',
  'presence.identity': 'pin',
};

/** Where what is expected is what should have been read: text for text. */
const BY_TEXT: readonly Field[] = ['name', 'handle', 'bio', 'website', 'emails', 'phones'];

export interface ReadNow {
  readonly outcome: string;
  readonly observation: ReportObservation | null;
}

export interface ShouldBeRead {
  readonly expected: { readonly outcome: string; readonly observation: Readonly<Record<string, unknown>> | null };
  /** What is not known yet, in words. */
  readonly missing: readonly string[];
}

/** `shows` is what the page shows, where somebody has looked; else what the finding expected. */
export function shouldBeRead(
  { check, expected, found }: WrongFinding,
  now: ReadNow | null,
  shows: string | undefined,
): ShouldBeRead {
  const field = FIELDS[check];
  const observation = now?.observation ?? null;
  if (!field) {
    const missing = [`what should be read instead ("outcome", or the field that ${check} needs)`];
    return { expected: { outcome: FILL_IN, observation: observation && { ...observation } }, missing };
  }
  const isText = BY_TEXT.includes(field);
  const wanted = shows ?? (isText && expected !== found ? expected : null) ?? FILL_IN;
  const missing = wanted === FILL_IN ? [`what the page shows as ${field}: give it with --shows, or write it`] : [];
  return {
    expected: { outcome: 'profile', observation: { ...observation, ...withValue(field, wanted, observation) } },
    missing,
  };
}

function withValue(field: Field, text: string, now: ReportObservation | null): Readonly<Record<string, unknown>> {
  const origin = 'dom';
  const list = (all: readonly string[]) => all.map((value) => ({ value, origin: originOf(now?.[field]) ?? origin }));
  switch (field) {
    case 'emails':
    case 'phones':
      return { [field]: list(text.split(', ')) };
    case 'website':
      return { website: list([text])[0], websites: list([text]) };
    case 'address':
      return { address: { ...plain(now?.address), value: { text } } };
    case 'logo':
    case 'banner':
      return { [field]: { url: text, origin: originOf(now?.[field]) ?? origin } };
    case 'lastActivity':
      return { lastActivity: { from: text, to: text, completeness: 'at-least', origin } };
    default:
      return { [field]: { origin, ...plain(now?.[field]), value: text } };
  }
}

const plain = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function originOf(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'object' && one !== null && 'origin' in one && typeof one.origin === 'string'
    ? one.origin
    : null;
}
