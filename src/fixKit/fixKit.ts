/** The pictures to upload: for each finding that asks for one, the brand's file as this network wants it. Pure but for the drawing. */

import type { Decision, ProfileAudit, Verdict } from '../model/audit.ts';
import type { BrandImage } from '../model/config.ts';
import type { CheckId } from '../model/finding.ts';
import type { Kit, KitPicture, KitProblem } from '../model/kit.ts';
import type { WantedPicture } from '../model/network.ts';
import { type Drawn, drawPicture, type PictureKind } from './draw.ts';

export interface FixKit {
  /** By the finding's key. */
  readonly kits: ReadonlyMap<string, Kit>;
  /** Inside the run's folder. */
  readonly files: readonly KitFile[];
}

interface KitFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const KINDS: Readonly<Partial<Record<CheckId, PictureKind>>> = { 'look.logo': 'logo', 'look.banner': 'banner' };

/** There nothing can be uploaded, or it is not ours to. */
const CLOSED_TO_US: readonly Verdict[] = ['gone', 'suspended', 'network-closed', 'taken-over'];

interface Asked {
  readonly key: string;
  readonly kind: PictureKind;
  readonly image: BrandImage;
  readonly wanted: WantedPicture;
  /** Where it is written, but for the extension. */
  readonly path: string;
}

export async function fixKitOf(
  audits: readonly ProfileAudit[],
  images: ReadonlyMap<string, BrandImage>,
): Promise<FixKit> {
  const drawn = new Map<string, Promise<Drawn | KitProblem>>();
  // The same file at the same size is drawn once for all profiles.
  const draw = ({ image, kind, wanted }: Asked) => {
    const name = JSON.stringify([image.sha256, kind, wanted]);
    const before = drawn.get(name);
    if (before) return before;
    // A picture that fails is no reason to lose the run.
    const now = drawPicture(image.bytes, kind, wanted).catch((): KitProblem => 'unreadable');
    drawn.set(name, now);
    return now;
  };
  const kits = new Map<string, Kit>();
  const files: KitFile[] = [];
  for (const asked of audits.flatMap((audit) => askedBy(audit, images))) {
    const outcome = await draw(asked);
    kits.set(asked.key, kitOf(asked, outcome));
    if (typeof outcome !== 'string') files.push({ path: pathOf(asked, outcome), bytes: outcome.bytes });
  }
  return { kits, files };
}

function askedBy({ visit, verdict, decisions }: ProfileAudit, images: ReadonlyMap<string, BrandImage>): Asked[] {
  const { network, entry } = visit;
  if (!network?.pictures || CLOSED_TO_US.includes(verdict)) return [];
  const { pictures } = network;
  return decisions.filter(asksForPicture).flatMap(({ finding }) => {
    const kind = KINDS[finding.check];
    const wanted = kind && pictures[kind];
    const image = images.get(finding.remedy?.file ?? '');
    if (!kind || !wanted || !image) return [];
    const path = `fix-kit/${entry.id}/${kind}-${network.id}-${wanted.width}x${wanted.height}`;
    return [{ key: finding.key, kind, image, wanted, path }];
  });
}

const asksForPicture = ({ status }: Decision): boolean => status === 'deviating' || status === 'absent';

function kitOf(asked: Asked, outcome: Drawn | KitProblem): Kit {
  const { width, height, isRound } = asked.wanted;
  if (typeof outcome === 'string') return { noKit: { reason: outcome, width, height } };
  const kept = Math.round(outcome.kept * 100) / 100;
  const picture: KitPicture = {
    file: pathOf(asked, outcome),
    width,
    height,
    ...(isRound ? { round: true } : {}),
    ...(kept < 1 ? { kept } : {}),
  };
  return { kit: [picture] };
}

const pathOf = ({ path }: Asked, { extension }: Drawn): string => `${path}.${extension}`;
