// The style sheet of the report: one column on a phone, two from 900 px on, light or dark as the reader's system is,
// black on white in print.
#pragma once

#include <string_view>

namespace saegin::eval {

inline constexpr std::string_view kReportStyle = R"css(
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0; --ground: #ffffff; --raised: #f6f8fa;
  --c0: #0b62a8; --c1: #c2500a; --c2: #0a7d5a; --c3: #a3457f; --c4: #6f5bc4; --c5: #7d6a0c;
  --gained: #0b62a8; --lost: #c2500a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --soft: #9aa7b4; --line: #3d444d; --ground: #0f1318; --raised: #181e25;
    --c0: #5cb3f2; --c1: #f0935a; --c2: #45c69a; --c3: #e28fc0; --c4: #ab9cf2; --c5: #d3bd4a;
    --gained: #5cb3f2; --lost: #f0935a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 16px; max-width: 1120px; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic",
    sans-serif;
}
h1 { font-size: 1.5rem; line-height: 1.25; margin: 8px 0 4px; }
h2 { font-size: 1.2rem; margin: 36px 0 8px; padding-top: 12px; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 20px 0 6px; }
h1 span, h2 span { color: var(--soft); font-weight: 400; font-size: 0.85em; }
[lang="ko"], td.text { word-break: keep-all; }
p, li { max-width: 46rem; }
.note { color: var(--soft); font-size: 0.9rem; }
.scroll { overflow-x: auto; }
.scroll th:first-child { position: sticky; left: 0; background: var(--ground); }
.scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--c0); outline-offset: 2px; }
table { border-collapse: separate; border-spacing: 0; font-size: 0.9rem; line-height: 22px; }
td { font-variant-numeric: tabular-nums; }
th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child, td.text, th.text { text-align: left; }
td.text { white-space: normal; overflow-wrap: anywhere; min-width: 9rem; }
thead th { border-bottom: 2px solid var(--soft); vertical-align: bottom; }
tbody th { font-weight: 500; }
td.best { font-weight: 700; }
.mark { padding-right: 0.35em; font-size: 0.8em; }
.up { color: var(--gained); } .down { color: var(--lost); }
.charts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; }
@media (min-width: 900px) { .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
figure { margin: 0; max-width: 560px; break-inside: avoid; }
.charts > div > figure + figure { margin-top: 24px; }
figcaption { font-weight: 600; font-size: 0.95rem; margin-bottom: 8px; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
svg text { fill: var(--ink); }
.grid { stroke: var(--line); stroke-width: 1; }
.axis { stroke: var(--soft); stroke-width: 1.2; }
.gained { fill: var(--gained); } .lost { fill: var(--lost); }
.range { stroke-width: 4; stroke-linecap: round; opacity: 0.45; }
.range.gained { stroke: var(--gained); } .range.lost { stroke: var(--lost); }
rect.s0, circle.s0 { fill: var(--c0); } rect.s1, circle.s1 { fill: var(--c1); }
rect.s2, circle.s2 { fill: var(--c2); } rect.s3, circle.s3 { fill: var(--c3); }
rect.s4, circle.s4 { fill: var(--c4); } rect.s5, circle.s5 { fill: var(--c5); }
polyline { fill: none; stroke-width: 2.4; stroke-linejoin: round; }
polyline.s0 { stroke: var(--c0); } polyline.s1 { stroke: var(--c1); } polyline.s2 { stroke: var(--c2); }
polyline.s3 { stroke: var(--c3); } polyline.s4 { stroke: var(--c4); } polyline.s5 { stroke: var(--c5); }
.d1 { stroke-dasharray: 8 4; } .d2 { stroke-dasharray: 2 3; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 0; margin: 0 0 10px; }
.legend li { display: flex; align-items: center; gap: 6px; font-size: 0.9rem; overflow-wrap: anywhere; }
.legend svg { flex: none; width: 44px; height: 12px; }
summary { cursor: pointer; padding: 6px 0; }
dl { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px 16px; }
dt { color: var(--soft); font-size: 0.9rem; margin-top: 6px; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  th, td { padding: 5px 4px; }
  thead th.text + th.text, thead th.text + th.text ~ th { white-space: normal; }
  td.text { min-width: 5rem; }
}
@media (min-width: 640px) { dl { grid-template-columns: 13rem minmax(0, 1fr); } dt { margin-top: 0; } }
@page { margin: 14mm; }
@media print {
  :root {
    color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --ground: #fff;
    --c0: #0b62a8; --c1: #c2500a; --c2: #0a7d5a; --c3: #a3457f; --c4: #6f5bc4; --c5: #7d6a0c;
    --gained: #0b62a8; --lost: #c2500a;
  }
  body { padding: 0; max-width: none; font-size: 10pt; }
  .scroll { overflow: visible; }
  .scroll th:first-child { position: static; }
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px 24px; }
  dl { grid-template-columns: 10rem minmax(0, 1fr); }
  dt, dd { font-size: 9pt; margin-top: 0; }
  th, td { padding: 1px 5px; font-size: 8pt; line-height: 16px; }
  td.text { min-width: 5rem; }
  h2 { margin-top: 20px; }
  h2, h3, .legend, figcaption { break-after: avoid; }
  .charts > div, tr { break-inside: avoid; }
}
)css";

}  // namespace saegin::eval
