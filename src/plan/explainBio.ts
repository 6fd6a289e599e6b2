/** What the network's limit does to each of the brand's texts, and which phrases a profile's text must or may not hold. */

import type { Visit } from '../model/audit.ts';
import type { Config } from '../model/config.ts';
import type { Expectation } from '../model/expectation.ts';
import { layersOf, nearest, primary, textsOf } from './expectation.ts';
import { lengthOf } from './length.ts';

/**
 * `used`: the text that is expected · `equal`: as right · `shorter`: right, but a longer one fits · `too-long`: does not
 * fit · `other-language`: for profiles in another language.
 */
export type BioUse = 'used' | 'equal' | 'shorter' | 'too-long' | 'other-language';

export interface ExplainedText {
  readonly text: string;
  readonly language: string;
  /** As this network counts. */
  readonly length: number;
  readonly use: BioUse;
  /** Required phrases that the brand's own text does not hold. */
  readonly lacks: readonly string[];
}

export interface ExplainedBio {
  readonly texts: readonly ExplainedText[];
  readonly requiredPhrases: readonly string[];
  readonly forbiddenPhrases: readonly string[];
}

/** Whether a text holds a phrase, as the check of texts says it. */
export type Holds = (text: string, phrase: string) => boolean;

export function explainBio(config: Config, { entry, expectation, facts }: Visit, holds: Holds): ExplainedBio {
  const { requiredPhrases = [], forbiddenPhrases } = expectation;
  const unit = facts.limits.bio?.unit ?? 'characters';
  const bios = nearest(layersOf(config, entry), (part) => part.bios)?.value ?? [];
  const texts = bios.flatMap((bio) =>
    textsOf(bio).map((text) => ({
      text,
      language: bio.language,
      length: lengthOf(text, unit),
      use: useOf(text, bio.language, expectation),
      lacks: requiredPhrases.filter((phrase) => !holds(text, phrase)),
    })),
  );
  return { texts, requiredPhrases, forbiddenPhrases };
}

function useOf(text: string, language: string, { language: wanted, bio }: Expectation): BioUse {
  if (primary(language) !== primary(wanted)) return 'other-language';
  if (text === bio?.text) return 'used';
  if (bio?.equals?.includes(text)) return 'equal';
  return bio?.alternatives.includes(text) ? 'shorter' : 'too-long';
}
