/**
 * `bijwerken fixture`: turns a finding that somebody says is wrong into a fixture that fails until the reader is mended.
 * For whoever keeps the tool, in a clone of it. Nothing is fetched.
 */

import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openStored } from '../capture/archive.ts';
import { createRedactor } from '../capture/redact.ts';
import { writeAtomically } from '../disk/writeAtomically.ts';
import type { Capture, CapturedDocument } from '../model/capture.ts';
import { UserError } from '../model/problem.ts';
import { accountAt } from '../networks/index.ts';
import { publicObservation } from '../read/public.ts';
import { readCapture } from '../read/read.ts';
import { print, say } from './arguments.ts';
import { FILL_IN, type ReadNow, shouldBeRead } from './fixtureExpected.ts';
import { readWrongFinding, type WrongFinding } from './fixtureFile.ts';

export interface FixtureArguments {
  readonly captures?: string;
  readonly shows?: string;
  readonly name?: string;
  readonly out: string;
  readonly json?: boolean;
}

interface Page {
  readonly url: string;
  readonly capture: Pick<Capture, 'source' | 'official' | 'look' | 'at'>;
  readonly documents: readonly CapturedDocument[];
}

/** Exit code 1: what should be read is what is read, so that there is nothing to mend in the reader. */
export async function runFixture(file: string, given: FixtureArguments): Promise<number> {
  const finding = await readWrongFinding(file);
  const folder = await folderOf(finding, given);
  const page = given.captures === undefined ? null : await storedPage(finding, given.captures);
  const now = page && readNow(page, finding);
  const { expected, missing } = shouldBeRead(finding, now, given.shows);
  if (now && isDeepStrictEqual(plain(expected), plain(now))) {
    say(`This is what is read already: ${JSON.stringify(finding.found)}. What is wrong is not the reading but`);
    say(
      `${finding.check} (${finding.code}): add a case to its test in test/checks/ or test/compare/. Nothing was written.`,
    );
    return 1;
  }
  const files = page ? filesOf(page, expected) : skeleton(finding, expected);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeAtomically(path.join(folder, name), content);
  const lacking = [
    ...(page ? [] : [`the page itself, in page.html (it was read at: ${finding.locator ?? 'unknown'})`]),
    ...missing,
  ];
  if (given.json) print(JSON.stringify({ folder, files: Object.keys(files), missing: lacking }, null, 2));
  say(`Written: ${path.relative(process.cwd(), folder)} (${Object.keys(files).join(', ')}).`);
  for (const what of lacking) say(`Still missing: ${what}.`);
  say('Compare expected.json with the page by eye, cut the page down, and make every name and number fictional before');
  say(
    `you commit it (CONTRIBUTING.md, "Record a fixture"). It fails: npx vitest run test/networks.test.ts -t ${finding.network.id}`,
  );
  return 0;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

async function folderOf({ network, check }: WrongFinding, { out, name }: FixtureArguments): Promise<string> {
  const refuse = (where: string, message: string, hint: string) => new UserError([{ where, message, hint }]);
  const isThere = (folder: string) =>
    stat(folder).then(
      () => true,
      () => false,
    );
  if (!(await isThere(out))) {
    throw refuse(out, 'there is no such folder.', 'Run this in a clone of Bijwerken, or name a folder with --out.');
  }
  const wanted = name ?? `told-wrong-${check.replaceAll('.', '-')}`;
  if (!/^[a-z0-9][a-z0-9-]{0,80}$/.test(wanted)) {
    throw refuse('--name', `${JSON.stringify(wanted)} is no name for a fixture.`, 'Small letters, digits and hyphens.');
  }
  const folder = path.join(out, network.id, wanted);
  if (await isThere(folder)) throw refuse(folder, 'this fixture is there already.', 'Give another one with --name.');
  return folder;
}

/** Of what was captured of the profile that night: the answer that the finding rests on. */
async function storedPage(finding: WrongFinding, folder: string): Promise<Page> {
  const stored = await (await openStored(folder)).load(finding.profile);
  const asked = stored?.captures.filter(({ documents }) => documents.some(({ body }) => body !== '')) ?? [];
  const capture = asked.find(({ source }) => source === finding.source) ?? asked.at(-1);
  if (!stored || !capture) {
    throw new UserError([
      { where: folder, message: `nothing was captured there of ${JSON.stringify(finding.profile)}.` },
    ]);
  }
  const redact = createRedactor(process.env);
  const clean = capture.documents.map((document) => ({ ...document, body: redact(document.body) }));
  const page: Page = { url: stored.url, capture, documents: clean };
  const lean = { ...page, documents: clean.map(withoutStyles) };
  // What is left out may not change what is read.
  return isDeepStrictEqual(plain(readNow(lean, finding)), plain(readNow(page, finding))) ? lean : page;
}

function readNow({ url, capture, documents }: Page, { network }: WrongFinding): ReadNow {
  const account = accountAt(new URL(url), network);
  const { outcome, observation } = readCapture({ ...capture, documents }, network, account);
  return { outcome, observation: observation && publicObservation(observation) };
}

/** Most of a page, and nothing that is read. */
function withoutStyles(document: CapturedDocument): CapturedDocument {
  const { body } = document;
  const small = body.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (let at = small.indexOf('<style'); at >= 0; at = small.indexOf('<style', from)) {
    const end = small.indexOf('</style>', at);
    if (end < 0) break;
    kept.push(body.slice(from, at));
    from = end + '</style>'.length;
  }
  // Small letters of some scripts are longer than their capitals: places would be lost.
  return small.length === body.length ? { ...document, body: kept.join('') + body.slice(from) } : document;
}

type Files = Readonly<Record<string, string>>;

function filesOf({ url, capture, documents }: Page, expected: unknown): Files {
  const { source, official, look, at } = capture;
  const named = documents.map((document) => ({ document, file: fileNameOf(document) }));
  const stored = {
    account: url,
    source,
    ...(official ? { official } : {}),
    ...(look === 2 ? { look } : {}),
    at,
    documents: named.map(({ document, file }) => ({
      ...(document.document === 'page' ? {} : { document: document.document }),
      requestedUrl: document.requestedUrl,
      ...(document.finalUrl === document.requestedUrl ? {} : { finalUrl: document.finalUrl }),
      ...(document.redirects.length > 0 ? { redirects: document.redirects } : {}),
      ...(document.status === 200 ? {} : { status: document.status }),
      contentType: document.contentType,
      ...(document.failure ? { failure: document.failure } : {}),
      ...(document.body === '' ? {} : { bodyFile: file }),
    })),
  };
  const bodies = named.flatMap(({ document, file }) => (document.body === '' ? [] : [[file, document.body] as const]));
  return { 'capture.json': json(stored), ...Object.fromEntries(bodies), 'expected.json': json(expected) };
}

function fileNameOf({ document, contentType }: CapturedDocument): string {
  const type = contentType ?? '';
  const ending = /json/i.test(type) ? 'json' : /html/i.test(type) ? 'html' : /xml/i.test(type) ? 'xml' : 'txt';
  return `${document.replaceAll(/[^a-z0-9-]/gi, '-')}.${ending}`;
}

function skeleton({ url, source, at }: WrongFinding, expected: unknown): Files {
  const capture = {
    account: url,
    source: source ?? 'http',
    at,
    documents: [{ requestedUrl: url, bodyFile: 'page.html' }],
  };
  const page = `<!-- ${FILL_IN}: the page as it was, cut down -->\n`;
  return { 'capture.json': json(capture), 'page.html': page, 'expected.json': json(expected) };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
