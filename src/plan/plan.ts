/** Turns the configuration into visits: which network, which account, which sources, what is expected. */

import { isAsked } from '../model/asked.ts';
import type { Visit } from '../model/audit.ts';
import type { Source } from '../model/capture.ts';
import type { NetworkFacts } from '../model/check.ts';
import type { Config, ProfileEntry } from '../model/config.ts';
import { asksBio, type Expectation } from '../model/expectation.ts';
import type { CheckId } from '../model/finding.ts';
import type { Account, ClosedNetwork, Network, UnreadNetwork } from '../model/network.ts';
import { FIELD_NAMES, type FieldName } from '../model/observation.ts';
import { type Problem, UserError } from '../model/problem.ts';
import { expectationOf } from './expectation.ts';

/** How a run is narrowed. */
export interface Selection {
  readonly only?: readonly string[];
  readonly networks?: readonly string[];
  readonly sources?: readonly Source[];
}

/** What the environment opens, besides what is open to everybody. */
export interface Access {
  /** The variables that hold a token. */
  readonly tokens: ReadonlySet<string>;
  /** The profiles of which a person saved a page. */
  readonly imports?: ReadonlySet<string>;
  /** The networks at which the organisation is signed in, and may be tonight. */
  readonly sessions?: ReadonlySet<string>;
}

export const NO_ACCESS: Access = { tokens: new Set() };

/** All networks that there are; passed in, so that `plan` knows none by name. */
export interface Directory {
  readonly networks: readonly Network[];
  readonly closedNetworks: readonly ClosedNetwork[];
  readonly unreadNetworks: readonly UnreadNetwork[];
}

const CLIMB: readonly ('api' | 'http' | 'browser')[] = ['api', 'http', 'browser'];

/** Throws a UserError when the selection names what is not there. */
export function planVisits(
  config: Config,
  directory: Directory,
  selection: Selection,
  access: Access = NO_ACCESS,
): Visit[] {
  refuseUnknown(config, selection);
  const selected = config.profiles
    .filter(({ id }) => !selection.only || selection.only.includes(id))
    .filter(({ network }) => !selection.networks || selection.networks.includes(network));
  if (selected.length === 0 && (selection.only || selection.networks)) {
    const where = [...(selection.only ? ['--only'] : []), ...(selection.networks ? ['--network'] : [])].join(' ');
    throw new UserError([{ where, message: 'no profile is left with this selection.' }]);
  }
  return selected.map((entry) => visitOf(config, entry, directory, selection, access));
}

function refuseUnknown(config: Config, { only, networks }: Selection): void {
  const ids = config.profiles.map(({ id }) => id);
  const used = config.profiles.map(({ network }) => network);
  const problems: Problem[] = [
    ...(only ?? []).filter((id) => !ids.includes(id)).map((id) => unknown('--only', id, ids)),
    ...(networks ?? []).filter((id) => !used.includes(id)).map((id) => unknown('--network', id, [...new Set(used)])),
  ];
  if (problems.length > 0) throw new UserError(problems);
}

const unknown = (where: string, id: string, known: readonly string[]): Problem => ({
  where,
  message: `profiles.json has no ${JSON.stringify(id)}.`,
  hint:
    known.length === 0 ? 'It has none.' : `It has: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}.`,
});

