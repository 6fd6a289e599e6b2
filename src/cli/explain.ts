/** `bijwerken explain`: what is expected of one profile, and why. Nothing is fetched and nothing is written. */

import { worldOf } from '../audit.ts';
import { defaultSeverities, fieldChecks } from '../checks/index.ts';
import { missingIn } from '../checks/phrases.ts';
import { directory } from '../directory.ts';
import { loadProfiles } from '../loadProfiles.ts';
import type { Language } from '../model/config.ts';
import { CHECK_IDS } from '../model/finding.ts';
import { type ExplainableCheck, explain } from '../plan/explain.ts';
import { planVisits } from '../plan/plan.ts';
import { print } from './arguments.ts';
import { explanationText } from './explainText.ts';
import { refuseUnknown } from './profileNamed.ts';

export interface ExplainArguments {
  readonly config: string;
  readonly json?: boolean;
  readonly lang: Language;
}

export async function runExplain(id: string, { config: file, json, lang }: ExplainArguments): Promise<number> {
  const { config } = await loadProfiles(file);
  refuseUnknown(id, config, file);
  const now = new Date(worldOf({}, process.env).now()).toISOString();
  for (const visit of planVisits(config, directory, { only: [id] })) {
    const explanation = explain(config, visit, { checks: CHECKS, holds, now });
    print(json ? JSON.stringify(explanation, null, 2) : explanationText(explanation, lang));
  }
  return 0;
}

const holds = (text: string, phrase: string): boolean => missingIn(text, [phrase]) === null;

/** Those of this version, in the order of the contract. */
const CHECKS: readonly ExplainableCheck[] = CHECK_IDS.flatMap((id) => {
  const severity = defaultSeverities[id];
  return fieldChecks.find((check) => check.id === id) ?? (severity ? [{ id, severity }] : []);
});
