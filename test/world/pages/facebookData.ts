/** Facebook's embedded JSON: header, intro card and posts, nested as deep as theirs. */

import type { FacebookFacts } from './facebookFacts.ts';
import { addressOf, imageUrl } from './facebookFacts.ts';
import { count } from './markup.ts';

const text = (value: string) => ({ delight_ranges: [], inline_style_ranges: [], ranges: [], text: value });

const streamed = (name: string, data: unknown) => ({
  require: [
    [
      'ScheduledServerJS',
      'handle',
      null,
      [
        {
          __bbox: {
            require: [
              [
                'RelayPrefetchedStreamCache',
                'next',
                [],
                [`adp_${name}RelayPreloader_demo`, { __bbox: { complete: true, result: { data } } }],
              ],
            ],
          },
        },
      ],
    ],
  ],
});

export function profileHeader(facts: FacebookFacts): unknown {
  const rounded = (value: number) => `${(value / 1000).toFixed(1).replace('.', ',')}K`;
  const user = {
    __isEntity: 'User',
    __typename: 'User',
    url: addressOf(facts),
    gender: 'NEUTER',
    __isRenderedProfile: 'User',
    cover_photo: {
      focus: { x: 0.5, y: 0.2 },
      photo: {
        id: '435753685365804',
        image: { uri: imageUrl('banner', 1640, 't39.30808-6'), width: 1640, height: 547 },
      },
    },
    is_additional_profile_plus: true,
    delegate_page: { is_business_page_active: false, id: `9${facts.id.slice(1)}` },
    profilePicLarge: { uri: imageUrl(facts.logo, 480) },
    profilePicMedium: { uri: imageUrl(facts.logo, 320) },
    profilePicSmall: { uri: imageUrl(facts.logo, 200) },
    name: facts.name,
    alternate_name: '',
    username_for_profile: null,
    id: facts.id,
    is_verified: false,
    profile_social_context: {
      content: [
        { text: text(`${rounded(facts.likes)} vind-ik-leuks`), uri: `${addressOf(facts)}/friends_likes/` },
        { text: text(`${rounded(facts.followers)} volgers`), uri: `${addressOf(facts)}/followers/` },
      ],
    },
  };
  return streamed('ProfileCometHeaderQuery', { user: { profile_header_renderer: { user } } });
}

const item = (type: string, title: string, extra: Record<string, unknown> = {}) => ({
  node: {
    __typename: 'TimelineContextItemWrapper',
    timeline_context_item: {
      renderer: {
        __typename: 'ContextItemDefaultRenderer',
        context_item: { subtitle: null, title: text(title), ...extra },
      },
      timeline_context_list_item_type: type,
    },
  },
});

export function introCard(facts: FacebookFacts): unknown {
  const { phones, emails, address } = facts.place;
  const bare = facts.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  const wrapped = `https://l.facebook.com/l.php?u=${encodeURIComponent(facts.website)}&h=AT3HQj_MLEQonjw&s=1`;
  const items = [
    item('INTRO_CARD_INFLUENCER_CATEGORY', 'Pagina · Non-profitorganisatie'),
    item('INTRO_CARD_ADDRESS', `${address.street}, ${address.postalCode} ${address.city}, Nederland`),
    ...phones.map((phone) => item('INTRO_CARD_PROFILE_PHONE', nationally(phone))),
    ...emails.map((email) => item('INTRO_CARD_PROFILE_EMAIL', email)),
    item('INTRO_CARD_WEBSITE', bare, { plaintext_title: text(bare), url: wrapped }),
    item('INTRO_CARD_RATING', `Beoordeling · 4,8 (${count(31, 'nl')} recensies)`),
  ];
  const intro = { __typename: 'ProfileStatus', profile_status_text: text(facts.intro), id: `1${facts.id}` };
  const views = [
    { __typename: 'ProfileTileViewIntroBioRenderer', view: { profile_tile_items: { nodes: [{ node: intro }] } } },
    { __typename: 'ProfileTileViewContextListRenderer', view: { profile_tile_items: { nodes: items } } },
  ].map((view_style_renderer) => ({ view_style_renderer }));
  const section = {
    profile_tile_section_type: 'INTRO',
    profile_tile_views: { nodes: views },
    title: { text: 'Intro' },
  };
  const user = {
    profile_tile_sections: { edges: [{ node: section }] },
    id: facts.id,
    best_description: text(facts.intro),
  };
  return streamed('ProfilePlusCometLoggedOutRootQuery', { user });
}

/** As Dutch pages show a number: without the country, in groups. */
export const nationally = (phone: string): string => phone.replace('+31 ', '0');

export function posts(facts: FacebookFacts): unknown {
  const actor = { __typename: 'User', __isActor: 'User', id: facts.id, name: facts.name, url: addressOf(facts) };
  const edges = facts.posts.map((post, index) => ({
    node: {
      __typename: 'Story',
      id: `UzpfSTU0NDI${index}`,
      is_pinned: index === 0,
      actors: [actor],
      message: text(post.text),
      comet_sections: {
        context_layout: {
          story: {
            metadata: [
              { story: { creation_time: Math.floor(post.at / 1000), url: `${addressOf(facts)}/posts/${index + 1}` } },
            ],
          },
        },
      },
    },
  }));
  return streamed('ProfileCometTimelineFeedQuery', { user: { id: facts.id, timeline_list_feed_units: { edges } } });
}
