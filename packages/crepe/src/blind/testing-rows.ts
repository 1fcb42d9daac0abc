import { createRandom } from "@observatory/core";
import type { BlindRow } from "./blind-row.ts";

export interface TestingRowsOptions {
  readonly rows: number;
  readonly negatives: number;
  /** True: negatives change one noun, and true captions prefer some nouns. False: negatives are drawn as captions are. */
  readonly leaks: boolean;
  readonly seed: number;
}

/** Drawn captions for tests, with negatives that can or cannot be told from them. */
export function createTestingRows(options: TestingRowsOptions): BlindRow[] {
  const random = createRandom(options.seed);
  const truth = (): string =>
    nouns[Math.floor(nouns.length * random.next() ** (options.leaks ? 2 : 1))] ?? "";
  return Array.from({ length: options.rows }, (_, i): BlindRow => {
    const [first, second, relation] = [truth(), truth(), random.pick(relations)];
    const caption = `a ${first} ${relation} a ${second}`;
    const negatives = new Set<string>();
    while (negatives.size < options.negatives) {
      const foil = random.pick(nouns);
      const changed =
        random.next() < 0.5 ? `a ${foil} ${relation} a ${second}` : `a ${first} ${relation} a ${foil}`;
      const text = options.leaks ? changed : `a ${truth()} ${random.pick(relations)} a ${truth()}`;
      if (text !== caption) negatives.add(text);
    }
    return { imageId: `image ${i}`, caption, negatives: [...negatives], cells: ["noun"] };
  });
}

const nouns =
  "cat dog lamp table chair boat cup book tree clock fish horse bird house car ball kite drum shoe key".split(
    " ",
  );
const relations = ["left of", "right of", "above", "below"];
