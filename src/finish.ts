/** From judged profiles to a run on disk: counts, exit code, report, files, and `latest` when the run earned it. */

import { loadSharp } from './compare/logo/sharp.ts';
import type { Connections } from './connections.ts';
import { networksOf, sourceNotices, tokenNotices } from './decide/networks.ts';
import { endingOf, presenceOf, summarise } from './decide/outcome.ts';
import { isWrong, lastStatusOf } from './decide/series.ts';
import { sessionNotices } from './decide/sessions.ts';
import { ACTIONS } from './decide/verdict.ts';
import { waiverNotices } from './decide/waivers.ts';
import type { PreviousRun } from './deliver/previous.ts';
import { isOvertaken, publishLatest, writeFiles } from './deliver/runFolder.ts';
import { networkName } from './directory.ts';
import { type FixKit, fixKitOf } from './fixKit/fixKit.ts';
import { needsPicture, type ProfileAudit } from './model/audit.ts';
import type { Config } from './model/config.ts';
import type { ControlledSource } from './model/control.ts';
import type { Asset } from './model/finding.ts';
import type { FixedFinding, Report, ReportFile, ReportNotice, ReportSummary } from './model/report.ts';
import type { World } from './model/world.ts';
import { lifecycle } from './networks/index.ts';
import type { AuditOptions, AuditResult } from './options.ts';
import { publicObservation } from './read/public.ts';
import { buildReport } from './report/build.ts';
import { renderReport } from './report/render.ts';
import type { RunResult } from './run.ts';
import type { OwnLogins } from './sessions.ts';
import { VERSION } from './version.ts';
import { catalogue } from './words/index.ts';

export interface FinishInput {
  readonly id: string;
  readonly folder: string;
  readonly out: string;
  readonly startedAt: string;
  /** The time by which waivers were judged; it dates the run in its history. */
  readonly now: string;
  readonly world: World;
  readonly config: Config;
  readonly options: AuditOptions;
  readonly previous: PreviousRun | null;
  readonly result: RunResult;
  readonly controlled: readonly ControlledSource[];
  readonly connections: Connections | null;
  readonly logins: Pick<OwnLogins, 'notices'>;
}

/** The history reaches back this many complete runs. */
const HISTORY = 90;

export async function finishRun(input: FinishInput): Promise<AuditResult> {
  const kit = await fixKitOf(input.result.audits, input.config.images);
  const report = reportOf(input, (await loadSharp()) !== null, kit);
  const assets = assetsOf(input.result.audits);
  const files: ReportFile[] = [
    ...assets.map(({ name, bytes }) => ({ path: `assets/${name}`, content: bytes })),
    ...kit.files.map(({ path, bytes }) => ({ path, content: bytes })),
    ...renderReport(report, {
      formats: ['json', 'html', 'junit', 'markdown'],
      images: new Map([
        ...assets.map(({ name, bytes }) => [name, bytes] as const),
        ...kit.files.map(({ path, bytes }) => [path, bytes] as const),
      ]),
    }),
  ];
  await writeFiles(input.folder, files);
  const isWhole = report.run.complete && !report.run.partial;
  const began = { startedAt: input.startedAt, previous: input.previous?.run.id ?? null };
  if (isWhole && !(await isOvertaken(input.out, began))) await publishLatest(input.out, input.folder);
  return { report, folder: input.folder, exitCode: report.run.exitCode };
}

function reportOf(input: FinishInput, canJudgePictures: boolean, { kits }: FixKit): Report {
  const { id, startedAt, now, world, config, options, previous, result, connections } = input;
  const { settings, brand } = config;
  const partial = partialOf(options);
  const fixed = previous && fixedIn(result.audits, previous, partial !== undefined);
  const sincePrevious = fixed && { new: newIn(result.audits), fixed: fixed.length };
  const summary = summarise(result.audits, sincePrevious);
  const setting = settings.checks['presence.important-network'] ?? 'warning';
  const registered = config.profiles.map(({ network }) => network);
  const presence = presenceOf(brand.importantNetworks ?? [], result.audits, registered, setting);
  const ending = endingOf({
    audits: result.audits,
    presence,
    coverage: summary.coverage.profiles,
    minCoverage: settings.minCoverage,
    failOn: settings.failOn,
    complete: result.complete,
    hasPrevious: previous !== null,
    ...(previous ? { missedBefore: previous.missing } : {}),
  });
  const running = connections?.browser.running() ?? null;
  const networks = networksOf(result.audits, input.controlled);
  return buildReport(
    {
      id,
      toolVersion: VERSION,
      startedAt,
      finishedAt: new Date(world.now()).toISOString(),
      now,
      complete: result.complete,
      language: settings.language,
      failOn: settings.failOn,
      minCoverage: settings.minCoverage,
      ...ending,
      ...(partial ? { partial } : {}),
      ...(previous ? { previous: previous.run } : {}),
      ...(fixed ? { fixed } : {}),
      browser: running ? `${running.kind} ${running.version}` : null,
      config,
      audits: result.audits,
      kits,
      networks,
      summary,
      presence: presence.map((each) => ({ ...each, networkName: networkName(each.network) })),
      notices: [
        ...noticesOf(input, canJudgePictures),
        ...sourceNotices(networks, input.controlled),
        ...tokenNotices(result.audits),
        ...input.logins.notices,
        ...sessionNotices(result.audits),
        ...waiverNotices(result.audits, now),
      ],
      history: historyOf(previous, now, summary, result.complete && !partial),
    },
    { observe: publicObservation, words: catalogue(settings.language), actions: ACTIONS },
  );
}

