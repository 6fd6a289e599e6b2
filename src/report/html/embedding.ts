/** Which pictures stand in the page itself: the small ones, and larger ones while there is room. The rest are links. */

import { isKitPath } from '../../model/kit.ts';
import type { Report } from '../../model/report.ts';

const SMALL = 40 * 1024;
const LARGE = 160 * 1024;
/** For all pictures together: a page that can still be mailed. */
const ROOM = 2 * 1024 * 1024;
/** For what is there to be uploaded; the files stand beside the page as well. */
const KIT_ROOM = 640 * 1024;
const SIGNATURES: readonly { readonly type: string; readonly bytes: readonly number[] }[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** `data:` addresses by asset name, for every picture that a finding shows. */
export function embeddedPictures(
  { profiles }: Report,
  images: ReadonlyMap<string, Uint8Array>,
  brandPictures: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  let room = ROOM;
  for (const name of profiles.flatMap(({ findings }) => findings.flatMap((one) => assetsOf(one, brandPictures)))) {
    const bytes = images.get(name);
    const address = bytes && bytes.length <= (room > 0 ? LARGE : SMALL) ? dataAddress(bytes) : null;
    if (!bytes || address === null) continue;
    addresses.set(name, address);
    room -= bytes.length;
  }
  let kitRoom = Math.min(room, KIT_ROOM);
  for (const name of profiles.flatMap(({ findings }) => findings.flatMap(kitOf))) {
    const bytes = images.get(name);
    const address = bytes && bytes.length <= Math.min(kitRoom, LARGE) ? dataAddress(bytes) : null;
    if (!bytes || address === null) continue;
    addresses.set(name, address);
    kitRoom -= bytes.length;
  }
  return addresses;
}

const kitOf = ({ remedy }: Finding): string[] => (remedy.kit ?? []).map(({ file }) => file).filter(isKitPath);

type Finding = Report['profiles'][number]['findings'][number];

function assetsOf({ status, expected, evidence }: Finding, brandPictures: ReadonlyMap<string, string>): string[] {
  if (status === 'ok' || status === 'not-applicable') return [];
  return evidence.items.flatMap((item) => {
    if (item.kind !== 'image') return [];
    const wanted = expected === null ? undefined : brandPictures.get(expected);
    const names = [item.expectedAsset, item.foundAsset, item.differenceAsset, wanted];
    return names.filter((name) => typeof name === 'string');
  });
}

/** A finding may show the former logo that was recognised; the right one then comes from another finding. */
export function brandPicturesOf({ profiles }: Report): ReadonlyMap<string, string> {
  const items = profiles.flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence.items));
  return new Map(
    items.flatMap((item): [string, string][] =>
      item.kind === 'image' && item.expectedFile !== null && item.expectedAsset !== null
        ? [[item.expectedFile, item.expectedAsset]]
        : [],
    ),
  );
}

/** Null for what is no PNG or JPEG. */
export function dataAddress(bytes: Uint8Array): string | null {
  const kind = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  return kind ? `data:${kind.type};base64,${Buffer.from(bytes).toString('base64')}` : null;
}
