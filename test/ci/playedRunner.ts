/** A small runner for a composite action: its own steps run for real, in bash; the actions that it uses are played here. */

import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { cleanEnv } from '../e2e/command.ts';
import { type Context, filledIn, holds } from './expressions.ts';

export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean | number>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export const readAction = async (file: string): Promise<Action> => parse(await readFile(file, 'utf8')) as Action;

export interface Job {
  /** The folder that action.yml is in. */
  readonly action: string;
  readonly workspace: string;
  readonly temp: string;
  /** What the cache service holds, by key: the folder of a copy. */
  readonly cache: Map<string, string>;
  readonly number: number;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Only the steps up to this one. */
  readonly until?: string;
}

export interface Played {
  readonly isWell: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
  /** What was uploaded, by name. */
  readonly artifacts: Readonly<Record<string, { readonly paths: readonly string[]; readonly days: string }>>;
  /** The steps that ran. */
  readonly steps: readonly string[];
}

export async function play(job: Job): Promise<Played> {
  const action = await readAction(path.join(job.action, 'action.yml'));
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  const inputs = { ...defaults, ...job.inputs };
  const runner = { temp: job.temp, os: 'Linux', arch: 'X64' };
  const github = { action_path: job.action, run_id: String(job.number), run_attempt: '1' };
  const steps: Record<string, Context> = {};
  for (const { id } of action.runs.steps) if (id) steps[id] = { outputs: {} };
  const context = (): Context => ({ inputs, runner, github, steps: emptyWhereUnset(steps, action) });
  const artifacts: Record<string, { paths: string[]; days: string }> = {};
  const ran: string[] = [];
  let isWell = true;
  let log = '';
  const summary = path.join(job.temp, `summary-${job.number}`);
  await writeFile(summary, '');
  for (const [at, step] of action.runs.steps.entries()) {
    if (!holds(step.if, context(), isWell)) continue;
    ran.push(step.name);
    const given = filled(step.with ?? {}, context());
    if (step.uses?.startsWith('actions/cache/')) {
      const outputs = await playCache(step.uses, given, job);
      if (step.id) steps[step.id] = { outputs };
    } else if (step.uses?.startsWith('actions/upload-artifact@')) {
      artifacts[given.name ?? ''] = { paths: lines(given.path ?? ''), days: given['retention-days'] ?? '' };
    } else if (step.run !== undefined) {
      const ended = await runStep(step, {
        ...job,
        summary,
        at,
        env: { ...job.env, ...filled(step.env ?? {}, context()) },
      });
      log += ended.log;
      if (step.id) steps[step.id] = { outputs: ended.outputs };
      if (ended.code !== 0) isWell = false;
    }
    if (step.name === job.until) break;
  }
  const outputs = filled(
    Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, value])),
    context(),
  );
  return { isWell, outputs, summary: await readFile(summary, 'utf8'), log, artifacts, steps: ran };
}

/** An output that was not set is empty. */
function emptyWhereUnset(steps: Readonly<Record<string, Context>>, action: Action): Context {
  const named = [...JSON.stringify(action).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)];
  const all: Record<string, { outputs: Record<string, string> }> = {};
  for (const [, id = '', output = ''] of named) {
    const set = steps[id]?.outputs;
    const value = typeof set === 'object' ? set[output] : undefined;
    all[id] ??= { outputs: {} };
    all[id].outputs[output] = typeof value === 'string' ? value : '';
  }
  return all;
}

const filled = (values: Readonly<Record<string, unknown>>, context: Context): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filledIn(String(value), context)]));

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

async function playCache(
  uses: string,
  given: Readonly<Record<string, string>>,
  job: Job,
): Promise<Record<string, string>> {
  const { key = '', path: place = '', 'restore-keys': prefix } = given;
  // A pattern: all that is in that folder.
  const target = path.resolve(job.workspace, place.endsWith('*') ? path.dirname(place) : place);
  if (uses.startsWith('actions/cache/save@')) {
    const copy = path.join(job.temp, 'cache-service', encodeURIComponent(key));
    await cp(target, copy, { recursive: true });
    job.cache.set(key, copy);
    return {};
  }
  const found = job.cache.has(key)
    ? key
    : prefix
      ? [...job.cache.keys()].reverse().find((each) => each.startsWith(prefix))
      : undefined;
  const copy = found === undefined ? undefined : job.cache.get(found);
  if (copy === undefined) return { 'cache-hit': '' };
  await mkdir(path.dirname(target), { recursive: true });
  await cp(copy, target, { recursive: true });
  return { 'cache-hit': String(found === key) };
}

interface Running extends Job {
  readonly summary: string;
  readonly at: number;
}

/** As GitHub starts `shell: bash`, with the files that it sets. */
async function runStep(
  step: Step,
  job: Running,
): Promise<{ code: number; log: string; outputs: Record<string, string> }> {
  const script = path.join(job.temp, `step-${job.number}-${job.at}.sh`);
  const output = path.join(job.temp, `output-${job.number}-${job.at}`);
  await writeFile(script, step.run ?? '');
  await writeFile(output, '');
  const env = {
    ...cleanEnv(),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: job.action,
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: job.summary,
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_TEMP: job.temp,
    ...job.env,
  };
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd: job.workspace, env });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => resolve(ended ?? 70));
  });
  const set = lines(await readFile(output, 'utf8')).map((line) => [
    line.slice(0, line.indexOf('=')),
    line.slice(line.indexOf('=') + 1),
  ]);
  return { code, log, outputs: Object.fromEntries(set) as Record<string, string> };
}

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
