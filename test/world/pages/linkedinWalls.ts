/** LinkedIn's other answers: the wall that comes with status 200, and its own not-found page. */

import { ballast, escapeHtml } from './markup.ts';

/** Titled like a page, answered like a page, and about nobody. */
export function buildAuthwall(redirectTo: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta name="pageKey" content="auth_wall_desktop_company"><meta name="locale" content="en_US">
<meta id="config" data-app-version="2.1.1133" data-service-name="seo-directory-frontend" data-member-id="0"><link rel="canonical" href="/authwall">
<title>\n  Sign Up | LinkedIn\n</title><meta name="description" content="1 billion members | Manage your professional identity. Build and engage with your professional network.">
<meta name="robots" content="noindex, noarchive"><meta property="og:title" content="Sign Up | LinkedIn"><meta property="og:type" content="website"><meta property="og:url" content="/authwall">
<meta property="og:image" content="https://static.licdn.com/aero-v1/scds/common/u/images/logos/favicons/v1/favicon.ico"></head>
<body class="guest"><main class="authwall-join" id="main-content"><section class="join-form-container"><h1 class="authwall-join-form__title">Join LinkedIn</h1>
<form class="authwall-join-form" action="/signup/api/cors/createAccount"><input type="hidden" name="sessionRedirect" value="${escapeHtml(redirectTo)}">
<label>Email<input name="email-or-phone" autocomplete="username"></label><label>Password<input type="password" name="password"></label><button>Agree &amp; Join</button></form>
<p class="authwall-join-form__subtext">Already on LinkedIn? <button class="authwall-join-form__form-toggle--bottom">Sign in</button></p></section></main>
<script>window.__flags=${ballast('authwall', 48_000)}</script></body></html>`;
}

export function buildNotFound(): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta name="locale" content="en_US"><title>LinkedIn</title><meta name="robots" content="noindex"></head>
<body><main class="not-found" role="main"><h1 class="not-found__header">Page not found</h1><p class="not-found__subheader">Uh oh, we can’t seem to find the page you’re looking for. Try going back to the previous page or see our Help Center for more information.</p>
<a class="not-found__main-cta" href="https://www.linkedin.com/feed/">Go to your feed</a></main><script>window.__flags=${ballast('404', 12_000)}</script></body></html>`;
}
