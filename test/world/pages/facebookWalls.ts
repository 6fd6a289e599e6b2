/** Facebook's other answers: the log-in page, the refusal to plain clients, and the page for what guests may not see. */

import { ballast, escapeHtml } from './markup.ts';

export function buildLogin(next: string): string {
  return `<!DOCTYPE html><html lang="nl" id="facebook" class=""><head><meta charset="utf-8"><noscript><meta http-equiv="refresh" content="0; URL=/login/?next=${encodeURIComponent(next)}&amp;_fb_noscript=1"></noscript>
<title>Log into Facebook</title><meta name="description" content="Log into Facebook to start sharing and connecting with your friends, family, and people you know."><link rel="canonical" href="https://www.facebook.com/login/web/"><meta property="og:site_name" content="Facebook"><meta name="robots" content="noodp,noydir"></head>
<body class="UIPage_LoggedOut"><div id="globalContainer"><form id="login_form" action="/login/?next=${escapeHtml(encodeURIComponent(next))}" method="post"><input id="email" name="email"><input id="pass" type="password" name="pass"><button name="login">Aanmelden</button></form></div><script>window.__gkx=${ballast('login', 60_000)}</script></body></html>`;
}

/** Plain clients get this for pages that exist and for pages that do not: it says nothing. */
export const buildError = (): string =>
  `<!DOCTYPE html><html lang="en" id="facebook"><head><title>Error</title><meta charset="utf-8"><meta http-equiv="Cache-Control" content="no-cache"></head><body><div id="content"><h1>Sorry, something went wrong.</h1><p>We're working on getting this fixed as soon as we can.</p></div></body></html>`;

/** For what does not exist, and as well for what only some may see. */
export const buildUnavailable = (): string =>
  `<!DOCTYPE html><html id="facebook" class="_9dls __fb-light-mode" lang="nl"><head><title>Facebook</title><meta charset="utf-8"><script id="envjson" type="application/json">{"gkx":${ballast('unavailable', 150_000)}}</script></head>
<body><div role="main"><h2>Deze inhoud is momenteel niet beschikbaar</h2><p>Dit gebeurt meestal omdat de eigenaar de inhoud slechts met een kleine groep heeft gedeeld, de doelgroep heeft gewijzigd of de inhoud heeft verwijderd.</p><a href="/">Naar nieuwsoverzicht</a></div></body></html>`;
