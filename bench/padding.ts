/** Small fixtures made as long as real pages are: the same page, among as much else as networks send along. Seeded. */

/** Shares of what stands around a profile on pages that networks serve: data for scripts, code, sidebars, text. */
const SHARES = { data: 0.55, code: 0.15, markup: 0.2, text: 0.1 };

export const MEGABYTE = 1024 * 1024;

/** The page, made `length` long by what readers have to step over; longer ones stay as they are. */
export function padded(body: string, length = MEGABYTE): string {
  const missing = length - body.length;
  if (missing <= 0) return body;
  if (/^\s*\{/.test(body)) return paddedObject(body, missing);
  if (/^\s*\[/.test(body)) return body;
  const part = (share: number, make: (index: number) => string) => filled(missing * share, make);
  const scripts = [
    `<script type="application/json">{"require":[${part(SHARES.data / 2, dataNode)}null]}</script>`,
    `<script>window.__PAD__={"entities":[${part(SHARES.data / 2, dataNode)}null]};</script>`,
    `<script>${part(SHARES.code, codeLine)}</script>`,
  ].join('\n');
  const aside = `<aside>${part(SHARES.markup, card)}</aside><div class="long">${part(SHARES.text, paragraph)}</div>`;
  const end = body.search(/<\/body\s*>/i);
  const at = end === -1 ? body.length : end;
  return body.slice(0, at) + aside + scripts + body.slice(at);
}

/** Appended as a last key, so that nothing that the readers look for is found later than it was. */
function paddedObject(body: string, missing: number): string {
  const end = body.lastIndexOf('}');
  const comma = /\{\s*$/.test(body.slice(0, end)) ? '' : ',';
  return `${body.slice(0, end)}${comma}"x_padding":[${filled(missing, dataNode)}null]${body.slice(end)}`;
}

function filled(length: number, make: (index: number) => string): string {
  const parts: string[] = [];
  for (let made = 0, index = 0; made < length; index += 1) {
    const part = make(index);
    parts.push(part);
    made += part.length;
  }
  return parts.join('');
}

const WORDS =
  'water dijk oever peil meting vrijwilliger agenda nieuws over contact lees meer deel volg stichting'.split(' ');

const words = (index: number, count: number): string =>
  Array.from({ length: count }, (_, step) => WORDS[(index * 7 + step * 5 + ((index * step) % 3)) % WORDS.length]).join(
    ' ',
  );

const dataNode = (index: number): string =>
  `${JSON.stringify({
    __typename: 'Related',
    id: `9${String(index * 7919).padStart(12, '0')}`,
    text: words(index, 9),
    url: `https://cdn.padding.example/v/t39.30808-1/${index}_n.jpg?stp=dst-jpg&_nc_ohc=${index * 31}`,
    edges: [{ node: { count: index % 977, flag: index % 2 === 0, cursor: null, label: `"${words(index + 1, 3)}"` } }],
  })},`;

const codeLine = (index: number): string =>
  `__d(function(a,b,c){if(a<${index}&&b["m${index}"]){c.exports={x:"${words(index, 2)}",y:[a,{z:${index}}]};}},${index},[1,2]);\n`;

const card = (index: number): string =>
  `<div class="card x1n2onr6 x${index}"><a href="/aanbevolen/${index}?trk=aside" rel="nofollow"><img src="https://cdn.padding.example/${index}.jpg" alt="${words(index, 2)}"><span dir="auto">${words(index, 3)}</span></a><p>${words(index, 6)}</p></div>\n`;

const paragraph = (index: number): string => `<p>${words(index, 60)}.</p>\n`;
