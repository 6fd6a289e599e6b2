/** Values that were read on a saved page once, taken back from where they were filed. Believes no more than a page may say. */

import type { CapturedDocument, Source } from '../model/capture.ts';
import { IMPORT_TYPE } from '../model/imported.ts';
import { isUrl } from '../model/isUrl.ts';
import type { Account, Network } from '../model/network.ts';
import { FIELD_NAMES, type FieldName, type FieldValues, type Observation, type Origin } from '../model/observation.ts';
import { isObject, isText, parseJson } from './json.ts';
import { sameHandle } from './text.ts';
import { shaped } from './values.ts';

const ORIGINS: readonly Origin[] = ['json-ld', 'open-graph', 'dom', 'embedded-json', 'api'];

export const isImported = ({ contentType }: Pick<CapturedDocument, 'contentType'>): boolean =>
  contentType === IMPORT_TYPE;

export type ImportReading = { readonly observation: Observation } | { readonly refused: string };

/** Refused where it is of another account than the one that is asked for. */
export function readImported(
  { body }: CapturedDocument,
  network: Network,
  account: Account,
  at: string,
): ImportReading {
  const file = parseJson(body);
  if (!isObject(file) || file.bijwerkenImport !== 1 || !isObject(file.observation)) {
    return { refused: 'this is no import of Bijwerken' };
  }
  if (file.network !== network.id) return { refused: `the import is of another network: ${String(file.network)}` };
  const named = isText(file.address) && isUrl(file.address) ? network.recognise(new URL(file.address)) : null;
  if (named === null || !isSameAccount(named, account, network)) {
    return { refused: `the import is of another account: ${named?.url ?? 'none'}` };
  }
  return { observation: observationIn(file.observation, at) };
}

/** The same handle; where any host may speak a network, on the same host. */
export const isSameAccount = (a: Account, b: Account, { anyHost }: Network): boolean =>
  sameHandle(a.handle, b.handle) && (!anyHost || a.host === b.host);

/** Values as they were filed, each shaped as its own field once more. */
export function observationIn(
  fields: Readonly<Record<string, unknown>>,
  at: string,
  source: Source = 'import',
): Observation {
  const found: [FieldName, unknown][] = FIELD_NAMES.flatMap((field) => {
    const reading = Object.hasOwn(fields, field) ? readingIn(field, fields[field], at, source) : undefined;
    return reading === undefined ? [] : [[field, reading]];
  });
  // Every reading was shaped as its own field.
  return Object.fromEntries(found) as Observation;
}

function readingIn(field: FieldName, reading: unknown, at: string, source: Source) {
  if (!isObject(reading) || !('value' in reading)) return undefined;
  const origin = ORIGINS.find((each) => each === reading.origin);
  const value = valueIn(field, reading.value, at);
  if (value === undefined || origin === undefined) return undefined;
  const locator = isText(reading.locator) ? reading.locator.slice(0, 500) : '';
  const cut = reading.truncated === true ? { truncated: true } : {};
  const unmet = reading.isUnmet === true ? { isUnmet: true } : {};
  return { value, origin, source, locator, ...cut, ...unmet };
}

const shapedAs = <F extends FieldName>(field: F, value: unknown, at: string) =>
  shaped(field, value as FieldValues[F], at);

function valueIn(field: FieldName, value: unknown, at: string): unknown {
  // A page of another day shows what was posted, never that nothing was.
  if (field === 'lastActivity') {
    if (!isObject(value)) return undefined;
    const { from, to } = value;
    if (!isText(from) || !isText(to)) return undefined;
    return shaped('lastActivity', { from, to, completeness: 'at-least' }, at);
  }
  if (value === null) return null;
  try {
    // The shaper of each field looks at the kind of what it is given.
    return shapedAs(field, value, at);
  } catch {
    return undefined;
  }
}
