/** The words of `bijwerken explain` by language. */

import type { Language } from '../model/config.ts';
import { enExplain } from './en/explain.ts';
import type { ExplainWords } from './explainWords.ts';
import { nlExplain } from './nl/explain.ts';

const LANGUAGES: Readonly<Record<Language, ExplainWords>> = { nl: nlExplain, en: enExplain };

export const explainWords = (language: Language): ExplainWords => LANGUAGES[language];
