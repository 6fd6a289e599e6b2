/** Small parts that all the played pages share: escaping, weight, and dates as networks word them. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** JSON that may stand inside a script element. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003C');

export const jsonLd = (value: unknown, attributes = ''): string =>
  `<script type="application/ld+json"${attributes}>${inScript(value)}</script>`;

/** Numbers that look drawn by lot and are the same every time. */
export function lots(seed: string): () => number {
  let state = [...seed].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** About `bytes` of settings such as these pages ship by the hundred kilobytes. Means nothing. */
export function ballast(seed: string, bytes: number): string {
  const lot = lots(seed);
  const parts: string[] = [];
  for (let size = 0; size < bytes; ) {
    const number = Math.floor(lot() * 9_000_000) + 1_000_000;
    const part = `"${number}":{"result":${lot() < 0.5},"hash":"AT${Math.floor(lot() * 1e15).toString(36)}","rollout":${Math.floor(lot() * 100)}}`;
    parts.push(part);
    size += part.length + 1;
  }
  return `{${parts.join(',')}}`;
}

const UNITS = [
  { ms: 31_557_600_000, nl: ['jaar', 'jaar'], en: 'y' },
  { ms: 2_629_800_000, nl: ['maand', 'maanden'], en: 'mo' },
  { ms: 604_800_000, nl: ['week', 'weken'], en: 'w' },
  { ms: 86_400_000, nl: ['dag', 'dagen'], en: 'd' },
  { ms: 3_600_000, nl: ['uur', 'uur'], en: 'h' },
] as const;

/** `3 weken geleden`, or `3w`. */
export function ago(at: number, now: number, language: string): string {
  const unit = UNITS.find(({ ms }) => now - at >= ms) ?? UNITS[4];
  const count = Math.max(1, Math.floor((now - at) / unit.ms));
  if (language === 'nl') return `${count} ${unit.nl[count === 1 ? 0 : 1]} geleden`;
  return `${count}${unit.en}`;
}

export const count = (value: number, language: string): string =>
  value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-US');

/** The text up to a length, whole words, with the sign that it was cut. */
export function cut(text: string, length: number, sign: string): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length - sign.length))}${sign}`;
}
