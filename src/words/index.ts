/** The catalogue's door: facts go in, sentences come out. Nothing else in the program writes Dutch or English. */

import type { Language } from '../model/config.ts';
import type { FindingCode } from '../model/finding.ts';
import { en } from './en.ts';
import { lookup } from './lookup.ts';
import { nl } from './nl.ts';
import type { ExitFigures, ExitReason, Words } from './words.ts';
import { EXIT_REASONS } from './words.ts';

export { askFirst, toWeigh } from './advice.ts';
export { lookup } from './lookup.ts';
export type { Words } from './words.ts';

const LANGUAGES: Readonly<Record<Language, Words>> = { nl, en };

export const catalogue = (language: Language): Words => LANGUAGES[language];

/** A stated fact, as `report.json` keeps it: the tie between code and arguments is no longer in the type. */
export interface StatedFact {
  /** A code of this version, or of the one that wrote the report. */
  readonly code: string;
  readonly args: Readonly<Record<string, string | number | null>>;
}

/** The sentence of a finding; a code that this version does not know is shown as it stands. */
export function describeFinding(words: Words, { code, args }: StatedFact): string {
  if (!isKnown(words, code)) return code;
  // `Facts` holds code and arguments together until the report is written; what is read back passed the schema.
  const sentence = words.finding[code] as (args: StatedFact['args']) => string;
  try {
    return sentence(args);
  } catch {
    // Stored by a version that gave this code other arguments.
    return code;
  }
}

const isKnown = (words: Words, code: string): code is FindingCode => Object.hasOwn(words.finding, code);

/** What a check is called, also one of a later version. */
export const checkLabel = (words: Words, check: string): string => lookup(words.checks, check) ?? check;

/** Why the run ended with its exit code; a code that this version does not know is shown as it stands. */
export function describeExitReason(words: Words, reason: string, figures: ExitFigures): string {
  const known = EXIT_REASONS.find((code): code is ExitReason => code === reason);
  return known ? words.exitReasons[known](figures) : reason;
}

/** What a field is called, for names that come from a stored report. */
export const fieldLabel = (words: Words, field: string): string => lookup(words.fields, field)?.label ?? field;
