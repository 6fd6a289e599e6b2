/**
 * Trains the scorers of the judge of logos on folders of labelled pairs, and says what whole brands, and whole classes,
 * that were left out gave: npx tsx bench/trainLogos.ts --pairs DIR,DIR [--shapes DIR] [--classes] [--out src/compare/logo/weights.ts]
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from '../src/compare/logo/decode.ts';
import { featuresOf } from '../src/compare/logo/features.ts';
import { layIn } from '../src/compare/logo/lay.ts';
import type { Measurements } from '../src/compare/logo/measure.ts';
import { logOdds, type Scorer } from '../src/compare/logo/net.ts';
import { inField, observe, withoutRing } from '../src/compare/logo/observed.ts';
import { shapeOf } from '../src/compare/logo/placeholder.ts';
import { prepare, SIDE } from '../src/compare/logo/prepare.ts';
import { auc, readPairs } from './training/readPairs.ts';
import { type Example, type Training, train } from './training/train.ts';

type Row = { brand: string; label: string; class: string; features: number[]; shape: number[] };
type Question = {
  name: string;
  inputs(row: Row): number[];
  is(row: Row): boolean;
  counts(row: Row): boolean;
  training: Training;
};

const FOLDS = 5;
const NOT_SCORED = ['ambiguous', 'unclear'];
const RECOLOURED = ['recolour', 'recolour_real', 'knockout'];

const QUESTIONS: readonly Question[] = [
  {
    name: 'sameScorer',
    inputs: ({ features }) => features,
    is: ({ label }) => label === 'same',
    counts: ({ label }) => label !== 'ambiguous',
    training: { units: 12, rounds: 110, decay: 1e-3, nets: 3 },
  },
  {
    name: 'recolouredScorer',
    inputs: ({ features }) => features,
    is: (row) => RECOLOURED.includes(row.class),
    counts: ({ label }) => label !== 'ambiguous',
    training: { units: 8, rounds: 90, decay: 1e-3, nets: 2 },
  },
  {
    name: 'placeholderScorer',
    inputs: ({ shape }) => shape,
    is: ({ label }) => label === 'default',
    counts: () => true,
    training: { units: 12, rounds: 60, decay: 1e-2, nets: 2 },
  },
];

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    /** Folders with default pictures in plenty: only their shapes are learned from. */
    shapes: { type: 'string' },
    /** Keeps what was measured, and takes it from there the next time. Delete it when a measurement changes. */
    rows: { type: 'string' },
    out: { type: 'string' },
    classes: { type: 'boolean', default: false },
  },
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  if (values.pairs === undefined) throw new Error('Usage: npx tsx bench/trainLogos.ts --pairs DIR,DIR [--out FILE]');
  const rows = await rowsOf(values.pairs.split(','), values.rows);
  const shapes: Row[] = [];
  for (const folder of values.shapes?.split(',') ?? []) shapes.push(...(await readRows(folder)));
  const scorers: [string, Scorer][] = [];
  for (const question of QUESTIONS) {
    const isAboutShape = question.name === 'placeholderScorer';
    const learned = isAboutShape ? [...rows, ...shapes] : rows;
    validate(question, rows);
    if (values.classes && question.name === 'sameScorer') leaveClassesOut(question, rows);
    if (values.out !== undefined)
      scorers.push([question.name, train(examplesOf(question, learned), question.training)]);
  }
  if (values.out !== undefined) await writeFile(values.out, sourceOf(scorers));
}

/** Measured, or as they were measured before. */
async function rowsOf(folders: readonly string[], kept: string | undefined): Promise<Row[]> {
  const before = kept === undefined ? null : await readFile(kept, 'utf8').catch(() => null);
  if (before !== null) return JSON.parse(before) as Row[];
  const rows: Row[] = [];
  for (const folder of folders) rows.push(...(await readRows(folder)));
  if (kept !== undefined) await writeFile(kept, JSON.stringify(rows));
  return rows;
}

