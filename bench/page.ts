/**
 * How the page of 1,000 profiles opens and filters in headless Chromium, beside one of 30 profiles in the same run.
 * `npx tsx bench/page.ts` prints sizes, the first paint, and the slowest of each kind of filter.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright';
import { browserCandidates } from '../src/capture/browser/candidates.ts';
import type { Report } from '../src/model/report.ts';
import { renderHtml } from '../src/report/html/index.tsx';
import { typical } from '../test/report/typical.ts';

/** The typical night again and again, each profile with an id of its own. */
function reportOf(amount: number): Report {
  const profiles = Array.from({ length: amount }, (_, index) => {
    const model = typical.profiles[index % typical.profiles.length];
    if (!model) throw new Error('an empty night');
    const id = `${model.id}-${index}`;
    const findings = model.findings.map((finding) => ({ ...finding, key: `${id}/${finding.check}` }));
    return { ...model, id, findings, location: `plaats-${index % Math.ceil(amount / 5)}` };
  });
  return { ...typical, profiles };
}

async function browserHere() {
  for await (const { executablePath, env } of browserCandidates(undefined, process.env, process.platform)) {
    const options = {
      ...(executablePath ? { executablePath } : {}),
      ...(env ? { env: { ...process.env, ...env } } : {}),
    };
    const started = await chromium
      .launch({ ...options, chromiumSandbox: false } as Parameters<typeof chromium.launch>[0])
      .catch(() => null);
    if (started) return started;
  }
  throw new Error('no browser starts here');
}

/** Milliseconds from the change until the next frame is drawn. */
const timed = (page: Page, change: string) =>
  page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now();
    ${change};
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
  })`);

const choose = (name: string, value: string) =>
  `{ const field = document.querySelector('.filters [name="${name}"]'); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('input', { bubbles: true })); }`;

const folder = await mkdtemp(path.join(os.tmpdir(), 'bijwerken-bench-'));
const browser = await browserHere();
try {
  for (const amount of [30, 1000]) {
    const started = performance.now();
    const html = String(renderHtml(reportOf(amount))[0]?.content);
    const rendered = performance.now() - started;
    const file = path.join(folder, `${amount}.html`);
    await writeFile(file, html);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    const paint = await page.evaluate<number>(
      `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`,
    );
    const filters = [
      await timed(page, choose('network', 'x')),
      await timed(page, choose('network', '')),
      await timed(page, choose('q', 'utrecht')),
      await timed(page, choose('q', '')),
      await timed(page, choose('verdict', 'asking')),
      await timed(page, choose('verdict', '')),
    ];
    const sort = await timed(page, choose('sort', 'name'));
    console.log(
      `${amount} profiles: ${(html.length / 1e6).toFixed(2)} MB, rendered in ${rendered.toFixed(0)} ms, first paint ${paint.toFixed(0)} ms, ` +
        `slowest filter ${Math.max(...filters).toFixed(0)} ms, another order ${sort.toFixed(0)} ms`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
