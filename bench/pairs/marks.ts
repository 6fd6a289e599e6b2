/** Marks of brands that do not exist, drawn by chance: shapes, letters, stripes, with or without a ground or a word. */

import type { Chance } from './random.ts';

type Part = {
  kind: Kind;
  x: number;
  y: number;
  size: number;
  turn: number;
  count: number;
  letter: string;
  colour: number;
};

export type Mark = {
  parts: readonly Part[];
  colours: readonly string[];
  /** The mark's own square, filled; null for a mark on nothing. */
  ground: { colour: string; corner: number } | null;
  word: { text: string; colour: string; family: string; weight: number } | null;
};

const KINDS = ['polygon', 'disc', 'ring', 'bars', 'letter', 'wave', 'star', 'arc', 'cross', 'drop', 'dots'] as const;
type Kind = (typeof KINDS)[number];

const FAMILIES = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono'] as const;
const SYLLABLES = ['ba', 'ko', 'ri', 'ven', 'tas', 'lo', 'mi', 'dra', 'sel', 'nu', 'pey', 'gor', 'ha', 'zin'] as const;

export function word(chance: Chance): string {
  const text = Array.from({ length: chance.whole(1, 3) }, () => chance.pick(SYLLABLES)).join('');
  return chance.is(0.3) ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1);
}

const colour = (chance: Chance) =>
  chance.is(0.15)
    ? chance.pick(['#000000', '#111827', '#333333', '#7f8c8d'])
    : `hsl(${chance.whole(0, 359)} ${chance.whole(45, 100)}% ${chance.whole(22, 62)}%)`;

export function mark(chance: Chance): Mark {
  const hasGround = chance.is(0.4);
  const colours = Array.from({ length: chance.whole(1, 3) }, () => colour(chance));
  const parts = Array.from({ length: chance.whole(1, 4) }, (_, k) => part(chance, k, colours.length));
  const word_ = {
    text: word(chance),
    colour: hasGround ? '#ffffff' : colour(chance),
    family: chance.pick(FAMILIES),
    weight: chance.pick([400, 700]),
  };
  return {
    parts,
    colours: hasGround && chance.is(0.7) ? ['#ffffff', ...colours.slice(1)] : colours,
    ground: hasGround ? { colour: colour(chance), corner: chance.pick([0, 0, 40, 90]) } : null,
    word: chance.is(0.3) ? word_ : null,
  };
}

function part(chance: Chance, index: number, colours: number): Part {
  const isMain = index === 0;
  return {
    kind: chance.pick(KINDS),
    x: isMain ? 200 : chance.between(90, 310),
    y: isMain ? 200 : chance.between(90, 310),
    size: isMain ? chance.between(110, 180) : chance.between(35, 90),
    turn: chance.is(0.4) ? 0 : chance.between(0, 360),
    count: chance.whole(3, 7),
    letter: chance.pick([...'ABDEFGHJKLMNPQRSTUVZ'] as [string, ...string[]]),
    colour: index % colours,
  };
}

/** The same idea, drawn again: some parts moved, exchanged or left out. */
export function redrawn(mark: Mark, chance: Chance): Mark {
  const at = chance.whole(0, mark.parts.length - 1);
  const fresh = part(chance, at, mark.colours.length);
  const parts = mark.parts.map((one, k) => (k === at ? { ...fresh, x: one.x, y: one.y } : one));
  return { ...mark, parts };
}

/** The same drawing in other colours: turned round the circle, or without colour. */
export function recoloured(mark: Mark, chance: Chance): Mark {
  const other = () => `hsl(${chance.whole(0, 359)} ${chance.whole(50, 95)}% ${chance.whole(25, 55)}%)`;
  const colours = mark.ground ? mark.colours : mark.colours.map(other);
  return { ...mark, colours, ground: mark.ground && { ...mark.ground, colour: other() } };
}

const points = (all: readonly (readonly [number, number])[]) =>
  all.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
