/** Contact data in a profile's own text: what is right or former there is told; what only may be the organisation's is left alone. */

import type { Context } from '../model/check.ts';
import type { Expectation } from '../model/expectation.ts';
import { type Judgement, type JudgementExtras, notApplicable, unverifiable } from '../model/finding.ts';
import type { FieldName, Reading } from '../model/observation.ts';

/**
 * Null where the value is to be judged as in a field of its own. Of several values none is surely the organisation's own;
 * a text that was cut may hold the right one in the rest; and what the brand's own texts say is as right as they are.
 */
export function leftAlone(
  field: FieldName,
  { within }: Reading<unknown>,
  values: readonly string[],
  { expectation, network, reading }: Context,
  extras: JudgementExtras,
): Judgement | null {
  if (within === undefined) return null;
  const isCut = reading.observation?.[within]?.truncated === true;
  const isOwn = values.some((value) => ownTexts(expectation).some((text) => bare(text).includes(bare(value))));
  if (values.length === 1 && !isCut && !isOwn) return null;
  return unsaid(field, { network }, extras);
}

/** As if the text had said nothing. */
export const unsaid = (field: FieldName, { network }: Pick<Context, 'network'>, extras: JudgementExtras): Judgement =>
  network.fields.includes(field)
    ? unverifiable('field.not-found', { field }, extras)
    : notApplicable('field.not-on-network', { field, network: network.name });

const ownTexts = ({ bio }: Expectation): readonly string[] =>
  bio ? [bio.text ?? '', ...(bio.equals ?? []), ...bio.alternatives] : [];

/** How a number or an address is set apart is no difference. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]/gu, '');
