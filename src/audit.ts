/** The whole audit, from profiles.json to a run on disk: the stages are put together here. */

import path from 'node:path';
import { withAbsolutePaths } from './absolutePaths.ts';
import { readAccepted } from './accepted.ts';
import { namedBrowser } from './capture/browser/candidates.ts';
import { NO_MEMORY, openControlMemory } from './capture/controlMemory.ts';
import { findImports, type Imports, importsFolder, NO_IMPORTS } from './capture/imports.ts';
import { createRobots } from './capture/robots.ts';
import { baseOf } from './capture/secret.ts';
import { createSessions } from './capture/session/sessions.ts';
import { capturingOf } from './capturing.ts';
import { subtractDuration } from './compare/duration.ts';
import { type Connections, openConnections, proxyOf, redactorOf } from './connections.ts';
import { type Controls, controlsOf } from './controls.ts';
import { readPrevious } from './deliver/previous.ts';
import { makeRunFolder } from './deliver/runFolder.ts';
import { directory } from './directory.ts';
import { finishRun } from './finish.ts';
import { loadProfiles } from './loadProfiles.ts';
import type { ProfileAudit, Visit } from './model/audit.ts';
import type { Source } from './model/capture.ts';
import type { Config } from './model/config.ts';
import { describeProblem, UserError } from './model/problem.ts';
import type { Log, World } from './model/world.ts';
import { networks } from './networks/index.ts';
import type { AuditOptions, AuditResult } from './options.ts';
import { planControls } from './plan/controls.ts';
import { type Access, NO_ACCESS, planVisits } from './plan/plan.ts';
import { retain } from './retain.ts';
import { type Captures, runAudit } from './run.ts';
import { type OwnLogins, ownLogins } from './sessions.ts';
import { type AllCaptures, liveCaptures, pureStages, readVisit, storedCaptures } from './stages.ts';
import { VERSION } from './version.ts';
import { realWorld } from './world.ts';

/** A stored night is read as it is; behind an intercepting proxy no secret is sent. */
function accessOf(
  { captures, ignoreHttpsErrors }: AuditOptions,
  env: World['env'],
  imports: Imports,
  { states }: OwnLogins,
): Access {
  const open = { ...NO_ACCESS, imports: imports.profiles };
  if (captures || ignoreHttpsErrors) return open;
  const variables = networks.flatMap(({ official }) => (official ? [official.token] : []));
  const tokens = new Set(variables.filter((name) => env[name]?.trim()));
  return { ...open, tokens, sessions: new Set(states.keys()) };
}

/** The world of this run; whatever is logged in it is free of the secrets of stored sessions too. */
async function enter(options: AuditOptions, { profiles }: Config) {
  const given = options.env ?? process.env;
  const logins = await ownLogins(profiles, options, given, worldOf(options, given).now());
  const { env } = logins;
  const redact = redactorOf(options, env);
  const told = options.log ?? SILENT;
  const log: Log = { debug: (message) => told.debug(redact(message)), warn: (message) => told.warn(redact(message)) };
  return { env, world: worldOf(options, env), logins, log };
}

/** What persons saved of the profiles; a stored night holds what it used of that. */
async function importsOf({ captures }: AuditOptions, { path: file, profiles, settings }: Config, now: string) {
  if (captures) return NO_IMPORTS;
  const { importMaxAge: maxAge } = settings;
  const ids = profiles.map(({ id }) => id);
  return await findImports(importsFolder(file), ids, { oldest: subtractDuration(now, maxAge) ?? now, maxAge });
}

const SILENT: Log = { debug: () => {}, warn: () => {} };

/** Audits every profile and writes the run. Throws a UserError for wrong usage or configuration, and nothing else. */
export async function audit(given: AuditOptions = {}): Promise<AuditResult> {
  const options = withAbsolutePaths(given);
  const { config, warnings } = await loadProfiles(options.config, options.now);
  for (const warning of warnings) options.log?.warn(describeProblem(warning));
  const settled = settle(config, options);
  const { env, world, logins, log } = await enter(options, settled);
  const startedAt = new Date(world.now()).toISOString();
  const imports = await importsOf(options, settled, startedAt);
  // The report's language, which an option may change, must not change what is expected of a profile.
  const visits = planVisits(config, directory, options, accessOf(options, env, imports, logins));
  const controlVisits = planControls(config, visits);
  if (!options.captures) await refuseWrongConnections(visits, options, env);
  options.onProgress?.({ kind: 'planned', profiles: visits.map(({ entry }) => entry.id) });

  const { out } = options;
  const previous = await readPrevious(out);
  const replay = options.captures ? await storedCaptures(options.captures) : null;
  const { id, folder } = await makeRunFolder(out, startedAt);
  const connections = replay ? null : await connect(options, settled, world, log);
  try {
    const captures =
      replay ??
      (await webCaptures(
        options,
        settled,
        world,
        connections,
        imports,
        logins,
        path.join(folder, 'captures'),
        startedAt,
      ));
    const now = options.now ? startedAt : (replay?.startedAt ?? startedAt);
    const accepted = await readAccepted(settled.path, settled.profiles);
    const input = { visits, settings: settled.settings, previous: previous?.findings ?? null, accepted, now };
    const controls = controlsOf(controlVisits, { ask: captures.control, read: readVisit });
    const result = await runAudit(
      input,
      withProgress(captures, controls, options),
      options.signal ?? new AbortController().signal,
    );
    const finished = await finishRun({
      id,
      folder,
      out,
      startedAt,
      now,
      world,
      config: settled,
      options,
      previous,
      result,
      controlled: await controls.asked(),
      connections,
      logins,
    });
    // Another night than today's says nothing of how old the runs on disk are.
    const isTonight = options.now === undefined && !options.captures;
    const { complete, partial } = finished.report.run;
    if (isTonight && complete && !partial) await retain(out, id, { settings: settled.settings, now: world.now(), log });
    return { ...finished, folder: path.join(given.out ?? 'reports', id) };
  } finally {
    await connections?.close();
  }
}

