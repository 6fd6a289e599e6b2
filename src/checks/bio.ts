/** Is the profile's text the brand's, in the longest form that fits, and free of what the brand left behind? */

import { findPhrase } from '../compare/phrase.ts';
import { compareText, normaliseText, type TextComparison } from '../compare/text.ts';
import { defineCheck, type Subject } from '../model/check.ts';
import type { Expectation } from '../model/expectation.ts';
import { deviating, type Judgement, notApplicable, ok, unverifiable } from '../model/finding.ts';
import { besideText } from './evidence.ts';

/** A start of fewer characters may be the start of many a text. */
const TELLING = 20;

export const bio = defineCheck({
  id: 'info.bio',
  severity: 'error',
  needs: ['bio'],
  expects: (expectation) => expectation.bio !== undefined,
  expectedText: (expectation) => expectation.bio?.text ?? null,
  whenEmpty: ({ expectation }) => (expectation.bio?.text === null ? noneFits(expectation) : null),

  judge(subject) {
    const { expectation, fields } = subject;
    const text = expectation.bio?.text ?? null;
    const allowed = [...(text === null ? [] : [text]), ...(expectation.bio?.alternatives ?? [])];
    const comparisons = allowed.map((one) => compareText(one, fields.bio.value, fields.bio));
    return (
      sameAs(comparisons, subject) ??
      leftBehind(allowed, subject) ??
      (text === null ? { ...noneFits(expectation), ...extrasOf(subject) } : unlike(comparisons, subject))
    );
  },
});

const noneFits = ({ bio }: Expectation): Judgement => notApplicable('bio.none-fits', { limit: bio?.limit ?? 0 });

function extrasOf({ expectation, fields }: Subject<'bio'>) {
  const { value: found } = fields.bio;
  const expected = expectation.bio?.text ?? null;
  return {
    expected,
    found,
    normalised: normaliseText(found),
    evidence: [besideText('bio', fields.bio, expected, found)],
  };
}

const wrongOf = (subject: Subject<'bio'>) => ({
  ...extrasOf(subject),
  remedy: { value: subject.expectation.bio?.text ?? null },
});

function sameAs(comparisons: readonly TextComparison[], subject: Subject<'bio'>): Judgement | null {
  const hasText = subject.expectation.bio?.text !== null;
  const at = comparisons.findIndex(({ relation }) => relation === 'same');
  if (at === 0 && hasText) return ok('bio.same', {}, extrasOf(subject));
  // Right words, but a longer text fits here: worth knowing, and no reason to call the profile wrong.
  if (at >= 0) return deviating('bio.alternative', {}, { ...wrongOf(subject), severity: 'info' });
  const start = comparisons.find(({ relation }) => relation === 'prefix');
  if (!start) return null;
  const { shown, of } = start;
  if (shown < TELLING) return unverifiable('bio.cut-too-short', { shown }, extrasOf(subject));
  return ok('bio.same-as-far-as-shown', { shown, of }, extrasOf(subject));
}

/** A former name or an unwanted phrase, unless the brand's own text has it. */
function leftBehind(allowed: readonly string[], subject: Subject<'bio'>): Judgement | null {
  const { expectation, fields } = subject;
  const names = expectation.name ? [expectation.name.value, ...expectation.name.aliases] : [];
  const find = (phrases: readonly string[]) => {
    const unwanted = phrases.filter((phrase) => !allowed.some((text) => findPhrase(text, [phrase]) !== null));
    return findPhrase(fields.bio.value, unwanted, { except: names });
  };
  const former = find(expectation.formerNames);
  if (former !== null) return deviating('bio.former-name', { former }, wrongOf(subject));
  const phrase = find(expectation.forbiddenPhrases);
  return phrase === null ? null : deviating('bio.forbidden-phrase', { phrase }, wrongOf(subject));
}

function unlike(comparisons: readonly TextComparison[], subject: Subject<'bio'>): Judgement {
  const nearly = comparisons.find(({ relation }) => relation === 'nearly');
  const [first] = comparisons;
  if (first?.cut && first.shown < TELLING && (first.shown < first.of || !nearly)) {
    return unverifiable('bio.cut-too-short', { shown: first.shown }, extrasOf(subject));
  }
  const wrong = wrongOf(subject);
  if (nearly) {
    return deviating('bio.nearly-same', { similarity: nearly.similarity }, { ...wrong, severity: 'info' });
  }
  const similarity = Math.max(0, ...comparisons.map((comparison) => comparison.similarity));
  return deviating('bio.differs', { similarity }, wrong);
}
