import { describe, expect, test } from 'vitest';
import type { ProfileStages, RunInput } from '../src/auditProfile.ts';
import { needsSecondLook } from '../src/capture/capture.ts';
import { exists } from '../src/checks/exists.ts';
import { judge } from '../src/checks/judge.ts';
import { name } from '../src/checks/name.ts';
import type { ProfileAudit, Visit } from '../src/model/audit.ts';
import type { Capture, Outcome, ProfileCapture } from '../src/model/capture.ts';
import { NO_DOUBTS } from '../src/model/control.ts';
import type { ProfileReading } from '../src/model/observation.ts';
import { UserError } from '../src/model/problem.ts';
import { type Captures, runAudit, type Stages } from '../src/run.ts';
import { aCapture, aDocument, anImage, aProfileCapture } from './support/captured.ts';
import { finding } from './support/decisions.ts';
import { anObservation } from './support/subject.ts';
import { aVisit, SETTINGS } from './support/visits.ts';

const NOW = '2026-11-23T03:00:00.000Z';

/** A page here is its outcome, and a name: `profile Voorbeeld`, `not-found`. */
const page = (said: string, look: 1 | 2 = 1): Capture => aCapture({ look, documents: [aDocument({ body: said })] });

const captureOf = ({ entry }: Visit, ...captures: Capture[]): ProfileCapture =>
  aProfileCapture({ profile: entry.id, url: entry.url, captures });

function read(_: Visit, captures: readonly Capture[]): ProfileReading {
  const readings = captures.map(({ source, look, at, documents: [document] }) => {
    const [outcome = 'unreadable', found = null] = (document?.body ?? '').split(' ');
    const because = document?.failure?.detail ?? `it says ${outcome}`;
    const known = outcome === '' ? 'unreadable' : (outcome as Outcome);
    const observation = known === 'profile' ? anObservation({ name: found }) : null;
    return { source, look, at, outcome: known, because, observation };
  });
  const [first] = readings;
  const confirmed = readings.some(({ look, outcome }) => look === 2 && outcome === first?.outcome);
  const { outcome = 'unreadable', because = 'nothing was captured', observation = null, at = '' } = first ?? {};
  return { outcome, because, observation, confirmed, readings, at: at ?? '' };
}

interface Fakes extends Partial<Omit<Stages, 'captures'>> {
  readonly captures?: Partial<Captures>;
}

const stages = ({ captures, ...others }: Fakes): Stages => ({
  read,
  needsSecondLook,
  judge: (context) => judge(context, [name], [exists]),
  judgeTogether: () => new Map(),
  doubtsOf: async () => NO_DOUBTS,
  picture: async () => null,
  severities: { 'presence.exists': 'error', 'info.name': 'error' },
  ...others,
  captures: {
    first: async (visit) => captureOf(visit, page('profile Voorbeeld')),
    again: async (_, first) => first,
    photograph: async (capture) => capture,
    keep: async (capture) => capture,
    ...captures,
  },
});

const visits = (...ids: string[]): Visit[] => ids.map((id) => aVisit({ id }));

