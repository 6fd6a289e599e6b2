/** `profiles.json` and the images it names, from disk to a validated Config; all mistakes at once, as messages. */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Brand, Config, LocationEntry, ProfileEntry, Settings } from '../model/config.ts';
import { type Problem, UserError } from '../model/problem.ts';
import { explainErrors, inOrder, MAX_PROBLEMS } from './explain.ts';
import { type DescribeImage, loadImages } from './images.ts';
import { judgeable } from './judgeable.ts';
import { type ParsedJson, parseJson } from './parse.ts';
import { checkRules, type NetworkDirectory } from './rules.ts';

const MAX_BYTES = 5 * 1024 * 1024;

export interface LoadOptions {
  readonly networks: NetworkDirectory;
  readonly describeImage: DescribeImage;
}

export interface Loaded {
  readonly config: Config;
  /** Keys that this version accepts and does not use. */
  readonly warnings: readonly Problem[];
}

  bigAudience: 1000,
  networks: {},
interface RawFile {
  readonly brand: Brand;
  readonly locations?: readonly LocationEntry[];
  readonly profiles: readonly ProfileEntry[];
  readonly settings?: Partial<Settings>;
}

const DEFAULTS: Settings = {
  dormantAfter: 'P6M',
  failOn: 'error',
  language: 'nl',
  concurrency: 4,
  perHostDelayMs: 2000,
  minCoverage: 0.25,
  profileTimeoutMs: 90_000,
  checks: {},
};

/** Throws a UserError that holds every problem found. */
export async function loadConfig(file: string, options: LoadOptions): Promise<Loaded> {
  const where = path.relative(process.cwd(), path.resolve(file)) || file;
  const parsed = parseJson(await readText(file, where), where);
  if ('problems' in parsed) throw new UserError(parsed.problems);
  const validation = await validated(parsed, where);
  const folder = path.dirname(path.resolve(file));
  const parts = judgeable(parsed.value);
  const { images, problems } = await loadImages(parts, folder, parsed, where, options.describeImage);
  problems.push(...checkRules(parts, parsed, where, options.networks));
  if ('problems' in validation || problems.length > 0) {
    const schema = 'problems' in validation ? validation.problems : [];
    throw new UserError(readable(together(schema, problems), where));
  }
  const { raw } = validation;
  const config: Config = {
    path: path.resolve(file),
    brand: raw.brand,
    locations: raw.locations ?? [],
    profiles: raw.profiles,
    settings: { ...DEFAULTS, ...raw.settings },
    images,
  };
  return { config, warnings: unusedKeys(raw, parsed, where) };
}

async function readText(file: string, where: string): Promise<string> {
  const size = await stat(file).catch((error: NodeJS.ErrnoException) => {
    const missing = error.code === 'ENOENT';
    const message = missing ? 'there is no such file.' : `cannot be read (${error.code}).`;
    const hint = missing ? 'Run `bijwerken init` to make one, or name it with --config.' : undefined;
    throw new UserError([{ where, message, ...(hint ? { hint } : {}) }]);
  });
  if (size.isDirectory()) throw new UserError([{ where, message: 'this is a folder; name the file inside it.' }]);
  if (!size.isFile()) throw new UserError([{ where, message: 'this is not a file.' }]);
  if (size.size > MAX_BYTES) {
    throw new UserError([{ where, message: `the file is ${size.size} bytes; at most ${MAX_BYTES} are read.` }]);
  }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UserError([{ where, message: `cannot be read (${error.code}).` }]);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError([{ where, message: 'the file is not UTF-8 text.', hint: 'Save it as UTF-8.' }]);
  }
}

let validator: Promise<ValidateFunction<RawFile>> | undefined;

async function validated(parsed: ParsedJson, where: string): Promise<{ raw: RawFile } | { problems: Problem[] }> {
  validator ??= compileSchema();
  const validate = await validator;
  const value = parsed.value;
  if (validate(value)) return { raw: value };
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  return { problems: explainErrors(errors, parsed, where) };
}

/** A place that the schema already speaks of is not named twice. */
function together(schema: readonly Problem[], rules: readonly Problem[]): Problem[] {
  const told = new Set(schema.map(({ path: place }) => place));
  return inOrder([...schema, ...rules.filter(({ path: place }) => !told.has(place))]);
}

function readable(problems: readonly Problem[], where: string): readonly Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  return [
    ...problems.slice(0, MAX_PROBLEMS),
    { where, message: 'there are more mistakes than these; mend these first.' },
  ];
}

async function compileSchema(): Promise<ValidateFunction<RawFile>> {
  const text = await readFile(new URL('../../schema/profiles.schema.json', import.meta.url), 'utf8');
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile<RawFile>(JSON.parse(text) as object);
}

const UNUSED_SETTINGS = [
  'controls',
  'keepRuns',
  'keepCaptures',
  'importMaxAge',
  'handSeenFor',
  'robots',
  'heartbeatUrl',
  'delivery',
];
const UNUSED_PROFILE_KEYS = ['seen', 'pin'];

/** A key that is accepted and does nothing must be said: silence would read as "it works". */
function unusedKeys(raw: RawFile, parsed: ParsedJson, where: string): Problem[] {
  const warn = (at: readonly (string | number)[]): Problem => ({
    where,
    path: `/${at.join('/')}`,
    ...parsed.position(at, 'key'),
    message: `${JSON.stringify(at.at(-1))} is accepted but not used by this version.`,
  });
  const settings = Object.keys(raw.settings ?? {}).filter((key) => UNUSED_SETTINGS.includes(key));
  return [
    ...settings.map((key) => warn(['settings', key])),
    ...raw.profiles.flatMap((profile, index) =>
      Object.keys(profile)
        .filter((key) => UNUSED_PROFILE_KEYS.includes(key))
        .map((key) => warn(['profiles', index, key])),
    ),
  ];
}
