/** Trains the small networks of the judge of logos: the same examples and seed give the same weights. */

import type { Net, Scorer } from '../../src/compare/logo/net.ts';
import { chance } from '../pairs/random.ts';

export type Example = { inputs: readonly number[]; is: boolean; weight: number };

export type Training = { units: number; rounds: number; decay: number; nets: number };

const BATCH = 64;
const RATE = 0.01;
const FAR = 4;

export function train(examples: readonly Example[], training: Training): Scorer {
  const { mean, spread } = scales(examples);
  const scaled = examples.map((one) => ({
    ...one,
    inputs: Float64Array.from(one.inputs, (value, k) => {
      return Math.max(-FAR, Math.min(FAR, (value - (mean[k] ?? 0)) / (spread[k] ?? 1)));
    }),
  }));
  const nets = Array.from({ length: training.nets }, (_, seed) => trainNet(scaled, training, seed + 1));
  return { mean: mean.map(rounded), spread: spread.map(rounded), nets };
}

export const rounded = (value: number) => Number(value.toPrecision(4));

function scales(examples: readonly Example[]) {
  const width = examples[0]?.inputs.length ?? 0;
  const mean = new Array<number>(width).fill(0);
  const square = new Array<number>(width).fill(0);
  for (const { inputs } of examples) {
    for (let k = 0; k < width; k += 1) {
      mean[k] = (mean[k] ?? 0) + (inputs[k] ?? 0) / examples.length;
      square[k] = (square[k] ?? 0) + (inputs[k] ?? 0) ** 2 / examples.length;
    }
  }
  return { mean, spread: square.map((value, k) => Math.sqrt(Math.max(0, value - (mean[k] ?? 0) ** 2)) + 1e-3) };
}

type Scaled = { inputs: Float64Array; is: boolean; weight: number };

/** One hidden layer; the logistic loss, with a little doubt in every label; Adam, with a falling rate. */
function trainNet(examples: readonly Scaled[], { units, rounds, decay }: Training, seed: number): Net {
  const dice = chance(seed);
  const width = examples[0]?.inputs.length ?? 0;
  const row = width + 1;
  const size = units * row + units + 1;
  const weights = Float64Array.from({ length: size }, (_, k) =>
    k < units * row ? normal(dice.next) / Math.sqrt(width) : 0.5 * normal(dice.next),
  );
  weights[units * row] = 0;
  const order = examples.map((_, k) => k);
  const [slope, first, second] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let k = order.length - 1; k > 0; k -= 1) {
      const other = dice.whole(0, k);
      [order[k], order[other]] = [order[other] ?? 0, order[k] ?? 0];
    }
    const rate = 0.5 * RATE * (1 + Math.cos((Math.PI * round) / rounds)) + 1e-5;
    for (let from = 0; from < order.length; from += BATCH) {
      slope.fill(0);
      let weight = 0;
      for (const k of order.slice(from, from + BATCH)) {
        const example = examples[k];
        if (example) weight += addSlope(slope, weights, example, units, row);
      }
      step += 1;
      const [one, two] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let k = 0; k < size; k += 1) {
        const isBias = k === units * row || (k < units * row && k % row === 0);
        const g = (slope[k] ?? 0) / Math.max(weight, 1e-9) + (isBias ? 0 : decay * (weights[k] ?? 0));
        first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
        second[k] = 0.999 * (second[k] ?? 0) + 0.001 * g * g;
        weights[k] = (weights[k] ?? 0) - (rate * ((first[k] ?? 0) / one)) / (Math.sqrt((second[k] ?? 0) / two) + 1e-8);
      }
    }
  }
  const hidden = Array.from({ length: units }, (_, unit) =>
    [...weights.slice(unit * row, (unit + 1) * row)].map(rounded),
  );
  return { hidden, out: [...weights.slice(units * row)].map(rounded) };
}

function addSlope(
  slope: Float64Array,
  weights: Float64Array,
  { inputs, is, weight }: Scaled,
  units: number,
  row: number,
): number {
  const out = units * row;
  const values = new Float64Array(units);
  let odds = weights[out] ?? 0;
  for (let unit = 0; unit < units; unit += 1) {
    let sum = weights[unit * row] ?? 0;
    for (let k = 0; k < inputs.length; k += 1) sum += (weights[unit * row + k + 1] ?? 0) * (inputs[k] ?? 0);
    const value = Math.tanh(sum);
    values[unit] = value;
    odds += value * (weights[out + unit + 1] ?? 0);
  }
  const off = weight * (1 / (1 + Math.exp(-odds)) - (is ? 0.99 : 0.01));
  slope[out] = (slope[out] ?? 0) + off;
  for (let unit = 0; unit < units; unit += 1) {
    const value = values[unit] ?? 0;
    slope[out + unit + 1] = (slope[out + unit + 1] ?? 0) + off * value;
    const back = off * (weights[out + unit + 1] ?? 0) * (1 - value * value);
    slope[unit * row] = (slope[unit * row] ?? 0) + back;
    for (let k = 0; k < inputs.length; k += 1) {
      const at = unit * row + k + 1;
      slope[at] = (slope[at] ?? 0) + back * (inputs[k] ?? 0);
    }
  }
  return weight;
}

const normal = (next: () => number) => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