interface Run extends Fakes, Partial<Omit<RunInput, 'settings'>> {
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

const run = ({
  visits: all = visits('a', 'b', 'c'),
  concurrency = 2,
  signal,
  previous = null,
  now = NOW,
  ...fakes
}: Run) =>
  runAudit(
    { visits: all, settings: { ...SETTINGS, concurrency }, previous, now },
    stages(fakes),
    signal ?? new AbortController().signal,
  );

const verdicts = (audits: readonly ProfileAudit[]) =>
  audits.map(({ visit, verdict }) => `${visit.entry.id} ${verdict}`);

const codes = (audit: ProfileAudit | undefined) => audit?.decisions.map(({ finding }) => finding.code);

/** A promise that is kept when it is told to. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('the order', () => {
  test('is that of profiles.json, whoever is done first', async () => {
    const last = gate();
    const done: string[] = [];
    const { audits, complete } = await run({
      captures: {
        first: async (visit) => {
          if (visit.entry.id === 'a') await last.opened;
          return captureOf(visit, page('profile Voorbeeld'));
        },
      },
      onDone: ({ visit }) => {
        done.push(visit.entry.id);
        if (visit.entry.id === 'c') last.open();
      },
    });
    expect(done).toEqual(['b', 'c', 'a']);
    expect(verdicts(audits).map((each) => each[0])).toEqual(['a', 'b', 'c']);
    expect(complete).toBe(true);
  });

  test.each([1, 2, 3])('not more than %i at once', async (concurrency) => {
    let now = 0;
    let most = 0;
    await run({
      concurrency,
      visits: visits('a', 'b', 'c', 'd', 'e', 'f'),
      captures: {
        first: async (visit) => {
          most = Math.max(most, ++now);
          await new Promise((resolve) => setImmediate(resolve));
          now -= 1;
          return captureOf(visit, page('profile Voorbeeld'));
        },
      },
    });
    expect(most).toBe(concurrency);
  });

  test('nothing planned is a whole run', async () => {
    expect(await run({ visits: [] })).toEqual({ audits: [], complete: true });
  });
});

describe('the second look', () => {
  const asked = async (answers: Readonly<Record<string, string>>, again: string) => {
    const log: string[] = [];
    const all = Object.keys(answers);
    const { audits } = await run({
      visits: visits(...all),
      captures: {
        first: async (visit) => {
          log.push(`first ${visit.entry.id}`);
          return captureOf(visit, page(answers[visit.entry.id] ?? ''));
        },
        again: async (visit, first) => {
          log.push(`again ${visit.entry.id}`);
          return { ...first, captures: [...first.captures, page(again, 2)] };
        },
        keep: async (capture) => {
          log.push(`keep ${capture.profile} ${capture.captures.length}`);
          return capture;
        },
      },
    });
    return { log, audits };
  };

  test('comes after all first looks, for absences alone, and both are kept', async () => {
    const { log, audits } = await asked(
      { a: 'not-found', b: 'login-wall', c: 'profile Voorbeeld', d: 'suspended' },
      'not-found',
    );
    const later = log.slice(log.findIndex((each) => each.startsWith('again')));
    expect(later.sort()).toEqual(['again a', 'again d', 'keep a 2', 'keep d 2']);
    expect(verdicts(audits)).toEqual(['a gone', 'b unverifiable', 'c unverifiable', 'd unverifiable']);
  });

  test('that sees something else confirms nothing', async () => {
    const { audits } = await asked({ a: 'not-found' }, 'timeout');
    expect(verdicts(audits)).toEqual(['a unverifiable']);
    expect(codes(audits[0])).toContain('presence.not-found-unconfirmed');
  });

  test('that fails leaves the absence unconfirmed', async () => {
    const { audits } = await run({
      visits: visits('a'),
      captures: {
        first: async (visit) => captureOf(visit, page('not-found')),
        again: () => Promise.reject(new TypeError('a bug')),
      },
    });
    expect(codes(audits[0])).toContain('presence.not-found-unconfirmed');
  });

  test('what a replay has confirmed needs none', async () => {
    const { audits } = await run({
      visits: visits('a'),
      captures: {
        first: async (visit) => captureOf(visit, page('not-found'), page('not-found', 2)),
        again: () => Promise.reject(new Error('must not be asked')),
      },
    });
    expect(verdicts(audits)).toEqual(['a gone']);
  });
});

test('nothing is asked of a network that is closed, or that has no reader', async () => {
  const started: string[] = [];
  const { audits } = await run({
    visits: [aVisit({ id: 'a' }, { network: null })],
    captures: { first: () => Promise.reject(new Error('must not be asked')) },
    onStart: ({ entry }) => started.push(entry.id),
  });
  expect(started).toEqual(['a']);
  expect(audits[0]).toMatchObject({
    verdict: 'unverifiable',
    sources: [],
    reading: { because: 'nothing was captured' },
  });
});

describe('the picture of what deviates', () => {
  const shot = new Uint8Array([1, 2, 3]);
  const photograph: Captures['photograph'] = async (capture) => ({
    ...capture,
    captures: capture.captures.map((each) => ({ ...each, screenshot: shot })),
  });

  test('is taken and kept for what deviates, and not for what is right', async () => {
    const kept: string[] = [];
    const keep: Captures['keep'] = async (capture) => {
      kept.push(`${capture.profile}${capture.captures.some(({ screenshot }) => screenshot) ? ' with picture' : ''}`);
      return capture;
    };
    const said: Readonly<Record<string, string>> = { a: 'profile Voorbeeld', b: 'profile Anders', c: 'login-wall' };
    const first: Captures['first'] = async (visit) => captureOf(visit, page(said[visit.entry.id] ?? ''));
    const { audits } = await run({ concurrency: 1, captures: { first, keep, photograph } });
    const pictures = audits.map(({ sources }) => sources.filter(({ screenshot }) => screenshot).length);
    expect(audits.map(({ verdict }) => verdict)).toEqual(['unverifiable', 'inconsistent', 'unverifiable']);
    expect(pictures).toEqual([1, 1, 1]);
    expect(kept).toEqual(['a', 'a with picture', 'b', 'b with picture', 'c', 'c with picture']);
  });

  test('a camera that fails costs the picture alone', async () => {
    const failing: Captures['photograph'] = async () => {
      throw new Error('no light');
    };
    const first: Captures['first'] = async (visit) => captureOf(visit, page('profile Anders'));
    const { audits } = await run({ captures: { first, photograph: failing } });
    expect(audits.map(({ verdict }) => verdict)).toEqual(['inconsistent', 'inconsistent', 'inconsistent']);
  });
});

describe('beside each other', () => {
  const odd = (id: string) => finding('info.uniform', 'deviating', { key: `${id}/info.uniform`, normalised: 'x' });
  const bio = { bio: { value: 'Wij helpen.', origin: 'dom', source: 'http', locator: 'p' } } as const;
  /** All right by themselves, so that the last stage alone makes a difference. */
  const seen: Fakes['read'] = (visit, captures) => {
    const reading = read(visit, captures);
    return { ...reading, observation: reading.observation && { ...reading.observation, ...bio } };
  };
  const severities = { 'info.name': 'error', 'info.uniform': 'warning' } as const;

