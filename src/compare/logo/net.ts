/** A small neural network that was trained elsewhere (bench/trainLogos.ts): measurements in, one number out. */

/** `hidden` holds a row for each unit: its bias, then a weight for each input. `out` likewise, for the one output. */
export type Net = { hidden: readonly (readonly number[])[]; out: readonly number[] };

/** What the inputs are scaled by, and the nets whose mean counts. */
export type Scorer = { mean: readonly number[]; spread: readonly number[]; nets: readonly Net[] };

/** Beyond this many spreads from the mean nothing was seen in training. */
const FAR = 4;

/** The evidence for, as a logarithm of the odds: 0 is as likely as not. */
export function logOdds({ mean, spread, nets }: Scorer, inputs: readonly number[]): number {
  const scaled = inputs.map((value, k) => {
    const off = (value - (mean[k] ?? 0)) / (spread[k] ?? 1);
    return Math.max(-FAR, Math.min(FAR, off));
  });
  return nets.reduce((sum, net) => sum + outputOf(net, scaled), 0) / Math.max(1, nets.length);
}

function outputOf({ hidden, out }: Net, inputs: readonly number[]): number {
  return hidden.reduce((sum, row, unit) => sum + Math.tanh(weighed(row, inputs)) * (out[unit + 1] ?? 0), out[0] ?? 0);
}

function weighed(row: readonly number[], inputs: readonly number[]): number {
  let sum = row[0] ?? 0;
  for (let k = 0; k < inputs.length; k += 1) sum += (row[k + 1] ?? 0) * (inputs[k] ?? 0);
  return sum;
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
