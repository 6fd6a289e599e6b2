/** The page around the cards: head, counts, to-do list, what was not seen. */

export const PAGE_STYLES = `
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--surface); color: var(--link); z-index: 1; border-radius: 0 0 6px 6px; }
.skip:focus { top: 0; }
.top, main, footer { padding-inline: max(1rem, calc((100% - 64rem) / 2)); }
.top { background: var(--accent); color: var(--on-accent); padding-block: 2.25rem 1.5rem; }
.top a { color: var(--on-accent); }
.top :focus-visible { outline-color: var(--on-accent); }
.top h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); letter-spacing: -.01em; }
.night { color: var(--on-accent-quiet); margin-bottom: .5rem; display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; }
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
.many .todo-list > li { content-visibility: auto; contain-intrinsic-size: auto 5rem; }
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
.filters { margin-bottom: 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: .85rem 1.1rem; display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: flex-end; }
.filters label { display: grid; gap: .1rem; font-size: .9rem; color: var(--quiet); min-width: 0; }
.filters .search { flex: 1 1 12rem; }
.filters .tick { display: flex; gap: .4rem; align-items: center; min-height: 2.5rem; color: var(--ink); }
.filters .count { margin-inline-start: auto; min-height: 2.5rem; color: var(--quiet); display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
input:not([type="radio"], [type="checkbox"], [type="range"]), select { font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--edge); border-radius: 6px; padding: .35rem .6rem; min-height: 2.5rem; max-width: 100%; width: 100%; }
input[type="checkbox"], input[type="radio"] { width: 1.15rem; height: 1.15rem; accent-color: var(--link); flex: none; }
button.plain { background: none; border: 0; padding: .3rem .1rem; min-height: 1.75rem; text-decoration: underline; text-underline-offset: .15em; font-weight: 400; font-size: .92rem; }
button.primary { background: var(--link); color: var(--surface); border-color: var(--link); }
.language { background: none; color: var(--on-accent); border-color: var(--on-accent-quiet); min-height: 2rem; padding: .1rem .7rem; font-size: .9rem; font-weight: 500; }
.language:hover { background: none; text-decoration: underline; }
.old { background: var(--bad-soft); color: var(--bad); border: 2px solid currentColor; border-radius: 8px; padding: .75rem 1rem; margin-bottom: 1rem; font-weight: 650; }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem; }
.summary > * + h3, .summary > .buttons { margin-top: 1.25rem; }
.news, .trend, .matrix { margin-top: 1.5rem; }
.news h3, .trend h3 { font-size: 1.1rem; margin-bottom: .4rem; }
.columns { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.columns h4 { font-size: 1rem; margin-bottom: .25rem; }
.columns ul { padding-left: 1.15rem; display: grid; gap: .3rem; }
.news .tag { margin-inline-start: .4rem; }
.chart { display: block; width: 100%; height: 7rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: .4rem; }
.bar-fine { fill: var(--chart-fine); }
.bar-asking { fill: var(--chart-asking); }
.bar-unseen { fill: var(--chart-unseen); }
.trend figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; margin-top: .4rem; }
.keys { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
.keys li { display: flex; gap: .45rem; align-items: center; }
.keys li::before { content: ""; width: .9rem; height: .9rem; border-radius: 3px; flex: none; }
.key-fine::before { background: var(--chart-fine); }
.key-asking::before { background: var(--chart-asking); }
.key-unseen::before { background: var(--chart-unseen); }
.scroll { position: relative; overflow-x: auto; max-width: 100%; margin-top: .6rem; }
.grid { border-collapse: collapse; font-size: .93rem; background: var(--surface); min-width: min(100%, 30rem); }
.grid th, .grid td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: middle; overflow-wrap: normal; }
.grid thead th { background: var(--sunken); font-weight: 600; }
.grid tbody th { font-weight: 400; }
.matrix summary h3 { display: inline; font-size: 1.1rem; color: var(--link); }
.cell { display: inline-flex; padding: .25rem; min-width: 1.75rem; min-height: 1.75rem; }
.cell-consistent { color: var(--good); }
.cell-inconsistent, .cell-suspended { color: var(--warn); }
.cell-gone, .cell-taken-over, .cell-missing { color: var(--bad); }
.cell-dormant, .cell-network-closed { color: var(--sleep); }
.cell-unverifiable { color: var(--cool); }
.grid .sign { text-align: center; min-width: 2.6rem; }
.sign a { display: inline-block; min-width: 1.75rem; min-height: 1.75rem; line-height: 1.75rem; font-weight: 700; text-decoration: none; }
.sign-ok { color: var(--good); }
.sign-deviating, .sign-deviating a, .sign-absent, .sign-absent a { background: var(--bad-soft); color: var(--bad); }
.sign-unverifiable { color: var(--cool); }
.sign-odd { box-shadow: inset 0 0 0 2px var(--bad); }
.todo-owner + .todo-owner, .todo-rest { margin-top: 1rem; }
.todo-owner h3 { font-size: 1.05rem; margin-top: .75rem; }
.no-match { padding: 1rem 0; color: var(--quiet); }
.work { display: grid; gap: 2.75rem; grid-template-columns: minmax(0, 1fr); }
.changes { background: var(--surface); border: 2px solid var(--link); border-radius: 12px; padding: 1.1rem 1.25rem; display: grid; gap: .75rem; }
.change-list { padding-left: 1.25rem; display: grid; gap: .35rem; }
dialog.accept { border: 1px solid var(--edge); border-radius: 12px; background: var(--surface); color: var(--ink); padding: 1.25rem; width: min(34rem, calc(100vw - 2rem)); }
dialog.accept::backdrop { background: rgb(0 0 0 / .5); }
dialog.accept form { display: grid; gap: .8rem; }
dialog.accept fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: .4rem; }
dialog.accept legend { font-weight: 600; margin-bottom: .35rem; padding: 0; }
dialog.accept fieldset label { display: flex; gap: .5rem; align-items: center; min-height: 1.75rem; }
.accept-waiver { display: grid; gap: .6rem; }
.accept-waiver label, .hand-answer label { display: grid; gap: .15rem; }
.accept-what { font-weight: 600; overflow-wrap: anywhere; max-height: 8rem; overflow: auto; }
.accept-problem { color: var(--bad); font-weight: 600; }
`;