  test('a finding of the last stage is decided like any other, and who got another verdict is told again', async () => {
    const told: string[] = [];
    const tell = (when: string) => (audit: ProfileAudit) =>
      told.push(`${when} ${audit.visit.entry.id} ${audit.verdict}`);
    const { audits } = await run({
      concurrency: 1,
      read: seen,
      severities,
      judgeTogether: (all) =>
        new Map(all.map(({ visit: { entry } }) => [entry.id, entry.id === 'b' ? [odd('b')] : []])),
      onDone: tell('done'),
      onChanged: tell('changed'),
    });
    expect(told).toEqual(['done a consistent', 'done b consistent', 'done c consistent', 'changed b inconsistent']);
    expect(verdicts(audits)).toEqual(['a consistent', 'b inconsistent', 'c consistent']);
    expect(audits[1]?.decisions.at(-1)).toMatchObject({ status: 'deviating', severity: 'warning', since: NOW });
    expect(audits[1]?.seen).toEqual({ fields: 1, of: 1, unseen: [] });
  });

  test('an exception holds, and a check that is switched off leaves nothing', async () => {
    const waiver = { check: 'info.uniform', accepts: 'x', reason: 'r', owner: 'o', until: '2026-11-23' } as const;
    const { audits } = await run({
      visits: [aVisit({ id: 'a', waivers: [waiver] }), aVisit({ id: 'b', ignore: ['info.uniform'] })],
      read: seen,
      severities,
      judgeTogether: (all) => new Map(all.map(({ visit: { entry } }) => [entry.id, [odd(entry.id)]])),
    });
    expect(verdicts(audits)).toEqual(['a consistent', 'b consistent']);
    expect(audits.map(({ decisions }) => decisions.map(({ status }) => status))).toEqual([
      ['ok', 'ok', 'waived'],
      ['ok', 'ok'],
    ]);
  });

