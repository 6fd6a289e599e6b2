/** `bijwerken report`: renders a stored run again from its report.json and its pictures, or tells two runs apart. */

import path from 'node:path';
import { readRun, writeFiles } from '../deliver/runFolder.ts';
import type { Language } from '../model/config.ts';
import { isKitPath } from '../model/kit.ts';
import { UserError } from '../model/problem.ts';
import type { Report, ReportFile } from '../model/report.ts';
import { compareRuns } from '../report/compare.ts';
import { COMPARE_FORMATS, comparisonText } from '../report/comparison.ts';
import { FORMATS } from '../report/formats.ts';
import { renderReport } from '../report/render.ts';
import { catalogue } from '../words/index.ts';
import { annotationsOf } from './annotations.ts';
import { print, say } from './arguments.ts';

export interface ReportArguments {
  readonly format?: readonly string[];
  readonly compare?: readonly string[];
  readonly config: string;
  readonly lang?: Language;
  readonly out?: string;
}

export async function runReport(run: string | undefined, given: ReportArguments): Promise<number> {
  if (given.compare) return compare([...(run === undefined ? [] : [run]), ...given.compare], given);
  if (run === undefined)
    throw misused('report', 'name the folder of a run.', 'Such as: bijwerken report reports/latest');
  return renderAgain(run, given);
}

async function renderAgain(
  run: string,
  { format = ['html'], config, lang, out = run }: ReportArguments,
): Promise<number> {
  const formats = format.map((name) => known(FORMATS, name));
  const { report, images } = await readRun(run);
  const spoken = inLanguage(report, lang);
  // Annotations are for the runner that reads this output, not for the disk.
  const files = renderReport(spoken, { formats: formats.filter((each) => each !== 'annotations'), images });
  const isElsewhere = path.resolve(out) !== path.resolve(run);
  await writeFiles(out, [...(isElsewhere && formats.includes('html') ? besides(images) : []), ...files]);
  for (const file of files) say(path.join(out, file.path));
  if (formats.includes('annotations')) for (const line of await annotationsOf(spoken, config)) print(line);
  return 0;
}

/** What the page links to: evidence, and the files of the fix kit. */
const besides = (images: ReadonlyMap<string, Uint8Array>): ReportFile[] =>
  [...images].map(([name, content]) => ({ path: isKitPath(name) ? name : `assets/${name}`, content }));

async function compare(runs: readonly string[], { format = ['text'], lang }: ReportArguments): Promise<number> {
  const [one, other, ...more] = runs;
  const [name, ...others] = format;
  if (one === undefined || other === undefined || more.length > 0)
    throw misused('--compare', 'two runs are compared.', 'Such as: bijwerken report --compare RUN_A RUN_B');
  if (name === undefined || others.length > 0) throw misused('--format', 'one format at a time here.');
  const shape = known(COMPARE_FORMATS, name);
  const [before, after] = [(await readRun(one)).report, (await readRun(other)).report];
  const compared = { comparison: compareRuns(before, after), reports: [after, before] as const };
  print(comparisonText(compared, catalogue(lang ?? after.run.language), shape));
  return 0;
}

const inLanguage = (report: Report, language: Language | undefined): Report =>
  language ? { ...report, run: { ...report.run, language } } : report;

function known<T extends string>(names: readonly T[], name: string): T {
  const found = names.find((each) => each === name);
  if (found) return found;
  throw misused('--format', `unknown format ${JSON.stringify(name)}.`, `Known: ${names.join(', ')}.`);
}

const misused = (where: string, message: string, hint?: string): UserError =>
  new UserError([{ where, message, ...(hint ? { hint } : {}) }]);
