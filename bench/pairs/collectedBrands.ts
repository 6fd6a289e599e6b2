/** Real brands, from a folder that collectMarks.ts filled: alone, on a ground, or with their name under or beside the mark. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { isEmpty, isKnockedOut, redrawnShare, thumbnailOf } from './alike.ts';
import type { Brand, Change } from './brand.ts';
import { type Chance, chance } from './random.ts';

const KINDS = ['mark', 'colour', 'ground', 'word', 'old'] as const;
type Drawings = Partial<Record<(typeof KINDS)[number], string>> & { mark: string };

/** How a brand shows itself. Marks that have no colour of their own take `colour`. */
type Look = {
  mark: string | null;
  word: string | null;
  layout: 'below' | 'beside';
  colour: string;
  wordColour: string;
  ground: { colour: string; corner: number } | null;
};

type Collected = { name: string; drawings: Drawings; look: Look; logo: Buffer; thumbnail: Buffer };

/** So many brands of the folder, by chance. */
export async function collectedBrands(folder: string, count: number, seed: number): Promise<Brand[]> {
  const dice = chance(seed);
  const names = (await readdir(folder)).sort();
  const found: Collected[] = [];
  while (found.length < count && names.length > 0) {
    const [name = ''] = names.splice(dice.whole(0, names.length - 1), 1);
    const drawings = await drawingsIn(join(folder, name));
    if (!drawings) continue;
    const look = lookOf(drawings, dice);
    const logo = await paint(look);
    if (await isEmpty(logo)) continue;
    found.push({ name, drawings, look, logo, thumbnail: await thumbnailOf(logo) });
  }
  return found.map((own) => ({
    name: own.name,
    logo: own.logo,
    changes: (chanceOf) => changesOf(own, found, chanceOf),
    lookalike: async (chanceOf) => nearest(own, found, chanceOf).logo,
  }));
}

async function drawingsIn(folder: string): Promise<Drawings | null> {
  const others: Partial<Record<(typeof KINDS)[number], string>> = {};
  for (const kind of KINDS) {
    const svg = await readFile(join(folder, `${kind}.svg`), 'utf8').catch(() => null);
    if (svg !== null) others[kind] = svg;
  }
  const { mark } = others;
  return mark === undefined ? null : { ...others, mark };
}

const INKS = ['#000000', '#111827', '#1f2937'] as const;
const inkColour = (dice: Chance) =>
  dice.is(0.2) ? dice.pick(INKS) : `hsl(${dice.whole(0, 359)} ${dice.whole(45, 100)}% ${dice.whole(22, 58)}%)`;

const isPlain = (svg: string) => svg.includes('currentColor');

function lookOf({ mark, colour, ground, word }: Drawings, dice: Chance): Look {
  const ink = inkColour(dice);
  const base: Look = { mark, word: null, layout: 'below', colour: ink, wordColour: ink, ground: null };
  if (ground !== undefined && dice.is(0.3)) return { ...base, mark: ground };
  if (word !== undefined && dice.is(0.4)) {
    const layout = dice.pick(['below', 'beside'] as const);
    return {
      ...base,
      mark: dice.is(0.5) ? (colour ?? mark) : mark,
      word,
      layout,
      wordColour: dice.pick([ink, '#111827']),
    };
  }
  if (isPlain(mark) && dice.is(0.35))
    return { ...base, colour: '#ffffff', ground: { colour: ink, corner: dice.pick([0, 0, 50, 90, 200]) } };
  return { ...base, mark: colour !== undefined && dice.is(0.6) ? colour : mark };
}

