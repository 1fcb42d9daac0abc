import type { CellKey } from "../evaluate/results.ts";

/** Tells cells apart by text: an object is no key of a map. Equal cells have equal names, whatever file they come from. */
export function toCellName(type: string, key: CellKey): string {
  switch (key.by) {
    case "type":
      return JSON.stringify([type]);
    case "complexity":
      return JSON.stringify([type, key.by, key.n]);
    case "split":
      return JSON.stringify([type, key.by, key.trainingSet, key.split]);
    case "seen":
      return JSON.stringify([type, key.by, key.trainingSet, key.from, key.to]);
    default:
      return key satisfies never;
  }
}

/** Where a cell stands among those of one kind: by complexity, from SC to UA, by the least dose. */
export function toCellOrder(key: CellKey): number {
  switch (key.by) {
    case "type":
      return 0;
    case "complexity":
      return key.n;
    case "split":
      return ["SC", "UC", "UA"].indexOf(key.split);
    case "seen":
      return key.from;
    default:
      return key satisfies never;
  }
}
