/** Who lives on the network of the test, and what each of them did. */

import { countAt, textAt } from '../../../src/read/json.ts';
import { BIO, NAME } from '../../e2e/site.ts';
import { answerOf, newAccount, type Person, remove, takeDown } from './accounts.ts';
import type { BlueskyNetwork } from './network.ts';

export interface Pictures {
  readonly avatar: Buffer;
  readonly banner: Buffer;
}

const DAY = 86_400_000;
const daysAgo = (days: number): Date => new Date(Math.floor(Date.now() / 1000) * 1000 - days * DAY);

export const ON = { newest: daysAgo(3), old: daysAgo(400), reply: daysAgo(10), made: daysAgo(900) } as const;

/** Everything has been done when this resolves, and the AppView knows of it. The accounts by their first name. */
export async function live({ pds, appView }: BlueskyNetwork, pictures: Pictures): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  const join = async (name: string, handle = `${name}.test`): Promise<Person> => {
    const person = await newAccount(pds, handle);
    people.set(name, person);
    return person;
  };
  const named = async (name: string): Promise<Person> => {
    const person = await join(name);
    await person.profile({ displayName: NAME, description: BIO });
    return person;
  };

  const neighbour = await join('buurman');
  const news = await neighbour.post('Nieuws van een ander', daysAgo(1));

  const active = await join('actueel');
  const pinned = await active.post('Altijd bovenaan', ON.old);
  await active.post('Deze week', ON.newest);
  await active.repost(news, daysAgo(0));
  const [avatar, banner] = [await active.picture(pictures.avatar), await active.picture(pictures.banner)];
  const createdAt = ON.made.toISOString();
  await active.profile({ displayName: NAME, description: BIO, avatar, banner, pinnedPost: pinned, createdAt });
  await neighbour.follow(active);

  const asleep = await join('slaapt');
  const old = await asleep.post('Lang geleden', ON.old);
  await asleep.repost(news, daysAgo(0));
  await asleep.profile({ displayName: NAME, description: BIO, pinnedPost: old });

  const replier = await named('antwoordt');
  await replier.post('Dat vinden wij ook.', ON.reply, { reply: { root: news, parent: news } });

  // More reposts than the first page of the list holds.
  const busy = await named('drukte');
  await busy.post('Onder op de stapel', ON.old);
  for (const number of Array(31).keys()) {
    await busy.repost(await neighbour.post(`Bericht ${number}`, daysAgo(0)), daysAgo(0));
  }

  await join('stil');
  const newcomer = await join('nieuweling');
  await newcomer.profile({ displayName: NAME, description: BIO, createdAt: daysAgo(5).toISOString() });
  const [renamed, former, unproven] = [await named('verhuisd'), await named('bestolen'), await named('onbewezen')];
  const [off, down, removed] = [await named('uitgezet'), await named('geschorst'), await named('opgeheven')];
  for (const person of [neighbour, busy, replier]) await person.profile({ displayName: NAME, description: BIO });
  for (const [name, { did }] of people)
    if (name !== 'stil') await until(appView, did, (answer) => textAt(answer, 'displayName') === NAME);
  const isCounted = (answer: unknown) => countAt(answer, 'followersCount') === 1 && countAt(answer, 'postsCount') === 2;
  await until(appView, active.did, isCounted);

  await renamed.rename('nieuw-adres.test');
  await former.rename('ander-adres.test');
  const thief = await join('dief', former.handle);
  await unproven.rename('zonder-bewijs.test');
  await off.deactivate();
  await takeDown(pds, down);
  await remove(pds, removed);
  const isCalled = (handle: string) => (answer: unknown) => textAt(answer, 'handle') === handle;
  const fails = (error: string) => (answer: unknown) => textAt(answer, 'error') === error;
  await until(appView, renamed.did, isCalled('nieuw-adres.test'));
  await until(appView, former.did, isCalled('ander-adres.test'));
  await until(appView, thief.did, isCalled(former.handle));
  await until(appView, unproven.did, isCalled('handle.invalid'));
  await until(appView, off.did, fails('AccountDeactivated'));
  await until(appView, down.did, fails('AccountTakedown'));
  await until(appView, removed.did, fails('InvalidRequest'));
  return people;
}

const PATIENCE = 60_000;

/** Asks for a profile until it is as it should be; throws with the last answer when it never is. */
async function until(appView: string, actor: string, isReady: (answer: unknown) => boolean): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await answerOf(appView, 'app.bsky.actor.getProfile', { actor });
    if (isReady(answer)) return;
    if (Date.now() > end) throw new Error(`The AppView still says: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
