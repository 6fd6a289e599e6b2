/** Which picture most of several profiles show. Comparing two costs time, so few pairs are; the order does not matter. */

import type { Asset } from '../model/finding.ts';
import { byId, FEWEST, isMajority, type Likeness, type Majority, type Voice, voicesAround } from './majority.ts';

export interface Picture {
  readonly asset: Asset;
  readonly width: number;
  readonly height: number;
}

/** `key` is the picture's: the same pixels are the same picture. */
export interface PictureVoice extends Voice {
  readonly picture: Picture;
}

/** How one picture looks beside another. */
export interface Resemblance {
  readonly likeness: Likeness;
  /** The first of the two is one that networks show where there is none. */
  readonly isDefault: boolean;
}

export type Resemble = (one: Picture, other: Picture) => Promise<Resemblance>;

/** Of more pictures than this, those that most profiles show: the others are neither alike nor odd. */
const MOST = 200;

/** As `majorityOf`, with one leader: each picture is compared once to find it, and once with it. */
export async function pictureMajority<T extends PictureVoice>(
  voices: readonly T[],
  resemble: Resemble,
): Promise<Majority<T> | null> {
  if (voices.length < FEWEST) return null;
  const sorted = byId(voices);
  const looks = looksOf(sorted).slice(0, MOST);
  const beside = remembering(resemble);
  const leader = await likeliest(looks, beside);
  if (!leader) return null;
  const answers = new Map<string, Resemblance>([[leader.key, SAME]]);
  for (const { voice } of looks) if (voice !== leader) answers.set(voice.key, await beside(leader, voice));
  const majority = voicesAround(leader, sorted, (_, { key }) => answers.get(key)?.likeness ?? 'unknown');
  // However many have no picture of their own: that is no example to the one that has.
  const isDefault = [...answers.values()].some((each) => each.isDefault);
  return isMajority(majority) && !isDefault ? majority : null;
}

const SAME: Resemblance = { likeness: 'same', isDefault: false };

interface Look<T> {
  readonly voice: T;
  readonly times: number;
}

/** Each picture once: what is shown most often first, then the largest, which lost the least. */
function looksOf<T extends PictureVoice>(sorted: readonly T[]): Look<T>[] {
  const looks = new Map<string, Look<T>>();
  for (const voice of sorted) {
    const { voice: first, times } = looks.get(voice.key) ?? { voice, times: 0 };
    looks.set(voice.key, { voice: first, times: times + 1 });
  }
  const areaOf = ({ voice: { picture } }: Look<T>) => picture.width * picture.height;
  return [...looks.values()].toSorted(
    (a, b) => b.times - a.times || areaOf(b) - areaOf(a) || (a.voice.key < b.voice.key ? -1 : 1),
  );
}

type Beside<T> = (one: T, other: T) => Promise<Resemblance>;

/** The vote of Boyer and Moore: what more than half show is what is left over. What cannot be told votes against. */
async function likeliest<T>([first, ...others]: readonly Look<T>[], beside: Beside<T>): Promise<T | undefined> {
  if (!first) return undefined;
  let { voice: leader, times: lead } = first;
  for (const { voice, times } of others) {
    const { likeness } = await beside(leader, voice);
    lead += likeness === 'same' ? times : -times;
    if (lead >= 0) continue;
    leader = voice;
    lead = -lead;
  }
  return leader;
}

function remembering<T extends PictureVoice>(resemble: Resemble): Beside<T> {
  const known = new Map<string, Promise<Resemblance>>();
  return (one, other) => {
    const pair = `${one.key} ${other.key}`;
    const answer = known.get(pair) ?? resemble(one.picture, other.picture);
    known.set(pair, answer);
    return answer;
  };
}
