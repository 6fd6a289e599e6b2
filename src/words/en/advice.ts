/** English: what to weigh and whom to ask before an account is let go. */

import type { AdviceWords } from '../words.ts';
import { enFormat } from './format.ts';

const { count, number } = enFormat;

export const enAdvice: AdviceWords = {
  heading: 'Weigh this',
  followers: (amount) =>
    amount === 0
      ? 'Nobody follows this profile.'
      : `This profile has ${count(amount, { one: 'follower', other: 'followers' })}.`,
  followersUnseen: 'We could not see how many followers this profile has.',
  handleIsName: (name) =>
    `The account name is the name of your brand (${name}). Keep it in your own hands, even without posts.`,
  linkedFrom: (websites) => `Your own website links to this profile: ${websites}.`,
  askAboutAudience: (amount) =>
    `First ask whoever decides about this profile for a yes, because it has many followers: ${number(amount)}.`,
  askAboutMissingPin:
    'First ask a colleague whether this really is your account, because your list (profiles.json) has no lasting account number.',
  askAboutUnseenPin:
    'First ask a colleague whether this really is your account, because we could not confirm it by the lasting account number.',
};
