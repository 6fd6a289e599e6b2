/** What a schema cannot say: ids that must be unique, networks and locations that must exist, addresses that must fit. */

import { isUrl } from '../model/isUrl.ts';
import { NEVER_WAIVED } from '../model/neverWaived.ts';
import type { Problem } from '../model/problem.ts';
import { didYouMean } from './didYouMean.ts';
import { problem } from './explain.ts';
import type { Judgeable, JudgeableBio, JudgeablePart, JudgeableProfile } from './judgeable.ts';
import { describePlace, type Located, type Path, type Place, pathText, placeAt } from './located.ts';
import { kvkFault, vatFault } from './registrations.ts';

/** What the configuration must know of networks; passed in, so that `config` imports none of them. */
export interface NetworkDirectory {
  readonly ids: readonly string[];
  /** Whether the address is one of that network's profiles. */
  readonly fits: (network: string, url: URL) => boolean;
  /** The id of the network that this one lives on as; null when it is not known as a former name. */
  readonly renamed: (network: string) => string | null;
  /** An example of a lasting account id, where the text is none of that network's; null when it fits, or none is known. */
  readonly otherPin?: (network: string, pin: string) => string | null;
  /** An example of an address that fits. */
  readonly example: (network: string) => string | null;
}

type At = (path: Path, message: string, hint?: string) => Problem;

export function checkRules(parts: Judgeable, file: Located, networks: NetworkDirectory, today?: string): Problem[] {
  const at: At = (path, message, hint) => problem(file, path, message, hint);
  const { brand, locations, profiles, settings } = parts;
  const known = new Set(locations.flatMap(({ id }) => id ?? []));
  return [
    ...duplicates(profiles, 'profiles', file),
    ...duplicates(locations, 'locations', file),
    ...unknownNetworks(brand.importantNetworks, ['brand', 'importantNetworks'], networks, at),
    ...partProblems(brand, ['brand'], networks, at),
    ...locations.flatMap((location, index) => partProblems(location, ['locations', index], networks, at)),
    ...profiles.flatMap((profile, index) => profileProblems(profile, ['profiles', index], known, networks, at)),
    ...durationProblems(settings.dormantAfter, ['settings', 'dormantAfter'], at),
    ...durationProblems(settings.importMaxAge, ['settings', 'importMaxAge'], at),
    ...durationProblems(settings.handSeenFor, ['settings', 'handSeenFor'], at),
    ...durationProblems(settings.keepCaptures, ['settings', 'keepCaptures'], at),
    ...profiles.flatMap(({ seen }, index) => seenProblems(seen, ['profiles', index, 'seen'], today, at)),
    ...settings.networks.flatMap(({ id, dormantAfter }) => [
      ...unknownNetwork(id, ['settings', 'networks', id], networks, at),
      ...durationProblems(dormantAfter, ['settings', 'networks', id, 'dormantAfter'], at),
    ]),
    ...settings.controls.flatMap(({ id, known: there, impossible }) => {
      const unknown = unknownNetwork(id, ['settings', 'controls', id], networks, at);
      const one = (name: string, url: string | undefined) =>
        addressProblems({ network: id, url }, unknown.length === 0, ['settings', 'controls', id, name], networks, at);
      return [...unknown, ...one('known', there), ...one('impossible', impossible)];
    }),
  ];
}

function duplicates(entries: readonly { readonly id: string | undefined }[], list: string, file: Located): Problem[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ id }, index) => {
    const earlier = id === undefined ? undefined : first.get(id);
    if (id !== undefined && earlier === undefined) first.set(id, index);
    if (earlier === undefined) return [];
    const taken = takenBy(placeAt(file, [list, earlier, 'id']), placeAt(file, [list, index, 'id']));
    return [
      problem(file, [list, index, 'id'], `the id ${JSON.stringify(id)} is taken by ${taken}; ids must be unique.`),
    ];
  });
}

/** In the same file its path says enough; not in a table, whose lines a person counts. */
const takenBy = (earlier: Place, later: Place): string =>
  earlier.document === later.document && !/\.csv$/i.test(earlier.document.file)
    ? pathText(earlier.path.slice(0, -1))
    : describePlace(earlier);

const unknownNetworks = (ids: readonly (string | undefined)[], path: Path, networks: NetworkDirectory, at: At) =>
  ids.flatMap((id, index) => unknownNetwork(id, [...path, index], networks, at));

function unknownNetwork(id: string | undefined, path: Path, networks: NetworkDirectory, at: At): Problem[] {
  if (id === undefined || networks.ids.includes(id)) return [];
  const now = networks.renamed(id);
  const hint = now
    ? `It is ${JSON.stringify(now)} now.`
    : (didYouMean(id, networks.ids) ?? `Known: ${networks.ids.join(', ')}.`);
  return [at(path, `unknown network ${JSON.stringify(id)}.`, hint)];
}

/** What stands alike in the brand, a location and a profile's `expect`. */
function partProblems(part: JudgeablePart, path: Path, networks: NetworkDirectory, at: At): Problem[] {
  const lists = ['banners', 'requiredPhrases', 'forbiddenPhrases'] as const;
  return [
    ...lists.flatMap((list) =>
      part[list].flatMap((one, index) =>
        unknownNetworks(one.networks, [...path, list, index, 'networks'], networks, at),
      ),
    ),
    ...part.bios.flatMap((bio, index) => bioProblems(bio, [...path, 'bios', index], at)),
    ...registrationProblems(part, path, at),
  ];
}

