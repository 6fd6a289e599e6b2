/**
 * Trains the scorers of the judge of logos on folders of labelled pairs, and says what whole brands, and whole classes,
 * that were left out gave: npx tsx bench/trainLogos.ts --pairs DIR,DIR [--test DIR] [--check] [--classes] [--rows DIR]
 * [--out src/compare/logo/weights.ts]
 */

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { logOdds, type Scorer } from '../src/compare/logo/net.ts';
import { auc } from './training/readPairs.ts';
import { type Row, rowsOf, type View } from './training/rows.ts';
import { type Example, type Training, train } from './training/train.ts';

/** What is known of a row once it is known which view counts. */
type Seen = Row & { features: number[] };
type Question = {
  name: string;
  inputs(row: Seen): number[];
  is(row: Row): boolean;
  counts(row: Row): boolean;
  training: Training;
};

const FOLDS = 5;
const NOT_SCORED = ['ambiguous', 'unclear'];
const RECOLOURED = ['recolour', 'recolour_real', 'knockout'];

const isMeasured = ({ label, views }: Row) => label !== 'ambiguous' && views.length > 0;

const SAME: Question = {
  name: 'sameScorer',
  inputs: ({ features }) => features,
  is: ({ label }) => label === 'same',
  counts: isMeasured,
  training: { units: 12, rounds: 110, decay: 1e-3, nets: 3 },
};
/** The first one chooses the view for the others. */
const QUESTIONS: readonly Question[] = [
  SAME,
  {
    name: 'recolouredScorer',
    inputs: ({ features }) => features,
    is: (row) => RECOLOURED.includes(row.class),
    counts: isMeasured,
    training: { units: 8, rounds: 90, decay: 1e-3, nets: 2 },
  },
  {
    name: 'placeholderScorer',
    inputs: ({ shape }) => shape,
    is: ({ label }) => label === 'default',
    counts: () => true,
    training: { units: 20, rounds: 60, decay: 3e-3, nets: 2 },
  },
];

const { values } = parseArgs({
  options: {
    pairs: { type: 'string' },
    /** A folder that keeps what was measured, and gives it the next time. Empty it when a measurement changes. */
    rows: { type: 'string' },
    out: { type: 'string' },
    /** Says what brands, or classes, that were left out gave. */
    check: { type: 'boolean', default: false },
    classes: { type: 'boolean', default: false },
    /** Folders that nothing is learned from, to measure on. */
    test: { type: 'string' },
  },
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  if (values.pairs === undefined) throw new Error('Usage: npx tsx bench/trainLogos.ts --pairs DIR,DIR [--out FILE]');
  const rows = await rowsOf(values.pairs, values.rows);
  const tested = await rowsOf(values.test, values.rows);
  if (values.check) validate(rows);
  if (values.classes) leaveClassesOut(rows);
  if (values.out === undefined && tested.length === 0) return;
  const scorers = learnAll(rows);
  for (const [k, question] of QUESTIONS.entries()) {
    const scorer = scorers[k];
    const judged = tested.map(seenBy(scorers[0] ?? null));
    if (scorer && tested.length > 0)
      tell(
        question,
        judged.map((row) => ({ row, odds: logOdds(scorer, question.inputs(row)) })),
        'folders left out',
      );
  }
  if (values.out !== undefined) await writeFile(values.out, sourceOf(scorers));
}

/** The view that counts is the likeliest one: first by its fit, then by a scorer that was trained on those. */
const seenBy =
  (scorer: Scorer | null) =>
  (row: Row): Seen => {
    const worthOf = ({ features, fit }: View) => (scorer ? logOdds(scorer, features) : fit);
    const [best] = row.views.toSorted((one, other) => worthOf(other) - worthOf(one));
    return { ...row, features: best?.features ?? [] };
  };

const examplesOf = ({ inputs, is, counts }: Question, rows: readonly Seen[]): Example[] =>
  rows.filter(counts).map((row) => ({ inputs: inputs(row), is: is(row), weight: 1 }));

const learn = (question: Question, rows: readonly Seen[]): Scorer =>
  train(examplesOf(question, rows), question.training);

/** The scorer that chooses the view, and says whether it is the logo. */
function learnSame(rows: readonly Row[]): Scorer {
  const quick = { ...SAME, training: { ...SAME.training, nets: 1 } };
  const first = learn(quick, rows.map(seenBy(null)));
  return learn(SAME, rows.map(seenBy(first)));
}

/** Scorers in the order of QUESTIONS. */
function learnAll(rows: readonly Row[]): Scorer[] {
  const same = learnSame(rows);
  const see = seenBy(same);
  return QUESTIONS.map((question) => {
    if (question === SAME) return same;
    return learn(question, rows.map(see));
  });
}

/** Every brand is judged by scorers that never saw it. */
function validate(rows: readonly Row[]): void {
  const brands = [...new Set(rows.map(({ brand }) => brand))].sort();
  const judged: Judged[][] = QUESTIONS.map(() => []);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isLeftOut = ({ brand }: Row) => brands.indexOf(brand) % FOLDS === fold;
    const scorers = learnAll(rows.filter((row) => !isLeftOut(row)));
    const see = seenBy(scorers[0] ?? null);
    for (const row of rows.filter(isLeftOut).map(see)) {
      for (const [k, question] of QUESTIONS.entries()) {
        const scorer = scorers[k];
        if (scorer && question.counts(row)) judged[k]?.push({ row, odds: logOdds(scorer, question.inputs(row)) });
      }
    }
  }
  for (const [k, question] of QUESTIONS.entries()) tell(question, judged[k] ?? [], 'whole brands left out');
}

type Judged = { row: Row; odds: number };

function tell(question: Question, judged: readonly Judged[], how: string): void {
  const scored = judged.filter(({ row }) => !NOT_SCORED.includes(row.label));
  const [yes, no] = [true, false].map((is) =>
    scored.filter(({ row }) => question.is(row) === is).map(({ odds }) => odds),
  );
  if (!yes || !no) return;
  console.log(`\n${question.name}: ${how}, AUC ${auc(yes, no).toFixed(5)}`);
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
function leaveClassesOut(rows: readonly Row[]): void {
  console.log('\nsameScorer: whole classes left out');
  for (const name of [...new Set(rows.map((row) => row.class))].sort()) {
    const scorer = learnSame(rows.filter((row) => row.class !== name));
    const left = rows.filter((row) => row.class === name).map(seenBy(scorer));
    perClass(left.map((row) => ({ row, odds: logOdds(scorer, row.features) })));
  }
}

function sourceOf(scorers: readonly Scorer[]): string {
  const exported = scorers.map(
    (scorer, k) => `export const ${QUESTIONS[k]?.name}: Scorer = ${JSON.stringify(scorer)};\n`,
  );
  const about = '/** The weights of the judge of logos. Written by bench/trainLogos.ts: train again, do not edit. */';
  return `${about}\n\nimport type { Scorer } from './net.ts';\n\n${exported.join('\n')}`;
}
