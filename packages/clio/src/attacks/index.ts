// An analyst on the attacker's side, for measuring what holds against it
export { createObedientAnalyst, type ObedientAnalystOptions } from "./obedient-analyst.ts";
export { leakStrategies, readOrder, type LeakStrategy } from "./leak-strategies.ts";
export { disguise, disguiseNames, type Disguise } from "./disguises.ts";
