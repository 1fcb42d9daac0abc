// Models as exporters write them
export { moveWeights } from "./move-weights.ts";
