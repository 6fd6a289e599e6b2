/**
 * Measures compareLogo on labelled pairs, beside plain pixelmatch on resized images: npx tsx bench/logos.ts --pairs DIR
 * DIR holds pairs.json ({ id, brand, canonical, observed, label, class, hard } each) and, if it likes, history.json.
 */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import type { Logo, LogoVerdict } from '../src/compare/logo/compareLogo.ts';
import { compareLogo } from '../src/compare/logo/compareLogo.ts';
import { auc, type Pair, readHistory, readPairs } from './training/readPairs.ts';

type Result = Pair & { verdict: LogoVerdict; score: number; ms: number; plain: number; half: 'choose' | 'check' };

/** Nobody can say what these are; they are shown per class only. */
const NOT_SCORED = ['ambiguous', 'unclear'];
const REFUSALS: readonly LogoVerdict[] = ['different', 'outdated', 'placeholder', 'variant'];

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    every: { type: 'string', default: '1' },
    /** Also gives the brand's older drawings, as role outdated. */
    history: { type: 'boolean', default: false },
    /** Prints every wrong verdict. */
    wrong: { type: 'boolean', default: false },
  },
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  if (values.pairs === undefined)
    throw new Error('Usage: npx tsx bench/logos.ts --pairs DIR [--history] [--every N] [--wrong]');
  const pairs = await readPairs(values.pairs);
  const history = values.history ? await readHistory(values.pairs) : new Map<string, string[]>();
  const brands = [...new Set(pairs.map(({ brand }) => brand))].sort();
  const every = Math.max(1, Number(values.every) || 1);
  const results: Result[] = [];
  for (const pair of pairs.filter((_, index) => index % every === 0)) {
    const half = brands.indexOf(pair.brand) % 2 === 0 ? 'choose' : 'check';
    results.push({ ...pair, half, ...(await run(values.pairs, pair, history.get(pair.brand) ?? [])) });
  }
  report(results);
}

async function run(folder: string, pair: Pair, older: readonly string[]) {
  const read = (file: string) => readFile(join(folder, file));
  const observed = await read(pair.observed);
  const logos: Logo[] = [{ image: await read(pair.canonical), role: 'primary' }];
  for (const file of older) logos.push({ image: await read(file), role: 'outdated' });
  const start = process.cpuUsage();
  const { verdict, score } = await compareLogo(observed, logos);
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  return { verdict, score, ms, plain: await plainScore(observed, await read(pair.canonical)) };
}

/** What a first attempt would do: both on white, 128 × 128, the share of pixels that pixelmatch finds equal. */
async function plainScore(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((bytes) =>
      sharp(bytes)
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .resize(128, 128, { fit: 'contain', background: '#ffffff' })
        .toColourspace('srgb')
        .ensureAlpha()
        .raw()
        .toBuffer(),
    ),
  );
  if (!a || !b) return 0;
  return 1 - pixelmatch(a, b, undefined, 128, 128, { threshold: 0.1 }) / (128 * 128);
}

function report(results: readonly Result[]): void {
  const scored = results.filter(({ label }) => !NOT_SCORED.includes(label));
  const plainAt = bestPlainThreshold(scored.filter(({ half }) => half === 'choose'));
  for (const half of ['choose', 'check'] as const) {
    const rows = scored.filter((row) => row.half === half);
    console.log(`\n${half === 'choose' ? 'First half of the brands' : 'Second half of the brands'}`);
    console.log(line('all', rows, plainAt));
    console.log(
      line(
        'without hard',
        rows.filter(({ hard }) => !hard),
        plainAt,
      ),
    );
  }
  console.log('\nPer class');
  const classes = [...new Set(results.map((row) => `${row.label} ${row.class}`))].sort();
  for (const name of classes) {
    const rows = results.filter((row) => `${row.label} ${row.class}` === name);
    console.log(`${name.padEnd(28)} ${String(rows.length).padStart(4)}  ${counted(rows)}`);
  }
  const usual = scored.filter(({ label, hard }) => label === 'same' && !hard);
  const unsure = usual.filter(({ verdict }) => verdict === 'undecided');
  console.log(`\nUndecided of the plain same ones: ${share(unsure, usual)}`);
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  console.log(
    `processor ms per pair: median ${quantile(times, 0.5)}, 95 % ${quantile(times, 0.95)}, most ${quantile(times, 1)}`,
  );
  console.log(`memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  if (values.wrong)
    for (const row of scored.filter(isWrong)) console.log(row.id, row.label, row.class, row.verdict, row.score);
}

const isFalseRefusal = ({ label, verdict }: Result) => label === 'same' && REFUSALS.includes(verdict);
const isFalseAcceptance = ({ label, verdict }: Result) => label !== 'same' && verdict === 'same';
const isWrong = (row: Result) => isFalseRefusal(row) || isFalseAcceptance(row);

function line(name: string, rows: readonly Result[], plainAt: number): string {
  const same = rows.filter(({ label }) => label === 'same');
  const other = rows.filter(({ label }) => label !== 'same');
  const ours = [
    `AUC ${ranked(rows, ({ score }) => score).toFixed(4)}`,
    `false refusals ${share(same.filter(isFalseRefusal), same)}`,
    `false acceptances ${share(other.filter(isFalseAcceptance), other)}`,
    `undecided ${share(
      rows.filter(({ verdict }) => verdict === 'undecided'),
      rows,
    )}`,
  ];
  const plain = [
    `AUC ${ranked(rows, (row) => row.plain).toFixed(4)}`,
    `false refusals ${share(
      same.filter((row) => row.plain < plainAt),
      same,
    )}`,
    `false acceptances ${share(
      other.filter((row) => row.plain >= plainAt),
      other,
    )}`,
  ];
  return `${name.padEnd(14)} ${rows.length} pairs: ${ours.join(', ')}\n${' '.repeat(14)} plain pixelmatch: ${plain.join(', ')}`;
}

const ranked = (rows: readonly Result[], of: (row: Result) => number) =>
  auc(rows.filter(({ label }) => label === 'same').map(of), rows.filter(({ label }) => label !== 'same').map(of));

const share = (part: readonly unknown[], whole: readonly unknown[]) =>
  `${((100 * part.length) / Math.max(1, whole.length)).toFixed(1)} % (${part.length}/${whole.length})`;

const quantile = (sorted: readonly number[], q: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0);

function counted(rows: readonly Result[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => `${verdict} ${count}`).join(', ');
}

/** The threshold with the fewest errors of either kind, so that the plain way is shown at its best. */
function bestPlainThreshold(rows: readonly Result[]): number {
  const errors = (at: number) => rows.filter((row) => row.plain >= at !== (row.label === 'same')).length;
  return rows.map(({ plain }) => plain).reduce((best, at) => (errors(at) < errors(best) ? at : best), 1);
}