function visitOf(
  config: Config,
  entry: ProfileEntry,
  directory: Directory,
  selection: Selection,
  { tokens, imports, sessions }: Access,
): Visit {
  const url = new URL(entry.url);
  const closed = directory.closedNetworks.find(({ id }) => id === entry.network) ?? null;
  const network = closed ? null : (directory.networks.find(({ id }) => id === entry.network) ?? null);
  const recognised = network?.recognise(url) ?? plainAccount(url);
  const account = entry.pin ? { ...recognised, pin: entry.pin } : recognised;
  const expectation = expectationOf(config, entry, account.handle, network?.limits ?? {});
  const unread = directory.unreadNetworks.find(({ id }) => id === entry.network) ?? null;
  const facts = factsOf(entry, { network, closed, unread }, account);
  const official = network?.official;
  // Some addresses (older names) are none that the interface could be asked for.
  const isOfficial = official !== undefined && tokens.has(official.token) && official.requests(account, []).length > 0;
  const allowed = (source: Source) => listed(entry.sources, source) && listed(selection.sources, source);
  return {
    entry,
    network,
    closed,
    account,
    sources: [
      ...CLIMB.filter(
        (source) => (network?.sources[source] !== undefined || (source === 'api' && isOfficial)) && allowed(source),
      ),
      ...(network && sessions?.has(network.id) && asksSession(entry, network, selection) ? (['session'] as const) : []),
      ...(network && imports?.has(entry.id) && allowed('import') ? (['import'] as const) : []),
    ],
    isOfficial,
    needed: neededFields(expectation, config, entry).filter((field) => facts.fields.includes(field)),
    expectation,
    facts,
  };
}

/** Which field each check reads, and whether the brand asks for it. */
const NEEDS: readonly { check: CheckId; field: FieldName; asks: (expectation: Expectation) => boolean }[] = [
  { check: 'info.name', field: 'name', asks: ({ name }) => name !== undefined },
  { check: 'info.bio', field: 'bio', asks: asksBio },
  { check: 'info.website', field: 'websites', asks: ({ website }) => website !== undefined },
  { check: 'info.email', field: 'emails', asks: ({ emails }) => emails !== undefined },
  { check: 'info.phone', field: 'phones', asks: ({ phones }) => phones !== undefined },
  { check: 'info.address', field: 'address', asks: ({ address }) => address !== undefined },
  { check: 'info.registration', field: 'kvk', asks: ({ kvk }) => kvk !== undefined },
  { check: 'info.registration', field: 'vat', asks: ({ vat }) => vat !== undefined },
  { check: 'look.logo', field: 'logo', asks: ({ logos }) => logos !== undefined },
  { check: 'look.banner', field: 'banner', asks: ({ banners }) => banners !== undefined },
  { check: 'presence.identity', field: 'pin', asks: ({ pin }) => pin !== undefined },
  { check: 'activity.dormant', field: 'lastActivity', asks: ({ activity }) => activity.intent === 'active' },
];

function neededFields(expectation: Expectation, config: Config, entry: ProfileEntry): FieldName[] {
  return NEEDS.filter(({ check, asks }) => asks(expectation) && isAsked(check, entry, config.settings)).map(
    ({ field }) => field,
  );
}

/** Never by default: only where the profile, or whoever starts the run, names it. */
export const asksSession = (
  { sources }: Pick<ProfileEntry, 'sources'>,
  network: Network,
  selection: Selection,
): boolean =>
  network.session !== undefined &&
  network.sources.browser !== undefined &&
  (sources ?? selection.sources) !== undefined &&
  listed(sources, 'session') &&
  listed(selection.sources, 'session');

const listed = (list: readonly Source[] | undefined, source: Source) => !list || list.includes(source);

const plainAccount = (url: URL): Account => ({
  handle: url.pathname.split('/').filter(Boolean).at(-1) ?? url.hostname,
  kind: 'page',
  host: url.hostname,
  url: url.href,
});

interface Known {
  readonly network: Network | null;
  readonly closed: ClosedNetwork | null;
  readonly unread: UnreadNetwork | null;
}

function factsOf(entry: ProfileEntry, { network, closed, unread }: Known, account: Account): NetworkFacts {
  const pin = entry.pin ?? null;
  return {
    id: entry.network,
    name: (network ?? closed ?? unread)?.name ?? entry.network,
    fields: FIELD_NAMES.filter((field) => (network?.places[field]?.length ?? 0) > 0),
    ...(network?.pins ? { pins: network.pins } : {}),
    limits: network?.limits ?? {},
    ...(network?.phones ? { phones: network.phones } : {}),
    editUrl: network?.links.edit?.(account, pin) ?? null,
    removeUrl: network?.links.remove?.(account, pin) ?? null,
    closed: closed ? { on: closed.closedOn, successor: closed.successor, source: closed.source } : null,
  };
}
