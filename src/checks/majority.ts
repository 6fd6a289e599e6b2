/** What most of several values have in common. Pure: knows no field and no profile, and the order does not matter. */

export type Likeness = 'same' | 'different' | 'unknown';

export interface Voice {
  /** Who says it: unique. */
  readonly id: string;
  /** One form of what is said; voices of one key need not be `same`, voices of two keys need not be `different`. */
  readonly key: string;
  /** Whether the value is only its start. */
  readonly cut: boolean;
}

export interface Majority<T> {
  /** The value that the others were compared with. */
  readonly leader: T;
  /** The leader among them. */
  readonly agreeing: readonly T[];
  readonly odd: readonly T[];
}

export const FEWEST = 3;
/** More values than this are not tried as the common one: what two thirds share is said often, or fits what is. */
const CANDIDATES = 6;

/**
 * The value that at least two thirds share, of at least three that can be compared with it; null when there is none.
 * Likeness need not carry over from pair to pair, so all are compared with one leader: the one that most agree with.
 */
export function majorityOf<T extends Voice>(
  voices: readonly T[],
  likeness: (one: T, other: T) => Likeness,
): Majority<T> | null {
  if (voices.length < FEWEST) return null;
  const sorted = byId(voices);
  const majorities = leadersOf(sorted).map((leader) => voicesAround(leader, sorted, likeness));
  const [best] = majorities.toSorted(
    (a, b) =>
      b.agreeing.length - a.agreeing.length ||
      a.odd.length - b.odd.length ||
      Number(a.leader.cut) - Number(b.leader.cut),
  );
  return best && isMajority(best) ? best : null;
}

export const byId = <T extends Voice>(voices: readonly T[]): T[] => voices.toSorted((a, b) => compare(a.id, b.id));

/** Who says the same as one of them and who says something else, whether they are many or few. */
export function voicesAround<T extends Voice>(
  leader: T,
  voices: readonly T[],
  likeness: (one: T, other: T) => Likeness,
): Majority<T> {
  const answer = (other: T) => (other === leader ? 'same' : likeness(leader, other));
  const answers = new Map(voices.map((voice) => [voice, answer(voice)]));
  const those = (wanted: Likeness) => voices.filter((voice) => answers.get(voice) === wanted);
  return { leader, agreeing: those('same'), odd: those('different') };
}

export function isMajority({ agreeing, odd }: Majority<unknown>): boolean {
  const of = agreeing.length + odd.length;
  return of >= FEWEST && agreeing.length * 3 >= of * 2;
}

/** One voice for each value, what is said most often first; the whole before what is cut. */
function leadersOf<T extends Voice>(sorted: readonly T[]): T[] {
  const said = new Map<string, T[]>();
  for (const voice of sorted) said.set(voice.key, [...(said.get(voice.key) ?? []), voice]);
  return [...said.values()]
    .flatMap((same) => {
      const leader = same.find(({ cut }) => !cut) ?? same[0];
      return leader ? [{ leader, times: same.length }] : [];
    })
    .toSorted((a, b) => b.times - a.times || byWhole(a.leader, b.leader))
    .slice(0, CANDIDATES)
    .map(({ leader }) => leader);
}

const byWhole = (a: Voice, b: Voice): number =>
  Number(a.cut) - Number(b.cut) || b.key.length - a.key.length || compare(a.key, b.key);

/** By code unit: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
