/** Plain CSS, light and dark; no build step and no request. */
export const STYLE = `
:root{color-scheme:light dark;--canvas:light-dark(#faf9f5,#121613);--surface:light-dark(#fff,#1a1f1b);--line:light-dark(#e2e0d8,#2e352f);--ink:light-dark(#1d2520,#eaeee9);--muted:light-dark(#5a645d,#a3ada5);--primary:light-dark(#1f6b48,#7cc9a1);--bad:light-dark(#a4262c,#ff9a94);--bad-bg:light-dark(#fdecea,#3a1d1c);--good-bg:light-dark(#e5f3ea,#1c3427);font:14px/1.5 system-ui,sans-serif}
*{box-sizing:border-box}body{margin:0;background:var(--canvas);color:var(--ink)}
a{color:var(--primary)}:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--surface);padding:.5rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;padding:.75rem 1.25rem;border-bottom:1px solid var(--line);background:var(--surface)}
header strong{font-size:1rem}nav{display:flex;flex-wrap:wrap;gap:.25rem}main nav{margin-bottom:.75rem}
nav a{padding:.45rem .7rem;border-radius:8px;text-decoration:none;color:inherit}
nav a[aria-current]{background:var(--good-bg);font-weight:600}
main{max-width:72rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.35rem;margin:.25rem 0 1rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;overflow-x:auto}
.pad{padding:1rem}
table{width:100%;border-collapse:collapse}th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tr:last-child td{border-bottom:0}th{font-weight:600;color:var(--muted);font-size:.8rem}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
code,pre{font:12.5px/1.5 ui-monospace,monospace}pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.tag{display:inline-block;padding:.05rem .5rem;border-radius:99px;background:var(--good-bg)}
.tag.bad{background:var(--bad-bg);color:var(--bad)}
.muted{color:var(--muted)}.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
form{display:inline-flex;gap:.4rem;align-items:center;margin:0}
button,select{font:inherit;color:inherit;min-height:34px;padding:0 .8rem;border-radius:8px;border:1px solid var(--line);background:var(--surface);cursor:pointer}
button:hover{border-color:var(--primary)}
iframe{width:100%;height:28rem;border:0;background:#fff}
.spark{display:block;margin-top:.25rem;fill:var(--primary)}
.level-error{color:var(--bad)}.level-warn{color:light-dark(#8a5a00,#e8bd6b)}`;
