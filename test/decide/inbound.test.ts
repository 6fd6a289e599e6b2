/** Which of the organisation's own websites link to a profile that may be let go. */

import { describe, expect, test } from 'vitest';
import { withInboundLinks } from '../../src/decide/inbound.ts';
import type { ProfileAudit } from '../../src/model/audit.ts';
import { accountAt, networks } from '../../src/networks/index.ts';
import { anAudit, decision, finding } from '../support/decisions.ts';
import { aContext } from '../support/subject.ts';
import { aVisit } from '../support/visits.ts';

const ADVICE = { followers: 12, bigAudience: false, pin: 'missing', handleIsName: null } as const;
const SITE = 'https://voorbeeld.example';

const website = (links: readonly string[] | null | undefined, url = SITE): ProfileAudit =>
  anAudit({
    visit: aVisit({ id: 'site', url }),
    reading: aContext({ values: links === undefined ? {} : { links } }).reading,
  });

function asleep(id: string, url: string): ProfileAudit {
  const network = networks.find((one) => one.id === id);
  if (!network) throw new Error(`no network ${id}`);
  const account = accountAt(new URL(url), network);
  const dormant = finding('activity.dormant', 'deviating', { advice: ADVICE }, 'activity.dormant');
  return anAudit({ visit: aVisit({ id: 'p', url }, { network, account }), decisions: [decision(dormant)] });
}

const linkedFrom = (audits: readonly ProfileAudit[]) =>
  withInboundLinks(audits)
    .flatMap(({ decisions }) => decisions)
    .map(({ finding: { advice } }) => advice?.linkedFrom);

describe('a website of the same run', () => {
  test.each([
    ['x', 'https://x.com/voorbeeld', 'https://x.com/voorbeeld', true],
    ['x', 'https://x.com/voorbeeld', 'https://twitter.com/Voorbeeld?lang=nl', true],
    ['x', 'https://x.com/voorbeeld', 'https://x.com/voorbeeld_nl', false],
    ['x', 'https://x.com/voorbeeld', 'https://facebook.com/voorbeeld', false],
    ['linkedin', 'https://www.linkedin.com/company/voorbeeld', 'https://nl.linkedin.com/company/voorbeeld/', true],
    ['mastodon', 'https://social.example/@voorbeeld', 'https://social.example/@voorbeeld', true],
    // The same name on another server is another account.
    ['mastodon', 'https://social.example/@voorbeeld', 'https://elders.example/@voorbeeld', false],
    ['bluesky', 'https://bsky.app/profile/voorbeeld.example', 'https://bsky.app/profile/voorbeeld.example', true],
    ['x', 'https://x.com/voorbeeld', 'geen adres', false],
  ])('%s: %s is linked to by %s: %s', (network, url, link, isLinked) => {
    expect(linkedFrom([website([link]), asleep(network, url)])).toEqual([isLinked ? [SITE] : []]);
  });

  test('each of several is named', () => {
    const link = ['https://x.com/voorbeeld'];
    const audits = [website(link), website([], 'https://stil.example'), website(link, 'https://tweede.example')];
    expect(linkedFrom([...audits, asleep('x', 'https://x.com/voorbeeld')])).toEqual([[SITE, 'https://tweede.example']]);
  });
});

test.each([
  ['none', []],
  ['one whose links were not seen', [website(undefined)]],
  ['one without links', [website(null)]],
])('of websites there is %s: nothing is said', (_, sites) => {
  expect(linkedFrom([...sites, asleep('x', 'https://x.com/voorbeeld')])).toEqual([undefined]);
});

test('what asks no advice stays as it is', () => {
  const audits = [website([]), anAudit({ decisions: [decision(finding('info.name', 'deviating'))] })];
  expect(withInboundLinks(audits)).toEqual(audits);
});
