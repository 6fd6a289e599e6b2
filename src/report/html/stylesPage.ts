/** The page around the cards: head, counts, to-do list, what was not seen. */

export const PAGE_STYLES = `
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--surface); color: var(--link); z-index: 1; border-radius: 0 0 6px 6px; }
.skip:focus { top: 0; }
.top, main, footer { padding-inline: max(1rem, calc((100% - 64rem) / 2)); }
.top { background: var(--accent); color: var(--on-accent); padding-block: 2.25rem 1.5rem; }
.top a { color: var(--on-accent); }
.top :focus-visible { outline-color: var(--on-accent); }
.top h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); letter-spacing: -.01em; }
.night { color: var(--on-accent-quiet); margin-bottom: .35rem; }
.lede { font-size: clamp(1.1rem, 1rem + .5vw, 1.3rem); margin: .75rem 0 1.5rem; max-width: 44rem; }
.top nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; }
.top nav a { display: inline-block; padding: .2rem 0; }
main { padding-block: 1.75rem 3rem; display: grid; gap: 2.75rem; grid-template-columns: minmax(0, 1fr); }
main:focus { outline: none; }
main h2 { font-size: 1.45rem; margin-bottom: .75rem; letter-spacing: -.005em; }
footer { padding-block: 1.5rem 2.5rem; border-top: 1px solid var(--line); color: var(--quiet); display: grid; gap: .5rem; }
.notices { background: var(--warn-soft); color: var(--warn); border: 2px solid currentColor; border-radius: 10px; padding: 1rem 1.25rem; }
.notices h2 { font-size: 1.1rem; }
.notices ul, .missing-list { list-style: none; padding: 0; display: grid; gap: .5rem; }
.notices li, .missing-list li { display: flex; gap: .6rem; }
.missing-list { margin: .75rem 0; font-weight: 600; }
.tiles { list-style: none; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(2, minmax(0, 1fr)); }
@media (min-width: 44rem) { .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
.tile { border-radius: 10px; padding: .75rem 1rem; display: grid; align-content: start; grid-template-columns: auto 1fr; column-gap: .6rem; align-items: center; hyphens: auto; font-weight: 600; line-height: 1.3; }
.tile > :last-child { grid-column: 1 / -1; }
.tile-count { font-size: 1.8rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
.badge-consistent { background: var(--good-soft); color: var(--good); }
.badge-inconsistent, .badge-suspended { background: var(--warn-soft); color: var(--warn); }
.badge-gone, .badge-taken-over { background: var(--bad-soft); color: var(--bad); }
.badge-dormant, .badge-network-closed { background: var(--sleep-soft); color: var(--sleep); }
.badge-unverifiable { background: var(--cool-soft); color: var(--cool); }
.coverage { margin: 1.25rem 0 .35rem; }
.bar { display: block; width: 100%; height: .6rem; border-radius: 99px; margin-bottom: .6rem; }
.bar-all { fill: var(--line); }
.bar-seen { fill: var(--link); }
.todo-list { list-style: none; padding: 0; margin-top: .75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
.todo-list > li { display: flex; gap: .85rem; padding: .9rem 1.1rem; }
.todo-list > li + li { border-top: 1px solid var(--line); }
.todo-list > li > .icon { margin-top: .15em; color: var(--quiet); }
.task .tag { margin-inline-start: .5rem; }
.facts-list { list-style: none; padding: 0; }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.25rem; margin-top: 1rem; display: grid; gap: .5rem; }
.panel h3 { font-size: 1.08rem; }
.panel ul { padding-left: 1.25rem; display: grid; gap: .3rem; }
.panel ul.in-line { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; }
.run > details { margin-top: .75rem; }
.network-list { padding-left: 1.25rem; }
.facts { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); gap: .3rem 1rem; }
.facts dt { color: var(--quiet); }
@media (max-width: 36rem) { .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dd { margin-bottom: .5rem; } }
.filters { margin-bottom: 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; }
.filters fieldset { border: 0; padding: 0; margin: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.filters legend { float: left; padding: 0; margin-right: .5rem; font-weight: 600; }
.filters label { position: relative; }
.filters input { position: absolute; opacity: 0; inset: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.filters label span { display: block; padding: .3rem .85rem; border: 1px solid var(--edge); border-radius: 99px; background: var(--surface); }
.filters input:checked + span { background: var(--link); border-color: var(--link); color: var(--surface); font-weight: 600; }
.filters input:focus-visible + span { outline: 3px solid var(--link); outline-offset: 2px; }
.filters [role="status"] { color: var(--quiet); }
`;
