/** `bijwerken init`: a first profiles.json from a few answers. It does not read the website. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { describeImage } from '../compare/logo/describeImage.ts';
import { networkDirectory } from '../directory.ts';
import { type Answers, answersOf, askForTheRest, type Given, wrongAnswers } from '../init/answers.ts';
import { draftOf, type Recognise } from '../init/draft.ts';
import { type Problem, UserError } from '../model/problem.ts';
import { accountAt, findClosedNetwork, findNetwork, unreadNetworks } from '../networks/index.ts';
import { say } from './arguments.ts';

export interface InitArguments extends Given {
  readonly config: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

export async function runInit({ config, yes, force, ...given }: InitArguments): Promise<number> {
  if (!force) await refuseExisting(config);
  const wrong = wrongAnswers(given).map(({ option, message }) => ({ where: option, message }));
  if (wrong.length > 0) throw new UserError(wrong);
  const isAsked = !yes && process.stdin.isTTY === true;
  const answers = isAsked ? await ask(given) : complete(given);
  if (answers === null) {
    say('\nStopped: nothing was written.');
    return 3;
  }
  const logo = answers.logo ? await logoIn(answers.logo, config) : undefined;
  const { file, refused } = draftOf({ ...answers, ...(logo ? { logo } : {}) }, recognise);
  const leftOut = refused.map(({ url, reason }) => ({ where: '--profile', message: `${url}: ${reason}` }));
  // Who answered ten questions keeps the other nine.
  if (leftOut.length > 0 && !isAsked) throw new UserError(leftOut);
  for (const { message } of leftOut) say(`Left out: ${message}`);
  await write(config, `${JSON.stringify(file, null, 2)}\n`, force ?? false);
  say(`${config} is written: ${file.profiles.map(({ id }) => id).join(', ')}.\n`);
  say(nextSteps(config, file.brand.logos === undefined));
  return 0;
}

const exists = (config: string): UserError =>
  new UserError([
    { where: config, message: 'this file is there already; it is not touched.', hint: 'Replace it with --force.' },
  ]);

async function refuseExisting(config: string): Promise<void> {
  const there = await readFile(config).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (there) throw exists(config);
}

function complete({ name, website, ...rest }: Given): Answers {
  const missing = [...(name === undefined ? ['--name'] : []), ...(website === undefined ? ['--website'] : [])];
  if (name !== undefined && website !== undefined) return answersOf({ name, website, ...rest });
  const message = `nothing can be asked here (no terminal, or --yes), and ${missing.join(' and ')} is missing.`;
  const hint = 'Such as: bijwerken init --name "Stichting Voorbeeld" --website https://voorbeeld.nl --yes';
  throw new UserError([{ where: 'init', message, hint }]);
}

/** Null when the person stopped: Ctrl-C or Ctrl-D. */
async function ask(given: Given): Promise<Answers | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const stopped = new AbortController();
  terminal.once('SIGINT', () => stopped.abort());
  terminal.once('close', () => stopped.abort());
  try {
    return await askForTheRest(given, (question) => terminal.question(question, { signal: stopped.signal }));
  } catch (error) {
    if (stopped.signal.aborted) return null;
    throw error;
  } finally {
    terminal.close();
  }
}

/** The logo's path as profiles.json writes it: relative to that file, with `/`. */
async function logoIn(file: string, config: string): Promise<string> {
  const bytes = await readFile(file).catch(() => null);
  const image = bytes && (await describeImage(bytes));
  const message = bytes ? 'this is not an image that can be read.' : 'there is no such file.';
  if (!image) throw new UserError([{ where: `--logo ${file}`, message }]);
  return path
    .relative(path.dirname(path.resolve(config)), path.resolve(file))
    .split(path.sep)
    .join('/');
}

/** Closed networks and those without a reader have a name too; only then may any host be Mastodon's, or a website. */
const recognise: Recognise = (url) => {
  const unread = unreadNetworks.find(({ id }) => networkDirectory.fits(id, url));
  const named = findClosedNetwork(url) ?? unread;
  if (named) return { network: named.id, handle: url.pathname };
  const network = findNetwork(url);
  if (!network) return 'no network is known at this address.';
  const { handle } = accountAt(url, network);
  if (handle === '') return `this is not the address of a profile on ${network.name}.`;
  return { network: network.id, handle };
};

async function write(config: string, text: string, force: boolean): Promise<void> {
  await writeFile(config, text, { flag: force ? 'w' : 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw exists(config);
    const problem: Problem = { where: config, message: `cannot be written (${error.code}).` };
    throw new UserError([problem]);
  });
}

const nextSteps = (config: string, lacksLogo: boolean) =>
  `What to do next:
  1. Open ${config}: put in the texts${lacksLogo ? ', the logo' : ''} and the profiles that are still missing.
  2. bijwerken validate     checks the file
  3. bijwerken audit        visits every profile and writes reports/latest/index.html`;