async function readRows(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const pair of await readPairs(folder)) {
    const canonical = await prepare(await readFile(join(folder, pair.canonical)));
    const raster = await decode(await readFile(join(folder, pair.observed)), SIDE);
    if (typeof raster === 'string' || typeof canonical === 'string') continue;
    const seen = observe(raster);
    const views = [seen, withoutRing(seen), inField(seen)].flatMap((view) => view ?? []);
    const laid = views.map((view) => layIn(view, canonical.source).measurements);
    const best = laid.reduce((one, other) => (fitOf(other) > fitOf(one) ? other : one));
    rows.push({
      brand: pair.brand,
      label: pair.label,
      class: pair.class,
      features: featuresOf(best),
      shape: shapeOf(seen),
    });
  }
  return rows;
}

/** Which of two views fits better, before there is a scorer to say so. */
const fitOf = (m: Measurements) => m.structure - 2 * m.residual - m.worst - m.colour;

const examplesOf = ({ inputs, is, counts }: Question, rows: readonly Row[]): Example[] =>
  rows.filter(counts).map((row) => ({ inputs: inputs(row), is: is(row), weight: 1 }));

/** Every brand is judged by a scorer that never saw it. */
function validate(question: Question, rows: readonly Row[]): void {
  const brands = [...new Set(rows.map(({ brand }) => brand))].sort();
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const isLeftOut = ({ brand }: Row) => brands.indexOf(brand) % FOLDS === fold;
    const scorer = train(
      examplesOf(
        question,
        rows.filter((row) => !isLeftOut(row)),
      ),
      question.training,
    );
    return rows.filter(isLeftOut).map((row) => ({ row, odds: logOdds(scorer, question.inputs(row)) }));
  }).flat();
  const scored = judged.filter(({ row }) => !NOT_SCORED.includes(row.label));
  const [yes, no] = [true, false].map((is) =>
    scored.filter(({ row }) => question.is(row) === is).map(({ odds }) => odds),
  );
  if (!yes || !no) return;
  console.log(`\n${question.name}: whole brands left out, AUC ${auc(yes, no).toFixed(5)}`);
  for (const at of [-1, -0.5, 0, 0.5, 1, 1.5]) {
    const share = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(2);
    const missed = share(yes.filter((odds) => odds < at).length, yes.length);
    console.log(
      `  at ${at}: missed ${missed} %, wrongly found ${share(no.filter((odds) => odds >= at).length, no.length)} %`,
    );
  }
  perClass(judged);
}

function perClass(judged: readonly { row: Row; odds: number }[]): void {
  const classes = [...new Set(judged.map(({ row }) => `${row.label} ${row.class}`))].sort();
  for (const name of classes) {
    const odds = judged.filter(({ row }) => `${row.label} ${row.class}` === name).map((one) => one.odds);
    const found = (100 * odds.filter((value) => value >= 0.5).length) / odds.length;
    console.log(`  ${name.padEnd(28)} ${String(odds.length).padStart(4)}  found ${found.toFixed(1)} %`);
  }
}

/** Every class is judged by a scorer that never saw one like it. */
function leaveClassesOut(question: Question, rows: readonly Row[]): void {
  console.log('\nWhole classes left out');
  for (const name of [...new Set(rows.map((row) => row.class))].sort()) {
    const scorer = train(
      examplesOf(
        question,
        rows.filter((row) => row.class !== name),
      ),
      { ...question.training, nets: 1 },
    );
    perClass(
      rows.filter((row) => row.class === name).map((row) => ({ row, odds: logOdds(scorer, question.inputs(row)) })),
    );
  }
}

function sourceOf(scorers: readonly [string, Scorer][]): string {
  const exported = scorers.map(([name, scorer]) => `export const ${name}: Scorer = ${JSON.stringify(scorer)};\n`);
  const about = '/** The weights of the judge of logos. Written by bench/trainLogos.ts: train again, do not edit. */';
  return `${about}\n\nimport type { Scorer } from './net.ts';\n\n${exported.join('\n')}`;
}
