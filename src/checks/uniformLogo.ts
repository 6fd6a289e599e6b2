/** The logos of an organisation's own profiles beside each other, where the brand has none to hold them against. */

import { compareLogo } from '../compare/logo/compareLogo.ts';
import { pixelHash } from '../compare/logo/pixelHash.ts';
import type { ProfileAudit } from '../model/audit.ts';
import type { Asset, ImageEvidence } from '../model/finding.ts';
import { placeOf } from './evidence.ts';
import type { Majority } from './majority.ts';
import { type Picture, pictureMajority, type Resemblance } from './pictureMajority.ts';
import { shownPicture } from './pictures.ts';
import type { Shown, UniformField } from './uniformField.ts';

/** Enough to see what is what, and small enough for a report that is mailed. */
const MAX_SIZE = 400;

export const uniformLogo: UniformField = {
  field: 'logo',
  check: 'look.logo',
  stated: ({ logos }) => (isGiven(logos) ? true : undefined),
  values: (audit) => {
    const picture = isGiven(audit.visit.expectation.logos) ? null : logoOf(audit);
    const url = audit.reading.observation?.logo?.value?.url;
    return picture && url ? [{ text: url, keys: [picture.asset.name] }] : [];
  },
  picture: logoOf,
  majority: (voices) => pictureMajority(voices.filter(hasPicture), resemble),
  isPast: () => false,
};

const isGiven = (logos: ProfileAudit['visit']['expectation']['logos']): boolean => (logos?.value.length ?? 0) > 0;

const hasPicture = (shown: Shown): shown is Shown & { readonly picture: Picture } => shown.picture !== undefined;

/** Null where it was not seen: it did not come, or is no picture. */
function logoOf({ reading, images }: ProfileAudit): Picture | null {
  const url = reading.observation?.logo?.value?.url;
  return images.find((image) => image.url === url && image.picture)?.picture ?? null;
}

/** Networks cut and colour pictures, and the judge looks for the one in the other: it is asked both ways round. */
async function resemble(one: Picture, other: Picture): Promise<Resemblance> {
  const there = await verdictOn(other, one);
  if (there === 'same') return { likeness: 'same', isDefault: false };
  const back = await verdictOn(one, other);
  const isClear = there !== 'undecided' && back !== 'undecided';
  return {
    likeness: back === 'same' ? 'same' : isClear ? 'different' : 'unknown',
    isDefault: back === 'placeholder',
  };
}

const verdictOn = async (seen: Picture, beside: Picture) =>
  (await compareLogo(seen.asset.bytes, [{ image: beside.asset.bytes, role: 'primary' }])).verdict;

export interface ToldLogo {
  readonly evidence: ImageEvidence;
  /** What a waiver binds to. */
  readonly normalised: string;
  readonly assets: readonly Asset[];
}

/** The picture beside the one that the others show. `accepted`: pictures by the value that a waiver accepts. */
export async function besideLogo(
  shown: Shown,
  { leader, odd }: Majority<Shown>,
  accepted: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<ToldLogo> {
  const evidence: ImageEvidence = {
    ...placeOf('logo', shown.place),
    ...{ kind: 'image', differenceAsset: null, expectedFile: null, score: null, pixelHash: null },
    // What is alike is shown as it stands in the report anyway.
    expectedAsset: leader.picture?.asset.name ?? null,
    foundAsset: shown.picture?.asset.name ?? null,
    foundUrl: shown.values[0]?.text ?? null,
  };
  if (!odd.includes(shown) || !leader.picture || !shown.picture) return { evidence, normalised: '', assets: [] };
  const expected = await shownPicture(leader.picture.asset.bytes, MAX_SIZE);
  const found = await shownPicture(shown.picture.asset.bytes, MAX_SIZE);
  const hash = await pixelHash(shown.picture.asset.bytes);
  return {
    evidence: {
      ...evidence,
      expectedAsset: expected?.name ?? null,
      foundAsset: found?.name ?? null,
      pixelHash: hash,
    },
    normalised: (await asWaived(shown.audit, shown.picture, accepted)) ?? hash,
    assets: [expected, found].flatMap((one) => one ?? []),
  };
}

const NAMED = 'logo: ';

/** The hash that a waiver of this profile names, where the network has only compressed that picture anew. */
async function asWaived(
  { visit }: ProfileAudit,
  picture: Picture,
  accepted: ReadonlyMap<string, Uint8Array>,
): Promise<string | null> {
  for (const { check, accepts } of visit.entry.waivers ?? []) {
    const isOfLogo = check === 'info.uniform' && accepts.startsWith(NAMED);
    const bytes = isOfLogo ? accepted.get(accepts) : undefined;
    const before = bytes && (await compareLogo(picture.asset.bytes, [{ image: bytes, role: 'primary' }]));
    if (before?.verdict === 'same') return accepts.slice(NAMED.length);
  }
  return null;
}
