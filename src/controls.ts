/** Asks each network used its two controls through each guest source used: once a run, and only when something rests on it. */

import { isLost } from './decide/health.ts';
import { sightOf } from './decide/sight.ts';
import type { Visit } from './model/audit.ts';
import type { ProfileCapture } from './model/capture.ts';
import {
  type ControlledSource,
  type ControlName,
  type ControlVisits,
  type Doubts,
  type GuestSource,
  isGuest,
  NO_DOUBTS,
} from './model/control.ts';
import type { ProfileReading } from './model/observation.ts';

/** A control's answer; null when this run has none (a replay of a night without). */
export interface ControlAnswer {
  readonly capture: ProfileCapture | null;
  /** An answer of an earlier run of the same day. */
  readonly isRemembered: boolean;
}

export interface ControlStages {
  /** `anew`: what is remembered of an earlier run does not count. */
  readonly ask: (visit: Visit, source: GuestSource, anew: boolean, signal: AbortSignal) => Promise<ControlAnswer>;
  readonly read: (visit: Visit, captures: ProfileCapture['captures']) => ProfileReading;
}

export interface Controls {
  /** Which of the sources that this profile was captured through cannot be believed. Never throws. */
  doubtsOf(visit: Visit, capture: ProfileCapture, reading: ProfileReading, signal: AbortSignal): Promise<Doubts>;
  /** What was asked so far. */
  asked(): Promise<readonly ControlledSource[]>;
}

interface Answered {
  readonly controlled: ControlledSource;
  readonly isRemembered: boolean;
}

export function controlsOf(visits: ReadonlyMap<string, ControlVisits | null>, { ask, read }: ControlStages): Controls {
  const asked = new Map<string, Promise<Answered>>();

  const answer = async (
    network: string,
    source: GuestSource,
    anew: boolean,
    signal: AbortSignal,
  ): Promise<Answered> => {
    const pair = visits.get(network);
    const base = { network, source, known: null, impossible: null, isKnownLost: false } as const;
    const unasked = { sight: 'unclear', because: 'the settings switch the controls off' } as const;
    if (!pair) return { controlled: { ...base, ...unasked }, isRemembered: false };
    const one = async (name: ControlName) => {
      const { capture, isRemembered } = await ask(pair[name], source, anew, signal);
      return { reading: capture ? read(pair[name], capture.captures) : null, capture, isRemembered };
    };
    const [known, impossible] = [await one('known'), await one('impossible')];
    const outcomes = { known: known.reading?.outcome ?? null, impossible: impossible.reading?.outcome ?? null };
    const isKnownLost =
      known.capture !== null && known.reading !== null && isLost(known.capture.captures, known.reading);
    return {
      controlled: { ...base, ...outcomes, ...sightOf(outcomes.known, outcomes.impossible), isKnownLost },
      isRemembered: known.isRemembered || impossible.isRemembered,
    };
  };

  const failed = (network: string, source: GuestSource): Answered => {
    const because = 'asking the controls failed';
    const none = { known: null, impossible: null, isKnownLost: false, sight: 'unclear' } as const;
    return { controlled: { network, source, because, ...none }, isRemembered: false };
  };

  const sight = async (network: string, source: GuestSource, isAbsent: boolean, signal: AbortSignal) => {
    const key = `${network} ${source}`;
    const once = (anew: boolean) => {
      const promised = answer(network, source, anew, signal).catch(() => failed(network, source));
      asked.set(key, promised);
      return promised;
    };
    const first = asked.get(key) ?? once(false);
    const { controlled, isRemembered } = await first;
    // What another hour said is good enough for what was seen; an absence, and a doubt, are asked of this hour.
    if (!isRemembered || (controlled.sight === 'sees' && !isAbsent)) return controlled.sight;
    const latest = asked.get(key);
    return (await (latest === first || latest === undefined ? once(true) : latest)).controlled.sight;
  };

  return {
    async doubtsOf({ network }, { captures }, { outcome }, signal) {
      if (!network || !visits.has(network.id)) return NO_DOUBTS;
      const sources = [...new Set(captures.map(({ source }) => source))].filter(isGuest);
      const isAbsent = outcome === 'not-found' || outcome === 'suspended';
      const sights: { source: GuestSource; sight: string }[] = [];
      for (const source of sources) sights.push({ source, sight: await sight(network.id, source, isAbsent, signal) });
      const those = (wanted: string) => sights.flatMap((each) => (each.sight === wanted ? [each.source] : []));
      return { blind: those('blind'), unclear: those('unclear') };
    },
    asked: async () => (await Promise.all(asked.values())).map(({ controlled }) => controlled),
  };
}
