/** `bijwerken doctor`: what works on this machine, and the command that mends what does not. */

import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { worldOf } from '../audit.ts';
import { launchBrowser, NoBrowser } from '../capture/browser/launch.ts';
import { sessionVariable } from '../capture/session/store.ts';
import { loadSharp } from '../compare/logo/sharp.ts';
import { type Connections, openConnections, proxyOf, redactorOf } from '../connections.ts';
import { loadProfiles } from '../loadProfiles.ts';
import { UserError } from '../model/problem.ts';
import { networks } from '../networks/index.ts';
import { type LoginState, loginState } from '../sessions.ts';
import { type ConnectionArguments, connectionOptions, print, say, stderrLog } from './arguments.ts';
import { BROWSER_HINT } from './hints.ts';

export interface DoctorArguments extends ConnectionArguments {
  readonly config: string;
  readonly out: string;
  readonly json?: boolean;
}

interface Diagnosis {
  readonly what: string;
  readonly state: 'works' | 'note' | 'broken';
  readonly detail: string;
  /** What to do about it. */
  readonly mend?: string;
}

export async function runDoctor(given: DoctorArguments): Promise<number> {
  const diagnoses = [
    node(),
    await profilesFile(given.config),
    await writeRights(given.out),
    proxy(given),
    await images(),
    ...tokens(process.env),
    ...(await sessions()),
    ...(await browser(given)),
  ];
  if (given.json) print(JSON.stringify(diagnoses, null, 2));
  else for (const diagnosis of diagnoses) say(line(diagnosis));
  return diagnoses.some(({ state }) => state === 'broken') ? 1 : 0;
}

const MARKS = { works: 'ok  ', note: 'note', broken: 'FIX ' } as const;
const line = ({ what, state, detail, mend }: Diagnosis) =>
  `${MARKS[state]}  ${what}: ${detail}${mend ? `\n      → ${mend}` : ''}`;

function node(): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > 20 || (major === 20 && minor >= 19);
  const detail = `version ${process.versions.node} on ${process.platform}`;
  return isEnough
    ? { what: 'Node', state: 'works', detail }
    : { what: 'Node', state: 'broken', detail, mend: 'Install Node 20.19 or newer.' };
}

async function profilesFile(config: string): Promise<Diagnosis> {
  try {
    const { config: loaded } = await loadProfiles(config);
    return { what: 'Configuration', state: 'works', detail: `${config}, ${loaded.profiles.length} profiles` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const detail = `${config} has ${error.problems.length} problem${error.problems.length === 1 ? '' : 's'}`;
    return { what: 'Configuration', state: 'broken', detail, mend: 'bijwerken validate' };
  }
}

async function writeRights(out: string): Promise<Diagnosis> {
  const probe = path.join(out, '.write-test');
  try {
    await mkdir(out, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    await access(out, constants.W_OK);
    return { what: 'Reports', state: 'works', detail: `${out} can be written to` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { what: 'Reports', state: 'broken', detail: reason, mend: 'Name another folder with --out.' };
  }
}

function proxy(given: DoctorArguments): Diagnosis {
  const address = proxyOf(given, process.env);
  if (!address) return { what: 'Proxy', state: 'works', detail: 'none; the web is asked directly' };
  const { protocol, host } = new URL(address);
  return { what: 'Proxy', state: 'works', detail: `${protocol}//${host}` };
}

async function images(): Promise<Diagnosis> {
  if ((await loadSharp()) !== null) return { what: 'Images', state: 'works', detail: 'logos can be judged' };
  const detail = 'the image library is not installed, so logos cannot be judged';
  return { what: 'Images', state: 'broken', detail, mend: 'npm install --include=optional' };
}

/** Those that are at hand. Whether one works, only its network can say. */
export const tokens = (env: Readonly<Record<string, string | undefined>>): Diagnosis[] =>
  networks.flatMap(({ id, name, official }) => {
    if (!official || !env[official.token]?.trim()) return [];
    const known = official.isVerified ? '' : ', for an interface that is read by its documentation alone';
    const detail = `${official.token} is set${known}; not tried here`;
    return [{ what: `Token of ${name}`, state: 'note' as const, detail, mend: `bijwerken doctor --network ${id}` }];
  });

/** How long a session may still last before it is worth a word. */
const SOON_MS = 7 * 24 * 60 * 60 * 1000;

async function sessions(): Promise<Diagnosis[]> {
  const now = worldOf({}, process.env).now();
  const found: Diagnosis[] = [];
  for (const network of networks) {
    const what = `Session of ${network.name}`;
    try {
      const state = await loginState(network, process.env, now);
      if (state) found.push({ what, ...sessionDiagnosis(state, now) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const [problem] = error.problems;
      const detail = problem ? `${problem.where}: ${problem.message}` : error.message;
      found.push({ what, state: 'broken', detail, mend: problem?.hint ?? `bijwerken login ${network.id}` });
    }
  }
  return found;
}

function sessionDiagnosis({ network, from, savedAt, expiresAt, isSignedIn }: LoginState, now: number) {
  const days = Math.max(0, Math.floor((now - Date.parse(savedAt)) / 86_400_000));
  const age = days === 0 ? 'made today' : days === 1 ? 'made a day ago' : `made ${days} days ago`;
  const origin = from === 'file' ? 'stored' : `from ${sessionVariable(network)}`;
  const end = expiresAt === null ? 'its cookies name no end' : `its cookies end on ${expiresAt.slice(0, 10)}`;
  const mend = `bijwerken login ${network}${from === 'file' ? '' : ' --print'}`;
  if (!isSignedIn) return { state: 'broken', detail: `${origin}, ${age}; no longer signed in (${end})`, mend } as const;
  const isEnding = expiresAt !== null && Date.parse(expiresAt) - now < SOON_MS;
  const detail = `${origin}, ${age}; ${end}`;
  return isEnding ? ({ state: 'note', detail, mend } as const) : ({ state: 'works', detail } as const);
}

async function browser(given: DoctorArguments): Promise<Diagnosis[]> {
  const connection = connectionOptions(given);
  const redactor = redactorOf(connection, process.env);
  const log = stderrLog(given.verbose, redactor);
  const world = worldOf({}, process.env);
  const connections: Connections = await openConnections({ ...connection, world, log, redactor, perHostDelayMs: 0 });
  try {
    const path = connection.browser ? { path: connection.browser } : {};
    const running = await launchBrowser({ guard: connections.guard, world, env: process.env, log, ...path });
    await running.close();
    const found = {
      what: 'Browser',
      state: 'works',
      detail: `${running.kind}, version ${running.version}${running.executablePath ? `, ${running.executablePath}` : ''}`,
    } as const;
    return [found, running.sandbox ? sandboxOn : sandboxOff];
  } catch (error) {
    if (error instanceof NoBrowser)
      return [{ what: 'Browser', state: 'broken', detail: redactor(error.message), mend: BROWSER_HINT }];
    if (error instanceof UserError) return [{ what: 'Browser', state: 'broken', detail: error.message }];
    throw error;
  } finally {
    await connections.close();
  }
}

const sandboxOn: Diagnosis = { what: 'Sandbox', state: 'works', detail: 'on' };
const sandboxOff: Diagnosis = {
  what: 'Sandbox',
  state: 'note',
  detail: 'off, because Chromium cannot use it here (as root, or without user namespaces)',
  mend: 'Run as another user than root.',
};
