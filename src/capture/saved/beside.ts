/** Which file beside a page that was saved "complete" is the image at an address. Pure: names only. */

import { isUrl } from '../../model/isUrl.ts';

const EXTENSION = /\.(?:png|jpe?g|jfif|gif|webp|avif|bmp|ico)$/i;

/**
 * The page's own link into the folder names its file; an address on the web is found by its last part, as browsers name
 * what they save. Null where two files may be meant.
 */
export function imageBeside(url: string, folder: string, names: readonly string[]): string | null {
  if (!isUrl(url)) return null;
  const parts = new URL(url).pathname.split('/').map(decoded);
  const last = parts.at(-1) ?? '';
  if (last === '' || last === '.' || last === '..' || /[\\/\0]/.test(last)) return null;
  if (parts.at(-2) === folder) return names.includes(last) ? last : null;
  const bare = last.replace(EXTENSION, '').toLowerCase();
  const found = names.filter((name) => {
    const stem = name.replace(EXTENSION, '').toLowerCase();
    // Browsers write `1(1).jpg` and `1 (1).jpg` for a second file of that name.
    return stem === bare || stem.replace(/ ?\(\d{1,4}\)$/, '') === bare;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
