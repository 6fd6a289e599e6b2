/** Is the profile's text the brand's, in the longest form that fits, and free of what the brand left behind? */

import { compareText, normaliseText, type TextComparison } from '../compare/text.ts';
import { defineCheck, type Subject } from '../model/check.ts';
import { asksBio, type Expectation } from '../model/expectation.ts';
import { absent, deviating, type Judgement, notApplicable, ok, unverifiable } from '../model/finding.ts';
import { besideText } from './evidence.ts';
import { leftBehindIn, missingIn } from './phrases.ts';

/** A start of fewer characters may be the start of many a text. */
const TELLING = 20;

export const bio = defineCheck({
  id: 'info.bio',
  severity: 'error',
  needs: ['bio'],
  expects: asksBio,
  expectedText: (expectation) => expectation.bio?.text ?? null,
  whenEmpty: ({ expectation }) => (typeof expectation.bio?.text === 'string' ? null : emptyWithoutText(expectation)),

  judge(subject) {
    const { expectation, fields } = subject;
    const text = expectation.bio?.text ?? null;
    const right = text === null ? [] : [text, ...(expectation.bio?.equals ?? [])];
    const allowed = [...right, ...(expectation.bio?.alternatives ?? [])];
    const comparisons = allowed.map((one) => compareText(one, fields.bio.value, fields.bio));
    return (
      sameAs(comparisons, right.length, subject) ??
      leftBehind(allowed, subject) ??
      (text === null ? withoutText(subject) : unlike(comparisons, subject))
    );
  },
});

/** Nothing is said there that should not be; what has to be said is missing. */
function emptyWithoutText(expectation: Expectation): Judgement {
  const [phrase] = expectation.requiredPhrases ?? [];
  if (phrase !== undefined) return absent('bio.phrase-missing', { phrase }, { normalised: '' });
  return expectation.bio ? noneFits(expectation) : ok('bio.phrases-right', {}, { normalised: '' });
}

/** The brand has no text for here: only its phrases are looked for. What was cut off may hold them. */
function withoutText(subject: Subject<'bio'>): Judgement {
  const { expectation, fields } = subject;
  const extras = extrasOf(subject);
  const { requiredPhrases = [] } = expectation;
  const { cut } = compareText('', fields.bio.value, fields.bio);
  const phrase = missingIn(fields.bio.value, requiredPhrases);
  if (phrase !== null && cut) return unverifiable('bio.phrase-unseen', { phrase }, extras);
  if (phrase !== null) return deviating('bio.phrase-missing', { phrase }, wrongOf(subject));
  if (expectation.bio && requiredPhrases.length === 0) return { ...noneFits(expectation), ...extras };
  return ok(cut ? 'bio.phrases-right-as-far-as-shown' : 'bio.phrases-right', {}, extras);
}

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

/** The first `right` of the comparisons are with texts of which each is right here. */
function sameAs(comparisons: readonly TextComparison[], right: number, subject: Subject<'bio'>): Judgement | null {
  const at = comparisons.findIndex(({ relation }) => relation === 'same');
  if (at >= 0 && at < right) return ok('bio.same', {}, extrasOf(subject));
  // Right words, but a longer text fits here: worth knowing, and no reason to call the profile wrong.
  if (at >= 0) return deviating('bio.alternative', {}, { ...wrongOf(subject), severity: 'info' });
  const start = comparisons.find(({ relation }) => relation === 'prefix');
  if (!start) return null;
  const { shown, of } = start;
  if (shown < TELLING) return unverifiable('bio.cut-too-short', { shown }, extrasOf(subject));
  return ok('bio.same-as-far-as-shown', { shown, of }, extrasOf(subject));
}

function leftBehind(allowed: readonly string[], subject: Subject<'bio'>): Judgement | null {
  const left = leftBehindIn(subject.fields.bio.value, allowed, subject.expectation);
  if (left === null) return null;
  const wrong = wrongOf(subject);
  if (left.kind === 'former-name') return deviating('bio.former-name', { former: left.former }, wrong);
  return deviating('bio.forbidden-phrase', { phrase: left.phrase }, wrong);
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
