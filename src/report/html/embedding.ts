/** Which pictures stand in the page itself: the small ones, and larger ones while there is room. The rest are links. */

import type { Report } from '../../model/report.ts';

const SMALL = 40 * 1024;
const LARGE = 160 * 1024;
/** For all pictures together: a page that can still be mailed. */
const ROOM = 2 * 1024 * 1024;
const SIGNATURES: readonly { readonly type: string; readonly bytes: readonly number[] }[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** `data:` addresses by asset name, for every picture that a finding shows. */
export function embeddedPictures(
  { profiles }: Report,
  images: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  let room = ROOM;
  for (const name of profiles.flatMap(({ findings }) => findings.flatMap(assetsOf))) {
    const bytes = images.get(name);
    const address = bytes && bytes.length <= (room > 0 ? LARGE : SMALL) ? dataAddress(bytes) : null;
    if (!bytes || address === null || addresses.has(name)) continue;
    addresses.set(name, address);
    room -= bytes.length;
  }
  return addresses;
}

const assetsOf = ({ status, evidence }: Report['profiles'][number]['findings'][number]): string[] =>
  status === 'ok' || status === 'not-applicable'
    ? []
    : evidence.items.flatMap((item) =>
        item.kind === 'image'
          ? [item.expectedAsset, item.foundAsset, item.differenceAsset].filter((name) => name !== null)
          : [],
      );

/** Null for what is no PNG or JPEG. */
export function dataAddress(bytes: Uint8Array): string | null {
  const kind = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  return kind ? `data:${kind.type};base64,${Buffer.from(bytes).toString('base64')}` : null;
}