  test('it is told in which fields a finding stood, also through a night that could not see it', async () => {
    const fields = ['phones'];
    const before = { since: NOW, fields };
    const previous = new Map([
      ['a/info.uniform', { ...before, status: 'deviating' }],
      ['b/info.uniform', { ...before, status: 'unverifiable', lastSeen: 'waived' }],
      ['c/info.uniform', { ...before, status: 'ok' }],
    ] as const);
    const asked: (readonly string[])[] = [];
    await run({
      previous,
      judgeTogether: (all, { stoodIn }) => {
        for (const { visit } of all) asked.push(stoodIn(`${visit.entry.id}/info.uniform`));
        return new Map();
      },
    });
    expect(asked).toEqual([fields, fields, []]);
  });

  test('a bug in it costs its answer alone', async () => {
    const { audits, complete } = await run({
      judgeTogether: () => {
        throw new TypeError('a bug');
      },
    });
    expect(complete).toBe(true);
    expect(codes(audits[0])).toEqual(['presence.seen', 'name.same']);
  });

  test('after an interruption: those that were done', async () => {
    const controller = new AbortController();
    const compared: string[] = [];
    await run({
      concurrency: 1,
      signal: controller.signal,
      onDone: ({ visit }) => visit.entry.id === 'b' && controller.abort(),
      judgeTogether: (all) => {
        compared.push(...all.map(({ visit }) => visit.entry.id));
        return new Map();
      },
    });
    expect(compared).toEqual(['a', 'b']);
  });
});

describe('an interruption', () => {
  test('keeps what is done, starts nothing more, and takes what it cut off for nothing', async () => {
    const controller = new AbortController();
    const started: string[] = [];
    const { audits, complete } = await run({
      concurrency: 1,
      signal: controller.signal,
      onStart: ({ entry }) => started.push(entry.id),
      captures: {
        first: async (visit) => {
          if (visit.entry.id === 'b') controller.abort();
          return captureOf(visit, page(visit.entry.id === 'b' ? 'timeout' : 'profile Voorbeeld'));
        },
      },
    });
    expect(started).toEqual(['a', 'b']);
    expect(audits.map(({ visit }) => visit.entry.id)).toEqual(['a']);
    expect(complete).toBe(false);
  });

  test('before the second look: the absence is told, unconfirmed', async () => {
    const controller = new AbortController();
    const { audits, complete } = await run({
      visits: visits('a', 'b'),
      concurrency: 1,
      signal: controller.signal,
      captures: {
        first: async (visit) => captureOf(visit, page(visit.entry.id === 'a' ? 'not-found' : 'profile Voorbeeld')),
        again: () => Promise.reject(new Error('must not be asked')),
      },
      onDone: () => controller.abort(),
    });
    expect(codes(audits[0])).toContain('presence.not-found-unconfirmed');
    expect(audits).toHaveLength(2);
    expect(complete).toBe(false);
  });

  test('before the start: nothing', async () => {
    expect(await run({ signal: AbortSignal.abort() })).toEqual({ audits: [], complete: false });
  });

  test('capture that rejects because of it is no bug', async () => {
    const controller = new AbortController();
    const { audits } = await run({
      visits: visits('a'),
      signal: controller.signal,
      captures: {
        first: (_, signal) => {
          controller.abort(new Error('Ctrl-C'));
          return Promise.reject(signal.reason);
        },
      },
    });
    expect(audits).toEqual([]);
  });
});

