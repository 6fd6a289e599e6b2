/** What each network's sources can see, as a table for the terminal and as data. Pure. */

import type { Lifecycle, Network } from '../model/network.ts';
import { FIELD_NAMES, type FieldName } from '../model/observation.ts';

/** Fields that a reader of the table cares for; the rest serve the checks. */
const SHOWN: readonly FieldName[] = FIELD_NAMES.filter(
  (field) => !['links', 'created', 'movedTo', 'closed'].includes(field),
);

export interface NetworkRow {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  /** For each field the sources that can see it, in the order in which they are asked; [] where the network has none. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly sources: readonly SourceRow[];
  readonly limits: Network['limits'];
  /** The addresses that each run asks to see whether the network still tells a profile from an absence. */
  readonly controls: { readonly known: string; readonly impossible: string } | null;
  readonly reviewed: string;
}

export interface SourceRow {
  readonly source: string;
  readonly needs: readonly string[];
  /** Of an interface: `verified` when real answers were read, else the documentation that was followed. */
  readonly known?: string;
}

const VERIFIED = 'verified';
const NEVER_MET = 'never met';

export function rowOf(network: Network, lifecycle: readonly Lifecycle[]): NetworkRow {
  const { id, name, hosts = [], limits, controls } = network;
  const canonical = (address: string) => network.recognise(new URL(address))?.url ?? address;
  return {
    id,
    name,
    hosts,
    fields: Object.fromEntries(SHOWN.map((field) => [field, sourcesSeeing(network, field)])),
    sources: sourcesOf(network),
    limits,
    controls: controls ? { known: canonical(controls.known), impossible: canonical(controls.impossible) } : null,
    reviewed: lifecycle.find((each) => each.id === id)?.reviewed ?? '',
  };
}

function sourcesOf({ sources, official }: Network): readonly SourceRow[] {
  const guests = (['http', 'browser'] as const).filter((source) => sources[source]);
  return [
    ...(official
      ? [
          {
            source: 'api (official)',
            needs: [official.token, ...official.scopes],
            known: official.isVerified ? VERIFIED : `from documentation, ${official.followed}, ${NEVER_MET}`,
          },
        ]
      : []),
    ...(sources.api
      ? [{ source: 'api', needs: [], known: sources.api.isMet ? VERIFIED : `from documentation, ${NEVER_MET}` }]
      : []),
    ...guests.map((source) => ({ source, needs: source === 'browser' ? ['a browser'] : [] })),
  ];
}

/** A place in an API's answer is seen through the API, every other in a page. */
function sourcesSeeing({ places, sources, official }: Network, field: FieldName): readonly string[] {
  const all = places[field] ?? [];
  const isIn = { api: all.some(({ origin }) => origin === 'api'), page: all.some(({ origin }) => origin !== 'api') };
  const isOfficial = official !== undefined && !official.lacks?.includes(field);
  const api = isIn.api ? [...(isOfficial ? ['api (official)'] : []), ...(sources.api ? ['api'] : [])] : [];
  const pages = isIn.page ? (['http', 'browser'] as const).filter((source) => sources[source]) : [];
  return [...api, ...pages];
}

const MARKS: readonly (readonly [string, string])[] = [
  ['api (official)', 'T'],
  ['api', 'A'],
  ['http', 'H'],
  ['browser', 'B'],
];

/** One line a network: which source sees which field. */
export function overviewText(rows: readonly NetworkRow[], others: readonly Lifecycle[]): string {
  const width = Math.max(...rows.map(({ id }) => id.length));
  const heads = SHOWN.map((field) => HEADS[field] ?? field);
  const line = ({ id, fields }: NetworkRow) =>
    `${id.padEnd(width)}  ${SHOWN.map((field, index) => marks(fields[field] ?? []).padEnd(heads[index]?.length ?? 0)).join('  ')}`;
  return [
    `${''.padEnd(width)}  ${heads.join('  ')}`,
    ...rows.map((row) => line(row).trimEnd()),
    '',
    'T official API with a token · A open API or feed · H plain request · B browser · - no such field, or not seen',
    'A saved page (import), a look by hand and, where it is named, a session of your own see what a person sees.',
    '',
    ...lifeLines(others),
    '',
    'bijwerken networks NAME says more of one; --json prints it all, the addresses of the controls included.',
  ].join('\n');
}

const HEADS: Readonly<Partial<Record<FieldName, string>>> = {
  websites: 'site',
  emails: 'mail',
  phones: 'phone',
  address: 'addr.',
  followers: 'foll.',
  lastActivity: 'activity',
  tagline: 'tagline',
  banner: 'banner',
  logo: 'logo',
};

const marks = (sources: readonly string[]): string =>
  MARKS.filter(([source]) => sources.includes(source))
    .map(([, mark]) => mark)
    .join('') || '-';

/** What became of the others. */
const lifeLines = (others: readonly Lifecycle[]): readonly string[] =>
  others.map(({ name, state, since, successor }) => {
    if (state === 'active') return `${name}: known by name; this version has no reader for it`;
    const to = successor ? ` into ${successor}` : '';
    return `${name}: ${state}${state === 'closed' ? '' : to} on ${since ?? '?'}`;
  });

/** All of one network. */
export function networkText({ id, name, hosts, fields, sources, limits, controls, reviewed }: NetworkRow): string {
  const width = Math.max(...SHOWN.map(({ length }) => length));
  const limitOf = (field: string) => Object.entries(limits).find(([key]) => key === field)?.[1];
  const fieldLine = (field: FieldName) => {
    const limit = limitOf(field);
    const seen = fields[field] ?? [];
    return `  ${field.padEnd(width)}  ${seen.join(', ') || '-'}${limit ? ` (at most ${limit.max} ${limit.unit})` : ''}`;
  };
  return [
    `${name} (${id}), last reviewed ${reviewed}`,
    ...(hosts.length > 0 ? [`Hosts: ${hosts.join(', ')}`] : []),
    '',
    'Sources, in the order in which they are asked:',
    ...sources.map(
      ({ source, needs, known }) =>
        `  ${[source, ...(known ? [known] : []), ...(needs.length > 0 ? [`needs ${needs.join(', ')}`] : [])].join('; ')}`,
    ),
    '',
    'Which source sees which field:',
    ...SHOWN.map(fieldLine),
    '',
    controls
      ? `Controls: ${controls.known} (known) and ${controls.impossible} (impossible)`
      : 'Controls: none; another host says nothing of this one.',
  ].join('\n');
}