/** Undefined for a run over everything. */
function partialOf({ only, networks, sources }: AuditOptions): Report['run']['partial'] {
  if (!only && !networks && !sources) return undefined;
  return { ...(only ? { only } : {}), ...(networks ? { networks } : {}), ...(sources ? { sources } : {}) };
}

/** A run that did not look everywhere makes nothing "fixed"; a night that could not see breaks nothing. */
function fixedIn(audits: readonly ProfileAudit[], { findings }: PreviousRun, isPartial: boolean): FixedFinding[] {
  if (isPartial) return [];
  return audits.flatMap(({ visit, decisions }) =>
    decisions.flatMap(({ finding: { key, check }, status }) => {
      const before = findings.get(key);
      const last = lastStatusOf(before);
      if (!last || !isWrong(last) || isWrong(status) || status === 'unverifiable') return [];
      return [{ key, profile: visit.entry.id, check, ...(before?.last ? { last: before.last } : {}) }];
    }),
  );
}

const newIn = (audits: readonly ProfileAudit[]): number =>
  audits.flatMap(({ decisions }) => decisions).filter(({ isNew }) => isNew).length;

function historyOf(
  previous: PreviousRun | null,
  at: string,
  summary: ReportSummary,
  counts: boolean,
): Report['history'] {
  // A replay of the same night takes that night's place.
  const earlier = (previous?.history ?? []).filter((entry) => entry.at !== at);
  return (counts ? [...earlier, { at, summary }] : earlier).slice(-HISTORY);
}

function noticesOf(input: FinishInput, canJudgePictures: boolean): ReportNotice[] {
  const { options, connections, result } = input;
  const notice = (
    code: ReportNotice['code'],
    severity: ReportNotice['severity'],
    args: ReportNotice['args'] = {},
  ): ReportNotice => ({
    code,
    severity,
    network: null,
    args,
  });
  const running = connections?.browser.running();
  const missing = connections?.browser.missing();
  return [
    ...(result.complete ? [] : [notice('interrupted', 'error')]),
    ...(options.ignoreHttpsErrors ? [notice('https-errors-ignored', 'warning')] : []),
    ...unsentTokens(input).map((variable) => notice('token-not-sent', 'warning', { variable })),
    ...(options.allowPrivate ? [notice('private-allowed', 'warning')] : []),
    ...(missing ? [notice('no-browser', 'warning', { reason: missing })] : []),
    ...(canJudgePictures ? [] : [notice('no-image-library', 'warning')]),
    ...(running && !running.sandbox ? [notice('sandbox-off', 'info')] : []),
    ...(options.captures ? [notice('replayed', 'info')] : []),
    ...oldReviews(input).map((args) => notice('review-old', 'info', args)),
  ];
}

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

/** What is known of a network ages: over a year after somebody last looked, that is said. */
function oldReviews({ config, now }: FinishInput): { names: string; reviewed: string }[] {
  const used = new Set([...config.profiles.map(({ network }) => network), ...(config.brand.importantNetworks ?? [])]);
  const old = lifecycle.filter(({ id, reviewed }) => used.has(id) && Date.parse(now) - Date.parse(reviewed) > YEAR_MS);
  if (old.length === 0) return [];
  const reviewed = old.map((each) => each.reviewed).toSorted()[0] ?? '';
  return [{ names: old.map(({ name }) => name).join(', '), reviewed }];
}

/** Tokens of networks in the run that an intercepting proxy would have seen. */
function unsentTokens({ options, result, world }: FinishInput): string[] {
  if (!options.ignoreHttpsErrors) return [];
  const variables = result.audits.flatMap(({ visit }) => visit.network?.official?.token ?? []);
  return [...new Set(variables)].filter((name) => world.env[name]?.trim());
}

/** Every picture once; screenshots only where they are evidence of something. */
function assetsOf(audits: readonly ProfileAudit[]): Asset[] {
  const all = audits.flatMap(({ assets, images, sources, verdict }) => [
    ...assets,
    ...images.flatMap(({ picture }) => (picture ? [picture.asset] : [])),
    ...(needsPicture({ verdict }) ? sources.flatMap(({ screenshot }) => (screenshot ? [screenshot] : [])) : []),
  ]);
  return [...new Map(all.map((asset) => [asset.name, asset])).values()];
}
