// The page over runs and benchmarks, from a small server
export { startExplorer, type Explorer, type StartExplorerOptions } from "./server/start-explorer.ts";

// The same page as one file
export { loadPage, type Page } from "./server/load-page.ts";
export { identifyPage, renderReport } from "./report/render-report.ts";
export { renderFiles, renderSources } from "./report/render-sources.ts";
export type { EmbeddedData } from "./shared/embedded-data.ts";

export { titleRelease } from "./shared/clio/describe-release.ts";
export type { ClioData } from "./shared/clio-data.ts";
export type { Source } from "./shared/source.ts";
