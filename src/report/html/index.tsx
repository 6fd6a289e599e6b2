/** Report in, one self-contained page out. The same report gives the same bytes. */

import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../model/config.ts';
import type { Report, ReportFile } from '../../model/report.ts';
import { catalogue } from '../../words/index.ts';
import { brandPicturesOf, embeddedPictures } from './embedding.ts';
import { Page } from './page.tsx';
import { SCRIPT } from './script.ts';
import { STYLES } from './styles.ts';

export interface HtmlOptions {
  /** The run's assets by name; small ones are put into the page. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** Default: the run's own language. */
  readonly language?: Language;
}

export function renderHtml(report: Report, { images = new Map(), language }: HtmlOptions = {}): ReportFile[] {
  const brandPictures = brandPicturesOf(report);
  const pictures = embeddedPictures(report, images, brandPictures);
  const view = { report, pictures, brandPictures, words: catalogue(language ?? report.run.language) };
  const page = renderToString(<Page view={view} styles={STYLES} script={SCRIPT} policy={policyOf(STYLES, SCRIPT)} />);
  return [{ path: 'index.html', content: `<!DOCTYPE html>\n${page}\n` }];
}

/** Nothing is loaded from anywhere; only this style and this script run. */
const policyOf = (styles: string, script: string): string =>
  [
    "default-src 'none'",
    'img-src data:',
    `style-src '${hashOf(styles)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
