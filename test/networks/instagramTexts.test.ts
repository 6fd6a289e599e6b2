/** Instagram's and Threads's own sentences, in the languages that pages are met in. */

import { describe, expect, it } from 'vitest';
import {
  bioInDescription,
  followersInDescription,
  handleInTitle,
  nameInTitle,
} from '../../src/networks/instagramTexts.ts';
import { bioInDescription as bioOnThreads } from '../../src/networks/threadsPage.ts';

describe('the name in a title', () => {
  it.each<readonly [string, string | null | undefined]>([
    ['Tulpenfonds (@tulpen.fonds) • Instagram photos and videos', 'Tulpenfonds'],
    ['Tulpenfonds (Utrecht) (@tulpen.fonds) • Instagram-foto’s en -video’s', 'Tulpenfonds (Utrecht)'],
    ['Tulpenfonds(@tulpen.fonds) • Instagram 사진 및 동영상', 'Tulpenfonds'],
    ['郁金香（@tulpen.fonds）• Instagram 照片和视频', '郁金香'],
    ['‎صندوق (‎@tulpen.fonds‎)‎ • صور ومقاطع فيديو Instagram', 'صندوق'],
    ['Tulpenfonds (@Tulpen.Fonds) • Threads, Say more', 'Tulpenfonds'],
    ['@tulpen.fonds • Instagram photos and videos', null],
    ['(@tulpen.fonds) • Instagram photos and videos', null],
    ['Een ander (@een.ander) • Instagram photos and videos', undefined],
    ['Login • Instagram', undefined],
    ['Instagram', undefined],
    ['', undefined],
  ])('%s', (title, name) => {
    expect(nameInTitle(title, 'tulpen.fonds')).toBe(name);
  });

  it.each([
    ['Tulpenfonds (@tulpen.fonds) • Instagram photos and videos', 'tulpen.fonds'],
    ['Tulpenfonds on Instagram: "Dank (@een.ander)"', undefined],
    ['Instagram', undefined],
  ])('whose it is: %s', (title, handle) => {
    expect(handleInTitle(title)).toBe(handle);
  });
});

describe('the bio in a description', () => {
  it.each<readonly [string, string | null | undefined]>([
    ['862 Followers, 1 Following, 5 Posts - Tulpen (@tulpen.fonds) on Instagram: "Wij & "u"."', 'Wij & "u".'],
    ['862 volgers, 1 volgend, 5 berichten - Tulpen (@tulpen.fonds) op Instagram: ‘x’', undefined],
    ['862 followers, 1 suivi(e)s – Tulpen (@tulpen.fonds) sur Instagram : « Nous: ici »', 'Nous: ici'],
    ['862 Follower – Tulpen (@tulpen.fonds) auf Instagram: „Wir“', 'Wir'],
    ['フォロワー862人 - Instagramの Tulpen (@tulpen.fonds): 「私たち」', '私たち'],
    ['862 Takipçi - Instagram’da Tulpen (@tulpen.fonds): "Biz\nburada"', 'Biz\nburada'],
    ['862 Followers - Tulpen (@tulpen.fonds) on Instagram: ""', null],
    ['862 Followers - See Instagram photos and videos from Tulpen (@tulpen.fonds)', undefined],
    ['862 Followers - Ander (@een.ander) on Instagram: "Anders"', undefined],
  ])('%s', (description, bio) => {
    expect(bioInDescription(description, 'tulpen.fonds')).toBe(bio);
  });

  it.each<readonly [string, string | undefined]>([
    ['5.5M Followers • 146 Threads • Wij • altijd. See the latest conversations with @tulpen.fonds.', 'Wij • altijd.'],
    ['862 volgers • 1 thread • Wij! Bekijk de nieuwste gesprekken met @tulpen.fonds.', 'Wij!'],
    ['60 Followers • 44 Threads • 데이터 & AI. See the latest conversations with @tulpen.fonds.', '데이터 & AI.'],
    ['フォロワー862人 • スレッド5件 • 私たち。@tulpen.fondsの最近のスレッドを見る。', '私たち。'],
    ['15 Followers • 18 Threads. See the latest conversations with @tulpen.fonds.', undefined],
    ['15 Followers • 18 Threads • Wij helpen. See the latest conversations with...', undefined],
    ['Join Threads to share ideas. Log in with your Instagram.', undefined],
  ])('on Threads: %s', (description, bio) => {
    expect(bioOnThreads(description, 'tulpen.fonds')).toBe(bio);
  });
});

it.each<readonly [string, number | undefined]>([
  ['1,862 Followers, 10 Following, 5 Posts - 10k followers here', 1862],
  ['フォロワー1,862人、フォロー中10人、投稿5件 - Instagramの', 1862],
  ['See Instagram photos - 10k followers', undefined],
  ['234 B Takipçi, 10 Takip Edilen', undefined],
])('followers: %s', (description, followers) => {
  expect(followersInDescription(description)).toBe(followers);
});