describe('a stage that fails on one profile', () => {
  const onB = <A extends unknown[], R>(work: (...parts: A) => R, isB: (...parts: A) => boolean, what = 'a bug') => {
    return (...parts: A): R => {
      if (isB(...parts)) throw new TypeError(what);
      return work(...parts);
    };
  };
  const ordinary = stages({});
  const failing: readonly (readonly [string, Fakes, string])[] = [
    [
      'asking',
      { captures: { first: onB(ordinary.captures.first, ({ entry }) => entry.id === 'b') } },
      'presence.not-seen',
    ],
    [
      'reading',
      { read: onB<Parameters<ProfileStages['read']>, ProfileReading>(read, ({ entry }) => entry.id === 'b') },
      'check.crashed',
    ],
    ['judging', { judge: onB(ordinary.judge, ({ profile }) => profile === 'b') }, 'check.crashed'],
    ['the doubt', { needsSecondLook: onB(needsSecondLook, () => true) }, 'presence.seen'],
  ];

  test.each(failing)('%s: that one is unverifiable or right, the others are judged', async (stage, fakes, code) => {
    const kept: string[] = [];
    const keep = async (capture: ProfileCapture) => {
      kept.push(capture.profile);
      return capture;
    };
    const all = ['a', 'b', 'c'].map((id) => aVisit({ id }));
    const captures = {
      first: async (visit: Visit) => captureOf(visit, page('profile Voorbeeld')),
      ...fakes.captures,
      keep,
    };
    const { audits, complete } = await run({ visits: all, ...fakes, captures });
    expect(complete).toBe(true);
    expect(audits.map(({ visit }) => visit.entry.id)).toEqual(['a', 'b', 'c']);
    expect(codes(audits[1])?.[0]).toBe(code);
    for (const other of [audits[0], audits[2]]) expect(codes(other)).toEqual(['presence.seen', 'name.same']);
    expect([...kept].sort()).toEqual(['a', 'b', 'c']);
    if (stage !== 'the doubt') expect(audits[1]?.verdict).toBe('unverifiable');
  });

  test('while it was asked: the reason is kept as a capture, so that it is redacted and replayed', async () => {
    const keep = async (capture: ProfileCapture): Promise<ProfileCapture> => ({
      ...capture,
      captures: capture.captures.map((each) => ({
        ...each,
        documents: each.documents.map((document) => ({
          ...document,
          ...(document.failure
            ? { failure: { ...document.failure, detail: document.failure.detail.replace('t0ken', '[secret]') } }
            : {}),
        })),
      })),
    });
    const { audits } = await run({
      visits: visits('a'),
      captures: { keep, first: () => Promise.reject(new Error('no t0ken')) },
    });
    const [audit] = audits;
    expect(audit?.reading.because).toBe('This tool failed while it asked: no [secret]');
    expect(audit?.sources).toMatchObject([
      { source: 'http', look: 1, at: NOW, status: 0, requestedUrl: 'https://netwerk.example/a' },
    ]);
    expect(JSON.stringify(audit)).not.toContain('t0ken');
  });

  test('on what it saw: every field counts as unseen, the evidence stays, nothing is called wrong', async () => {
    const { audits } = await run({
      visits: visits('a'),
      captures: { first: async (visit) => ({ ...captureOf(visit, page('profile Fout')), images: [anImage()] }) },
      read: () => {
        throw new RangeError('too deep');
      },
      needsSecondLook: () => false,
    });
    const [audit] = audits;
    expect(audit).toMatchObject({
      verdict: 'unverifiable',
      seen: { fields: 0, of: 1, unseen: ['name'] },
      reading: { outcome: 'unreadable', because: 'this tool failed on what it saw: too deep', observation: null },
      sources: [{ outcome: 'unreadable', status: 200 }],
      images: [{ url: 'https://cdn.example/logo.png', picture: null }],
    });
    expect(audit?.decisions[0]).toMatchObject({
      status: 'unverifiable',
      finding: { key: 'a/presence.exists', check: 'presence.exists', args: { message: 'too deep' } },
    });
    expect(audit?.decisions.map(({ status }) => status)).toEqual(['unverifiable', 'unverifiable']);
  });

  test('a picture that cannot be encoded costs that picture alone', async () => {
    const { audits } = await run({
      visits: visits('a'),
      captures: { first: async (visit) => ({ ...captureOf(visit, page('profile Voorbeeld')), images: [anImage()] }) },
      picture: () => Promise.reject(new Error('a broken decoder')),
    });
    expect(codes(audits[0])).toEqual(['presence.seen', 'name.same']);
    expect(audits[0]?.images).toMatchObject([{ picture: null }]);
  });
});

