/**
 * Measures compareBanner on banners drawn by chance and what networks make of them: npm run bench:banners [-- --images N --seed N --wrong]
 * Whole classes were never looked at while the judge was made; they are run with --left-out only, and printed apart.
 */

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BannerComparison, compareBanner } from '../src/compare/banner/compareBanner.ts';
import { type Drawing, drawing, drawn, KINDS } from './drawn/banners.ts';
import { chanceOf, SHOWN, type Shown, seasonOf } from './drawn/shown.ts';

interface Result {
  readonly shown: Pick<Shown, 'name' | 'group' | 'isSame'>;
  readonly name: string;
  readonly compared: BannerComparison;
  readonly isRightOne: boolean;
  /** Milliseconds of processor time, decoding included. */
  readonly ms: number;
}

const { values } = parseArgs({
  options: {
    /** Of each kind. */
    images: { type: 'string', default: '2' },
    /** Other seeds: other images. */
    seed: { type: 'string', default: '1' },
    /** A folder of photographs of your own, to stand where drawn ones would. */
    photographs: { type: 'string' },
    'left-out': { type: 'boolean', default: false },
    /** Prints every wrong or undecided verdict. */
    wrong: { type: 'boolean', default: false },
    /** Keeps the pictures that were judged wrongly here. */
    keep: { type: 'string' },
    /** Writes every verdict with its measurements to this file, as JSON lines. */
    lines: { type: 'string' },
  },
});

const SEASON = { name: 'season’s variant, in the set', group: 'looked-at', isSame: true } as const;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const results: Result[] = [];
  for (const canonical of await canonicals()) results.push(...(await resultsOf(canonical)));
  report(results);
  if (values.lines) await writeFile(values.lines, results.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

async function canonicals(): Promise<Drawing[]> {
  const seeds = Array.from({ length: Number(values.images) }, (_, at) => Number(values.seed) * 100_000 + at);
  if (!values.photographs) return seeds.flatMap((seed) => KINDS.map((kind) => drawing(kind, seed)));
  const folder = values.photographs;
  const files = (await readdir(folder)).sort().map((name) => join(folder, name));
  const kinds = ['photograph', 'slogan on a photograph'] as const;
  return seeds.flatMap((seed) =>
    files.flatMap((photograph, at) => kinds.map((kind) => ({ ...drawing(kind, seed + 31 * at), photograph }))),
  );
}

async function resultsOf(canonical: Drawing): Promise<Result[]> {
  const results: Result[] = [];
  const asked = SHOWN.filter(({ group, isOfDrawings }) => {
    if (isOfDrawings && canonical.photograph) return false;
    return values['left-out'] || group !== 'left-out';
  });
  for (const shown of asked) {
    const at = SHOWN.indexOf(shown);
    const own = shown.of(canonical, chanceOf(canonical, at));
    const banner = await drawn(own);
    results.push(await judged(await shown.make(own, chanceOf(canonical, at)), [banner], shown, own));
  }
  const [one] = SHOWN;
  if (one && !canonical.photograph) {
    const set = [await drawn(canonical), await drawn(seasonOf(canonical))];
    const observed = await one.make(seasonOf(canonical), chanceOf(canonical, 99));
    results.push(await judged(observed, set, SEASON, canonical, 1));
  }
  return results;
}

async function judged(
  observed: Buffer,
  banners: readonly Buffer[],
  shown: Result['shown'],
  { kind, seed, photograph }: Drawing,
  wanted = 0,
): Promise<Result> {
  const start = process.cpuUsage();
  const compared = await compareBanner(observed, banners);
  const used = process.cpuUsage(start);
  const name = `${kind} ${seed}${photograph ? ` ${photograph.split('/').at(-1)}` : ''}`;
  if (compared.verdict !== (shown.isSame ? 'same' : 'different')) {
    if (values.wrong) console.log(compared.verdict, shown.name, name, JSON.stringify(compared.measurements, rounded));
    if (values.keep) await writeFile(join(values.keep, `${name} ${shown.name}.png`), observed);
  }
  const { name: className, group, isSame } = shown;
  const isRightOne = compared.matched === undefined || compared.matched === wanted;
  return {
    shown: { name: className, group, isSame },
    name,
    compared,
    isRightOne,
    ms: (used.user + used.system) / 1000,
  };
}

const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);

function report(results: readonly Result[]): void {
  console.log(`${'class'.padEnd(38)}${'pairs'.padStart(5)}${'wrong'.padStart(9)}${'undecided'.padStart(11)}`);
  for (const name of new Set(results.map(({ shown }) => shown.name))) {
    const all = results.filter(({ shown }) => shown.name === name);
    const sign = { 'looked-at': '', 'left-out': ' *', hard: ' (hard)' }[all[0]?.shown.group ?? 'looked-at'];
    console.log(line(`${name}${all[0]?.shown.isSame ? '' : ', not same'}${sign}`, all));
  }
  for (const isSame of [true, false]) {
    const side = results.filter(({ shown }) => shown.isSame === isSame && shown.group !== 'hard');
    const title = isSame ? 'refused though same' : 'accepted though not same';
    console.log(line(title, side));
    const leftOut = side.filter(({ shown }) => shown.group === 'left-out');
    if (leftOut.length > 0) console.log(line(`${title}, classes left out *`, leftOut));
  }
  const times = results.map(({ ms }) => ms).sort((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  console.log(`processor time a pair: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`);
}

const isWrong = ({ shown, compared: { verdict }, isRightOne }: Result): boolean =>
  !isRightOne || verdict === (shown.isSame ? 'different' : 'same');

function line(title: string, all: readonly Result[]): string {
  const part = (some: readonly Result[]) => `${((100 * some.length) / Math.max(1, all.length)).toFixed(1)} %`;
  const undecided = all.filter(({ compared }) => compared.verdict === 'undecided');
  return `${title.padEnd(38)}${String(all.length).padStart(5)}${part(all.filter(isWrong)).padStart(9)}${part(undecided).padStart(11)}`;
}
