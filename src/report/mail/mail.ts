/** A report as a mail: subject, HTML and plain text that say the same. Small enough that Gmail does not clip it. */

import type { Report } from '../../model/report.ts';
import { digestOf } from '../digest.ts';
import type { DigestLimits, DigestOptions } from '../digestOptions.ts';
import { type MailFrame, mailHtml } from './html.tsx';
import { contentId } from './pictures.ts';
import { mailText } from './text.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The asset names of the pictures in it. */
  readonly pictures: readonly string[];
}

/** Gmail clips at 102 KB, as it counts; what is encoded on the way comes on top. */
const MAX_BYTES = 90_000;

const LIMITS: readonly DigestLimits[] = [
  { tasks: 40, findings: 8, text: 1_200 },
  { tasks: 20, findings: 6, text: 800 },
  { tasks: 12, findings: 4, text: 400 },
  { tasks: 8, findings: 3, text: 200 },
  { tasks: 5, findings: 2, text: 120 },
];

export type MailOptions = Omit<DigestOptions, 'limits'> & Pick<MailFrame, 'attached'>;

export function renderMail(report: Report, options: MailOptions): RenderedMail {
  const rendered = (limits: DigestLimits): RenderedMail => {
    const digest = digestOf(report, { ...options, limits });
    const html = mailHtml(digest, options);
    const shown = [...(options.pictures?.sizes.keys() ?? [])].filter((name) => html.includes(`cid:${contentId(name)}`));
    return { subject: digest.subject, html, text: mailText(digest, options), pictures: shown };
  };
  const [first, ...smaller] = LIMITS.map((limits) => () => rendered(limits));
  if (first === undefined) throw new Error('a mail needs limits');
  let mail = first();
  for (const next of smaller) {
    if (Buffer.byteLength(mail.html) <= MAX_BYTES) break;
    mail = next();
  }
  return mail;
}
