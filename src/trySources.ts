/** Asks one network's controls through every source that is at hand, and says what came: for `doctor --network`. */

import { rungsOf } from './capture/ask.ts';
import { captureControl } from './capture/capture.ts';
import { createSessions } from './capture/session/sessions.ts';
import { capturingOf } from './capturing.ts';
import type { Connections } from './connections.ts';
import { sightOf } from './decide/sight.ts';
import type { Outcome } from './model/capture.ts';
import type { Config } from './model/config.ts';
import { CONTROL_NAMES, type ControlName, type Sight } from './model/control.ts';
import type { Network } from './model/network.ts';
import type { World } from './model/world.ts';
import { controlsOf } from './plan/controls.ts';
import { readVisit } from './stages.ts';

export interface ControlTrial {
  readonly control: ControlName;
  readonly url: string;
  readonly outcome: Outcome;
  /** Which sign, proof or failure decided it, in English. */
  readonly because: string;
  readonly status: number;
  readonly finalUrl: string;
  /** The fields that were read. */
  readonly fields: readonly string[];
}

export interface SourceTrial {
  /** `api (official)` for the interface that takes a token. */
  readonly source: string;
  readonly sight: Sight;
  readonly trials: readonly ControlTrial[];
}

/** Null for a network without controls. */
export async function trySources(
  network: Network,
  config: Config,
  world: World,
  connections: Connections,
  isTokenUsable: boolean,
): Promise<readonly SourceTrial[] | null> {
  const visits = controlsOf(config, network);
  if (!visits) return null;
  const { official } = network;
  const isOfficial = isTokenUsable && official !== undefined && Boolean(world.env[official.token]?.trim());
  const sources = (['api', 'http', 'browser'] as const).filter(
    (source) => network.sources[source] ?? (source === 'api' && isOfficial),
  );
  const capturing = {
    ...capturingOf(config.settings, world, connections, createSessions(new Map())),
    links: new Map(),
  };
  const signal = new AbortController().signal;
  const found: SourceTrial[] = [];
  for (const rung of rungsOf({ ...visits.known, sources, isOfficial })) {
    const trials: ControlTrial[] = [];
    for (const control of CONTROL_NAMES) {
      const visit = visits[control];
      const { captures } = await captureControl(visit, rung, capturing, signal);
      const { outcome, because, observation } = readVisit(visit, captures);
      const page = captures[0]?.documents[0];
      const fields = Object.keys(observation ?? {});
      const { status = 0, finalUrl = '' } = page ?? {};
      trials.push({ control, url: visit.account.url, outcome, because, status, finalUrl, fields });
    }
    const [known, impossible] = trials;
    const source = rung.official ? 'api (official)' : rung.source;
    found.push({ source, ...sightOnly(known?.outcome ?? null, impossible?.outcome ?? null), trials });
  }
  return found;
}

const sightOnly = (known: Outcome | null, impossible: Outcome | null) => ({ sight: sightOf(known, impossible).sight });
