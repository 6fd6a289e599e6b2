/** Deadlines by the World's clock, which a task may stop while it is not its turn. */

import { expect, test } from 'vitest';
import { isExpired, withDeadline } from '../../src/capture/deadline.ts';
import { fakeWorld } from '../support/fakeWorld.ts';

test('what ends in time gives its value, and leaves no timer', async () => {
  const world = fakeWorld();
  expect(await world.settle(withDeadline(world, 1000, undefined, async () => 'done'))).toBe('done');
  expect(world.wakeUps()).toEqual([]);
});

test('what takes too long is ended', async () => {
  const world = fakeWorld();
  const task = withDeadline(world, 1000, undefined, (signal) => world.sleep(1001, signal));
  await expect(world.settle(task)).rejects.toSatisfy(isExpired);
});

test('an outer signal ends it with its own reason', async () => {
  const world = fakeWorld();
  const outer = AbortSignal.abort(new Error('interrupted'));
  await expect(withDeadline(world, 1000, outer, (signal) => world.sleep(1, signal))).rejects.toThrow('interrupted');
});

test('time in which the clock stands still does not count', async () => {
  const world = fakeWorld();
  const task = withDeadline(world, 1000, undefined, async (signal, clock) => {
    await world.sleep(600, signal);
    clock.stop();
    clock.stop();
    await world.sleep(60_000, signal);
    clock.go();
    clock.go();
    await world.sleep(399, signal);
    return 'done';
  });
  expect(await world.settle(task)).toBe('done');
  expect(world.wakeUps()).toEqual([]);
});

test('what was used before it stood still does count', async () => {
  const world = fakeWorld();
  const task = withDeadline(world, 1000, undefined, async (signal, clock) => {
    await world.sleep(600, signal);
    clock.stop();
    await world.sleep(5000, signal);
    clock.go();
    await world.sleep(401, signal);
  });
  await expect(world.settle(task)).rejects.toSatisfy(isExpired);
});

test('a clock that is set going after the end wakes nobody', async () => {
  const world = fakeWorld();
  let goOn = () => {};
  await withDeadline(world, 1000, undefined, async (_, clock) => {
    goOn = clock.go;
  });
  goOn();
  expect(world.wakeUps()).toEqual([]);
});
