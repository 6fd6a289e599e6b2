/** The forms of a report, by name: render(report) → files in memory. */

import type { Report, ReportFile } from '../model/report.ts';
import { renderHtml } from './html/index.tsx';

export const FORMATS = ['html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface RenderOptions {
  readonly formats: readonly Format[];
  /** The bytes of `assets/`, by file name, for pictures that stand inside the page. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
}

export const renderReport = (report: Report, { formats, images }: RenderOptions): ReportFile[] =>
  formats.flatMap((format) => {
    switch (format) {
      case 'json':
        return [{ path: 'report.json', content: `${JSON.stringify(report, null, 2)}\n` }];
      case 'html':
        return renderHtml(report, images ? { images } : {});
      default:
        return format satisfies never;
    }
  });