const around = (count: number, radius: (k: number) => number) =>
  Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * k) / count - Math.PI / 2;
    return [radius(k) * Math.cos(angle), radius(k) * Math.sin(angle)] as const;
  });

function shape({ kind, size: s, count, letter }: Part, fill: string): string {
  switch (kind) {
    case 'polygon':
      return `<polygon points="${points(around(count, () => s))}" fill="${fill}"/>`;
    case 'star':
      return `<polygon points="${points(around(2 * count, (k) => (k % 2 ? 0.45 * s : s)))}" fill="${fill}"/>`;
    case 'disc':
      return `<circle r="${0.8 * s}" fill="${fill}"/>`;
    case 'ring':
      return `<circle r="${0.75 * s}" fill="none" stroke="${fill}" stroke-width="${0.06 * count * s}"/>`;
    case 'bars':
      return Array.from({ length: count }, (_, k) => {
        const height = 2 * s * (0.35 + (0.65 * ((k * 7) % count)) / count);
        return `<rect x="${-s + (2 * s * k) / count}" y="${s - height}" width="${(1.4 * s) / count}" height="${height}" fill="${fill}"/>`;
      }).join('');
    case 'letter':
      return `<text y="${0.7 * s}" font-family="DejaVu Sans" font-weight="700" font-size="${2 * s}" text-anchor="middle" fill="${fill}">${letter}</text>`;
    case 'wave':
      return `<path d="M${-s} 0 Q${-s / 2} ${-s} 0 0 T${s} 0" fill="none" stroke="${fill}" stroke-width="${0.08 * count * s}"/>`;
    case 'arc':
      return `<path d="M${-0.8 * s} 0 A${0.8 * s} ${0.8 * s} 0 1 1 0 ${0.8 * s}" fill="none" stroke="${fill}" stroke-width="${0.07 * count * s}" stroke-linecap="round"/>`;
    case 'cross':
      return `<path d="M${-s} 0 H${s} M0 ${-s} V${s}" stroke="${fill}" stroke-width="${0.09 * count * s}"/>`;
    case 'drop':
      return `<path d="M0 ${-s} C${0.9 * s} ${0.1 * s} ${0.6 * s} ${s} 0 ${s} C${-0.6 * s} ${s} ${-0.9 * s} ${0.1 * s} 0 ${-s}Z" fill="${fill}"/>`;
    case 'dots':
      return around(count, () => 0.7 * s)
        .map(([x, y], k) => `<circle cx="${x}" cy="${y}" r="${s * (0.12 + 0.03 * k)}" fill="${fill}"/>`)
        .join('');
  }
}

export type Drawing = { transform?: string; word?: string | null };

/** The mark as an SVG of 400 by 400; its word may be another, or none. */
export function svgOf(mark: Mark, { transform = '', word: given }: Drawing = {}): string {
  const text = given === undefined ? mark.word?.text : given;
  const drawn = mark.parts.map((one) => {
    const fill = mark.colours[one.colour % mark.colours.length] ?? '#000';
    return `<g transform="translate(${one.x} ${one.y}) rotate(${one.turn})">${shape(one, fill)}</g>`;
  });
  const { colour = '', corner = 0 } = mark.ground ?? {};
  const ground = mark.ground ? `<rect width="400" height="400" rx="${corner}" fill="${colour}"/>` : '';
  const symbol = mark.word ? `<g transform="translate(60 20) scale(0.7)">${drawn.join('')}</g>` : drawn.join('');
  const size = Math.min(76, 520 / Math.max(4, text?.length ?? 4));
  const line =
    mark.word && text
      ? `<text x="200" y="375" font-family="${mark.word.family}" font-weight="${mark.word.weight}" font-size="${size}" text-anchor="middle" fill="${mark.word.colour}">${text}</text>`
      : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400"><g transform="${transform}">${ground}${symbol}${line}</g></svg>`;
}
