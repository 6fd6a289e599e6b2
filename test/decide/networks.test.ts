/** What there is to mind about the sources of a night: told once, and only where it matters. */

import { describe, expect, test } from 'vitest';
import { networksOf, sourceNotices, tokenNotices } from '../../src/decide/networks.ts';
import type { AuditedSource } from '../../src/model/audit.ts';
import type { ControlledSource } from '../../src/model/control.ts';
import { anAudit } from '../support/decisions.ts';
import { AT } from '../support/subject.ts';
import { aVisit } from '../support/visits.ts';

const aSource = (parts: Partial<AuditedSource> = {}): AuditedSource => ({
  source: 'http',
  look: 1,
  at: AT,
  outcome: 'profile',
  because: '',
  status: 200,
  requestedUrl: '',
  finalUrl: '',
  sha256: '',
  isLost: false,
  ...parts,
});

const controlled = (parts: Partial<ControlledSource>): ControlledSource => ({
  network: 'x',
  source: 'http',
  sight: 'sees',
  known: 'profile',
  impossible: 'not-found',
  because: '',
  isKnownLost: false,
  ...parts,
});

const audits = (...sources: readonly AuditedSource[]) => [anAudit({ visit: aVisit({ network: 'x' }), sources })];
const notices = (sources: readonly AuditedSource[], controls: readonly ControlledSource[]) =>
  sourceNotices(networksOf(audits(...sources), controls), controls).map(({ code, args }) => `${args.source} ${code}`);

const walled = controlled({ sight: 'blind', known: 'challenge', impossible: 'challenge' });
const both = [aSource(), aSource({ source: 'browser' })];

describe('notices of sources', () => {
  test('none where the controls are told apart', () => expect(notices([aSource()], [controlled({})])).toEqual([]));

  test('a wall for everybody is told only where nothing else sees', () => {
    expect(notices([aSource()], [walled])).toEqual(['http source-blind']);
    expect(notices(both, [walled, controlled({ source: 'browser' })])).toEqual([]);
    expect(notices(both, [walled, { ...walled, source: 'browser' }])).toEqual([
      'http source-blind',
      'browser source-blind',
    ]);
  });

  test('what calls everybody absent, or a profile, is always told', () => {
    const seeing = controlled({ source: 'browser' });
    for (const outcome of ['not-found', 'profile'] as const) {
      const blind = controlled({ sight: 'blind', known: outcome, impossible: outcome });
      expect(notices(both, [blind, seeing])).toEqual(['http source-blind']);
    }
  });

  test('a control that could not be asked is always told', () => {
    const unclear = controlled({ sight: 'unclear', known: 'timeout', because: 'x' });
    expect(notices(both, [unclear, controlled({ source: 'browser' })])).toEqual(['http control-not-asked']);
  });

  test('a reader that fits none of several pages is told, walls or not', () => {
    const lost = aSource({ outcome: 'unreadable', isLost: true });
    const known = controlled({ sight: 'unclear', known: 'unreadable', impossible: 'unreadable', isKnownLost: true });
    expect(notices([lost], [known])).toContain('http reader-no-longer-fits');
    expect(notices([lost], [])).toEqual([]);
    expect(notices([lost, aSource()], [known])).not.toContain('http reader-no-longer-fits');
  });
});

test('a token is told of once, the worst that was said of it', () => {
  const variable = 'BIJWERKEN_X_TOKEN';
  const sources = [
    aSource({ source: 'api', token: { state: 'ok', variable } }),
    aSource({ source: 'api', token: { state: 'missing-scope', variable, scope: 'users.read' } }),
  ];
  expect(tokenNotices(audits(...sources))).toEqual([
    { code: 'token-missing-scope', severity: 'warning', network: 'x', args: { variable, scope: 'users.read' } },
  ]);
  expect(tokenNotices(audits(aSource({ source: 'api', token: { state: 'ok', variable } })))).toEqual([]);
});
