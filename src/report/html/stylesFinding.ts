/** One finding: expected beside found, differences, pictures, the time line, the remedy. */

export const FINDING_STYLES = `
.finding { border: 1px solid var(--line); border-inline-start: 5px solid var(--edge); border-radius: 8px; padding: 1rem clamp(.85rem, 2.5vw, 1.25rem); display: grid; grid-template-columns: minmax(0, 1fr); gap: .6rem; scroll-margin-top: 1rem; }
.finding.is-deviating.is-error, .finding.is-absent.is-error { border-inline-start-color: var(--bad); }
.finding.is-deviating.is-warning, .finding.is-absent.is-warning { border-inline-start-color: var(--warn); }
.finding h4 { font-size: 1.05rem; display: flex; gap: .5rem; align-items: center; }
.is-error h4 .icon { color: var(--bad); }
.is-warning h4 .icon { color: var(--warn); }
.finding-head { display: flex; flex-wrap: wrap; gap: .3rem .9rem; align-items: center; }
.tags { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: baseline; font-size: .9rem; }
.tag::first-letter { text-transform: uppercase; }
.tag { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-size: .85rem; font-weight: 600; }
.tag-error { background: var(--bad-soft); color: var(--bad); }
.tag-warning { background: var(--warn-soft); color: var(--warn); }
.tag-info, .tag-quiet { background: var(--cool-soft); color: var(--cool); }
.tag-new { background: var(--link); color: var(--surface); }
.fact { font-size: 1.05rem; font-weight: 500; }
.pair { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 44rem) { .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.side { background: var(--sunken); border-radius: 6px; padding: .65rem .85rem; min-width: 0; }
.side-expected { box-shadow: inset 0 3px var(--good); }
.side-found { box-shadow: inset 0 3px var(--edge); }
.side-label { font-size: .85rem; font-weight: 650; color: var(--quiet); margin-bottom: .2rem; }
.values { list-style: none; padding: 0; }
.legend { grid-column: 1 / -1; font-size: .88rem; color: var(--quiet); }
del, ins { color: inherit; border-radius: 3px; padding: 0 .12em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { background: var(--del); text-decoration: line-through; text-decoration-thickness: .1em; }
ins { background: var(--ins); text-decoration: underline; text-decoration-thickness: .1em; text-underline-offset: .15em; }
.legend del, .legend ins { color: var(--ink); }
.images { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); }
.picture { background: var(--sunken); border-radius: 6px; padding: .65rem .85rem; display: grid; align-content: start; gap: .4rem; min-width: 0; font-size: .88rem; }
.frame { display: grid; place-items: center; min-height: 6rem; padding: .75rem; border: 1px solid var(--line); border-radius: 6px; background: repeating-conic-gradient(var(--check-a) 0 25%, var(--check-b) 0 50%) 0 0 / 16px 16px; }
.frame:not(:has(img)) { background: var(--surface); }
.frame img { display: block; max-width: 100%; max-height: 11rem; object-fit: contain; }
.timeline { background: var(--sunken); border-radius: 6px; padding: .75rem .85rem; display: grid; gap: .5rem; }
.timeline-drawing { display: block; width: 100%; max-height: 3rem; }
.axis { stroke: var(--edge); stroke-width: 2; }
.limit { stroke: var(--bad); stroke-width: 3; stroke-dasharray: 5 4; }
.season { fill: var(--line); }
.newest { fill: var(--link); }
.looked { fill: var(--ink); }
.timeline-keys { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .92rem; }
.timeline-keys li { display: flex; gap: .5rem; align-items: center; }
.timeline-keys li::before { content: ""; flex: none; }
.key-newest::before { width: 1.1rem; height: .7rem; border-radius: 99px; background: var(--link); }
.key-limit::before { height: 1.1rem; border-left: 3px dashed var(--bad); }
.key-season::before { width: 1.1rem; height: .7rem; background: var(--line); }
.key-looked::before { width: .6rem; height: .6rem; border-radius: 50%; background: var(--ink); }
.proof { font-weight: 600; }
.no-proof { color: var(--warn); font-weight: 600; }
.origin { font-size: .85rem; color: var(--quiet); margin-top: .35rem; }
.evidence-item + .evidence-item { margin-top: .75rem; }
.remedy { border-top: 1px solid var(--line); padding-top: .7rem; display: grid; gap: .5rem; }
.copy { display: flex; flex-wrap: wrap; gap: .6rem; align-items: flex-start; }
.copy-text { flex: 1 1 16rem; min-width: 0; background: var(--good-soft); border-radius: 6px; padding: .55rem .85rem; user-select: all; }
.copy-text:has(details) { user-select: auto; }
.kit { list-style: none; padding: 0; margin: 0; display: grid; gap: .75rem; }
.kit li { display: flex; flex-wrap: wrap; gap: .75rem 1.1rem; align-items: center; background: var(--good-soft); border-radius: 6px; padding: .7rem .85rem; }
.kit-shot { position: relative; display: block; flex: none; overflow: hidden; max-width: min(100%, 20rem); border: 1px solid var(--line); line-height: 0; }
.kit-shot img { display: block; max-width: 100%; max-height: 8.5rem; }
.kit-shot.is-round::after { content: ""; position: absolute; inset: 0; border-radius: 50%; box-shadow: 0 0 0 99rem rgb(0 0 0 / .38); }
.kit-text { flex: 1 1 14rem; min-width: 0; display: grid; gap: .15rem; }
.kit-text a { font-weight: 650; }
.no-kit { color: var(--warn); }
.where { font-size: .92rem; color: var(--quiet); }
button { font: inherit; font-weight: 600; color: var(--link); background: var(--surface); border: 1px solid var(--edge); border-radius: 6px; padding: .4rem .9rem; min-height: 2.5rem; cursor: pointer; }
button:hover { background: var(--sunken); }
.anchor { color: var(--quiet); text-decoration: none; font-weight: 400; padding-inline: .35rem; }
.decide { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; }
.ways { flex: 1 0 100%; grid-column: 1 / -1; display: grid; gap: .5rem; }
.ways-buttons { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
.ways-buttons [aria-pressed="true"] { font-weight: 700; text-decoration-thickness: .14em; }
.stage { position: relative; width: min(100%, 22rem); display: grid; gap: .5rem; }
.stage img { grid-area: 1 / 1; width: 100%; aspect-ratio: 1; object-fit: contain; background: repeating-conic-gradient(var(--check-a) 0 25%, var(--check-b) 0 50%) 0 0 / 16px 16px; }
.stage .over { background: none; }
.stage[data-way="slider"] .over { background: var(--surface); }
.stage input { grid-area: 2 / 1; width: 100%; accent-color: var(--link); }
.last-seen { color: var(--warn); }
.last-known { list-style: none; padding: 0; }
.hand { border: 0; padding: 0; margin: .35rem 0 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
.hand label { display: flex; gap: .4rem; align-items: center; min-height: 1.75rem; }
.hand-answer { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: flex-end; padding: .6rem 0; }
.hand-answer > p { flex: 1 0 100%; }
`;
