/** Schema errors in words: where, what was expected, what was found, and what was probably meant. */

import type { ErrorObject } from 'ajv';
import type { Problem } from '../model/problem.ts';
import { didYouMean } from './didYouMean.ts';
import { type Located, type Path, placeAt, problemAt } from './located.ts';

export function explainErrors(errors: readonly ErrorObject[], file: Located): Problem[] {
  const problems = errors
    .slice(0, MAX_PROBLEMS * 2)
    .filter(({ keyword }) => keyword !== 'propertyNames' && keyword !== 'if')
    .map((error) => explain(error, file));
  const unique = new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem]));
  return [...unique.values()];
}

/** Nobody reads more than this many, and each takes time to place. */
export const MAX_PROBLEMS = 200;

function explain(error: ErrorObject, file: Located): Problem {
  const path = keys(error.instancePath, file.value);
  const found = valueAt(file.value, path);
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties as Record<string, unknown> | undefined) ?? {});
    const meant = didYouMean(key, known);
    const hint =
      meant ?? (known.length ? `Known here: ${known.join(', ')}. Keys of your own begin with "x-".` : undefined);
    return problem(file, [...path, key], `unknown key ${JSON.stringify(key)}.`, hint, 'key');
  }
  if (error.propertyName !== undefined) {
    const allowed = enumOf(error);
    const message = `${JSON.stringify(error.propertyName)} is not known here.`;
    return problem(file, [...path, error.propertyName], message, didYouMean(error.propertyName, allowed), 'key');
  }
  return problem(file, path, sentence(error, found), hintOf(error, found));
}

function sentence(error: ErrorObject, found: unknown): string {
  if (error.keyword === 'required') return `the key ${JSON.stringify(error.params.missingProperty)} is missing.`;
  const shown = shorten(JSON.stringify(found));
  switch (error.keyword) {
    case 'type':
      return `expected ${article(error.params.type)}, found ${shown}.`;
    case 'enum':
      return `expected one of ${enumOf(error).map(quote).join(', ')}, found ${shown}.`;
    case 'const':
      return `expected ${JSON.stringify(error.params.allowedValue)}, found ${shown}.`;
    case 'minLength':
      return 'expected a text, found an empty one.';
    case 'minimum':
    case 'maximum':
      return `expected a number ${error.params.comparison} ${error.params.limit}, found ${shown}.`;
    case 'format':
      return `expected ${FORMATS[String(error.params.format)] ?? error.params.format}, found ${shown}.`;
    case 'not':
      return `${(error.schema as { description?: string }).description ?? 'this'} is not allowed, found ${shown}.`;
    case 'minItems':
      return 'expected at least one item, found an empty list.';
    case 'pattern':
      return `expected ${PATTERNS(error)}, found ${shown}.`;
    default:
      return `${error.message ?? 'not as expected'}, found ${shown}.`;
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as 2027-01-31',
  'idn-email': 'an e-mail address',
};

const PATTERNS = (error: ErrorObject) => {
  const schema = error.parentSchema as { examples?: unknown[]; description?: string } | undefined;
  const example = schema?.examples?.[0];
  if (example !== undefined) return `something like ${JSON.stringify(example)}`;
  if (String(error.params.pattern).startsWith('^https?')) return 'an address that begins with https:// or http://';
  return `what the schema describes (${schema?.description ?? error.params.pattern})`;
};

const enumOf = (error: ErrorObject): string[] => {
  const allowed: unknown = error.params.allowedValues ?? (error.parentSchema as { enum?: unknown } | undefined)?.enum;
  return Array.isArray(allowed) ? allowed.map(String) : [];
};

const hintOf = (error: ErrorObject, found: unknown) =>
  error.keyword === 'enum' ? didYouMean(String(found), enumOf(error)) : undefined;

export const problem = (
  file: Located,
  path: Path,
  message: string,
  hint?: string,
  what: 'key' | 'value' = 'value',
): Problem => problemAt(placeAt(file, path), message, hint, what);

/** A number is an index only in a list: an object may have the key "0". */
function keys(pointer: string, root: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  for (const key of pointer.split('/').slice(1)) {
    const plain = key.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(valueAt(root, path)) ? Number(plain) : plain);
  }
  return path;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

const quote = (text: string) => JSON.stringify(text);
const article = (type: unknown) =>
  Array.isArray(type) ? type.join(' or ') : /^[aio]/.test(String(type)) ? `an ${type}` : `a ${type}`;
const shorten = (text: string | undefined) =>
  text === undefined ? 'nothing' : text.length > 80 ? `${text.slice(0, 77)}…` : text;
