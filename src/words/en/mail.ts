/** English: the words of the messages that tell people of a run. */

import type { MailWords, MessageCounts } from '../mail.ts';
import { enFormat } from './format.ts';

const { count, number, list } = enFormat;

function figures({ fresh, back, fixed, asking, unseen }: MessageCounts): string {
  const parts = [
    ...(fresh > back ? [`${number(fresh - back)} new`] : []),
    ...(back > 0 ? [`${number(back)} back`] : []),
    ...(fixed > 0 ? [`${number(fixed)} solved`] : []),
    ...(asking > 0 ? [`${number(asking)} to do`] : []),
  ];
  if (asking > 0) return parts.join(', ');
  return [...parts, 'nothing to do', ...(unseen > 0 ? [`${number(unseen)} not seen`] : [])].join(', ');
}

function news({ fresh, back, fixed }: MessageCounts): string {
  const found = count(fresh, { one: 'new finding', other: 'new findings' });
  const again = back === 0 ? '' : back === fresh ? ' (solved before, now back)' : ` (${number(back)} back from before)`;
  const parts = [...(fresh > 0 ? [`${found}${again}`] : []), ...(fixed > 0 ? [`${number(fixed)} solved`] : [])];
  return `Since the previous audit: ${list(parts)}.`;
}

export const enMail: MailWords = {
  subject: (brand, counts) => `${brand}: ${figures(counts)}`,
  checkedOn: (when) => `Audited on ${when}`,
  yours: 'This is about the profiles that you own.',
  news,
  nothingNew: 'Nothing has changed since the previous audit.',
  freshHeading: 'New: start here',
  openHeading: 'To do',
  fixedHeading: 'Solved',
  lookHeading: 'Look for yourself',
  fixed: (check, profile) => `${check} on ${profile}`,
  back: 'Back again',
  paste: 'To paste',
  owner: (name) => `Owner: ${name}`,
  editProfile: 'Change it (probably here)',
  openReport: 'Open the whole report',
  attached: 'The whole report is attached to this mail. Save it and open it in your browser.',
  why: {
    owner: 'You get this mail because you own one or more profiles in profiles.json.',
    all: 'You get this mail because profiles.json names you as one who is told of everything.',
  },
  automatic: 'Bijwerken made and sent this mail by itself.',
};
