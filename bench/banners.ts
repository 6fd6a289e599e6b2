/**
 * Measures compareBanner on banners drawn by chance and what networks make of them: npm run bench:banners [-- --images N --wrong]
 * Every other image, and whole classes, were never looked at while the judge was made; they are printed apart.
 */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BannerVerdict, compareBanner } from '../src/compare/banner/compareBanner.ts';
import { type Drawing, drawing, drawn, KINDS } from './drawn/banners.ts';
import { chanceOf, SHOWN, type Shown, seasonOf } from './drawn/shown.ts';

interface Result {
  readonly shown: Pick<Shown, 'name' | 'group' | 'isSame'>;
  readonly leftOut: boolean;
  readonly verdict: BannerVerdict;
  readonly isRightOne: boolean;
  readonly score: number;
  readonly ms: number;
}

const { values } = parseArgs({
  options: {
    images: { type: 'string', default: '10' },
    /** Prints every wrong or undecided verdict. */
    wrong: { type: 'boolean', default: false },
    /** Keeps the pictures that were judged wrongly here. */
    keep: { type: 'string' },
    /** Other seeds: other images. */
    seed: { type: 'string', default: '1' },
  },
});

const SEASON = { name: 'season’s variant, in the set', group: 'looked-at', isSame: true } as const;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const results: Result[] = [];
  for (let at = 0; at < Number(values.images); at += 1) {
    for (const kind of KINDS)
      results.push(...(await resultsOf(drawing(kind, Number(values.seed) * 100_000 + at), at % 2 === 1)));
  }
  report(results);
}

async function resultsOf(canonical: Drawing, leftOut: boolean): Promise<Result[]> {
  const results: Result[] = [];
  const banner = await drawn(canonical);
  const season = await drawn(seasonOf(canonical));
  for (const [at, shown] of SHOWN.entries()) {
    const made = shown.group === 'hard' ? hardOf(canonical, at) : { ...canonical };
    const expected = shown.group === 'hard' ? await drawn(made) : banner;
    const observed = await shown.make(made, chanceOf(canonical, at));
    results.push(await judged(observed, [expected], shown, leftOut, `${canonical.kind} ${canonical.seed}`));
  }
  const [one] = SHOWN;
  if (one) {
    const observed = await one.make(seasonOf(canonical), chanceOf(canonical, 99));
    results.push(await judged(observed, [banner, season], SEASON, leftOut, `${canonical.kind} ${canonical.seed}`, 1));
  }
  return results;
}

/** The same chance chooses the kind that the class draws. */
const hardOf = (canonical: Drawing, at: number): Drawing => ({
  ...canonical,
  kind: chanceOf(canonical, at).of(['text', 'mark'] as const),
});

async function judged(
  observed: Buffer,
  banners: readonly Buffer[],
  shown: Result['shown'],
  leftOut: boolean,
  name: string,
  wanted = 0,
): Promise<Result> {
  const start = performance.now();
  const { verdict, score, matched, measurements } = await compareBanner(observed, banners);
  const ms = performance.now() - start;
  const isRightOne = matched === undefined || matched === wanted;
  if (verdict !== (shown.isSame ? 'same' : 'different')) {
    if (values.wrong) console.log(verdict, shown.name, name, JSON.stringify(measurements, rounded));
    if (values.keep) await writeFile(join(values.keep, `${name} ${shown.name}.png`), observed);
  }
  return { shown, leftOut, verdict, isRightOne, score, ms };
}

const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);

function report(results: readonly Result[]): void {
  const names = [...new Set(results.map(({ shown }) => shown.name))];
  console.log(`${'class'.padEnd(32)}${'pairs'.padStart(7)}${'wrong'.padStart(8)}${'undecided'.padStart(11)}`);
  for (const name of names) {
    const all = results.filter(({ shown }) => shown.name === name);
    console.log(line(`${name}${all[0]?.shown.group === 'left-out' ? ' *' : ''}`, all));
  }
  console.log('* this class was left out');
  const scored = results.filter(({ shown }) => shown.group !== 'hard');
  const isOut = ({ leftOut, shown }: Result) => leftOut || shown.group === 'left-out';
  for (const isSame of [true, false]) {
    const side = scored.filter(({ shown }) => shown.isSame === isSame);
    const title = isSame ? 'refused though same' : 'accepted though not same';
    console.log(
      line(
        `${title}, looked at`,
        side.filter((one) => !isOut(one)),
      ),
    );
    console.log(line(`${title}, left out`, side.filter(isOut)));
  }
  const times = results.map(({ ms }) => ms).sort((one, other) => one - other);
  console.log(`median ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms a pair`);
}

const isWrong = ({ shown, verdict, isRightOne }: Result): boolean =>
  !isRightOne || verdict === (shown.isSame ? 'different' : 'same');

function line(title: string, all: readonly Result[]): string {
  const part = (some: readonly Result[]) => `${((100 * some.length) / Math.max(1, all.length)).toFixed(1)} %`;
  const undecided = all.filter(({ verdict }) => verdict === 'undecided');
  return `${title.padEnd(38)}${String(all.length).padStart(5)}${part(all.filter(isWrong)).padStart(9)}${part(undecided).padStart(9)}`;
}
