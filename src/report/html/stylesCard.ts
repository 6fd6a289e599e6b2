/** The card of one profile. */

export const CARD_STYLES = `
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: clamp(1rem, 3vw, 1.75rem); display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem; scroll-margin-top: 1rem; }
.many .card { content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.card + .card { margin-top: 1.25rem; }
.card:target { outline: 3px solid var(--link); outline-offset: 2px; }
.card-head { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; justify-content: space-between; align-items: flex-start; }
.card-head > div { flex: 1 1 20rem; min-width: 0; }
.card-head h3 { font-size: 1.3rem; display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; }
.badge { display: inline-flex; gap: .45rem; align-items: center; padding: .35rem .85rem; border-radius: 99px; font-weight: 650; }
.about { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin-top: .35rem; font-size: .93rem; color: var(--quiet); }
.about div { display: flex; gap: .4rem; }
.about dt { flex: none; }
.about dt::after { content: ":"; }
.about dd { color: var(--ink); }
.advice { display: grid; gap: .35rem; }
.steps { margin-top: .6rem; padding: 1rem 1.15rem; background: var(--sunken); border-radius: 8px; display: grid; gap: .6rem; }
.steps h4 { font-size: 1rem; }
.steps ol, .steps ul { padding-left: 1.4rem; display: grid; gap: .35rem; }
.card > details { border-top: 1px solid var(--line); padding-top: .5rem; }
.card > details + details { margin-top: -.6rem; }
.rows { display: grid; gap: .75rem; padding: .5rem 0; }
.rows > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0 1rem; }
.rows dt { font-weight: 600; }
.rows .text { display: inline-block; vertical-align: top; }
@media (max-width: 40rem) { .rows > div { grid-template-columns: minmax(0, 1fr); } }
.look { padding: .6rem 0; }
.look + .look { border-top: 1px dashed var(--line); }
.item-label { font-weight: 600; margin-bottom: .35rem; }
.waived .finding { margin-top: .75rem; }
.waiver { margin-top: .6rem; padding: .6rem .85rem; background: var(--sunken); border-radius: 6px; }
`;
