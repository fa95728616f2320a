/** The style of overviews, light and dark. Views in an editor set the same variables to the editor's colours. */
export const OVERVIEW_STYLE = `
:root{color-scheme:light dark;--text:#1f2328;--soft:#59636e;--line:#d1d9e0;--ground:#fff;--panel:#f6f8fa;--link:#0a58ca;--fill:#2f6fb5;--on-fill:#fff}
@media (prefers-color-scheme:dark){:root{--text:#e6e9ee;--soft:#a3adb9;--line:#3d444d;--ground:#14181d;--panel:#1e242c;--link:#7cb7ff;--fill:#7cb7ff;--on-fill:#14181d}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:64rem;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--text);background:var(--ground);overflow-wrap:break-word}
header{border-bottom:1px solid var(--line);padding-bottom:1.25rem;margin-bottom:1rem}
h1,h2,h3{line-height:1.25;margin:1.6em 0 .5em}
h1{font-size:1.8rem;margin-top:0}
h2{font-size:1.3rem}
h3{font-size:1.1rem}
article{border-top:2px solid var(--line);margin-top:3rem}
dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}
dt{font-size:.8rem;color:var(--soft)}
dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.93rem}
caption{text-align:left;color:var(--soft);padding-bottom:.3rem;font-size:.85rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.8rem;font-weight:600;color:var(--soft)}
tbody th{font-weight:600}
time{font-variant-numeric:tabular-nums}
.amount{display:inline-flex;align-items:center;gap:.5rem;white-space:nowrap}
.number{min-width:2.5rem;text-align:right;font-variant-numeric:tabular-nums}
.patterns{position:absolute}
.bar{fill:var(--fill)}
.hatched{fill:url(#hatch);stroke:var(--fill)}
.paper{fill:var(--ground)}
.stroke{stroke:var(--fill);stroke-width:1.5}
figure{margin:0 0 1rem}
figure svg{display:block;width:100%;height:auto;font-size:11px;fill:currentColor}
figcaption{font-size:.85rem;color:var(--soft);margin-top:.25rem}
.tick{stroke:var(--line)}
.block{fill:var(--panel);stroke:var(--fill)}
.plenary{fill:var(--fill)}
.plenary~text{fill:var(--on-fill)}
.empty{stroke-dasharray:4 3}
.follow-ups{padding-left:1.2rem;margin:0}
.follow-ups li+li{margin-top:.3rem}
.link{font:inherit;font-weight:inherit;color:var(--link);background:none;border:0;padding:0;text-align:left;text-decoration:underline;text-underline-offset:.15em;cursor:pointer}
.link:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (forced-colors:active){.bar,.block{stroke:CanvasText;forced-color-adjust:none}}
@media print{@page{margin:18mm}:root{color-scheme:light;--text:#000;--soft:#444;--line:#bbb;--ground:#fff;--panel:#f4f4f4;--fill:#333;--on-fill:#fff}body{max-width:none;padding:0;font-size:10pt}tr,figure{break-inside:avoid}h2,h3{break-after:avoid}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** Its hash for a page's content security policy. */
export const OVERVIEW_STYLE_HASH = "sha256-RjNkIQ/YCe53xUsSa97pvG9MPRWqZ7MfetFRWsTNkP0=";
