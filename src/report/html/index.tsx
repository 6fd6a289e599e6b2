/** Report in, one self-contained page out. The same report gives the same bytes. */

import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../model/config.ts';
import type { Report, ReportFile } from '../../model/report.ts';
import { catalogue } from '../../words/index.ts';
import { pageData } from './data.ts';
import { brandPicturesOf, embeddedPictures } from './embedding.ts';
import { Body, Page } from './page.tsx';
import { SCRIPT } from './script.ts';
import { STYLES } from './styles.ts';
import type { View } from './view.ts';

export interface HtmlOptions {
  /** The run's assets by name; small ones are put into the page. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** Default: the run's own language. */
  readonly language?: Language;
}

const OTHER: Readonly<Record<Language, Language>> = { nl: 'en', en: 'nl' };

export function renderHtml(report: Report, { images = new Map(), language }: HtmlOptions = {}): ReportFile[] {
  const brandPictures = brandPicturesOf(report);
  const pictures = embeddedPictures(report, images, brandPictures);
  const spoken = language ?? report.run.language;
  const view: View = { report, pictures, brandPictures, words: catalogue(spoken) };
  const page = renderToString(
    <Page
      view={view}
      styles={STYLES}
      script={SCRIPT}
      data={pageData(report)}
      copy={packed({ ...view, words: catalogue(OTHER[spoken]), isCopy: true })}
      policy={policyOf(STYLES, SCRIPT)}
    />,
  );
  return [{ path: 'index.html', content: `<!DOCTYPE html>\n${page}\n` }];
}

/** The page's body in the other language: raw deflate, in base64. A browser unpacks it when a reader asks for it. */
function packed(view: View): string {
  const { words } = view;
  const { run, brand } = view.report;
  const title = words.page.documentTitle(brand.name, words.format.date(run.startedAt));
  const copy = JSON.stringify({ language: words.language, title, html: renderToString(<Body view={view} />) });
  return deflateRawSync(copy.toWellFormed(), { level: 9 }).toString('base64');
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
