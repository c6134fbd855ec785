import { Html } from './html'

/** Light and dark as the reader has it; on paper always light. */
export const REPORT_STYLE = new Html(`
:root { color-scheme: light dark; --text: #1b2430; --muted: #55606e; --line: #d5dbe3; --plate: #f6f8fa; --s0: #1f5fc4; --s1: #b14a00; --s2: #1d6b3a; --s3: #8a2b8f; --s4: #0b7285; --s5: #8c5a00; }
@media screen and (prefers-color-scheme: dark) { :root { --text: #e4e9f0; --muted: #9aa6b5; --line: #2c3542; --plate: #151a21; --s0: #7aa9f7; --s1: #f59f5c; --s2: #7ccf96; --s3: #d79be0; --s4: #5ec7d8; --s5: #e3c15f; } body { background: #0f1318; } }
body { margin: 0; color: var(--text); font: 14px/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { margin: 0; font-size: 24px; } h2 { margin: 28px 0 8px; font-size: 16px; }
header p, footer, small, figcaption small { color: var(--muted); } footer { margin-top: 28px; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; }
th, td { padding: 3px 16px 3px 0; border-bottom: 1px solid var(--line); text-align: start; font-weight: 400; white-space: nowrap; } thead th { color: var(--muted); } td { text-align: end; }
thead th:not(:first-child) { text-align: end; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr)); gap: 16px; }
figure { margin: 0; padding: 10px 12px; border: 1px solid var(--line); border-radius: 6px; break-inside: avoid; } figcaption { font-weight: 600; } figcaption small { font-weight: 400; }
svg[viewBox] { display: block; width: 100%; height: auto; } svg text { fill: var(--muted); font-size: 11px; }
.grid { stroke: var(--line); } .line { fill: none; stroke-width: 1.5; } .bar { fill: var(--s0); fill-opacity: 0.6; }
.s0 { stroke: var(--s0); } .s1 { stroke: var(--s1); } .s2 { stroke: var(--s2); } .s3 { stroke: var(--s3); } .s4 { stroke: var(--s4); } .s5 { stroke: var(--s5); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 4px 0 0; padding: 0; list-style: none; }
pre { padding: 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--plate); overflow-x: auto; font: 12px/1.5 ui-monospace, monospace; }
`)
