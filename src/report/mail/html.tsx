/** A message as HTML that mail programs show: no script, no style sheet, no picture, nothing from elsewhere. */

import { renderToString } from 'preact-render-to-string';
import type { Words } from '../../words/index.ts';
import type { Digest } from '../digest.ts';
import { Button, Group, Items, Layout } from './parts.tsx';
import { type MailPictures, NO_PICTURES } from './pictures.ts';
import { STYLE } from './styles.ts';

export interface MailFrame {
  readonly pictures?: MailPictures;
  readonly words: Words;
  readonly scope: 'owner' | 'all';
  readonly attached: boolean;
}

interface Props {
  readonly digest: Digest;
  readonly frame: MailFrame;
}

export function mailHtml(digest: Digest, frame: MailFrame): string {
  const html = renderToString(<Mail digest={digest} frame={frame} />);
  // Foreign text is escaped by now, so that these two elements can only be ours.
  const [before = '', within = '', after = ''] = html.split('<wbr/>');
  return `<!DOCTYPE html>\n${before}${OUTLOOK.open}${within}${OUTLOOK.close}${after}\n`;
}

/** Outlook knows no `max-width`: it alone gets a table of a fixed width around the mail. */
const OUTLOOK = {
  open: '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  close: '<!--[if mso]></td></tr></table><![endif]-->',
};

function Mail({ digest, frame }: Props) {
  const { words } = frame;
  return (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="x-apple-disable-message-reformatting" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <meta name="color-scheme" content="light" />
        <title>{digest.subject}</title>
      </head>
      <body style={STYLE.body}>
        <div style={STYLE.hidden}>{digest.lede}</div>
        <Layout style={STYLE.outer}>
          <tr>
            <td align="center" style={STYLE.cell}>
              <wbr />
              <Frame digest={digest} frame={frame} />
              <wbr />
            </td>
          </tr>
        </Layout>
      </body>
    </html>
  );
}

function Frame({ digest, frame }: Props) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={STYLE.frame}>
      <tbody>
        <tr>
          <td style={STYLE.band}>
            <h1 style={STYLE.brand} dir="auto">
              {digest.brand}
            </h1>
            <p style={STYLE.date}>{digest.checkedOn}</p>
          </td>
        </tr>
        <tr>
          <td align="left" style={STYLE.content}>
            <Content digest={digest} frame={frame} />
          </td>
        </tr>
        <tr>
          <td align="left" style={`${STYLE.footer} ${STYLE.rule}`}>
            <Footer frame={frame} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Content({ digest, frame: { words, scope, attached, pictures = NO_PICTURES } }: Props) {
  const { mail, page } = words;
  return (
    <>
      <p style={STYLE.lede}>{digest.lede}</p>
      {digest.news && <p style={STYLE.p}>{digest.news}</p>}
      {scope === 'owner' && <p style={STYLE.quiet}>{mail.yours}</p>}
      {digest.remarks.map((remark) => (
        <p style={STYLE.remark}>{remark}</p>
      ))}
      {digest.reportUrl && <Button href={digest.reportUrl}>{mail.openReport}</Button>}
      {attached && <p style={STYLE.quiet}>{mail.attached}</p>}
      {digest.groups.map((group) => (
        <Group words={words} pictures={pictures} group={group} />
      ))}
      <Section heading={page.missingHeading} items={digest.missing} more={0} words={words} />
      <Section heading={mail.fixedHeading} items={digest.fixed.items} more={digest.fixed.more} words={words} />
      <Section heading={mail.lookHeading} items={digest.look.items} more={digest.look.more} words={words} />
    </>
  );
}

interface SectionProps {
  readonly heading: string;
  readonly items: readonly string[];
  readonly more: number;
  readonly words: Words;
}

function Section({ heading, items, more, words }: SectionProps) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 style={STYLE.h2}>{heading}</h2>
      <Items items={items} />
      {more > 0 && <p style={STYLE.quiet}>{words.page.more(more)}</p>}
    </>
  );
}

const Footer = ({ frame: { words, scope } }: Pick<Props, 'frame'>) => (
  <>
    <p style={STYLE.quiet}>{words.page.footer}</p>
    <p style={STYLE.quiet}>
      {words.mail.why[scope]} {words.mail.automatic}
    </p>
  </>
);
