/** The style of the page: light and dark by the system, and paper. */
export const styles = `
:root{color-scheme:light dark;--paper:#fff;--ground:#f6f7f8;--ink:#1c2024;--soft:#5b6470;--line:#dfe3e8;--accent:#1f5fbf;--good:#1a7f4b;--warning:#8a5a00;--bad:#b42318;--code:#f3f5f7;--box:#fff;--scripted:#e8f0fc;--comment:#5f6b76;--string:#0a6b3d;--keyword:#8b2fa8;--add:#e3f6ea;--drop:#fde9e7}
@media (prefers-color-scheme:dark){:root{--paper:#16191d;--ground:#101215;--ink:#e6e8ea;--soft:#9aa4b0;--line:#2c323a;--accent:#7fb2ff;--good:#5fd39a;--warning:#e5b454;--bad:#ff8a80;--code:#1c2127;--box:#1c2127;--scripted:#1c2f4d;--comment:#93a0ac;--string:#7fd6a4;--keyword:#d9a2f0;--add:#12351f;--drop:#421a17}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
code,pre{font:12.5px/1.55 ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:3;background:var(--paper);padding:.25rem .5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;align-items:baseline;padding:.6rem 1.5rem;background:var(--paper);border-bottom:1px solid var(--line)}
.top p{margin:0;color:var(--soft);font-size:13px}
.top #progress{margin-left:auto;font-variant-numeric:tabular-nums}
h1{margin:0;font-size:17px;font-weight:650}
h1 small,summary small{font-weight:400;color:var(--soft)}
.page{display:grid;grid-template-columns:minmax(0,1fr);max-width:1680px;margin:0 auto}
nav{padding:1rem 1.5rem 0;font-size:13px}
nav summary{color:var(--soft);font-weight:600}
nav h2{margin:1rem 0 .2rem;font-size:13px;font-weight:600}
nav h2 a{color:var(--soft);text-decoration:none}
nav ul{list-style:none;margin:0;padding:0}
nav li a{display:block;padding:.13rem .5rem;margin-left:-.5rem;border-radius:4px;color:inherit;text-decoration:none}
nav li a:hover{background:var(--line)}
nav li.dim a{color:var(--soft)}
main{padding:1rem 1.5rem 6rem;min-width:0}
@media (min-width:1100px){.page{grid-template-columns:250px minmax(0,1fr)}nav{position:sticky;top:3.2rem;max-height:calc(100vh - 3.2rem);overflow-y:auto;padding-bottom:2rem;border-right:1px solid var(--line)}main{padding:1.25rem 2rem 6rem}}
h2{margin:2.5rem 0 .75rem;font-size:20px;font-weight:650;letter-spacing:-.01em}
h3{display:inline;margin:0;font-size:16px;font-weight:600}
section>h3{display:block;margin:1.25rem 0 .4rem}
h4{margin:0;font-size:14px;font-weight:600}
.form h3{font-size:14px}
h3.above,h4.above{display:block;margin:1.25rem 0 .5rem;font-size:13px;color:var(--soft)}
p{margin:.5rem 0}
.quiet,.place,.hint{color:var(--soft)}
.place{font-size:12.5px}
.hint{display:block;font-size:13.5px}
.verdict{background:var(--paper);border:1px solid var(--line);border-left:5px solid var(--good);border-radius:8px;padding:1rem 1.25rem}
.verdict.warning{border-left-color:var(--warning)}
.verdict.bad{border-left-color:var(--bad)}
.verdict h2{margin:0;font-size:13px;color:var(--soft)}
.headline{margin:.1rem 0 .9rem;font-size:19px;font-weight:600}
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.75rem 1.5rem;margin:0 0 .75rem}
.counts dt{font-size:12.5px;color:var(--soft)}
.counts dd{margin:0;font-size:16px;font-weight:600;font-variant-numeric:tabular-nums}
.not-run{margin:.25rem 0 0;padding-left:1.1rem;font-size:13.5px;color:var(--soft)}
.findings{list-style:none;margin:.5rem 0;padding:0}
.findings li{padding:.4rem .75rem;margin:.3rem 0;background:var(--paper);border:1px solid var(--line);border-left:3px solid var(--line);border-radius:5px;font-size:14px}
.findings .error,.findings .break{border-left-color:var(--bad)}
.findings .warning,.findings .unknown{border-left-color:var(--warning)}
.findings .new{border-left-color:var(--good)}
.findings .changed{border-left-color:var(--accent)}
.error>b{color:var(--bad)}
.warning>b,p.warning{color:var(--warning)}
.operation,.screen{margin:.75rem 0;background:var(--paper);border:1px solid var(--line);border-radius:8px}
.screen{padding:.25rem 1.25rem 1rem}
.operation>summary{padding:.6rem 1.25rem;border-radius:8px}
.operation>summary>*{margin-right:.35rem}
.operation[open]>summary{border-bottom:1px solid var(--line);border-radius:8px 8px 0 0}
.operation>:not(summary){margin-left:1.25rem;margin-right:1.25rem}
.operation>:last-child{margin-bottom:1.1rem}
summary{cursor:pointer}
summary>code{color:var(--soft)}
.mark{display:inline-block;padding:0 .45rem;border:1px solid var(--line);border-radius:99px;font-size:12px;color:var(--soft);white-space:nowrap}
.mark.changed{color:var(--accent);border-color:var(--accent)}
.mark.found{color:var(--warning);border-color:var(--warning)}
.columns{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2rem;padding-top:.25rem}
.flows{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-content:flex-start}
@media (min-width:820px){.columns{grid-template-columns:minmax(0,1fr) 300px}.flows{flex-direction:column}}
.form{padding:.6rem 0}
.screen .form+.form,.sample{border-top:1px solid var(--line)}
.form>header{display:flex;gap:1rem;justify-content:space-between;align-items:baseline}
.form label{font-size:12.5px;color:var(--soft);white-space:nowrap;cursor:pointer;user-select:none}
.form:has(input:checked)>header>:first-child{color:var(--good)}
input[type=checkbox]{width:1rem;height:1rem;margin:0 .15rem 0 0;vertical-align:-.15rem;accent-color:var(--good)}
.form dl{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.1rem 1rem;margin:.3rem 0 0;font-size:13.5px}
.form dt{color:var(--soft)}
.form dd{margin:0;min-width:0}
.form dd{display:flex;gap:.5rem;justify-content:space-between;align-items:flex-start}
.form dd code{white-space:pre-wrap;min-width:0}
.fields{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2.5rem}
@media (min-width:1280px){.fields{grid-template-columns:repeat(2,minmax(0,1fr))}}
.fields .form{border-bottom:0;border-top:1px solid var(--line)}
.withheld{color:var(--warning)}
@media (max-width:600px){.top,nav,main{padding-left:1rem;padding-right:1rem}.top{position:static}.operation>summary{padding:.6rem .9rem}.operation>:not(summary){margin-left:.9rem;margin-right:.9rem}.screen{padding:.25rem .9rem .9rem}.form dl{grid-template-columns:6.5rem minmax(0,1fr);gap:.1rem .6rem}}
.copy{flex:none;padding:0 .4rem;border:1px solid transparent;border-radius:4px;background:none;color:var(--soft);font:12px/1.5 system-ui,sans-serif;cursor:pointer}
.copy:hover,.copy:focus-visible{color:var(--accent);border-color:var(--accent)}
dd:hover>.copy{border-color:var(--line)}
.copy.main{margin:0;padding:.3rem .9rem;border-color:var(--accent);color:var(--accent);font-size:14px}
.form .sampled{grid-template-columns:minmax(0,2fr) minmax(0,3fr);margin-bottom:.5rem}
.sampled dt{font:12.5px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
.code{margin:.35rem 0;border:1px solid var(--line);border-radius:6px;background:var(--paper)}
.code>summary{padding:.3rem .75rem}
.code>summary>code{color:var(--ink)}
.code>figure,.code>.pair,.code>pre{border-top:1px solid var(--line)}
.pair{display:grid;grid-template-columns:minmax(0,1fr)}
@media (min-width:1000px){.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.pair figure+figure{border-left:1px solid var(--line)}}
figure{margin:0;min-width:0}
.code figcaption{padding:.25rem .75rem 0;font-size:12px;color:var(--soft);background:var(--code)}
pre{margin:0;padding:.4rem .75rem .6rem;background:var(--code);white-space:pre-wrap;tab-size:2}
.pair pre{height:calc(100% - 1.4rem)}
pre>code{display:block}
pre>code+code{margin-top:.6rem;padding-top:.6rem;border-top:1px dashed var(--line)}
.pair p{padding:.4rem .75rem}
.diff span{display:block}
.diff .ins{background:var(--add)}
.diff .del{background:var(--drop)}
.diff .at{color:var(--soft)}
::highlight(comment){color:var(--comment)}
::highlight(string){color:var(--string)}
::highlight(keyword){color:var(--keyword)}
.flow{margin:.4rem 0;max-width:100%}
.flow svg{width:300px}
.flow figcaption{margin-bottom:.3rem;font-size:13px;color:var(--soft)}
svg{display:block;max-width:100%}
text{font:12.5px system-ui,sans-serif;fill:var(--ink)}
text.detail{font:10.2px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;fill:var(--soft)}
rect{fill:var(--box);stroke:var(--line)}
rect.method{fill:var(--scripted);stroke:var(--accent)}
rect.absent{fill:none;stroke:var(--line);stroke-dasharray:4 3}
rect.result{stroke:var(--soft)}
path{fill:none;stroke:var(--soft)}
.names{columns:20rem;padding-left:1.1rem}
@media print{
:root{--paper:#fff;--ground:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#1f4f9f;--code:#fff;--box:#fff;--scripted:#eef3fb;--comment:#555;--string:#064;--keyword:#606;--good:#1a7f4b;--warning:#7a4f00;--bad:#a01a10;--add:#e3f6ea;--drop:#fde9e7;color-scheme:light}
body{font-size:10pt}
code,pre,.sampled dt{font-size:8pt}
nav,.copy,.skip,#progress,.screen-only{display:none}
.top{position:static;padding-left:0;padding-right:0}
main{padding:0}
.page{display:block}
.operation,.screen,.verdict{border-radius:0}
.form,.findings li,.flow{break-inside:avoid}
h2,h3,h4,summary{break-after:avoid}
details:not(.same)::details-content{content-visibility:visible;display:block;height:auto}
a{color:inherit;text-decoration:none}
@page{margin:14mm}
}
`;
