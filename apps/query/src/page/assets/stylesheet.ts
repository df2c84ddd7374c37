/*
 * The page's look, as text so that it lies in the build beside the code that serves it. No font or picture from
 * elsewhere. Colours are chosen in pairs that keep 4.5:1 in both schemes; shapes say the same as colours do.
 */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --panel: #f4f2ec; --ink: #1d2126; --soft: #565d66; --rule: #d9d5cb; --link: #1c4f82; --focus: #b4540a;
  --before: #5b5f66; --open: #8a4b08; --halted: #5b4a86; --ended: #1f6153; --convicted: #7b2a3b; --moved: #3a5a78; --unknown: #5b5f66; --note: #5b5f66;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Source Serif 4", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181c; --panel: #1e2227; --ink: #e9e6df; --soft: #a8aeb6; --rule: #363c44; --link: #8fc0f0; --focus: #f0a35c;
    --before: #b3b8bf; --open: #f0b46a; --halted: #c3b1f0; --ended: #82d0bd; --convicted: #f0a0b0; --moved: #a3c6e6; --unknown: #b3b8bf; --note: #b3b8bf;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--sans); overflow-wrap: anywhere; }
.wrap { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, .brand, blockquote { font-family: var(--serif); }
h1 { font-size: clamp(1.9rem, 1.4rem + 2.4vw, 2.9rem); line-height: 1.12; font-weight: 600; margin: 0 0 .5rem; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.45rem; line-height: 1.25; font-weight: 600; margin: 0 0 1rem; text-wrap: balance; }
h3 { font-size: 1rem; line-height: 1.4; margin: 0; font-weight: 600; }
p { margin: 0 0 .75rem; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
small { display: block; color: var(--soft); font-size: .9rem; line-height: 1.45; }
code { font: .92em ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
ol, ul { margin: 0; padding: 0; }
.skip { position: absolute; left: -100vw; top: 0; background: var(--paper); padding: .6rem 1rem; z-index: 2; }
.skip:focus { left: 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.masthead { border-bottom: 1px solid var(--rule); }
.masthead .wrap { display: flex; align-items: baseline; justify-content: space-between; gap: 1rem; padding-block: .9rem; }
.brand { font-size: 1.3rem; font-weight: 600; color: var(--ink); text-decoration: none; }
.masthead nav { display: flex; gap: 1.25rem; }
main.wrap { padding-block: 2.5rem 3.5rem; }
.colophon { border-top: 1px solid var(--rule); color: var(--soft); font-size: .92rem; }
.colophon .wrap { padding-block: 1.25rem 2.5rem; }
.colophon p { max-width: 44rem; margin: 0; }
.eyebrow { color: var(--soft); font-size: .92rem; margin: 0 0 .4rem; }
.lede { font-size: 1.15rem; color: var(--soft); }
.meta, .when, .of, .sources, .why { color: var(--soft); font-size: .95rem; }
.notice { border-left: 4px solid var(--focus); background: var(--panel); padding: .8rem 1rem; margin: 1.25rem 0; }
.presumption { color: var(--soft); margin: 1rem 0 0; max-width: 44rem; }
.empty { padding: 2rem 0; color: var(--soft); }

.live { position: sticky; top: 0; z-index: 1; background: var(--panel); border-bottom: 1px solid var(--rule); font-size: .92rem; }
.live .wrap { display: flex; align-items: center; justify-content: space-between; gap: 1rem; min-height: 2.75rem; }
.live p { margin: 0; color: var(--soft); }
.live.news p { color: var(--ink); font-weight: 600; }
.live[hidden], [hidden] { display: none; }

button, input, select { font: inherit; color: inherit; min-height: 2.75rem; border-radius: 4px; border: 1px solid var(--soft); background: var(--paper); padding: .35rem .75rem; max-width: 100%; }
button { background: var(--ink); color: var(--paper); border-color: var(--ink); font-weight: 600; cursor: pointer; padding-inline: 1.1rem; }
.live button { min-height: 2rem; padding-block: .1rem; }
label { font-size: .92rem; color: var(--soft); }
.search { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem 1rem; margin: 1.5rem 0 2rem; }
.search p { margin: 0; flex: 1 1 13rem; }
.search label { display: block; margin-bottom: .2rem; }
.search input, .search select { width: 100%; }
.search .clear { align-self: center; }

.cases > li { list-style: none; border-top: 1px solid var(--rule); padding: 1.4rem 0 1.1rem; }
.cases h2 { margin-bottom: .5rem; }
.cases h2 a { color: var(--ink); text-decoration-color: var(--rule); }
.cases .meta { margin: .6rem 0 0; }
.outcomes li { list-style: none; display: flex; gap: .6rem; padding: .15rem 0; }
.outcomes .mark { margin-top: .5rem; }
.outcomes strong { font-weight: 600; }
.pager { border-top: 1px solid var(--rule); padding-top: 1.25rem; }

.mark, .chip { color: var(--note); flex: none; }
.chip { display: inline-flex; align-items: center; gap: .45rem; border: 1px solid currentColor; border-radius: 999px; padding: .12rem .75rem .12rem .6rem; font: 600 .92rem/1.45 var(--sans); }
.chip.note { border-style: dashed; }
.before { color: var(--before); } .open { color: var(--open); } .halted { color: var(--halted); } .ended { color: var(--ended); }
.convicted { color: var(--convicted); } .moved { color: var(--moved); } .unknown { color: var(--unknown); }

table.status { width: 100%; border-collapse: collapse; margin: 2rem 0 0; }
.status caption { text-align: left; font-size: .92rem; color: var(--soft); padding-bottom: .4rem; }
.status th, .status td { text-align: left; vertical-align: top; padding: .8rem 1rem .8rem 0; border-top: 1px solid var(--rule); }
.status thead th { font-size: .92rem; color: var(--soft); font-weight: 600; padding-block: .4rem; }
.status .person { font: 600 1.1rem/1.4 var(--serif); width: 22%; }
.status .person small { font: 400 .9rem/1.45 var(--sans); }
.status td small { margin-top: .25rem; }
.status tbody { border-bottom: 1px solid var(--rule); }

.timeline, .beside, .changes { margin-top: 3rem; max-width: 44rem; }
.timeline ol { border-left: 2px solid var(--rule); padding-left: 1.5rem; }
.timeline li, .beside li, .changes li { list-style: none; margin-bottom: 2rem; }
.timeline li { position: relative; scroll-margin-top: 4rem; }
.timeline li::before { content: ""; position: absolute; left: calc(-1.5rem - 7px); top: .5rem; width: .75rem; height: .75rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--soft); }
.timeline li:target .chip, .timeline li.is-new .chip { outline: 3px solid var(--focus); outline-offset: 2px; }
.timeline .when { color: var(--ink); font-size: 1.05rem; margin: .4rem 0 .1rem; }
.timeline .when::first-letter { text-transform: uppercase; }
.timeline .of, .timeline .sources, .timeline .doubt { margin: 0 0 .2rem; }
.doubt { color: var(--soft); font-style: italic; font-size: .95rem; }
.timeline header { display: flex; align-items: center; gap: .4rem; }
.anchor { padding: 0 .5rem; color: var(--soft); text-decoration: none; }

.quote { margin: .9rem 0 0; }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--rule); font-size: 1.12rem; line-height: 1.5; unicode-bidi: isolate; }
blockquote p { margin: 0; white-space: pre-line; }
blockquote p::before { content: "\\201c"; } blockquote p::after { content: "\\201d"; }
figcaption { color: var(--soft); font-size: .92rem; margin-top: .35rem; padding-left: calc(1rem + 3px); }
cite { font-style: normal; }
.more { margin-top: .75rem; }
summary { cursor: pointer; color: var(--link); font-size: .95rem; padding: .25rem 0; }
del { color: var(--soft); } ins { text-decoration: none; font-weight: 600; }
.corrected { border-left: 3px solid var(--focus); padding-left: .8rem; margin: .4rem 0; font-size: .95rem; }
.gone .quote { color: var(--soft); }
.as-of p { margin: 0; }
.as-of label { display: block; }
.changes .when, .beside .when { margin: 0 0 .3rem; }
.panel { background: var(--panel); border-radius: 6px; padding: 1.25rem 1.4rem; margin-top: 2.5rem; max-width: 44rem; }
.panel h2 { font-size: 1.15rem; margin-bottom: .7rem; }
.panel ul { padding-left: 1.1rem; }
.as-of { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem .9rem; }

@media (max-width: 40rem) {
  main.wrap { padding-block: 1.75rem 2rem; }
  .status thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .status, .status caption, .status tbody, .status tr, .status td, .status th.person { display: block; width: auto; }
  .status tbody { border: 0; padding-bottom: 1rem; }
  .status td, .status th { border: 0; padding: .3rem 0; }
  .status th.person { border-top: 1px solid var(--rule); padding-top: .9rem; font-size: 1.2rem; }
  .status td[data-label]::before { content: attr(data-label); display: block; font-size: .85rem; color: var(--soft); }
  .status tr + tr { margin-top: .75rem; padding-top: .5rem; border-top: 1px dotted var(--rule); }
}
@media (forced-colors: active) { .chip { forced-color-adjust: auto; } }
@media print {
  .live, .search, .panel, .masthead nav, .pager, .anchor { display: none; }
  body { background: #fff; color: #000; font-size: 11pt; }
  .quote figcaption a::after { content: " (" attr(href) ")"; font-size: .85em; }
  .timeline li { break-inside: avoid; }
}
`;
