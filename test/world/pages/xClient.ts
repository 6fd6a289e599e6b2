/** The scripts of the played X: one that builds the profile as theirs does, one that kills the tab. */

/** Asks for the account in the address, then builds title, structured data and page. Runs in the browser. */
export const xClient = `(async () => {
const handle = location.pathname.split('/')[1];
const root = document.getElementById('react-root');
const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};
const ask = async (name, variables) => {
  const response = await fetch('https://api.x.com/graphql/d3m0/' + name + '?variables=' + encodeURIComponent(JSON.stringify(variables)), { headers: { authorization: 'Bearer guest', 'x-guest-token': token } });
  return (await response.json()).data.user?.result;
};
const { guest_token: token } = await (await fetch('https://api.x.com/1.1/guest/activate.json', { method: 'POST' })).json();
const user = await ask('UserByScreenName', { screen_name: handle });
const bar = make('div', { 'data-testid': 'BottomBar' }, make('span', {}, 'Mis niet wat er gebeurt'), make('a', { href: '/login', 'data-testid': 'login' }, 'Inloggen'), make('a', { href: '/i/flow/signup', 'data-testid': 'signup' }, 'Registreren'));
document.getElementById('layers').append(bar);
if (!user) {
  document.title = 'Profile / X';
  root.replaceChildren(make('div', { 'data-testid': 'emptyState' }, make('span', {}, 'This account doesn’t exist'), make('span', {}, 'Try searching for another.')));
  return;
}
const { core, avatar, banner, profile_bio: bio, relationship_counts: counts } = user;
const link = bio.entities.url.urls[0];
const address = 'https://x.com/' + core.screen_name;
const image = (size) => avatar.image_url.replace('_normal', size);
document.title = core.name + ' (@' + core.screen_name + ') / X';
const counter = (type, name, value) => ({ '@type': 'InteractionCounter', interactionType: 'https://schema.org/' + type, name, userInteractionCount: value });
const schema = { '@context': 'http://schema.org', '@type': 'ProfilePage', dateCreated: new Date(core.created_at).toISOString(), mainEntity: { '@type': 'Person', additionalName: core.screen_name, description: bio.description, homeLocation: { '@type': 'Place', name: user.location.location }, identifier: user.rest_id, image: { '@type': 'ImageObject', contentUrl: image('_400x400'), thumbnailUrl: image('_normal') }, interactionStatistic: [counter('FollowAction', 'Follows', counts.followers), counter('SubscribeAction', 'Friends', counts.following), counter('WriteAction', 'Tweets', user.tweet_counts.tweets)], name: core.name, url: address }, contentRating: '', relatedLink: [link.url, link.expanded_url] };
document.head.append(make('link', { rel: 'canonical', href: address, 'data-rh': 'true' }), make('meta', { property: 'og:image', content: 'https://abs.twimg.com/rweb/ssr/default/v2/og/image.png' }), make('meta', { property: 'og:title', content: document.title }), make('script', { type: 'application/ld+json', 'data-testid': 'UserProfileSchema-test' }, JSON.stringify(schema)));
const posts = make('section', { role: 'region' }, make('h1', {}, 'Posts van ' + core.name));
root.replaceChildren(make('main', { role: 'main' }, make('a', { href: '/' + core.screen_name + '/header_photo' }, make('img', { alt: '', src: banner.image_url + '/1500x500' })), make('div', { 'data-testid': 'UserAvatar-Container-' + core.screen_name }, make('img', { alt: 'Opens profile photo', src: image('_200x200') })), make('div', { 'data-testid': 'UserName' }, make('span', {}, core.name), make('span', {}, '@' + core.screen_name)), make('div', { 'data-testid': 'UserDescription' }, make('span', {}, bio.description)), make('div', { 'data-testid': 'UserProfileHeader_Items' }, make('span', { 'data-testid': 'UserLocation' }, user.location.location), make('a', { 'data-testid': 'UserUrl', href: link.url }, link.display_url)), make('a', { href: '/' + core.screen_name + '/verified_followers' }, counts.followers + ' volgers'), posts));
const { timeline } = await ask('UserTweets', { userId: user.rest_id });
for (const { id, created_at: at, text } of timeline.entries) posts.append(make('article', { 'data-testid': 'tweet', role: 'article' }, make('div', { 'data-testid': 'User-Name' }, core.name, ' @' + core.screen_name, make('a', { href: '/' + core.screen_name + '/status/' + id }, make('time', { datetime: at }, at.slice(0, 10)))), make('div', { 'data-testid': 'tweetText' }, text)));
})();`;

/** Nests boxes until the layout runs out of stack: the tab dies at once, and needs little memory for it. */
export const xCrash = `setTimeout(() => {
let deepest = document.body;
for (let depth = 0; depth < 100000; depth++) deepest = deepest.appendChild(document.createElement('div'));
document.body.offsetHeight;
}, 0);`;

/** Asked to prove to be human: the answer of the service in front, with its own scripts in it. */
export function buildChallenge(path: string): string {
  return `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="robots" content="noindex,nofollow"><meta name="viewport" content="width=device-width,initial-scale=1"></head>
<body class="no-js"><div class="main-wrapper" role="main"><div class="main-content"><h1 class="zone-name-title h1">x.com</h1><h2 class="h2" id="challenge-running">Verifying you are human. This may take a few seconds.</h2><div id="challenge-stage"><div class="cf-turnstile" data-sitekey="0x4AAA-demo"></div></div><noscript><div id="challenge-error-text">Enable JavaScript and cookies to continue</div></noscript></div></div>
<script>(function(){window._cf_chl_opt={cvId:'3',cZone:'x.com',cType:'managed',cRay:'8f1demo',cUPMDTk:${JSON.stringify(path)}};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=8f1demo';document.getElementsByTagName('head')[0].appendChild(a)}())</script></body></html>`;
}
