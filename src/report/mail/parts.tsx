/** What a mail is built of: tables and inline styles, since Outlook knows no others. Everything is escaped by the renderer. */

import type { ComponentChildren } from 'preact';
import type { Words } from '../../words/index.ts';
import type { Digest } from '../digest.ts';
import type { DigestFinding, DigestTask } from '../digestTask.ts';
import { contentId, type MailPictures } from './pictures.ts';
import { STYLE, severityTag, verdictBar } from './styles.ts';

export interface PartProps {
  readonly words: Words;
  readonly pictures: MailPictures;
}

/** A table for layout: `role` keeps it from being read aloud as one. */
export const Layout = ({ style = '', children }: { readonly style?: string; readonly children: ComponentChildren }) => (
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={style}>
    <tbody>{children}</tbody>
  </table>
);

export const Anchor = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a href={href} style={STYLE.link} target="_blank" rel="noopener noreferrer nofollow">
    {children}
  </a>
);

export function Button({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin: 12px 0 16px;">
      <tbody>
        <tr>
          <td style={STYLE.buttonCell}>
            <a href={href} style={STYLE.button} target="_blank" rel="noopener noreferrer nofollow">
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export const Items = ({
  items,
  ordered = false,
}: {
  readonly items: readonly string[];
  readonly ordered?: boolean;
}) => {
  const lines = items.map((item) => (
    <li style={STYLE.item}>
      <span dir="auto">{item}</span>
    </li>
  ));
  return ordered ? <ol style={STYLE.list}>{lines}</ol> : <ul style={STYLE.list}>{lines}</ul>;
};

export function Group({ words, pictures, group }: PartProps & { readonly group: Digest['groups'][number] }) {
  return (
    <>
      <h2 style={STYLE.h2}>{group.heading}</h2>
      {group.items.map((task) => (
        <Task words={words} pictures={pictures} task={task} />
      ))}
      {group.more > 0 && <p style={STYLE.quiet}>{words.page.more(group.more)}</p>}
    </>
  );
}

function Task({ words, pictures, task }: PartProps & { readonly task: DigestTask }) {
  const { mail, page } = words;
  return (
    <Layout style="margin: 12px 0 0;">
      <tr>
        <td style={verdictBar(task.verdict)}>
          <h3 style={STYLE.task}>
            {task.action && `${task.action}: `}
            {task.url ? <Anchor href={task.url}>{task.network}</Anchor> : task.network}{' '}
            <span style={STYLE.id}>{task.id}</span>
          </h3>
          {task.owner && (
            <p style={STYLE.meta} dir="auto">
              {mail.owner(task.owner)}
            </p>
          )}
          {task.findings.map((finding) => (
            <Finding words={words} pictures={pictures} finding={finding} />
          ))}
          {task.more > 0 && <p style={STYLE.quiet}>{page.more(task.more)}</p>}
          <Advice words={words} task={task} />
          {task.editUrl && (
            <p style={`${STYLE.quiet} margin-top: 10px;`}>
              <Anchor href={task.editUrl}>{mail.editProfile}</Anchor>
            </p>
          )}
        </td>
      </tr>
    </Layout>
  );
}

function Finding({ words, pictures, finding }: PartProps & { readonly finding: DigestFinding }) {
  const { page, mail } = words;
  const { label, sentence, tag, severity, expectedLabel, expected, found, paste, remedy } = finding;
  const picture = (name: string | null | undefined, what: string) =>
    name ? <Picture name={name} pictures={pictures} alt={`${label}: ${what}`} /> : null;
  // The long address of a picture says nothing beside the picture.
  const pictureFound = pictures.sizes.has(finding.pictures?.found ?? '')
    ? picture(finding.pictures?.found, page.finding.found)
    : null;
  return (
    <>
      <p style={STYLE.finding}>
        <strong>{label}</strong> <span style={severityTag(severity)}>{words.severities[severity]}</span>
        {tag && <span style={STYLE.label}> {tag}</span>}
        <br />
        <span dir="auto">{sentence}</span>
      </p>
      {(expected !== null || found !== null) && (
        <Layout>
          {expected !== null && (
            <Side label={expectedLabel} value={expected} style={STYLE.expected}>
              {picture(finding.pictures?.expected, expectedLabel)}
            </Side>
          )}
          {expected !== null && <Gap />}
          <Side
            label={page.finding.found}
            value={pictureFound ? null : (found ?? page.finding.nothing)}
            style={STYLE.found}
          >
            {pictureFound}
          </Side>
          {paste !== null && <Gap />}
          {paste !== null && <Side label={mail.paste} value={paste} style={STYLE.paste} />}
        </Layout>
      )}
      {remedy && (
        <p style={`${STYLE.quiet} margin-top: 6px;`}>
          <strong>{page.finding.remedy}.</strong> <span dir="auto">{remedy}</span>
        </p>
      )}
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly value: string | null;
  readonly style: string;
  readonly children?: ComponentChildren;
}

function Side({ label, value, style, children }: SideProps) {
  return (
    <tr>
      <td style={style}>
        <p style={STYLE.label}>{label}</p>
        {children}
        {value !== null && (
          <p style={STYLE.value} dir="auto">
            {value}
          </p>
        )}
      </td>
    </tr>
  );
}

function Picture({ name, pictures, alt }: { name: string; pictures: MailPictures; alt: string }) {
  const size = pictures.sizes.get(name);
  if (!size) return null;
  return <img src={`cid:${contentId(name)}`} width={size.width} height={size.height} alt={alt} style={STYLE.picture} />;
}

const Gap = () => (
  <tr>
    <td style={STYLE.gap}>&nbsp;</td>
  </tr>
);

/** The careful steps, in the mail itself: nobody should let an account go by its first line. */
function Advice({ words, task }: Pick<PartProps, 'words'> & { readonly task: DigestTask }) {
  if (task.advice === null) return null;
  return (
    <>
      <p style={`${STYLE.p} margin-top: 10px;`}>{task.advice}</p>
      {task.weigh.length > 0 && (
        <>
          <p style={STYLE.label}>{words.advice.heading}</p>
          <Items items={task.weigh} />
        </>
      )}
      <p style={STYLE.label}>{words.page.profile.steps}</p>
      <Items items={task.steps} ordered />
    </>
  );
}
