/** `bijwerken report`: renders a stored run again, from its report.json and its pictures. */

import path from 'node:path';
import { readRun, writeFiles } from '../deliver/runFolder.ts';
import type { Language } from '../model/config.ts';
import { UserError } from '../model/problem.ts';
import { FORMATS, type Format } from '../report/formats.ts';
import { renderReport } from '../report/render.ts';
import { say } from './arguments.ts';

export interface ReportArguments {
  readonly format: readonly string[];
  readonly lang?: Language;
  readonly out?: string;
}

export async function runReport(run: string, { format, lang, out = run }: ReportArguments): Promise<number> {
  const formats = format.map(formatNamed);
  const { report, images } = await readRun(run);
  const spoken = lang ? { ...report, run: { ...report.run, language: lang } } : report;
  const files = renderReport(spoken, { formats, images });
  await writeFiles(out, files);
  for (const file of files) say(path.join(out, file.path));
  return 0;
}

function formatNamed(name: string): Format {
  const format = FORMATS.find((each) => each === name);
  if (format) return format;
  throw new UserError([
    { where: '--format', message: `unknown format ${JSON.stringify(name)}.`, hint: `Known: ${FORMATS.join(', ')}.` },
  ]);
}
