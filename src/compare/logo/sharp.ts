/** The image library, where it is installed: its binary is an optional package, and without it no picture can be judged. */

import type sharp from 'sharp';

export type ImageLibrary = typeof sharp;

let loading: Promise<ImageLibrary | null> | undefined;

/** Null when it is not installed here, or not for this machine. */
export function loadSharp(): Promise<ImageLibrary | null> {
  loading ??= import('sharp').then(
    (found) => found.default,
    () => null,
  );
  return loading;
}
