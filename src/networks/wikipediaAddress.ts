/** Which article of Wikipedia an address names, in which language. Talk, users, categories and searches are none. */

import { isUrl } from '../model/isUrl.ts';
import type { Account } from '../model/network.ts';
import { decoded } from '../read/text.ts';

const HOST = /^([a-z]{2,3}(?:-[a-z]{2,8}){0,2}|simple)(?:\.m)?\.wikipedia\.org$/;
const PATHS = [
  /^\/wiki\/(.{1,800})$/,
  /^\/(?:api\/rest_v1\/page\/(?:summary|html|title|mobile-html)|w\/rest\.php\/v1\/page)\/([^/]{1,800})/,
];
/** Before a colon, in the languages around us and in all (English). */
const NAMESPACES = new Set(
  (
    'special talk user wikipedia file image mediawiki template help category portal draft module media ' +
    'speciaal overleg gebruiker bestand sjabloon categorie portaal ' +
    'spezial diskussion benutzer datei vorlage hilfe kategorie ' +
    'spécial discussion utilisateur fichier modèle aide catégorie portail ' +
    'especial discusión usuario usuaria archivo plantilla ayuda categoría ' +
    'speciale utente categoria aiuto wp'
  ).split(' '),
);

export function recognise({ protocol, hostname, pathname, searchParams }: URL): Account | null {
  const language = /^https?:$/.test(protocol) ? HOST.exec(hostname)?.[1] : undefined;
  if (language === undefined) return null;
  const isApi = pathname === '/w/api.php' || pathname === '/w/index.php';
  const inPath = PATHS.map((path) => path.exec(pathname)?.[1]).find((written) => written !== undefined);
  const written = isApi ? (searchParams.get('titles') ?? searchParams.get('title') ?? '') : (inPath ?? '');
  const title = decoded(written).replace(/[ _]+/g, '_').replace(/^_|_$/g, '').normalize('NFC');
  const [before, ...after] = title.toLowerCase().split(':');
  const isElsewhere = after.length > 0 && NAMESPACES.has((before ?? '').split('_')[0] ?? '');
  if (title === '' || isElsewhere || /[#<>[\]{}|]/.test(title)) return null;
  const handle = `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
  const host = `${language}.wikipedia.org`;
  return { handle, kind: 'article', host, url: `https://${host}/wiki/${encodeURIComponent(handle)}` };
}

export const titleIn = (address: string): string | undefined =>
  isUrl(address) ? recognise(new URL(address))?.handle : undefined;
