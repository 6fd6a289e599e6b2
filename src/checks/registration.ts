/** Does the page give the brand's KvK and VAT numbers? Says nothing of whether a page has to. */

import { compareRegistration, type RegistrationComparison } from '../compare/registration.ts';
import { defineCheck } from '../model/check.ts';
import type { Expectation } from '../model/expectation.ts';
import { deviating, type EvidenceItem, ok, unverifiable } from '../model/finding.ts';
import type { Observation, Reading } from '../model/observation.ts';
import { besideValues, unfound } from './evidence.ts';

const NUMBERS = ['kvk', 'vat'] as const;
type Kind = (typeof NUMBERS)[number];
type Relation = RegistrationComparison['relation'] | 'several';

interface Answer {
  readonly field: Kind;
  readonly expected: string;
  readonly found: readonly string[];
  readonly relation: Relation;
  readonly former: string | null;
  readonly normalised: readonly string[];
  readonly evidence: EvidenceItem;
}

export const registration = defineCheck({
  id: 'info.registration',
  severity: 'error',
  needs: [],
  oneOf: (expectation) => NUMBERS.filter((field) => expectation[field] !== undefined),
  expects: ({ kvk, vat }) => kvk !== undefined || vat !== undefined,
  expectedText: ({ kvk, vat }) => textOf([kvk?.value, vat?.value]),

  judge({ expectation, observation, network }) {
    const answers = NUMBERS.flatMap((field) => answerOf(field, expectation, observation) ?? []);
    const unseen = NUMBERS.filter((field) => network.fields.includes(field) && !filled(observation[field])).flatMap(
      (field) => (expectation[field] ? [unfound(field, expectation[field].value)] : []),
    );
    const extras = {
      expected: textOf([expectation.kvk?.value, expectation.vat?.value]),
      found: textOf(answers.flatMap(({ found }) => found)),
      normalised: textOf(answers.flatMap(({ normalised }) => normalised)),
      evidence: [...answers.map(({ evidence }) => evidence), ...unseen],
    };
    const those = (...relations: readonly Relation[]) => answers.filter(({ relation }) => relations.includes(relation));
    const wrong = those('former', 'different');
    const remedy = { value: textOf(wrong.map(({ expected }) => expected)) };

    const [past] = those('former');
    if (past?.former)
      return deviating('registration.former', { field: past.field, former: past.former }, { ...extras, remedy });
    if (wrong.length > 0) return deviating('registration.differs', { field: named(wrong) }, { ...extras, remedy });
    const right = those('same');
    // What is right is told, also where the other number could not be told.
    if (right.length > 0) return ok('registration.same', { field: named(right) }, extras);
    const several = those('several');
    if (several.length > 0) return unverifiable('registration.several', { field: named(several) }, extras);
    return unverifiable('registration.unreadable', { field: named(answers) }, extras);
  },
});

function answerOf(field: Kind, expectation: Expectation, observation: Observation): Answer | null {
  const [place, expected] = [observation[field], expectation[field]?.value];
  if (!filled(place) || expected === undefined) return null;
  const options = { former: expectation.former[field], country: expectation.country };
  const { relation, former, seen } = compareRegistration(field, expected, place.value, options);
  const normalised = seen.length > 0 ? seen : place.value;
  // Text names partners and builders too: of several numbers none is surely the organisation's own.
  const isAnyones = relation === 'different' && place.origin === 'dom' && seen.length > 1;
  return {
    field,
    expected,
    found: place.value,
    relation: isAnyones ? 'several' : relation,
    former,
    normalised,
    evidence: besideValues(field, place, { expected: [expected], found: place.value, normalised }),
  };
}

type Filled = Reading<readonly string[]> & { readonly value: readonly string[] };

const filled = (place: Reading<readonly string[]> | undefined): place is Filled =>
  place?.value?.some((one) => one.trim() !== '') ?? false;

const named = (answers: readonly Answer[]): string => answers.map(({ field }) => field).join(', ');

const textOf = (values: readonly (string | undefined)[]): string | null =>
  values.filter((value) => value !== undefined).join(', ') || null;
