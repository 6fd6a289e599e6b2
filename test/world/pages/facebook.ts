/** A Facebook page as a guest gets it: Open Graph always, embedded JSON with contact data and posts only sometimes. */

import { introCard, posts, profileHeader } from './facebookData.ts';
import type { FacebookFacts } from './facebookFacts.ts';
import { addressOf, imageUrl } from './facebookFacts.ts';
import { ballast, count, cut, escapeHtml, inScript } from './markup.ts';

export function buildFacebook(facts: FacebookFacts): string {
  const data = facts.onlyOpenGraph ? [] : [profileHeader(facts), introCard(facts), posts(facts)];
  const route = { props: { userID: facts.id, userVanity: facts.handle, viewerID: '0' }, url: `/${facts.handle}` };
  const scripts = [{ require: [['CometPlatformRootClient', 'initialize', [], [route]]] }, ...data].map(payload);
  return `<!DOCTYPE html><html id="facebook" class="_9dls __fb-light-mode" lang="nl" dir="ltr"><head>${head(facts)}</head><body class="_6s5d _71pn system-fonts--body">
<div id="splash-screen"><img alt="" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></div>
<div id="mount_0_0_demo"><div role="banner"><form action="/login/device-based/regular/login/" method="post"><input name="email" placeholder="E-mailadres of telefoonnummer"><input type="password" name="pass" placeholder="Wachtwoord"><button>Aanmelden</button></form></div></div>
${scripts.join('\n')}${facts.onlyOpenGraph ? '' : renderer(facts)}
<div data-testid="cookie-policy-manage-dialog" role="dialog"><h2>Het gebruik van cookies door Facebook toestaan in deze browser?</h2><button>Alle cookies toestaan</button><button>Optionele cookies weigeren</button></div>
<script src="https://connect.facebook.net/signals/config/demo.js" async></script><img height="1" width="1" alt="" src="https://www.facebook.com/tr?id=1&amp;ev=PageView"></body></html>`;
}

function head(facts: FacebookFacts): string {
  const canonical = addressOf(facts);
  const wrapped = `${facts.name}, ${facts.place.address.city}. ${count(facts.likes, 'nl')} vind-ik-leuks · 35 personen praten hierover · 12 waren hier. ${facts.intro}`;
  const description = escapeHtml(cut(wrapped, facts.onlyOpenGraph ? 178 : 220, '...'));
  const image = escapeHtml(imageUrl(facts.logo, 720));
  const hreflangs = ['ar-ar', 'de-de', 'fr-fr', 'ja-jp', 'nl-nl', 'pl-pl', 'tr-tr', 'zh-cn'].map(
    (tag) => `<link rel="alternate" hreflang="${tag.slice(0, 2)}" href="https://${tag}.facebook.com/${facts.handle}">`,
  );
  return `<link data-default-icon="https://static.xx.fbcdn.net/rsrc.php/y1/r/ay1hV6OlegS.ico" rel="shortcut icon" href="https://static.xx.fbcdn.net/rsrc.php/y1/r/ay1hV6OlegS.ico">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta property="al:android:url" content="fb://profile/${facts.id}"><meta property="al:ios:url" content="fb://profile/${facts.id}">
${hreflangs.join('')}<title>${escapeHtml(facts.name)}${facts.onlyOpenGraph ? '' : ' | Facebook'}</title><link rel="canonical" href="${canonical}">
<meta name="description" content="${description}"><link rel="alternate" media="handheld" href="https://m.facebook.com/${facts.handle}">
<meta property="og:type" content="video.other"><meta property="og:title" content="${escapeHtml(facts.name)}"><meta property="og:description" content="${description}"><meta property="og:url" content="${canonical}">
<meta property="og:image:alt" content="${escapeHtml(facts.name)}"><meta property="og:image" content="${image}"><meta property="og:locale" content="nl_NL">
<meta name="twitter:card" content="summary"><meta name="twitter:title" content="${escapeHtml(facts.name)}"><meta name="twitter:description" content="${description}"><meta name="twitter:image" content="${image}">
<script id="envjson" type="application/json">{"routing_namespace":"fb_comet","gkx":${ballast(facts.handle, 210_000)}}</script>
<style>body{margin:0;background:#f0f2f5;font:16px sans-serif}[role=banner]{background:#fff;padding:12px}[role=main]{max-width:940px;margin:24px auto;background:#fff;padding:24px}[role=dialog]{position:fixed;bottom:0;width:100%;background:#fff;padding:16px;box-shadow:0 0 8px #0006}</style>
<script src="https://static.xx.fbcdn.net/rsrc.php/v4/yT/r/7deiYnaK7oh.js" async></script>`;
}

/** Facebook writes slashes and at-signs escaped inside its JSON. */
function payload(value: unknown): string {
  const text = inScript(value).replaceAll('/', '\\/').replaceAll('@', '\\u0040');
  return `<script type="application/json" data-content-len="${text.length}" data-sjs>${text}</script>`;
}

/** What scripts make of it, in short: a heading, a text, and the dialog that asks to log in. */
function renderer(facts: FacebookFacts): string {
  const lines = inScript([facts.name, facts.intro]);
  return `<script>addEventListener('DOMContentLoaded',()=>{document.getElementById('splash-screen').remove();const root=document.getElementById('mount_0_0_demo');const main=document.createElement('div');main.setAttribute('role','main');const [name,intro]=${lines};for(const [tag,text] of [['h1',name],['span',intro]]){const node=document.createElement(tag);node.textContent=text;main.append(node)}root.append(main);const dialog=document.createElement('div');dialog.setAttribute('role','dialog');dialog.textContent='Meer bekijken van '+name+' op Facebook';root.append(dialog)})</script>`;
}
