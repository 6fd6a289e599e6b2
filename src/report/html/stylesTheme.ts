/** Colours of both themes, every text pair at a contrast of 4.5 or more; and the type. */

export const THEME = `
:root {
  color-scheme: light dark;
  --paper: #f5f4f1; --surface: #fff; --sunken: #f3f4f6; --line: #d9dce2; --edge: #80889a;
  --ink: #1b222d; --quiet: #555e6d; --link: #1a4b8f; --accent: #1d3a63; --on-accent: #fff; --on-accent-quiet: #d5deec;
  --bad: #9a1f1b; --bad-soft: #fcebe9; --warn: #744700; --warn-soft: #fdf1d8; --good: #17633a; --good-soft: #e4f3e9;
  --cool: #37475f; --cool-soft: #e8edf4; --sleep: #573a86; --sleep-soft: #efe9f8;
  --chart-fine: #2e8b57; --chart-asking: #d98300; --chart-unseen: #9aa5b8; --del: #ffd9d5; --ins: #c9ecd4; --check-a: #fff; --check-b: #dfe2e7;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11151b; --surface: #1a2028; --sunken: #222933; --line: #343c49; --edge: #7f8aa0;
    --ink: #e7eaf0; --quiet: #a9b2c0; --link: #93bdf7; --accent: #172a45; --on-accent: #f2f6fc; --on-accent-quiet: #b9c8de;
    --bad: #ffb3ab; --bad-soft: #43201f; --warn: #f6cf85; --warn-soft: #3b2d10; --good: #98deaf; --good-soft: #15311f;
    --cool: #c2cfe2; --cool-soft: #27303d; --sleep: #d4c0f6; --sleep-soft: #31264a;
    --chart-fine: #5fc48a; --chart-asking: #f0b14a; --chart-unseen: #6d7a90; --del: #67302c; --ins: #1f4f31; --check-a: #9aa2af; --check-b: #858d9b;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
p, ul, ol, dl, dd, figure { margin: 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code { font: .9em var(--mono); }
.icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); }
.text { display: block; white-space: pre-wrap; }
.id { font: .85em var(--mono); color: var(--quiet); }
a .id { color: inherit; }
summary { cursor: pointer; color: var(--link); padding: .3rem 0; }
details > summary:hover { text-decoration: underline; text-underline-offset: .15em; }
`;
