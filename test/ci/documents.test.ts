/** The ready workflows and the action: right by their makers' own readers, and careful in what they ask and trust. */

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/index';
import { convertWorkflowTemplate } from '@actions/workflow-parser/model/convert';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../e2e/command.ts';

const run = promisify(execFile);
const folder = path.join(root, 'docs', 'ci');
const GITHUB = ['github.yml', 'github-without-action.yml', 'github-pages.yml', 'github-validate.yml'];
const NIGHTLY = GITHUB.filter((name) => name !== 'github-validate.yml');
const text = (name: string) => readFile(path.join(folder, name), 'utf8');

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: { readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = async (name: string): Promise<Workflow> => parse(await text(name)) as Workflow;

test('every file is named in the README, and every file that it names is there', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yml'));
  const named = [...(await text('README.md')).matchAll(/\]\(([\w-]+\.yml)\)/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(files.sort());
});

async function mistakesIn(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map((error) => error.message);
}

test.each(GITHUB)("%s is right by GitHub's own reader", async (name) => {
  expect(await mistakesIn(name, await text(name))).toEqual([]);
});

test('that reader sees mistakes', async () => {
  const right = await text('github.yml');
  expect(await mistakesIn('a.yml', right.replace('timeout-minutes:', 'timeout-minuts:'))).not.toEqual([]);
  expect(await mistakesIn('a.yml', right.replace('github.token', 'githob.token'))).not.toEqual([]);
});

test("action.yml is right by GitHub's own reader", async () => {
  const content = await readFile(path.join(root, 'action.yml'), 'utf8');
  const mistakes = (given: string) =>
    parseAction({ name: 'action.yml', content: given }, new NoOperationTraceWriter()).context.errors.getErrors();
  expect(mistakes(content)).toEqual([]);
  expect(mistakes(content.replace('using: composite', 'using: composit'))).not.toEqual([]);
  expect(
    mistakes(
      content.replace('        shell: bash', '        shel: bash').replace('      shell: bash', '      shel: bash'),
    ),
  ).not.toEqual([]);
});

describe.each(GITHUB)('%s', (name) => {
  test('asks for nothing but what a job needs, and ends in time', async () => {
    const { on, permissions, jobs, concurrency } = await workflow(name);
    expect(permissions).toEqual({});
    expect(Object.keys(on)).not.toContain('pull_request_target');
    expect(concurrency).toBeDefined();
    const rights = Object.entries(jobs).map(([id, job]) => [id, job.permissions]);
    const allowed: Record<string, unknown> = {
      audit: { contents: 'read' },
      validate: { contents: 'read' },
      'keep-schedule': { actions: 'write' },
      publish: { pages: 'write', 'id-token': 'write' },
    };
    for (const [id, given] of rights) expect(given, String(id)).toEqual(allowed[String(id)]);
    for (const [id, job] of Object.entries(jobs)) expect(job['timeout-minutes'], id).toBeLessThanOrEqual(70);
  });

  test('leaves no token in the checkout, and runs no script of a package', async () => {
    const steps = Object.values((await workflow(name)).jobs).flatMap((job) => job.steps);
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false);
    for (const { run: script } of steps) if (script?.includes('npm ci')) expect(script).toContain('--ignore-scripts');
  });
});

test.each(NIGHTLY)('%s runs on a schedule and by hand, one at a time, and not for proposed changes', async (name) => {
  const { on, concurrency } = await workflow(name);
  expect(Object.keys(on).sort()).toEqual(['schedule', 'workflow_dispatch']);
  expect(concurrency['cancel-in-progress']).toBe(false);
});

test('what checks proposed changes sees no secret', async () => {
  expect(await text('github-validate.yml')).not.toMatch(/secrets\b|BIJWERKEN_|github\.token/);
});

/** Looked up in the repositories themselves, with the tag that points there. */
const PINNED: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  'actions/cache/restore': '27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5',
  'actions/cache/save': '27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0',
  'actions/deploy-pages': 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0',
};

test.each(['action.yml', ...GITHUB])('%s names the actions of others by commit', async (name) => {
  const content = name === 'action.yml' ? await readFile(path.join(root, name), 'utf8') : await text(name);
  const used = [...content.matchAll(/uses: (.+)/g)]
    .map(([, each = '']) => each)
    .filter((each) => !each.startsWith('./'));
  expect(used.length).toBeGreaterThan(0);
  for (const each of used) {
    const [action = '', commit] = each.split('@');
    expect(commit, each).toBe(PINNED[action]);
  }
});

