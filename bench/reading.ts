/**
 * Measures what reading one page of 1 MB costs, in processor time, beside plain cheerio.load and JSON.parse of the same
 * bytes: npm run bench:reading [-- FOLDER --network ID --rounds N --slow]. FOLDER holds real pages with an index.json.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from 'cheerio';
import type { Capture } from '../src/model/capture.ts';
import { accountAt, findNetwork, networks } from '../src/networks/index.ts';
import { readCapture } from '../src/read/read.ts';
import { fixturesOf } from '../test/support/fixtures.ts';
import { padded } from './padding.ts';

interface Page {
  readonly network: string;
  readonly name: string;
  readonly account: string;
  readonly capture: Capture;
}

interface Cost {
  readonly page: Page;
  readonly read: number;
  readonly html: number;
  readonly json: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    network: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    /** Prints the ten slowest pages. */
    slow: { type: 'boolean', default: false },
  },
});

const ROUNDS = Math.max(1, Number(values.rounds) || 1);
const pages = [...fixturePages(), ...positionals.flatMap(folderPages)].filter(
  ({ network }) => values.network === undefined || network === values.network,
);
for (const page of pages) readOnce(page);
report(pages.map(measured));

/** The fixtures that read as a profile: those are read to the end. */
function fixturePages(): readonly Page[] {
  return networks.flatMap(({ id }) =>
    fixturesOf(id)
      .filter(({ expected }) => Object(expected).outcome === 'profile')
      .map(({ network, name, account, capture }) => ({ network, name, account, capture: long(capture) })),
  );
}

function folderPages(folder: string): readonly Page[] {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) throw new Error(`${folder} holds no index.json.`);
  const entries: { id: string; network: string; url: string; file: string; status?: number }[] = JSON.parse(
    readFileSync(index, 'utf8'),
  );
  return entries
    .filter(({ network }) => findNetwork(network) !== undefined)
    .map(({ id, network, url, file, status = 200 }) => {
      const at = '2026-11-20T10:00:00.000Z';
      const contentType = file.endsWith('.json') ? 'application/json' : 'text/html';
      const document = { document: 'page', requestedUrl: url, finalUrl: url, redirects: [], status, contentType, at };
      const body = readFileSync(join(folder, id, file), 'utf8');
      const capture = { source: 'http', look: 1, at, documents: [{ ...document, body, sha256: '' }] } as const;
      return { network: `${network} (real)`, name: id, account: url, capture: long(capture) };
    });
}

/** Only the first document is made long; the others are what APIs answer beside it. */
function long(capture: Capture): Capture {
  const [first, ...others] = capture.documents;
  return first === undefined ? capture : { ...capture, documents: [{ ...first, body: padded(first.body) }, ...others] };
}

function readOnce({ network: id, account, capture }: Page): void {
  const network = findNetwork(id.replace(' (real)', ''));
  if (network) readCapture(capture, network, accountAt(new URL(account), network));
}

function measured(page: Page): Cost {
  const body = page.capture.documents[0]?.body ?? '';
  const text = JSON.stringify(body);
  return {
    page,
    read: cost(() => readOnce(page)),
    html: cost(() => load(body)),
    json: cost(() => JSON.parse(text)),
  };
}

/** The median processor time of some rounds in ms, so that what else this machine does counts as little as can be. */
function cost(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return at(rounds, 0.5);
}

function report(costs: readonly Cost[]): void {
  console.log(`${costs.length} pages of 1 MB or more, ${ROUNDS} rounds each; processor time in ms\n`);
  console.log(row(['network', 'pages', 'median', 'p95', 'load()', '÷ load', 'JSON', '÷ JSON']));
  for (const network of new Set(costs.map(({ page }) => page.network))) {
    console.log(
      line(
        network,
        costs.filter(({ page }) => page.network === network),
      ),
    );
  }
  console.log(line('all', costs));
  if (!values.slow) return;
  console.log('\nThe slowest:');
  for (const { page, read, html } of costs.toSorted((a, b) => b.read - a.read).slice(0, 10)) {
    console.log(`  ${page.network}/${page.name}: ${read.toFixed(1)} (load() ${html.toFixed(1)})`);
  }
}

function line(name: string, costs: readonly Cost[]): string {
  const of = (key: 'read' | 'html' | 'json', part = 0.5) =>
    at(
      costs.map((each) => each[key]),
      part,
    );
  const [read, html, json] = [of('read'), of('html'), of('json')];
  const figures = [read, of('read', 0.95), html, read / html, json, read / json];
  return row([name, String(costs.length), ...figures.map((figure) => figure.toFixed(1))]);
}

function at(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function row([first = '', ...rest]: readonly string[]): string {
  return first.padEnd(26) + rest.map((cell) => cell.padStart(9)).join('');
}
