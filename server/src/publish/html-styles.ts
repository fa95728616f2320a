/** The style of a published page: light, dark and on paper. A change of it changes its hash, which a test compares. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--text:#1f2328;--soft:#59636e;--line:#d1d9e0;--ground:#fff;--panel:#f6f8fa;--link:#0a58ca;--bar:#1f2328;--on-bar:#fff}
@media (prefers-color-scheme:dark){:root{--text:#e6e9ee;--soft:#a3adb9;--line:#3d444d;--ground:#14181d;--panel:#1e242c;--link:#7cb7ff;--bar:#e6e9ee;--on-bar:#14181d}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:44rem;font:1.0625rem/1.65 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--text);background:var(--ground);overflow-wrap:break-word}
header{border-bottom:1px solid var(--line);padding-bottom:1.25rem;margin-bottom:1.5rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.5em 0 .5em;text-wrap:balance}
h1{font-size:2.1rem;letter-spacing:-.015em;margin-top:0}
h2{font-size:1.5rem;padding-bottom:.25em;border-bottom:1px solid var(--line);margin-top:2em}
h3{font-size:1.2rem}
h4,h5,h6{font-size:1.05rem}
p,ul,ol,dl,table,pre,blockquote{margin:0 0 1em}
li+li{margin-top:.25em}
li>ul,li>ol{margin:.25em 0 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
img{max-width:100%;height:auto}
h3 time,h4 time{font-variant-numeric:tabular-nums;font-weight:500;color:var(--soft)}
.speakers{display:block;margin-top:.2em;font-size:1rem;font-weight:400;letter-spacing:0;color:var(--soft)}
header dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:0}
dt{font-size:.8rem;color:var(--soft)}
dd{margin:0}
nav{margin-bottom:2rem;padding:1rem 1.25rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem;font-size:.95rem;line-height:1.45}
nav h2{margin:0 0 .5rem;padding:0;border:0;font-size:.95rem}
nav ol{list-style:none;margin:0;padding:0}
nav ol ol{padding-left:1rem}
nav li+li{margin-top:.3rem}
nav li>ol{margin-top:.3rem}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
nav time{font-variant-numeric:tabular-nums}
table{border-collapse:collapse;max-width:100%}
th,td{border:1px solid var(--line);padding:.35em .7em;text-align:left;overflow-wrap:anywhere}
th{background:var(--panel)}
.align-right{text-align:right}
.align-center{text-align:center}
code,kbd,samp,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
code{padding:.1em .3em;background:var(--panel);border-radius:.25em}
pre{padding:.9em 1em;background:var(--panel);border:1px solid var(--line);border-radius:.4rem;white-space:pre-wrap;overflow-wrap:anywhere}
pre code{padding:0;background:none}
blockquote{padding:.1em 0 .1em 1.1em;border-left:.25em solid var(--line);color:var(--soft)}
blockquote>:last-child{margin-bottom:0}
hr{border:0;border-top:1px solid var(--line);margin:2em 0}
.footnotes{font-size:.9rem}
.redacted{display:inline-block;line-height:1.4;background:var(--bar);color:var(--on-bar);padding:0 .5em;border-radius:.15em;font-size:.85em}
@media (forced-colors:active){.redacted{outline:1px solid}}
@media (min-width:72rem){
body{display:grid;grid-template-columns:16rem minmax(0,44rem);column-gap:3.5rem;max-width:64rem}
header,main{grid-column:2}
body:not(:has(nav)){display:block;max-width:46rem}
nav{grid-column:1;grid-row:1/span 2;position:sticky;top:2.5rem;align-self:start;max-height:calc(100vh - 5rem);overflow:auto;margin:0}
main>section:first-child>h2:first-child{margin-top:0}
}
@media print{
@page{margin:20mm 18mm}
:root{color-scheme:light;--text:#000;--soft:#444;--line:#bbb;--ground:#fff;--panel:#f4f4f4;--link:#000;--bar:#000;--on-bar:#fff}
body{display:block;max-width:none;padding:0;font-size:10.5pt;line-height:1.45}
nav{position:static;max-height:none;overflow:visible;border:0;padding:0;background:none;margin-bottom:1.5rem}
h1,h2,h3,h4,h5,h6{break-after:avoid;break-inside:avoid}
p,li,blockquote,pre,tr,img{break-inside:avoid}
p{orphans:3;widows:3}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;color:var(--soft);overflow-wrap:anywhere}
.redacted{print-color-adjust:exact;-webkit-print-color-adjust:exact;border:1px solid #000}
}
`;

/** Its hash for the page's content security policy, so that no other style is applied. */
export const PAGE_STYLE_HASH = "sha256-Gb/omKuWgXQklFltpJR2BaGdY4/nQH9XaVcaeSF5fU8=";
