/** On paper: light, without controls, and no finding torn in two. */

export const PRINT_STYLES = `
@media print {
  @page { margin: 16mm 14mm; }
  :root {
    color-scheme: light; --paper: #fff; --surface: #fff; --sunken: #f5f5f5; --line: #bbb; --edge: #777; --ink: #000; --quiet: #444; --link: #14396e;
    --accent: #fff; --on-accent: #000; --on-accent-quiet: #444; --bad: #8a1a17; --bad-soft: #fcebe9; --warn: #6a4100; --warn-soft: #fdf1d8;
    --good: #17633a; --good-soft: #e4f3e9; --cool: #37475f; --cool-soft: #e8edf4; --sleep: #573a86; --sleep-soft: #efe9f8;
    --del: #ffd9d5; --ins: #c9ecd4; --check-a: #fff; --check-b: #dfe2e7;
  }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { font-size: 10.5pt; }
  .skip, .filters, .top nav, .no-print, .decide, .anchor, .hand, .hand-answer, .ways, dialog, button, details:not([open]):not(.matrix), footer a { display: none !important; }
  .top { padding-block: 0 .5rem; }
  .top, main, footer { padding-inline: 0; }
  main { display: block; }
  main > section { margin-bottom: 1.5rem; }
  .finding, .todo-list > li, .panel, .tile, .steps { break-inside: avoid; }
  h2, h3, h4, .card-head { break-after: avoid; }
  .card { display: block; border: 0; border-top: 2px solid var(--ink); border-radius: 0; padding: 1rem 0; }
  .card > * + * { margin-top: .8rem; }
  .card { content-visibility: visible; }
  [data-printing="summary"] main > :not(.summary, .notices, .overview) { display: none; }
  .scroll { overflow: visible; }
}
`;
