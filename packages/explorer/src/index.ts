// The page over runs and benchmarks, from a small server
export { startExplorer, type Explorer, type StartExplorerOptions } from "./server/start-explorer.ts";

export type { Source } from "./shared/source.ts";
