// Statistics that need nothing of Node, so that they run in a browser too
export { adjustPValues, benjaminiHochberg } from "./benjamini-hochberg.ts";
export { normalQuantile } from "./normal-quantile.ts";
export { normalTail } from "./normal-tail.ts";
export { quantile } from "./quantile.ts";
