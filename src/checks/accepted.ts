/** A picture that a waiver accepted and that the network compressed anew: it is named by what was accepted, so that the waiver holds. */

import { compareBanner } from '../compare/banner/compareBanner.ts';
import { compareLogo } from '../compare/logo/compareLogo.ts';
import type { Context } from '../model/check.ts';
import type { Judgement } from '../model/finding.ts';

/** Only what the judge calls the same picture; the finding itself, and what it shows, stay as they are. */
export async function asAccepted(judgement: Judgement, { accepted, images }: Context): Promise<Judgement> {
  if (!accepted || (judgement.status !== 'deviating' && judgement.status !== 'absent')) return judgement;
  const shown = judgement.evidence.flatMap((item) => (item.kind === 'image' && item.pixelHash ? [item] : []))[0];
  const image = shown && images.find(({ url, bytes }) => url === shown.foundUrl && bytes.length > 0);
  if (!shown?.pixelHash || !image || accepted.has(shown.pixelHash)) return judgement;
  for (const [hash, bytes] of accepted) {
    const { verdict } = await (shown.field === 'banner'
      ? compareBanner(image.bytes, [bytes])
      : compareLogo(image.bytes, [{ image: bytes, role: 'primary' }], { pictures: false }));
    if (verdict === 'same') return { ...judgement, normalised: hash };
  }
  return judgement;
}
