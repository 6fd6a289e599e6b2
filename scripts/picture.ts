/** `npm run picture`: the top of the demo's report in a real browser, light and dark, for the README. Asks nothing outside. */

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from 'playwright';
import sharp from 'sharp';
import { browserCandidates } from '../src/capture/browser/candidates.ts';
import { readRun } from '../src/deliver/runFolder.ts';
import type { Report } from '../src/model/report.ts';
import { renderHtml } from '../src/report/html/index.tsx';
import { startWorld } from '../test/world/world.ts';

const root = path.resolve(import.meta.dirname, '..');
/** The picture's own night, so that it differs only when the report does. */
const NIGHT = Date.parse('2026-11-23T02:00:00.000Z');
const SIZE = { width: 1200, height: 1100 };
const MOST_BYTES = 250 * 1024;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

const folder = await mkdtemp(path.join(tmpdir(), 'bijwerken-picture-'));
try {
  const { report, images } = await readRun(await demoRun());
  const page = path.join(folder, 'index.html');
  await writeFile(page, String(renderHtml(atNight(report), { images, language: 'en' })[0]?.content));
  await photograph(pathToFileURL(page).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function demoRun(): Promise<string> {
  const world = await startWorld({ now: Date.now() });
  const { HTTPS_PROXY: _1, https_proxy: _2, NO_PROXY: _3, no_proxy: _4, GITHUB_ACTIONS: _5, ...env } = process.env;
  const args = ['audit', '--proxy', world.proxyUrl, '--ignore-https-errors', '--per-host-delay', '0', '--lang', 'en'];
  const main = path.join(root, 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, ...args, '--out', folder], { cwd: root, env, stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await world.close();
  if (code !== 0 && code !== 1) throw new Error(`the audit of the demo ended with ${code}`);
  return path.join(folder, 'latest');
}

/** The same report, as of that night: every moment is moved by as much; what took how long is left out. */
function atNight(report: Report): Report {
  const by = NIGHT - Date.parse(report.run.startedAt);
  const moved = (value: unknown): unknown => {
    if (typeof value === 'string') return INSTANT.test(value) ? new Date(Date.parse(value) + by).toISOString() : value;
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moved(each)]));
  };
  const start = new Date(NIGHT).toISOString();
  const run = { ...report.run, id: start.slice(0, 19).replaceAll(':', '-'), startedAt: start, finishedAt: start };
  // What is said of the machine that plays the networks is no part of a report.
  return { ...(moved(report) as Report), run, notices: [] };
}

async function photograph(url: string): Promise<void> {
  const browser = await anyBrowser();
  try {
    for (const [colorScheme, name] of [['light', 'report.png'] as const, ['dark', 'report-dark.png'] as const]) {
      const context = await browser.newContext({ viewport: SIZE, colorScheme, locale: 'en-GB', timezoneId: 'UTC' });
      const page = await context.newPage();
      await page.clock.setFixedTime(NIGHT + 60 * 60 * 1000);
      await page.goto(url);
      await keep(path.join(root, 'docs', name), await page.screenshot({ animations: 'disabled' }));
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

/** Few colours suffice for a page; the file is left alone when the picture is the same. */
async function keep(file: string, screenshot: Buffer): Promise<void> {
  const picture = await sharp(screenshot)
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toBuffer();
  if (picture.length > MOST_BYTES) throw new Error(`${file} would be ${picture.length} bytes: too large for a README`);
  const before = await readFile(file).catch(() => null);
  const isSame = before?.equals(picture) ?? false;
  if (!isSame) await writeFile(file, picture);
  console.log(`${path.relative(root, file)}: ${Math.round(picture.length / 1024)} KB${isSame ? ', as it was' : ''}`);
}

async function anyBrowser(): Promise<Browser> {
  for await (const { executablePath, env } of browserCandidates(undefined, process.env, process.platform)) {
    // Its one page is of our own making, and Chromium has no sandbox for root.
    const options: LaunchOptions = { chromiumSandbox: process.getuid?.() !== 0 };
    if (executablePath) options.executablePath = executablePath;
    if (env) options.env = Object.fromEntries(Object.entries({ ...process.env, ...env }).filter(isSet));
    const started = await chromium.launch(options).catch(() => null);
    if (started) return started;
  }
  throw new Error('no browser starts here; `npx bijwerken doctor` tells why');
}

function isSet(entry: [string, string | undefined]): entry is [string, string] {
  return entry[1] !== undefined;
}
