/** Controls are asked lazily, once a run for each source, and doubted rather than believed. */

import { describe, expect, test } from 'vitest';
import { type ControlAnswer, controlsOf } from '../src/controls.ts';
import type { Visit } from '../src/model/audit.ts';
import type { Outcome, ProfileCapture, Source } from '../src/model/capture.ts';
import { type GuestSource, NO_DOUBTS } from '../src/model/control.ts';
import type { ProfileReading } from '../src/model/observation.ts';
import { aCapture, aDocument, aProfileCapture } from './support/captured.ts';
import { aVisit } from './support/visits.ts';

/** A capture here is its outcome as the body. */
const captureOf = (outcome: Outcome, source: Source = 'http') =>
  aProfileCapture({ captures: [aCapture({ source, documents: [aDocument({ body: outcome })] })] });

const read = (_: Visit, captures: ProfileCapture['captures']): ProfileReading => {
  const outcome = (captures[0]?.documents[0]?.body ?? 'unreadable') as Outcome;
  const readings = captures.map(({ source, look, at }) => ({
    source,
    look,
    at,
    outcome,
    because: '',
    observation: null,
  }));
  return { outcome, because: '', confirmed: false, observation: null, readings, at: '' };
};

interface Told {
  readonly known?: Outcome | null;
  readonly impossible?: Outcome | null;
  /** What was remembered of another hour says this of both. */
  readonly remembered?: { readonly known: Outcome; readonly impossible: Outcome };
  readonly off?: boolean;
}

function asking({ known = 'profile', impossible = 'not-found', remembered, off = false }: Told) {
  const asked: string[] = [];
  const ask = async (visit: Visit, source: GuestSource, anew: boolean): Promise<ControlAnswer> => {
    asked.push(`${visit.entry.id} ${source}${anew ? ' anew' : ''}`);
    const name = visit.entry.id === 'known' ? 'known' : 'impossible';
    if (remembered && !anew) return { capture: captureOf(remembered[name], source), isRemembered: true };
    const outcome = { known, impossible }[name];
    return { capture: outcome === null ? null : captureOf(outcome, source), isRemembered: false };
  };
  const pair = { known: aVisit({ id: 'known' }), impossible: aVisit({ id: 'impossible' }) };
  const controls = controlsOf(new Map([['netwerk', off ? null : pair]]), { ask, read });
  const doubts = (outcome: Outcome = 'profile', ...sources: readonly Source[]) => {
    const captures = (sources.length > 0 ? sources : (['http'] as const)).map((source) =>
      aCapture({ source, documents: [aDocument({ body: outcome })] }),
    );
    const signal = new AbortController().signal;
    return controls.doubtsOf(aVisit(), aProfileCapture({ captures }), read(aVisit(), captures), signal);
  };
  return { asked, doubts, controls };
}

describe('doubts', () => {
  test('none where the controls are told apart', async () => {
    expect(await asking({}).doubts()).toEqual(NO_DOUBTS);
  });

  test.each(['profile', 'not-found', 'login-wall'] as const)('both %s: blind', async (outcome) => {
    const { doubts, controls } = asking({ known: outcome, impossible: outcome });
    expect(await doubts()).toEqual({ blind: ['http'], unclear: [] });
    expect(await controls.asked()).toMatchObject([{ network: 'netwerk', source: 'http', sight: 'blind' }]);
  });

  test('a control that was not asked is unclear', async () => {
    expect(await asking({ known: null }).doubts()).toEqual({ blind: [], unclear: ['http'] });
    expect(await asking({ impossible: 'timeout' }).doubts()).toEqual({ blind: [], unclear: ['http'] });
    expect(await asking({ off: true }).doubts()).toEqual({ blind: [], unclear: ['http'] });
  });

  test('only guests have controls', async () => {
    const { asked, doubts } = asking({ known: 'login-wall', impossible: 'login-wall' });
    expect(await doubts('profile', 'api', 'session', 'import')).toEqual(NO_DOUBTS);
    expect(asked).toEqual([]);
    expect(await doubts('profile', 'api', 'http', 'browser')).toEqual({ blind: ['http', 'browser'], unclear: [] });
  });

  test('asking that fails is unclear, never an error', async () => {
    const pair = { known: aVisit({ id: 'known' }), impossible: aVisit({ id: 'impossible' }) };
    const ask = () => Promise.reject(new Error('disk'));
    const controls = controlsOf(new Map([['netwerk', pair]]), { ask, read });
    const capture = captureOf('profile');
    const doubts = controls.doubtsOf(aVisit(), capture, read(aVisit(), capture.captures), new AbortController().signal);
    expect(await doubts).toEqual({ blind: [], unclear: ['http'] });
  });
});

describe('how often', () => {
  test('once a run, however many profiles, also side by side', async () => {
    const { asked, doubts } = asking({});
    await Promise.all([doubts(), doubts(), doubts('not-found')]);
    await doubts('not-found');
    expect(asked).toEqual(['known http', 'impossible http']);
  });

  test('what another hour said is enough for what was seen', async () => {
    const { asked, doubts } = asking({ remembered: { known: 'profile', impossible: 'not-found' } });
    expect(await doubts()).toEqual(NO_DOUBTS);
    expect(asked).toHaveLength(2);
  });

  test('an absence is asked of this hour, once', async () => {
    const { asked, doubts } = asking({
      remembered: { known: 'profile', impossible: 'not-found' },
      known: 'not-found',
      impossible: 'not-found',
    });
    await doubts();
    const both = await Promise.all([doubts('not-found'), doubts('suspended')]);
    expect(both).toEqual([
      { blind: ['http'], unclear: [] },
      { blind: ['http'], unclear: [] },
    ]);
    expect(asked.filter((one) => one.endsWith('anew'))).toHaveLength(2);
  });

  test('a doubt of another hour is asked of this one', async () => {
    const { doubts } = asking({ remembered: { known: 'login-wall', impossible: 'login-wall' } });
    expect(await doubts()).toEqual(NO_DOUBTS);
  });
});
