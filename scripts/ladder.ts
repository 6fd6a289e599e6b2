/** How far the ladder was climbed: for how many profiles of a report a browser was needed. Pure. */

export interface Ladder {
  /** Profiles that were asked at all. */
  readonly asked: number;
  readonly browser: number;
}

/** Of `report.json`; what is not in it counts as nothing. */
export function ladderOf(report: unknown): Ladder {
  const profiles = listOf(Object(report).profiles);
  const climbed = profiles.map((profile) => listOf(Object(Object(profile).capture).sources)).filter(isFilled);
  const browser = climbed.filter((sources) => sources.some((source) => Object(source).source === 'browser')).length;
  return { asked: climbed.length, browser };
}

export function ladderLine({ asked, browser }: Ladder): string {
  const share = asked === 0 ? 0 : Math.round((browser / asked) * 100);
  return `The browser was needed for ${browser} of the ${asked} profiles that were asked (${share} %); the others needed none.`;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isFilled = (list: readonly unknown[]): boolean => list.length > 0;
