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

interface Told {
  readonly evidence: ImageEvidence;
  readonly assets: readonly Asset[];
}

/** The picture beside the one that the others show. */
export async function besideLogo(shown: Shown, { leader, odd }: Majority<Shown>): Promise<Told> {
  // What is alike is shown as it stands in the report anyway.
  const pictureOf = async ({ picture }: Shown) =>
    picture && (odd.includes(shown) ? await shownPicture(picture.asset.bytes, MAX_SIZE) : picture.asset);
  const [expected, found] = [await pictureOf(leader), await pictureOf(shown)];
  const evidence: ImageEvidence = {
    ...placeOf('logo', shown.place),
    kind: 'image',
    expectedAsset: expected?.name ?? null,
    foundAsset: found?.name ?? null,
    ...{ differenceAsset: null, expectedFile: null, score: null },
    foundUrl: shown.values[0]?.text ?? null,
    pixelHash: shown.picture && odd.includes(shown) ? await pixelHash(shown.picture.asset.bytes) : null,
  };
  return { evidence, assets: odd.includes(shown) ? [expected, found].flatMap((one) => one ?? []) : [] };
}
