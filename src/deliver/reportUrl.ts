/** Where readers find the report: what profiles.json says, else the page of the CI job that made it. Pure. */

import { isUrl } from '../model/isUrl.ts';
import type { World } from '../model/world.ts';

export function reportUrlOf(setting: string | undefined, runId: string, env: World['env']): string | null {
  const address = setting === undefined ? jobPage(env) : setting.replaceAll('{run}', encodeURIComponent(runId));
  return address !== null && isUrl(address) && /^https?:$/.test(new URL(address).protocol) ? address : null;
}

function jobPage(env: World['env']): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (server && repository && run) return `${server}/${repository}/actions/runs/${run}`;
  if (env.CI_JOB_URL) return env.CI_JOB_URL;
  const { SYSTEM_COLLECTIONURI: collection, SYSTEM_TEAMPROJECT: project, BUILD_BUILDID: build } = env;
  if (collection && project && build)
    return `${collection.replace(/\/$/, '')}/${encodeURIComponent(project)}/_build/results?buildId=${build}`;
  return env.BUILD_URL ?? null;
}