/** Stores what every profile shows, and judges nothing. `out` is the folder of the captures themselves. */
export async function captureProfiles(
  given: AuditOptions & { readonly out: string },
): Promise<{ captured: number; complete: boolean }> {
  const options = withAbsolutePaths(given);
  const { config } = await loadProfiles(options.config, options.now);
  const settled = settle(config, options);
  const { env, world, logins, log } = await enter(options, settled);
  const now = new Date(world.now()).toISOString();
  const imports = await importsOf(options, settled, now);
  // The report's language, which an option may change, must not change what is expected of a profile.
  const visits = planVisits(config, directory, options, accessOf(options, env, imports, logins));
  await refuseWrongConnections(visits, options, env);
  const connections = await connect(options, settled, world, log);
  try {
    const captures = await webCaptures(options, settled, world, connections, imports, logins, options.out, now);
    const controls = controlsOf(planControls(config, visits), { ask: captures.control, read: readVisit });
    const stages = {
      ...withProgress(captures, controls, options),
      judge: async () => [],
      judgeTogether: () => new Map(),
    };
    const input = { visits, settings: settled.settings, previous: null, now };
    const result = await runAudit(input, stages, options.signal ?? new AbortController().signal);
    return { captured: result.audits.length, complete: result.complete };
  } finally {
    await connections.close();
  }
}

const withProgress = (captures: Captures, controls: Controls, { onProgress }: AuditOptions) => ({
  ...pureStages,
  captures,
  doubtsOf: controls.doubtsOf,
  onStart: ({ entry }: Visit) => onProgress?.({ kind: 'started', profile: entry.id }),
  onDone: (done: ProfileAudit) => onProgress?.({ kind: 'done', profile: done.visit.entry.id, audit: done }),
  onChanged: (audit: ProfileAudit) => onProgress?.({ kind: 'changed', profile: audit.visit.entry.id, audit }),
});

export function worldOf({ now }: Pick<AuditOptions, 'now'>, env: World['env']): World {
  if (now === undefined) return realWorld({ env });
  const startAt = Date.parse(now);
  if (!Number.isNaN(startAt)) return realWorld({ env, startAt });
  throw new UserError([
    { where: '--now', message: `${JSON.stringify(now)} is not an ISO 8601 time, such as 2026-11-23T02:00:00Z.` },
  ]);
}

/** Options win over the file. */
function settle(config: Config, options: AuditOptions): Config {
  const { failOn, language, perHostDelayMs } = options;
  const overrides = {
    ...(failOn === undefined ? {} : { failOn }),
    ...(language === undefined ? {} : { language }),
    ...(perHostDelayMs === undefined ? {} : { perHostDelayMs }),
  };
  return { ...config, settings: { ...config.settings, ...overrides } };
}

/** Before anything is written or asked: a mistake in how the web is reached would else be found halfway. */
async function refuseWrongConnections(visits: readonly Visit[], options: AuditOptions, env: World['env']) {
  refuseDemo(visits, proxyOf(options, env));
  await namedBrowser(options.browser, env);
  for (const { network } of visits) if (network) baseOf(network.id, env);
}

const DEMO_HANDLE = /bijwerken[-_]demo/i;

/** The demo's handles belong to nobody: asked on the real web, every profile would seem gone. */
function refuseDemo(visits: readonly Visit[], proxy: string | null): void {
  if (proxy !== null || !visits.some(({ entry }) => DEMO_HANDLE.test(entry.url))) return;
  const message = 'this is the demo organisation, whose profiles exist only in the demo.';
  throw new UserError([
    { where: 'profiles.json', message, hint: 'Run `npm run demo`, or `bijwerken init` to make your own file.' },
  ]);
}

const connect = (options: AuditOptions, { settings }: Config, world: World, log: Log): Promise<Connections> =>
  openConnections({
    ...options,
    world,
    log,
    redactor: redactorOf(options, world.env),
    perHostDelayMs: settings.perHostDelayMs,
    ...(settings.userAgent ? { userAgent: settings.userAgent } : {}),
  });

async function webCaptures(
  options: AuditOptions,
  { settings, profiles }: Config,
  world: World,
  connections: Connections | null,
  imports: Imports,
  { states }: OwnLogins,
  folder: string,
  startedAt: string,
): Promise<AllCaptures> {
  if (!connections) throw new Error('captures from the web need connections');
  const onSource = ({ entry }: Visit, source: Source) =>
    options.onProgress?.({ kind: 'asking', profile: entry.id, source });
  const capturing = {
    ...capturingOf(settings, world, connections, createSessions(states)),
    imports,
    onSource,
    robots: createRobots({ setting: settings.robots, registered: profiles.map(({ url }) => url) }),
  };
  const redact = redactorOf(options, world.env);
  // Behind a proxy another world may answer than an hour ago.
  const isDirect = proxyOf(options, world.env) === null;
  const memory = isDirect ? await openControlMemory(world, `bijwerken ${VERSION}`, redact) : NO_MEMORY;
  return await liveCaptures(capturing, folder, startedAt, redact, memory);
}
