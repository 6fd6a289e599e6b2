/** Dutch: what to weigh and whom to ask before an account is let go. */

import type { AdviceWords } from '../words.ts';
import { nlFormat } from './format.ts';

const { count, number } = nlFormat;

export const nlAdvice: AdviceWords = {
  heading: 'Weeg dit mee',
  followers: (amount) =>
    amount === 0
      ? 'Niemand volgt dit profiel.'
      : `Dit profiel heeft ${count(amount, { one: 'volger', other: 'volgers' })}.`,
  followersUnseen: 'Hoeveel volgers dit profiel heeft, konden we niet zien.',
  handleIsName: (name) =>
    `De accountnaam is de naam van uw merk (${name}). Houd die in eigen hand, ook zonder berichten.`,
  linkedFrom: (websites) => `Uw eigen website linkt naar dit profiel: ${websites}.`,
  askAboutAudience: (amount) =>
    `Vraag eerst toestemming aan wie over dit profiel beslist, want het heeft veel volgers: ${number(amount)}.`,
  askAboutMissingPin:
    'Vraag eerst een collega of dit echt uw account is, want in uw lijst (profiles.json) staat geen vast accountnummer.',
  askAboutUnseenPin:
    'Vraag eerst een collega of dit echt uw account is, want met het vaste accountnummer konden we dat niet bevestigen.',
};
