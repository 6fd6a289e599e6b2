/** What one profile shows beside what most of the others show, as evidence: who they are, never who is right. */

import type { Asset, EvidenceItem } from '../model/finding.ts';
import { besideText, besideValues } from './evidence.ts';
import type { Majority } from './majority.ts';
import type { Shown, UniformField, UniformFieldName } from './uniformField.ts';
import { besideLogo } from './uniformLogo.ts';

/** One field of one profile beside what most of the others show. */
export interface Beside {
  readonly rule: UniformField;
  readonly shown: Shown;
  readonly majority: Majority<Shown>;
}

export interface Told {
  readonly evidence: EvidenceItem;
  /** What a waiver binds to. */
  readonly normalised: string;
  readonly assets: readonly Asset[];
}

/** At most so many profiles are named beside a value. */
const NAMED = 10;

export const othersIn = ({ majority, shown }: Beside): string[] =>
  majority.agreeing
    .filter((each) => each !== shown)
    .map(({ id }) => id)
    .slice(0, NAMED);

const keysOf = ({ values }: Shown): readonly string[] => [...new Set(values.flatMap(({ keys }) => keys))];

/** Of the leader's values the ones that most of the agreeing show. */
export function commonIn({ majority: { leader, agreeing } }: Beside): string[] {
  const times = leader.values.map(
    ({ keys }) => agreeing.filter((each) => keysOf(each).some((key) => keys.includes(key))).length,
  );
  const most = Math.max(...times);
  return leader.values.flatMap(({ text }, at) => (times[at] === most ? [text] : []));
}

/** What the others show, to be copied; null where that is but its start, or no text. */
export function toCopy(beside: Beside): string | null {
  const { leader } = beside.majority;
  return leader.cut || leader.picture ? null : commonIn(beside).join(', ');
}

const TEXTS: readonly UniformFieldName[] = ['name', 'bio', 'address'];

export async function toldOf(beside: Beside, accepted?: ReadonlyMap<string, Uint8Array>): Promise<Told> {
  const { rule, shown, majority } = beside;
  const elsewhere = othersIn(beside);
  if (rule.field === 'logo') {
    const { evidence, ...told } = await besideLogo(shown, majority, accepted);
    return { evidence: { ...evidence, elsewhere }, ...told };
  }
  const keys = keysOf(shown);
  const expected = commonIn(beside);
  const found = shown.values.map(({ text }) => text);
  const item = TEXTS.includes(rule.field)
    ? besideText(rule.field, shown.place, expected.join(', '), found.join(', '))
    : besideValues(rule.field, shown.place, { expected, found, normalised: keys });
  return { evidence: { ...item, elsewhere }, normalised: keys.join(', '), assets: [] };
}