/** What the brand's other drawings, other colours and other words make of it. */
async function changesOf(own: Collected, all: readonly Collected[], dice: Chance): Promise<Change[]> {
  const { drawings, look } = own;
  const changes: Change[] = [];
  const add = async (label: string, name: string, image: Buffer) => {
    changes.push({ label, class: name, image });
  };
  const looks = (label: string, name: string, changed: Partial<Look>) =>
    paint({ ...look, ...changed }).then((image) => add(label, name, image));

  const transform = dice.pick(['flop', 'left', 'half'] as const);
  await add('variant', 'geometry', await turned(own.logo, transform));
  if (look.mark && isPlain(look.mark)) await looks('variant', 'recolour', otherColours(look, dice));
  else await add('variant', 'recolour', await hueTurned(own.logo, dice));
  if (look.mark === drawings.mark && drawings.colour !== undefined && !look.ground)
    await looks('variant', 'recolour_real', { mark: drawings.colour });
  if (look.mark && isPlain(look.mark) && !look.ground)
    await looks('variant', 'knockout', {
      colour: '#ffffff',
      wordColour: '#ffffff',
      ground: { colour: look.colour, corner: 0 },
    });
  if (drawings.ground !== undefined && look.mark === drawings.mark) {
    const onGround = await paint({ ...look, mark: drawings.ground });
    if (await isKnockedOut(own.logo, onGround)) await add('variant', 'knockout', onGround);
  }
  if (look.word !== null) {
    const others = all.flatMap(({ drawings: { word } }) => (word !== undefined && word !== look.word ? [word] : []));
    const other = others[dice.whole(0, others.length - 1)];
    if (other !== undefined) await looks('variant', 'text_changed', { word: other });
    await looks('variant', 'text_dropped', { word: null });
    await looks('variant', 'wordmark', { mark: null });
  } else if (drawings.word !== undefined) await looks('variant', 'wordmark', { mark: null, word: drawings.word });
  if (drawings.old !== undefined && look.mark === drawings.mark) {
    const older = await paint({ ...look, mark: drawings.old });
    const redrawn = await redrawnShare(own.logo, older);
    if (redrawn > 0.25) await add('outdated', 'outdated', older);
    else if (redrawn > 0.1) await add('outdated', 'outdated_subtle', older);
  }
  return changes;
}

function otherColours({ colour, ground }: Look, dice: Chance): Partial<Look> {
  const was = Number(/hsl\((\d+)/.exec(ground?.colour ?? colour)?.[1] ?? 0);
  const other = `hsl(${(was + dice.whole(60, 300)) % 360} ${dice.whole(60, 100)}% ${dice.whole(28, 58)}%)`;
  if (ground) return { ground: { ...ground, colour: other } };
  return { colour: other, wordColour: other };
}

const SIDE = 400;

/** As PNG of 400 by 400. */
function paint({ mark, word, layout, colour, wordColour, ground }: Look): Promise<Buffer> {
  const margin = ground ? 70 : 0;
  const room = SIDE - 2 * margin;
  const boxes =
    mark !== null && word !== null
      ? layout === 'below'
        ? [
            placed(mark, colour, margin + 0.16 * room, margin, 0.68 * room, 0.68 * room),
            placed(word, wordColour, margin, margin + 0.74 * room, room, 0.24 * room),
          ]
        : [
            placed(mark, colour, margin, margin + 0.34 * room, 0.32 * room, 0.32 * room),
            placed(word, wordColour, margin + 0.36 * room, margin + 0.38 * room, 0.64 * room, 0.24 * room),
          ]
      : [placed(mark ?? word ?? '', colour, margin, margin, room, room)];
  const field = ground ? `<rect width="${SIDE}" height="${SIDE}" rx="${ground.corner}" fill="${ground.colour}"/>` : '';
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">${field}${boxes.join('')}</svg>`,
    ),
  )
    .png()
    .toBuffer();
}

/** A drawing in a box, in the middle, in a colour where it has none of its own. */
function placed(svg: string, colour: string, x: number, y: number, width: number, height: number): string {
  const opened = svg.replace(/<svg\b[^>]*>/, (tag) => {
    const kept = tag.replace(/ (?:width|height|style|x|y|color|preserveAspectRatio)="[^"]*"/g, '');
    return kept.replace('<svg', `<svg x="${x}" y="${y}" width="${width}" height="${height}" color="${colour}"`);
  });
  return opened.replace(/<title>[^<]*<\/title>/, '');
}

function turned(image: Buffer, how: 'flop' | 'left' | 'half'): Promise<Buffer> {
  const one = sharp(image);
  return (how === 'flop' ? one.flop() : one.rotate(how === 'left' ? 90 : 180)).png().toBuffer();
}

/** A drawing in its own colours has no one colour to exchange: all its hues are turned, or taken away. */
function hueTurned(image: Buffer, dice: Chance): Promise<Buffer> {
  const one = dice.is(0.25) ? sharp(image).greyscale() : sharp(image).modulate({ hue: dice.whole(60, 300) });
  return one.toColourspace('srgb').png().toBuffer();
}

/** The most alike of sixty others. */
function nearest(own: Collected, all: readonly Collected[], dice: Chance): Collected {
  const tried = Array.from({ length: 60 }, () => all[dice.whole(0, all.length - 1)] ?? own).filter(
    (one) => one !== own,
  );
  const apart = ({ thumbnail }: Collected) =>
    thumbnail.reduce((sum, value, at) => sum + Math.abs(value - (own.thumbnail[at] ?? 0)), 0);
  return tried.reduce((one, other) => (apart(other) < apart(one) ? other : one));
}
