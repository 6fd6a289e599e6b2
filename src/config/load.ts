/** `profiles.json`, the files that it builds on and the images, from disk to a validated Config; all mistakes at once. */

import type { Config, Settings } from '../model/config.ts';
import { type Problem, UserError } from '../model/problem.ts';
import { compose } from './compose.ts';
import { MAX_PROBLEMS } from './explain.ts';
import { type DescribeImage, loadImages, withImageNames } from './images.ts';
import { judgeable } from './judgeable.ts';
import { type Library, readLibrary } from './library.ts';
import { ownerWarnings, peopleOf, recipientProblems } from './people.ts';
import { checkRules, type NetworkDirectory } from './rules.ts';
import { validated } from './schema.ts';

export interface LoadOptions {
  readonly networks: NetworkDirectory;
  readonly describeImage: DescribeImage;
  /** ISO date: no look by hand lies after it. Not asked when left out. */
  readonly today?: string;
  /** The files, where they were read already; read from disk when left out. */
  readonly library?: Library;
}

export interface Loaded {
  readonly config: Config;
  /** Owners whom no mail reaches. */
  readonly warnings: readonly Problem[];
  /** How many files were read, images aside. */
  readonly files: number;
}

/** What holds where profiles.json says nothing. */
export const defaultSettings: Settings = {
  dormantAfter: 'P6M',
  bigAudience: 1000,
  networks: {},
  failOn: 'error',
  language: 'nl',
  concurrency: 4,
  perHostDelayMs: 2000,
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

/** Throws a UserError that holds every problem found. */
export async function loadConfig(file: string, options: LoadOptions): Promise<Loaded> {
  const library = options.library ?? (await readLibrary(file));
  const { whole, parts, problems: contradictions } = compose(library);
  const tell = (problems: readonly Problem[]) => new UserError(readable(problems, library.names));
  if (contradictions.length > 0) throw tell(contradictions);
  const validation = await validated(whole, parts);
  const facts = judgeable(whole.value);
  const { images, problems } = await loadImages(facts, whole, options.describeImage);
  problems.push(...checkRules(facts, whole, options.networks, options.today));
  if ('problems' in validation) throw tell(together(validation.problems, problems));
  if (problems.length > 0) throw tell(problems);
  const { brand, locations = [], profiles, settings } = validation.raw;
  const people = peopleOf(validation.raw.people);
  const lost = recipientProblems(settings ?? {}, people, whole);
  if (lost.length > 0) throw tell(lost);
  const config: Config = {
    path: library.main.file,
    ...withImageNames({ brand, locations, profiles }, whole),
    settings: { ...defaultSettings, ...settings },
    people,
    images,
  };
  const files = [...library.files.values()].filter((opened) => 'document' in opened).length;
  const warnings = ownerWarnings(settings ?? {}, profiles, people, whole);
  return { config, warnings, files };
}

/** A place that the schema already speaks of is not named twice. */
function together(schema: readonly Problem[], rules: readonly Problem[]): Problem[] {
  const told = new Set(schema.map(placeOf));
  return [...schema, ...rules.filter((rule) => !told.has(placeOf(rule)))];
}

const placeOf = ({ where, path }: Problem) => `${where} ${path}`;

/** File by file as they were named, each from top to bottom. */
function readable(problems: readonly Problem[], files: readonly string[]): readonly Problem[] {
  const rank = new Map(files.map((where, index) => [where, index]));
  const ranked = problems.toSorted(
    (a, b) =>
      (rank.get(a.where) ?? 0) - (rank.get(b.where) ?? 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
  if (ranked.length <= MAX_PROBLEMS) return ranked;
  const message = 'there are more mistakes than these; mend these first.';
  return [...ranked.slice(0, MAX_PROBLEMS), { where: files[0] ?? '', message }];
}