test('no expression stands in a script: foreign text would be run', async () => {
  const action = parse(await readFile(path.join(root, 'action.yml'), 'utf8')) as { runs: { steps: Job['steps'] } };
  const jobs = await Promise.all(GITHUB.map(workflow));
  const steps = [...action.runs.steps, ...jobs.flatMap((each) => Object.values(each.jobs).flatMap((job) => job.steps))];
  for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
});

/** It says that Node 20 will do, and uses this of Node 22. */
const UNION = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other.keys()]); };';

async function gitlab(content: string): Promise<string> {
  const project = await mkdtemp(path.join(tmpdir(), 'bijwerken-gitlab-'));
  try {
    await writeFile(path.join(project, '.gitlab-ci.yml'), content);
    const git = (...args: string[]) => run('git', ['-C', project, ...args]);
    await git('init', '-q', '-b', 'main');
    await git('remote', 'add', 'origin', 'https://gitlab.com/voorbeeld/profielen.git');
    await git('-c', 'user.name=a', '-c', 'user.email=a@a.nl', 'commit', '-q', '--allow-empty', '-m', 'a');
    const command = path.join(root, 'node_modules', 'gitlab-ci-local', 'dist', 'index.js');
    const early = `data:text/javascript;base64,${Buffer.from(UNION).toString('base64')}`;
    const ended = await run(process.execPath, ['--import', early, command, '--list-all'], { cwd: project }).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
    return `${ended.stdout}${ended.stderr}`;
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

test("gitlab-ci.yml is right by GitLab's schema, which sees mistakes", async () => {
  const right = await text('gitlab-ci.yml');
  const listed = await gitlab(right);
  for (const part of ['json schema validated', 'validate ', 'audit ', 'report ']) expect(listed).toContain(part);
  expect(await gitlab(right.replace('resource_group:', 'resource_grup:'))).toContain('resource_grup');
});

test('gitlab-ci.yml: one at a time, in time, kept whatever was found, nothing for merge requests but validate', async () => {
  const { audit, report, validate } = parse(await text('gitlab-ci.yml'));
  expect(audit).toMatchObject({ resource_group: 'bijwerken', timeout: '70 minutes', artifacts: { when: 'always' } });
  expect(report.artifacts).toMatchObject({ when: 'always', reports: { junit: 'reports/20*/junit.xml' } });
  expect(audit.artifacts.expire_in).not.toBe(report.artifacts.expire_in);
  for (const job of [audit, report]) expect(JSON.stringify(job.rules)).not.toContain('merge_request');
  expect(JSON.stringify(validate.rules)).toContain('merge_request_event');
});

test('azure-pipelines.yml: not for changes, in time, secrets in one step, kept whatever was found', async () => {
  const { trigger, schedules, jobs } = parse(await text('azure-pipelines.yml'));
  expect(trigger).toBe('none');
  expect(schedules).toEqual([expect.objectContaining({ always: true, batch: true })]);
  expect(jobs.map(({ job }: { job: string }) => job)).toEqual(['validate', 'audit', 'verdict']);
  for (const { timeoutInMinutes } of jobs) expect(timeoutInMinutes).toBeLessThanOrEqual(70);
  expect(jobs[0].condition).toBe("eq(variables['Build.Reason'], 'PullRequest')");
  expect(jobs[1].condition).toBe("ne(variables['Build.Reason'], 'PullRequest')");
  expect(JSON.stringify(jobs[0])).not.toContain('BIJWERKEN_');
  const kept = jobs[1].steps.filter(({ publish }: { publish?: string }) => publish);
  expect(kept.map(({ artifact }: { artifact: string }) => artifact)).toEqual([
    'bijwerken-report',
    'bijwerken-captures',
  ]);
  for (const { condition } of kept) expect(condition).toContain('always()');
});

test.each(['gitlab-ci.yml', 'azure-pipelines.yml', 'github-without-action.yml'])(
  '%s ends the audit before the job',
  async (name) => {
    expect(await text(name)).toMatch(/timeout --foreground --preserve-status --signal=INT --kill-after=120 50m/);
    // Not by npx, which stands between and may not pass the signal on.
    expect(await text(name)).toContain('node_modules/.bin/bijwerken audit --fail-on new');
  },
);
