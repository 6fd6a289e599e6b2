/** What a schema cannot say: ids that must be unique, networks and locations that must exist, addresses that must fit. */

import type { ProfileEntry } from '../model/config.ts';
import type { Problem } from '../model/problem.ts';
import { didYouMean, problem } from './explain.ts';
import type { ParsedJson } from './parse.ts';

/** What the configuration must know of networks; passed in, so that `config` imports none of them. */
export interface NetworkDirectory {
  readonly ids: readonly string[];
  /** Whether the address is one of that network's profiles. */
  readonly fits: (network: string, url: URL) => boolean;
  /** An example of an address that fits. */
  readonly example: (network: string) => string | null;
}

/** The validated shape, before defaults. */
export interface RawConfig {
  readonly brand: {
    readonly importantNetworks?: readonly string[];
    readonly banners?: readonly { networks?: readonly string[] }[];
  };
  readonly locations?: readonly { readonly id: string }[];
  readonly profiles: readonly ProfileEntry[];
}

const NEVER_WAIVED = ['presence.exists', 'presence.identity'];

export function checkRules(raw: RawConfig, parsed: ParsedJson, where: string, networks: NetworkDirectory): Problem[] {
  const at = (path: readonly (string | number)[], message: string, hint?: string) =>
    problem(where, path, parsed, message, hint);
  return [
    ...duplicates(raw.profiles, 'profiles', at),
    ...duplicates(raw.locations ?? [], 'locations', at),
    ...(raw.brand.importantNetworks ?? []).flatMap((id, index) =>
      unknownNetwork(id, ['brand', 'importantNetworks', index], networks, at),
    ),
    ...raw.profiles.flatMap((profile, index) => profileProblems(profile, index, raw, networks, at)),
  ];
}

type At = (path: readonly (string | number)[], message: string, hint?: string) => Problem;

function duplicates(entries: readonly { readonly id: string }[], list: string, at: At): Problem[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ id }, index) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    return [
      at([list, index, 'id'], `the id ${JSON.stringify(id)} is taken by /${list}/${earlier}; ids must be unique.`),
    ];
  });
}

function unknownNetwork(id: string, path: readonly (string | number)[], networks: NetworkDirectory, at: At): Problem[] {
  if (networks.ids.includes(id)) return [];
  const hint = didYouMean(id, networks.ids) ?? `Known: ${networks.ids.join(', ')}.`;
  return [at(path, `unknown network ${JSON.stringify(id)}.`, hint)];
}

function profileProblems(
  profile: ProfileEntry,
  index: number,
  raw: RawConfig,
  networks: NetworkDirectory,
  at: At,
): Problem[] {
  const path = ['profiles', index];
  const problems = unknownNetwork(profile.network, [...path, 'network'], networks, at);
  if (problems.length === 0) problems.push(...addressProblems(profile, path, networks, at));
  const locations = (raw.locations ?? []).map(({ id }) => id);
  if (profile.location !== undefined && !locations.includes(profile.location)) {
    const hint = didYouMean(profile.location, locations) ?? `Known: ${locations.join(', ') || 'none'}.`;
    problems.push(at([...path, 'location'], `there is no location ${JSON.stringify(profile.location)}.`, hint));
  }
  if (profile.intent === 'campaign' && profile.until === undefined) {
    problems.push(at(path, 'a campaign needs "until": the last day of the campaign.'));
  }
  (profile.waivers ?? []).forEach((waiver, number) => {
    if (!NEVER_WAIVED.includes(waiver.check)) return;
    problems.push(
      at([...path, 'waivers', number, 'check'], `${waiver.check} cannot be waived: gone and taken over stay visible.`),
    );
  });
  return problems;
}

function addressProblems(
  { network, url }: ProfileEntry,
  path: readonly (string | number)[],
  networks: NetworkDirectory,
  at: At,
) {
  const parsedUrl = URL.canParse(url) ? new URL(url) : null;
  if (parsedUrl === null) return [at([...path, 'url'], `${JSON.stringify(url)} is not an address.`)];
  if (parsedUrl.username || parsedUrl.password)
    return [at([...path, 'url'], 'an address may not hold a user name or password.')];
  if (networks.fits(network, parsedUrl)) return [];
  const example = networks.example(network);
  return [
    at(
      [...path, 'url'],
      `${JSON.stringify(url)} is not the address of a profile on ${network}.`,
      example ? `It looks like ${example}.` : undefined,
    ),
  ];
}
