/** Dutch: the words of the messages that tell people of a run. */

import type { MailWords, MessageCounts } from '../mail.ts';
import { nlFormat } from './format.ts';

const { count, number, list } = nlFormat;

function figures({ fresh, back, fixed, asking, unseen }: MessageCounts): string {
  const parts = [
    ...(fresh > back ? [`${number(fresh - back)} nieuw`] : []),
    ...(back > 0 ? [`${number(back)} terug`] : []),
    ...(fixed > 0 ? [`${number(fixed)} opgelost`] : []),
    ...(asking > 0 ? [`${number(asking)} te doen`] : []),
  ];
  if (asking > 0) return parts.join(', ');
  return [...parts, 'niets te doen', ...(unseen > 0 ? [`${number(unseen)} niet gezien`] : [])].join(', ');
}

function news({ fresh, back, fixed }: MessageCounts): string {
  const found = count(fresh, { one: 'nieuwe bevinding', other: 'nieuwe bevindingen' });
  const again =
    back === 0 ? '' : back === fresh ? ' (eerder opgelost, nu terug)' : ` (${number(back)} terug van eerder)`;
  const parts = [...(fresh > 0 ? [`${found}${again}`] : []), ...(fixed > 0 ? [`${number(fixed)} opgelost`] : [])];
  return `Sinds de vorige controle: ${list(parts)}.`;
}

export const nlMail: MailWords = {
  subject: (brand, counts) => `${brand}: ${figures(counts)}`,
  checkedOn: (when) => `Gecontroleerd op ${when}`,
  yours: 'Dit gaat over de profielen waarvan u eigenaar bent.',
  news,
  nothingNew: 'Sinds de vorige controle is er niets veranderd.',
  freshHeading: 'Nieuw: begin hier',
  openHeading: 'Te doen',
  fixedHeading: 'Opgelost',
  lookHeading: 'Kijk zelf',
  fixed: (check, profile) => `${check} op ${profile}`,
  back: 'Weer terug',
  paste: 'Om te plakken',
  owner: (name) => `Eigenaar: ${name}`,
  editProfile: 'Pas het aan (waarschijnlijk hier)',
  openReport: 'Open het hele rapport',
  attached: 'Het hele rapport zit als bijlage bij deze mail. Bewaar het en open het in uw browser.',
  why: {
    owner: 'U krijgt deze mail omdat u eigenaar bent van een of meer profielen in profiles.json.',
    all: 'U krijgt deze mail omdat u in profiles.json staat bij wie alles te horen krijgt.',
  },
  automatic: 'Bijwerken heeft deze mail zelf gemaakt en verstuurd.',
};
