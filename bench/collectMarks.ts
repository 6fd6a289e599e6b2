/**
 * Puts drawings of real brands, from npm packages that were installed somewhere, in a folder that logoPairs.ts reads:
 * npx tsx bench/collectMarks.ts --from DIR/node_modules --out DIR [--older DIR/node_modules] [--without FILE]
 * A brand gets BRAND/mark.svg, and as far as there are any colour.svg, ground.svg, word.svg and old.svg.
 * With --only icon the brands are plain signs, as many a small organisation has one; with --signs DIR it also gets those
 * that default pictures are made of.
 */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

type Kind = 'mark' | 'colour' | 'ground' | 'word' | 'old';
type Drawings = Map<string, Partial<Record<Kind, string>>>;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    out: { type: 'string' },
    /** The same packages in an older version: drawings that changed become `old`. */
    older: { type: 'string' },
    /** Where the signs of default pictures go. */
    signs: { type: 'string' },
    /** Only the brands of one package: lobe, token or icon. */
    only: { type: 'string', default: '' },
    /** Names to leave out, one a line: the brands that the judge is to be measured on. */
    without: { type: 'string' },
  },
});

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { from, out, older, without } = values;
  if (from === undefined || out === undefined)
    throw new Error('Usage: npx tsx bench/collectMarks.ts --from node_modules --out DIR');
  const left = new Set(without === undefined ? [] : (await readFile(without, 'utf8')).split('\n').map(plain));
  const brands = await collected(from);
  const before = older === undefined ? new Map() : await collected(older);
  let written = 0;
  for (const [name, drawings] of brands) {
    if (drawings.mark === undefined || !name.startsWith(values.only) || left.has(plain(name.replace(/^[a-z]+-/, ''))))
      continue;
    const old = before.get(name)?.mark;
    const all = { ...drawings, ...(old !== undefined && old !== drawings.mark ? { old } : {}) };
    await mkdir(join(out, name), { recursive: true });
    for (const [kind, svg] of Object.entries(all)) await writeFile(join(out, name, `${kind}.svg`), svg);
    written += 1;
  }
  console.log(`${written} brands in ${out}`);
  if (values.signs !== undefined) await writeSigns(from, values.signs);
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

async function collected(from: string): Promise<Drawings> {
  const found: Drawings = new Map();
  await addLobe(found, join(from, '@lobehub/icons-static-svg/icons'));
  await addTokens(found, join(from, '@iconify-json/token-branded/icons.json'));
  for (const [set, name, svg] of await icons(from))
    if (A_BRANDS.test(name)) add(found, `icon-${set}-${name}`, 'mark', svg);
  return found;
}

const SETS = ['tabler', 'ph', 'bi', 'ion', 'carbon'] as const;
const A_BRANDS =
  /^(plus|cross|leaf|tree|heart|star|home|house|sun|moon|drop|droplet|flag|shield|key|bolt|lightning|fish|cloud|car|tooth|paw|book|anchor|bell|bike|bicycle|bird|boat|bridge|bulb|bus|candle|carrot|cat|crown|diamond|dog|ear|egg|eye|feather|fire|flame|flower|gift|globe|hammer|hand|horse|lamp|letter-[a-z]|lighthouse|lock|mountain|music|music-note|pencil|pill|plant|rocket|sailboat|scissors|ship|snowflake|stethoscope|train|trophy|umbrella|wheel|wind|windmill|asterisk|hexagon|triangle|circle|square|cube|infinity|peace|yin-yang|ambulance|hospital|medical-cross|barbell|basketball|football)(-(bold|fill|filled|outline|sharp|2|light))?$/;
const A_SIGN =
  /^(user|person|people|users|group|profile|account|image|photo|picture|camera|building|office|business|company|avatar|contact|id-badge|identification|portrait)(-(alt|circle|square|fill|filled|outline|duotone|bold|sharp|avatar|profile|rectangle|focus|2|community|bounding-box|badge))*$/;

/** Icons of the sets that are installed. */
async function icons(from: string): Promise<[set: string, name: string, svg: string][]> {
  const found: [string, string, string][] = [];
  for (const set of SETS) {
    const read = await readFile(join(from, '@iconify-json', set, 'icons.json'), 'utf8').catch(() => null);
    const parsed: unknown = read === null ? null : JSON.parse(read);
    if (!isCollection(parsed)) continue;
    const side = parsed.width ?? 16;
    for (const [name, { body }] of Object.entries(parsed.icons))
      found.push([set, name, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${body}</svg>`]);
  }
  return found;
}

async function writeSigns(from: string, out: string): Promise<void> {
  const signs = (await icons(from)).filter(([, name]) => A_SIGN.test(name));
  await mkdir(out, { recursive: true });
  for (const [set, name, svg] of signs) await writeFile(join(out, `${set}-${name}.svg`), svg);
  console.log(`${signs.length} signs in ${out}`);
}

function add(to: Drawings, name: string, kind: Kind, svg: string): void {
  to.set(name, { [kind]: svg, ...to.get(name) });
}

const SUFFIXES: readonly (readonly [suffix: string, kind: Kind])[] = [
  ['-color', 'colour'],
  ['-text', 'word'],
];

async function addLobe(to: Drawings, folder: string): Promise<void> {
  for (const file of (await readdir(folder)).sort()) {
    const name = file.replace(/\.svg$/, '');
    if (/-(brand|text-cn|text-color|avatar)/.test(name)) continue;
    const [suffix, kind] = SUFFIXES.find(([end]) => name.endsWith(end)) ?? ['', 'mark'];
    add(to, `lobe-${name.slice(0, name.length - suffix.length)}`, kind, await readFile(join(folder, file), 'utf8'));
  }
}

async function addTokens(to: Drawings, file: string): Promise<void> {
  const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!isCollection(parsed)) throw new Error(`${file} is not a collection of icons`);
  for (const [name, { body }] of Object.entries(parsed.icons)) {
    const isGround = name.endsWith('-background');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
    if (name.length > 2) add(to, `token-${name.replace(/-background$/, '')}`, isGround ? 'ground' : 'mark', svg);
  }
}

function isCollection(value: unknown): value is { icons: Record<string, { body: string }>; width?: number } {
  return typeof value === 'object' && value !== null && 'icons' in value && typeof value.icons === 'object';
}
