export * from './document.js';
export { partsByDirection, type Part } from './direction.js';
export { references, referencesBySource } from './references.js';
export { isWebAddress } from './web-address.js';
export { printBlocks } from './terminal/blocks.js';
export { CASE_HERE, FIXED_SPACE, Page, type LineOptions } from './terminal/page.js';
export { DEFAULT_WIDTH, type TextOptions } from './terminal/options.js';
export { styleOf, type Style } from './terminal/style.js';
export { widthOf } from './terminal/widths.js';
export { contentHtml, VERDICT_MARKS } from './html/inline.js';
export { reportHtml, reportSheet, type ReportSheet } from './html/report-html.js';
export { reportMarkdown } from './markdown/report-markdown.js';
export type { CourseMap, MapGap, MapOutcome, MapStep } from './svg/course-map.js';
export { courseMapSvg } from './svg/course-map-svg.js';
export { stripsSvg, type StripRow } from './svg/strips.js';
export { timelineSvg, type TimelineEvent } from './svg/timeline.js';
export { tornadoSvg, type TornadoRow } from './svg/tornado.js';
export { wrapped } from './svg/svg.js';
export {
  NODE,
  placeStates,
  stateGraphSvg,
  type GraphEdge,
  type GraphNode,
  type NodeKind,
  type Placed,
  type StateGraph,
} from './svg/state-graph.js';
