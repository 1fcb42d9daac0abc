export type { Source } from "./shared/source.ts";