describe('what ends the run', () => {
  const disk = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

  const mistake = new UserError([{ where: 'x', message: 'y' }]);
  const ending: readonly (readonly [string, Fakes, Error])[] = [
    ['a full disk', { captures: { keep: () => Promise.reject(disk) } }, disk],
    ['a damaged archive', { captures: { first: () => Promise.reject(mistake) } }, mistake],
  ];

  test.each(ending)('%s is told, and nothing more is started', async (_, fakes, error) => {
    const started: string[] = [];
    const running = run({ ...fakes, concurrency: 1, onStart: ({ entry }) => started.push(entry.id) });
    await expect(running).rejects.toBe(error);
    expect(started).toEqual(['a']);
  });

  test('in the second look too: no other is concluded after it', async () => {
    const kept: string[] = [];
    const keep = ({ profile }: ProfileCapture) => {
      kept.push(profile);
      return Promise.reject(disk);
    };
    const first = async (visit: Visit) => captureOf(visit, page('not-found'));
    await expect(run({ concurrency: 1, captures: { first, keep } })).rejects.toBe(disk);
    expect(kept).toEqual(['a']);
  });

  test('what is under way is told to end, and is waited for', async () => {
    let isOver = false;
    const running = run({
      visits: visits('a', 'b'),
      captures: {
        first: async (visit, signal) => {
          if (visit.entry.id === 'b') {
            await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
            await new Promise((resolve) => setImmediate(resolve));
            isOver = true;
          }
          return captureOf(visit, page('profile Voorbeeld'));
        },
        keep: () => Promise.reject(disk),
      },
    });
    await expect(running).rejects.toBe(disk);
    expect(isOver).toBe(true);
  });
});

describe('one profile, from its captures to its verdict', () => {
  test('evidence of each source, with its screenshot', async () => {
    const shot = Uint8Array.of(1, 2);
    const { audits } = await run({
      visits: visits('a'),
      captures: {
        first: async (visit) =>
          captureOf(
            visit,
            page('login-wall'),
            { ...page('profile Voorbeeld'), source: 'browser', screenshot: shot },
            aCapture({ documents: [] }),
          ),
      },
      picture: async () => null,
    });
    expect(audits[0]?.sources).toMatchObject([
      {
        source: 'http',
        look: 1,
        outcome: 'login-wall',
        because: 'it says login-wall',
        status: 200,
        finalUrl: 'https://netwerk.example/p',
      },
      { source: 'browser', outcome: 'profile', screenshot: { bytes: shot } },
      { outcome: 'unreadable', status: 0, requestedUrl: '', sha256: '' },
    ]);
  });

  test('an image without bytes is not encoded, and neither is what came along with an error', async () => {
    const encoded: number[] = [];
    const bytes = Uint8Array.of(7);
    const images = [anImage({ bytes: new Uint8Array() }), anImage({ bytes }), anImage({ bytes, status: 404 })];
    const { audits } = await run({
      visits: visits('a'),
      captures: { first: async (visit) => ({ ...captureOf(visit, page('profile Voorbeeld')), images }) },
      picture: async (bytes) => {
        encoded.push(bytes.length);
        return { asset: { name: 'x.png', bytes }, width: 1, height: 1 };
      },
    });
    expect(encoded).toEqual([1]);
    expect(audits[0]?.images.map(({ picture }) => picture?.width ?? null)).toEqual([null, 1, null]);
  });

  test('is judged at its capture’s time, and by the policy at the run’s', async () => {
    const times: string[] = [];
    const waivers = [{ check: 'info.name' as const, accepts: 'Fout', reason: 'r', owner: 'o', until: '2026-11-23' }];
    const { audits } = await run({
      visits: [aVisit({ id: 'a', waivers })],
      captures: { first: async (visit) => captureOf(visit, page('profile Fout')) },
      judge: (context) => {
        times.push(context.at, context.now);
        return judge(context, [name], [exists]);
      },
    });
    expect(times).toEqual(['2026-11-23T02:00:00.000Z', NOW]);
    expect(audits[0]?.decisions.map(({ status, since }) => [status, since])).toEqual([
      ['ok', NOW],
      ['waived', NOW],
    ]);
  });
});
