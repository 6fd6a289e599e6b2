/** When requests start, by a clock that only moves when told to. */

import { expect, test } from 'vitest';
import { createPace } from '../../src/capture/pace.ts';
import { fakeWorld } from '../support/fakeWorld.ts';

function scene(options: { random?: number[]; perHostConcurrency?: number } = {}) {
  const world = fakeWorld({ now: 0, random: options.random ?? [0] });
  const pace = createPace({ world, perHostDelayMs: 2000, perHostConcurrency: options.perHostConcurrency });
  const starts: string[] = [];
  const task = (name: string, ms: number) => async () => {
    starts.push(`${name} ${world.now()}`);
    await world.sleep(ms);
    return name;
  };
  return { world, pace, starts, task };
}

test('one host is asked one at a time, its starts the delay apart', async () => {
  const { world, pace, starts, task } = scene();
  const all = Promise.all(['a', 'b', 'c'].map((name) => pace.run('example.org', task(name, 500))));
  expect(await world.settle(all)).toEqual(['a', 'b', 'c']);
  expect(starts).toEqual(['a 0', 'b 2000', 'c 4000']);
});

test('a slow answer counts as waiting', async () => {
  const { world, pace, starts, task } = scene();
  await world.settle(Promise.all([pace.run('h', task('a', 7000)), pace.run('H', task('b', 1))]));
  expect(starts).toEqual(['a 0', 'b 7000']);
});

test('hosts do not wait for each other', async () => {
  const { world, pace, starts, task } = scene();
  await world.settle(Promise.all([pace.run('one', task('a', 500)), pace.run('two', task('b', 500))]));
  expect(starts).toEqual(['a 0', 'b 0']);
});

test('more at once, still not starting together', async () => {
  const { world, pace, starts, task } = scene({ perHostConcurrency: 2 });
  await world.settle(Promise.all(['a', 'b', 'c'].map((name) => pace.run('h', task(name, 9000)))));
  expect(starts).toEqual(['a 0', 'b 2000', 'c 9000']);
});

test('chance lengthens the delay by at most a fifth', async () => {
  const { world, pace, starts, task } = scene({ random: [0.5, 0.999, 0] });
  await world.settle(Promise.all(['a', 'b', 'c'].map((name) => pace.run('h', task(name, 1)))));
  expect(starts).toEqual(['a 0', 'b 2200', 'c 4599.6']);
});

test('a failing task does not hold up the next', async () => {
  const { world, pace, starts, task } = scene();
  const failing = pace.run('h', () => Promise.reject(new Error('no')));
  const next = pace.run('h', task('b', 1));
  await expect(world.settle(failing)).rejects.toThrow('no');
  await world.settle(next);
  expect(starts).toEqual(['b 2000']);
});

test('an aborted task never begins, and leaves its turn to the next', async () => {
  const { world, pace, starts, task } = scene();
  const controller = new AbortController();
  const first = pace.run('h', task('a', 1));
  const second = pace.run('h', task('b', 1), controller.signal);
  const third = pace.run('h', task('c', 1));
  await world.advance(500);
  controller.abort(new Error('stop'));
  await expect(second).rejects.toThrow('stop');
  await world.settle(Promise.all([first, third]));
  expect(starts).toEqual(['a 0', 'c 2000']);
});

test('a task that was aborted while others ran never begins', async () => {
  const { world, pace, starts, task } = scene();
  const controller = new AbortController();
  const first = pace.run('h', task('a', 5000));
  const second = pace.run('h', task('b', 1), controller.signal);
  controller.abort(new Error('stop'));
  const refused = expect(second).rejects.toThrow('stop');
  await world.settle(first);
  await refused;
  expect(starts).toEqual(['a 0']);
});
