/** The fix kit: pictures drawn from the brand's files in the size that a network wants, or why there is none. */

/** A file to upload. */
export interface KitPicture {
  /** Path inside the run's folder: `fix-kit/<profile>/logo-x-400x400.png`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** The network shows it in a circle. */
  readonly round?: true;
  /** The share of the brand's picture that is left where it had to be cropped, 0..1. */
  readonly kept?: number;
}

export const KIT_PROBLEMS = [
  /** The brand's file has too few pixels to be drawn sharply at this size. */
  'too-small',
  /** White on nothing: on the white that networks put behind it, it would not be seen. */
  'not-visible',
  /** Nothing is drawn in it. */
  'blank',
  /** It cannot be drawn: too many pixels, too slow, or broken. */
  'unreadable',
  /** In no format it stays below what the network takes. */
  'too-many-bytes',
  /** The image library is not installed here. */
  'no-decoder',
] as const;
export type KitProblem = (typeof KIT_PROBLEMS)[number];

/** Why no picture could be drawn. */
export interface NoKit {
  readonly reason: KitProblem;
  /** The size that the network wants. */
  readonly width: number;
  readonly height: number;
}

/** What a finding's remedy has besides the brand's file. */
export interface Kit {
  readonly kit?: readonly KitPicture[];
  readonly noKit?: NoKit;
}

/** The only paths that a kit's pictures have, so that a stored report cannot name another file. */
const KIT_PATH =
  /^fix-kit\/[a-z0-9][a-z0-9-]{0,62}\/(?:logo|banner)-[a-z0-9-]{1,40}-[1-9]\d{0,4}x[1-9]\d{0,4}\.(?:png|jpg)$/;

export const isKitPath = (path: string): boolean => KIT_PATH.test(path);
