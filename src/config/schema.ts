/** Validates by schema/profiles.schema.json: each file by itself, and what they must hold together. */

import { readFile } from 'node:fs/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Brand, LocationEntry, ProfileEntry, Settings } from '../model/config.ts';
import type { Person } from '../model/delivery.ts';
import { EMAIL_ADDRESS } from '../model/emailAddress.ts';
import type { Problem } from '../model/problem.ts';
import { explainErrors } from './explain.ts';
import { type Fields, isFields, isList, type Located } from './located.ts';

export interface RawFile {
  readonly brand: Brand;
  readonly locations?: readonly LocationEntry[];
  readonly profiles: readonly ProfileEntry[];
  readonly settings?: Partial<Settings>;
  /** Keys that begin with `x-` hold anything. */
  readonly people?: Readonly<Record<string, string | Person>>;
}

interface Validators {
  readonly part: ValidateFunction<unknown>;
  readonly whole: ValidateFunction<RawFile>;
}

let compiled: Promise<Validators> | undefined;

/** `whole` is what the parts are together; each mistake is told in the file that holds it. */
export async function validated(
  whole: Located,
  parts: readonly Located[],
): Promise<{ raw: RawFile } | { problems: Problem[] }> {
  compiled ??= compileSchema();
  const validators = await compiled;
  const problems = parts.flatMap((part) => mistakes(validators.part, part));
  const { value } = whole;
  if (validators.whole(value) && problems.length === 0) return { raw: value };
  return { problems: [...problems, ...mistakes(validators.whole, whole)] };
}

const mistakes = (validate: ValidateFunction<unknown>, file: Located): Problem[] =>
  validate(file.value) ? [] : explainErrors(validate.errors ?? [], file);

async function compileSchema(): Promise<Validators> {
  const text = await readFile(new URL('../../schema/profiles.schema.json', import.meta.url), 'utf8');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false });
  addFormats.default(ajv);
  ajv.addFormat('idn-email', EMAIL_ADDRESS);
  const { part, whole } = split(JSON.parse(text));
  return { part: ajv.compile(part), whole: ajv.compile<RawFile>(whole) };
}

/** What must be there can stand in any of the files; all else holds for each of them. */
function split(schema: unknown): { part: object; whole: object } {
  const { $id, required, ...rest } = fields(withoutReferences(schema));
  const $defs = fields(rest.$defs);
  const { required: ofBrand, ...brand } = fields($defs.brand);
  return {
    part: { ...rest, $defs: { ...$defs, brand } },
    whole: { required, properties: { brand: { required: ofBrand } } },
  };
}

/** The schema lets a `$ref` stand in for a value, for editors; here every `$ref` was followed already. */
function withoutReferences(schema: unknown): unknown {
  if (isList(schema)) return schema.map(withoutReferences);
  if (!isFields(schema)) return schema;
  const [reference, ...others] = isList(schema.anyOf) ? schema.anyOf : [];
  if (fields(reference).$ref === '#/$defs/reference' && others.length === 1) {
    const { anyOf: _, ...beside } = schema;
    return withoutReferences({ ...beside, ...fields(others[0]) });
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutReferences(value)]));
}

const fields = (value: unknown): Fields => (isFields(value) ? value : {});
