/** The forms of a report, by name: render(report) → files in memory. */

import type { Report, ReportFile } from '../model/report.ts';
import { annotationLines, type Place } from './annotations.ts';
import { renderCsv } from './csv.ts';
import type { Format } from './formats.ts';
import { renderHtml } from './html/index.tsx';
import { renderIssues } from './issues.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';

interface Renderings {
  /** The bytes of `assets/`, by file name, for pictures that stand inside the page. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** Where each profile stands in the list, for annotations. */
  readonly places?: ReadonlyMap<string, Place>;
}

export interface RenderOptions extends Renderings {
  readonly formats: readonly Format[];
}

/** Pure: everything that a form shows is in the report. */
type Render = (report: Report, options: Renderings) => ReportFile[];

const RENDERERS: Readonly<Record<Format, Render>> = {
  html: (report, { images }) => renderHtml(report, images ? { images } : {}),
  json: (report) => [{ path: 'report.json', content: `${JSON.stringify(report, null, 2)}\n` }],
  junit: renderJunit,
  markdown: renderMarkdown,
  csv: renderCsv,
  issues: renderIssues,
  annotations: (report, { places }) => [
    {
      path: 'annotations.txt',
      content: annotationLines(report, places)
        .map((line) => `${line}\n`)
        .join(''),
    },
  ],
};

export const renderReport = (report: Report, { formats, ...options }: RenderOptions): ReportFile[] =>
  formats.flatMap((format) => RENDERERS[format](report, options));
