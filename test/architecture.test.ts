/** The diagram of the house: who may import whom, and where the world may be touched. This test is the rule. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { closedNetworks, networks, unreadNetworks } from '../src/networks/index.ts';

const root = path.resolve(import.meta.dirname, '../src');

/** Folders of ours that each folder may import from, besides itself; and packages (with Node's own modules as `node:…`). */
const RULES: Readonly<Record<string, { ours: readonly string[]; packages: readonly string[] }>> = {
  model: { ours: [], packages: ['node:crypto', 'cheerio'] },
  compare: {
    ours: [],
    packages: [
      'sharp',
      'pixelmatch',
      'libphonenumber-js',
      'diff',
      'tldts',
      'iso8601-duration',
      'node:crypto',
      'node:url',
    ],
  },
  read: { ours: ['model'], packages: ['cheerio', 'libphonenumber-js', 'node:crypto', 'node:url'] },
  networks: { ours: ['model', 'read'], packages: [] },
  checks: { ours: ['model', 'compare'], packages: ['node:crypto'] },
  plan: { ours: ['model'], packages: [] },
  init: { ours: ['model'], packages: [] },
  decide: { ours: ['model'], packages: [] },
  words: { ours: ['model'], packages: [] },
  fixKit: { ours: ['model', 'compare'], packages: ['sharp'] },
  report: {
    ours: ['model', 'words'],
    packages: [
      'preact',
      'preact-render-to-string',
      'diff',
      'd3-scale',
      'd3-shape',
      'node:crypto',
      'node:buffer',
      'node:zlib',
      'node:fs',
    ],
  },
  disk: { ours: [], packages: ['node:crypto', 'node:fs'] },
  config: {
    ours: ['model'],
    packages: [
      'ajv',
      'ajv-formats',
      'jsonc-parser',
      'fastest-levenshtein',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:util',
    ],
  },
  capture: {
    ours: ['model', 'disk'],
    packages: [
      'playwright',
      'undici',
      'p-limit',
      'ipaddr.js',
      'tldts',
      ...[
        'child_process',
        'crypto',
        'events',
        'fs',
        'http',
        'module',
        'net',
        'os',
        'path',
        'stream',
        'tls',
        'url',
        'util',
        'zlib',
      ].map((name) => `node:${name}`),
    ],
  },
  deliver: {
    ours: ['model', 'words', 'disk'],
    packages: ['ajv', 'ajv-formats', 'nodemailer', 'node:crypto', 'node:fs', 'node:net', 'node:path'],
  },
};

/** Files at the top of `src`, which put the stages together; `run.ts` is the engine and knows only the pure middle. */
const MIDDLE = ['model', 'decide', 'plan', 'read', 'checks'];
const TOP: Readonly<Record<string, readonly string[]>> = {
  'run.ts': [...MIDDLE, 'auditProfile.ts'],
  'auditProfile.ts': MIDDLE,
};

const PURE = ['model', 'compare', 'read', 'networks', 'checks', 'plan', 'init', 'decide', 'words', 'report', 'fixKit'];

interface SourceFile {
  readonly name: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.split(path.sep).join('/'))
  .map((name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    const folder = name.includes('/') ? (name.split('/')[0] ?? '') : '';
    return { name, folder, text, imports: importsOf(text) };
  });

function importsOf(text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const target = (file: SourceFile, specifier: string) =>
  path.posix.normalize(path.posix.join(path.posix.dirname(file.name), specifier));
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Code without comments and texts, so that words in them do not count. */
const bare = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");

test('there is a house to check', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(new Set(files.map(({ folder }) => folder).filter(Boolean))).toEqual(new Set([...Object.keys(RULES), 'cli']));
});

describe.each(Object.entries(RULES))('%s', (folder, { ours, packages }) => {
  const own = files.filter((file) => file.folder === folder);

  test('imports only the folders below it', () => {
    const wrong = own.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => target(file, specifier))
        .filter((name) => ![folder, ...ours].includes(name.split('/')[0] ?? ''))
        .map((name) => `${file.name} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('imports only the packages that are its own', () => {
    const wrong = own.flatMap((file) =>
      file.imports
        .filter((specifier) => !specifier.startsWith('.') && !packages.includes(packageOf(specifier)))
        .map((specifier) => `${file.name} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});

test('the engine knows only the pure middle', () => {
  const wrong = Object.entries(TOP).flatMap(([name, allowed]) =>
    files
      .filter((file) => file.name === name)
      .flatMap(({ imports }) => imports.filter((specifier) => specifier.startsWith('./')))
      .filter((specifier) => !allowed.includes(specifier.split('/')[1] ?? '')),
  );
  expect(wrong).toEqual([]);
});

test('imports form no cycle', () => {
  const graph = new Map(
    files.map((file) => [
      file.name,
      file.imports.filter((each) => each.startsWith('.')).map((each) => target(file, each)),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (name: string, trail: readonly string[]) => {
    if (trail.includes(name)) cycles.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
    if (done.has(name) || trail.includes(name)) return;
    for (const next of graph.get(name) ?? []) walk(next, [...trail, name]);
    done.add(name);
  };
  for (const name of graph.keys()) walk(name, []);
  expect(cycles).toEqual([]);
});

describe('the world enters through one record', () => {
  const touches: readonly { what: RegExp; allowed: readonly string[] }[] = [
    { what: /\bDate\.now\b/, allowed: ['world.ts'] },
    { what: /\bnew Date\(\s*\)/, allowed: ['world.ts'] },
    { what: /\b(?:setTimeout|setInterval)\b/, allowed: ['world.ts'] },
    { what: /\bMath\.random\b/, allowed: ['world.ts'] },
    { what: /\bAbortSignal\.timeout\b/, allowed: [] },
    { what: /\bprocess\.env\b/, allowed: ['audit.ts', 'cli/'] },
    { what: /\bconsole\./, allowed: [] },
    { what: /\bprocess\.exit\(/, allowed: ['cli/'] },
  ];

  test.each(touches)('$what', ({ what, allowed }) => {
    const wrong = files.filter(
      ({ name, text }) =>
        !allowed.some((each) => name === each || (each.endsWith('/') && name.startsWith(each))) &&
        what.test(bare(text)),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('names are looked up there alone', () => {
    expect(
      files.filter(({ imports }) => imports.some((each) => /^(?:node:)?dns/.test(each))).map(({ name }) => name),
    ).toEqual(['world.ts']);
  });

  test('the pure folders know no process', () => {
    const wrong = files.filter(({ folder, text }) => PURE.includes(folder) && /\bprocess\./.test(bare(text)));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

test('every file says what it is for', () => {
  const silent = files.filter(({ text }) => !/^(?:#![^\n]*\n)?\/\*\*/.test(text));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('checks know no network by name', () => {
  const ids = [...networks, ...unreadNetworks, ...closedNetworks].map(({ id }) => id);
  const named = new RegExp(`['"](?:${ids.join('|')})['"]`);
  const wrong = files.filter(({ folder, text }) => folder === 'checks' && named.test(text));
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('URL.canParse is not used: Node 20 gets it wrong once it is compiled', () => {
  const users = files.filter(({ text }) => bare(text).includes('canParse')).map(({ name }) => name);
  expect(users).toEqual([]);
});
