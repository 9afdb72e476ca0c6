/**
 * The page's one style sheet. The diverging palette is orange to blue, which the common kinds of
 * colour blindness keep apart; the outlines and the printed numbers carry the same without any
 * colour.
 */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--soft:#555;--rule:#c9c9c9;--accent:#0b4f8a;--note:#f3f6f9}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#ececec;--soft:#b5b8bd;--rule:#4a4e55;--accent:#8cc4f5;--note:#1f242a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:70rem;margin:auto;padding:0 1rem}
h1{font-size:1.7rem;line-height:1.2;margin:1.5rem 0 .25rem}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
p,ul{margin:.5rem 0;max-width:46rem}
ul{padding-left:1.25rem}
.lead{color:var(--soft);margin:0}
.note{background:var(--note);border-left:.25rem solid var(--accent);padding:.25rem 1rem;margin:1rem 0}
.note h2{font-size:1rem;margin:.5rem 0 0}
.note li{margin:.15rem 0}
.top li{margin:.4rem 0}
table{width:100%;border-collapse:collapse;margin:1rem 0 1.75rem}
caption{text-align:left;font-weight:700;font-size:1.05rem;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-top:1px solid var(--rule)}
thead th{font-size:.85rem;color:var(--soft);font-weight:600;border-top:0}
tbody th{font-weight:600;width:21%}
.items{table-layout:fixed}
.items thead th:nth-child(2),.items thead th:nth-child(5){width:15%}
.items thead th:nth-child(3){width:34%}
.items thead th:nth-child(4){width:16%}
small{display:block;color:var(--soft);font-size:.8rem}
code{font-size:.75rem;word-break:break-all}
svg{display:block}
.bar{width:20rem;max-width:100%;height:auto}
.bar rect{stroke:var(--ink);stroke-width:1}
.bar path{stroke:var(--ink);stroke-width:2;fill:none}
.bar text{font:600 12px system-ui,sans-serif;text-anchor:middle;fill:#1b1b1b}
.d3{fill:#b35806}.d2{fill:#e08f3c}.d1{fill:#fdc98b}.n{fill:#e4e4e4}.a1{fill:#a9d0ea}.a2{fill:#5da3d3}.a3{fill:#1f62a5}
.bar text.d3,.bar text.a3{fill:#fff}
.ranks{width:6rem;height:.9rem;margin-top:.2rem}
.ranks .track{stroke:var(--soft);stroke-width:1;fill:none}
.ranks .open{stroke:var(--accent);stroke-width:5;fill:none}
.ranks circle{fill:var(--paper);stroke:var(--ink);stroke-width:2}
.legend{list-style:none;padding:0;margin-top:1.5rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;max-width:none;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.4rem}
.legend .bar{width:.9rem}
footer{padding-bottom:2rem}
@media screen and (max-width:48rem){
table,tbody,tr,th,td,caption{display:block;width:100%}
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tbody tr{border:1px solid var(--rule);border-radius:.4rem;padding:.5rem .75rem;margin:.6rem 0}
tbody th,td{border:0;padding:.2rem 0;width:100%}
td{display:grid;grid-template-columns:minmax(5.5rem,30%) minmax(0,1fr);gap:.5rem}
td::before{content:attr(data-column);color:var(--soft);font-size:.85rem}
td.wide{display:block}
td.wide .bar{width:100%}
}
@media (forced-colors:active){
.bar rect{fill:Canvas;stroke:CanvasText}
.bar text,.bar text.d3,.bar text.a3{fill:CanvasText}
.bar .a1,.bar .a2,.bar .a3{fill:Highlight}
.bar text.a1,.bar text.a2,.bar text.a3{fill:HighlightText}
.bar path,.ranks .track,.ranks circle{stroke:CanvasText}
.ranks .open{stroke:Highlight}
}
@page{margin:15mm}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--rule:#999;--accent:#0b4f8a;--note:#fff}
body{font-size:9.5pt}
header,main,footer{max-width:none;padding:0}
h2,h2+p,caption{break-after:avoid}
code{font-size:7pt}
table,tr,li,.note{break-inside:avoid}
thead{display:table-header-group}
.bar{width:62mm}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
