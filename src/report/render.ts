/** The forms of a report, by name: render(report) → files in memory. */

import type { Report, ReportFile } from '../model/report.ts';
import type { Format } from './formats.ts';
import { renderHtml } from './html/index.tsx';

interface Renderings {
  /** The bytes of `assets/`, by file name, for pictures that stand inside the page. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
}

export interface RenderOptions extends Renderings {
  readonly formats: readonly Format[];
}

/** Pure: everything that a form shows is in the report. */
type Render = (report: Report, options: Renderings) => ReportFile[];

const RENDERERS: Readonly<Record<Format, Render>> = {
  html: (report, { images }) => renderHtml(report, images ? { images } : {}),
  json: (report) => [{ path: 'report.json', content: `${JSON.stringify(report, null, 2)}\n` }],
};

export const renderReport = (report: Report, { formats, ...options }: RenderOptions): ReportFile[] =>
  formats.flatMap((format) => RENDERERS[format](report, options));
