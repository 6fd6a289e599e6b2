/** X: a shell that holds nothing until its scripts have asked for the profile, and what those scripts are given. */

import type { Picture } from '../images.ts';
import { numberOf } from '../images.ts';
import { ballast } from './markup.ts';

export interface XFacts {
  readonly handle: string;
  readonly id: string;
  readonly name: string;
  readonly bio: string;
  readonly website: string;
  readonly location: string;
  readonly followers: number;
  readonly posts: number;
  readonly logo: Picture;
  /** What guests are shown: popular posts, in no order of time. */
  readonly popular: readonly { readonly at: number; readonly text: string }[];
}

const SHORT_LINK = 'https://t.co/BijwerkenD';

/** The same for every account that exists and every one that does not. */
export function buildXShell(main = 'main.b1a7f3c2'): string {
  const noscript =
    '<h1>JavaScript is not available.</h1><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue using x.com.</p>';
  return `<!DOCTYPE html><html dir="ltr" lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1">
<link rel="preconnect" href="//abs.twimg.com"><link rel="preconnect" href="//api.x.com"><link rel="preconnect" href="//pbs.twimg.com"><meta property="fb:app_id" content="2231777543"><meta content="X (formerly Twitter)" property="og:site_name">
<link rel="search" type="application/opensearchdescription+xml" href="/os-x.xml" title="X"><link rel="shortcut icon" href="//abs.twimg.com/favicons/twitter.3.ico"><style>body{margin:0;font:15px sans-serif}main{display:block;max-width:600px;margin:0 auto;border:1px solid #eff3f4}main>a>img{width:100%}[data-testid^=UserAvatar] img{border-radius:50%;width:133px}article,[data-testid^=User]{padding:8px 16px}[data-testid=BottomBar]{position:fixed;bottom:0;width:100%;padding:16px;background:#1d9bf0;color:#fff}</style><title></title></head>
<body style="background-color:#fff"><noscript><div class="errorContainer">${noscript}</div></noscript>
<div id="react-root"><div id="placeholder" aria-label="Loading…"></div></div><div id="layers"></div>
<script>window.__INITIAL_STATE__={"optimist":[],"entities":{},"featureSwitch":{"defaultConfig":${ballast('x', 260_000)}}};</script>
<script src="https://www.google-analytics.com/analytics.js" async></script><script src="https://abs.twimg.com/responsive-web/client-web/${main}.js" crossorigin="anonymous"></script></body></html>`;
}

const avatar = (picture: Picture) => `https://pbs.twimg.com/profile_images/${numberOf(picture)}/_b1jW3rKn_normal.jpg`;

/** `UserByScreenName`, in the shape of 2026. */
export function userAnswer(facts: XFacts): unknown {
  const result = {
    __typename: 'User',
    rest_id: facts.id,
    avatar: { image_url: avatar(facts.logo) },
    banner: { image_url: `https://pbs.twimg.com/profile_banners/${facts.id}/${numberOf('banner')}` },
    core: { created_at: 'Wed Mar 04 09:30:00 +0000 2015', name: facts.name, screen_name: facts.handle },
    location: { location: facts.location },
    profile_bio: {
      description: facts.bio,
      entities: {
        description: {},
        url: {
          urls: [
            {
              display_url: facts.website.replace(/^https?:\/\/(www\.)?|\/$/g, ''),
              expanded_url: facts.website,
              indices: [0, 23],
              url: SHORT_LINK,
            },
          ],
        },
      },
    },
    relationship_counts: { followers: facts.followers, following: 212 },
    tweet_counts: { media_tweets: 301, tweets: facts.posts },
    privacy: { protected: false },
    verification: { verified: false },
    website: { url: SHORT_LINK },
  };
  return { data: { user: { result } } };
}

/** `UserTweets` for a guest. */
export function postsAnswer(facts: XFacts): unknown {
  const entries = facts.popular.map((post) => ({
    id: String((BigInt(post.at) - 1_288_834_974_657n) << 22n),
    created_at: new Date(post.at).toISOString(),
    text: post.text,
  }));
  return { data: { user: { result: { __typename: 'User', timeline: { entries } } } } };
}
