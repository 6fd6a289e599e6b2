/** What a person answers of, when looking at a page by hand: the check that each answer stands for. */

import type { HandField } from './config.ts';
import type { CheckId } from './finding.ts';

export const HAND_FIELDS: Readonly<Partial<Record<CheckId, HandField>>> = {
  'look.logo': 'logo',
  'look.banner': 'banner',
  'info.name': 'name',
  'info.handle': 'handle',
  'info.bio': 'bio',
  'info.website': 'website',
  'info.email': 'email',
  'info.phone': 'phone',
  'info.address': 'address',
  'info.registration': 'registration',
};
