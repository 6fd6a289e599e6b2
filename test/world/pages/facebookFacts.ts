/** What a played Facebook page is made from, and its addresses. */

import type { Picture } from '../images.ts';
import { numberOf } from '../images.ts';
import type { Place } from '../organisation.ts';

export interface FacebookFacts {
  readonly handle: string;
  readonly id: string;
  readonly name: string;
  readonly likes: number;
  readonly followers: number;
  readonly intro: string;
  readonly website: string;
  readonly place: Place;
  readonly logo: Picture;
  /** The first one is pinned. */
  readonly posts: readonly { readonly at: number; readonly text: string }[];
  /** Some guest answers carry Open Graph tags and nothing else. */
  readonly onlyOpenGraph?: boolean;
}

export const imageUrl = (picture: Picture, size: number, kind = 't39.30808-1'): string =>
  `https://scontent-ams2-1.xx.fbcdn.net/v/${kind}/302681283_${numberOf(picture)}_1241568470433912103_n.jpg?stp=dst-jpg_s${size}x${size}&_nc_cat=101&ccb=1-7&_nc_ht=scontent-ams2-1.xx&oh=00_AfH9nspcSfyuQKVw6S&oe=680F5E5C`;

export const addressOf = ({ handle }: FacebookFacts): string => `https://www.facebook.com/${handle}`;