function registrationProblems({ kvk, vat, former }: JudgeablePart, path: Path, at: At): Problem[] {
  const judged = (text: string | undefined, fault: typeof kvkFault, place: Path): Problem[] => {
    const found = text === undefined ? null : fault(text);
    return found ? [at([...path, ...place], found.message, found.hint)] : [];
  };
  return [
    ...judged(kvk, kvkFault, ['contact', 'kvk']),
    ...judged(vat, vatFault, ['contact', 'vat']),
    ...former.kvk.flatMap((one, index) => judged(one, kvkFault, ['former', 'kvk', index])),
    ...former.vat.flatMap((one, index) => judged(one, vatFault, ['former', 'vat', index])),
  ];
}

function bioProblems({ text, anyOf, maxLength = Number.POSITIVE_INFINITY }: JudgeableBio, path: Path, at: At) {
  const texts = [{ text, place: ['text'] }, ...anyOf.map((each, index) => ({ text: each, place: ['anyOf', index] }))];
  return texts.flatMap(({ text: each = '', place }) => {
    const { length } = [...each];
    if (length <= maxLength) return [];
    return [at([...path, ...place], `the text has ${length} characters; its maxLength is ${maxLength}.`)];
  });
}

function profileProblems(
  profile: JudgeableProfile,
  path: Path,
  locations: ReadonlySet<string>,
  networks: NetworkDirectory,
  at: At,
): Problem[] {
  const { network, location, intent, hasUntil, dormantAfter, waivers, expect, pin } = profile;
  const unknown = unknownNetwork(network, [...path, 'network'], networks, at);
  const isLost = location !== undefined && !locations.has(location);
  const hint = isLost ? (didYouMean(location, [...locations]) ?? `Known: ${listed(locations)}.`) : undefined;
  return [
    ...unknown,
    ...addressProblems(profile, unknown.length === 0, [...path, 'url'], networks, at),
    ...pinProblems(network, pin, [...path, 'pin'], networks, at),
    ...(isLost ? [at([...path, 'location'], `there is no location ${JSON.stringify(location)}.`, hint)] : []),
    ...(intent === 'campaign' && !hasUntil
      ? [at([...path, 'intent'], 'a campaign needs "until": the last day of the campaign.')]
      : []),
    ...durationProblems(dormantAfter, [...path, 'dormantAfter'], at),
    ...waivers.flatMap(({ check }, number) =>
      NEVER_WAIVED.some((never) => never === check)
        ? [at([...path, 'waivers', number, 'check'], `${check} cannot be waived: gone and taken over stay visible.`)]
        : [],
    ),
    ...partProblems(expect, [...path, 'expect'], networks, at),
  ];
}

/** Nobody saw what is still to come. */
function seenProblems(seen: JudgeableProfile['seen'], path: Path, today: string | undefined, at: At): Problem[] {
  return seen.flatMap(({ at: day, newestPost }, index) => {
    const isAhead = day !== undefined && today !== undefined && day > today;
    const isLater = day !== undefined && newestPost !== undefined && newestPost > day;
    return [
      ...(isAhead ? [at([...path, index, 'at'], `${day} is still to come; nobody has looked on that day.`)] : []),
      ...(isLater ? [at([...path, index, 'newestPost'], `${newestPost} lies after the day of the look, ${day}.`)] : []),
    ];
  });
}

/** Typed wrong it would make every night say that the account is somebody else's. */
function pinProblems(network = '', pin: string | undefined, path: Path, networks: NetworkDirectory, at: At): Problem[] {
  const example = pin === undefined ? null : (networks.otherPin?.(network, pin) ?? null);
  if (example === null) return [];
  const message = `${JSON.stringify(pin)} is not a lasting account id of ${network}.`;
  return [at(path, message, `It looks like ${JSON.stringify(example)}.`)];
}

function listed(ids: ReadonlySet<string>): string {
  if (ids.size === 0) return 'none';
  return ids.size <= MAX_LISTED ? [...ids].join(', ') : `${[...ids].slice(0, MAX_LISTED).join(', ')}, … (${ids.size})`;
}

const MAX_LISTED = 20;

function addressProblems(
  { network, url }: Pick<JudgeableProfile, 'network' | 'url'>,
  isKnown: boolean,
  path: Path,
  networks: NetworkDirectory,
  at: At,
): Problem[] {
  if (url === undefined) return [];
  const address = isUrl(url) ? new URL(url) : null;
  if (address === null) return [at(path, `${JSON.stringify(url)} is not an address.`)];
  if (address.username || address.password) return [at(path, 'an address may not hold a user name or password.')];
  if (network === undefined || !isKnown || networks.fits(network, address)) return [];
  const example = networks.example(network);
  const message = `${JSON.stringify(url)} is not the address of a profile on ${network}.`;
  return [at(path, message, example ? `It looks like ${example}.` : undefined)];
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const DAYS = [365, 30, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400];

/** After no time at all every profile would be dormant, and after a thousand years none. */
function durationProblems(duration: string | undefined, path: Path, at: At): Problem[] {
  const parts = DURATION.exec(duration ?? '')?.slice(1);
  if (!parts) return [];
  const days = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (DAYS[index] ?? 0), 0);
  if (days >= 1 && days <= 36_525) return [];
  return [at(path, `expected a duration from one day to 100 years, found ${JSON.stringify(duration)}.`)];
}
