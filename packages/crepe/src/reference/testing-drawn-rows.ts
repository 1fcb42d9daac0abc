import { generateProductivity } from "../benchmark/generate-productivity.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { toRetrievalRow } from "../interchange/to-retrieval-row.ts";
import { createLexicon } from "../negatives/wordnet/lexicon.ts";
import { generateWorld } from "../world/generate-world.ts";
import { loadIcons } from "../world/load-icons.ts";
import { redrawScene } from "../world/redraw-scene.ts";
import type { WorldScene } from "../world/world-scene.ts";

/** Rows of drawn families and their scenes, for tests. */
export async function drawRows(
  items: number,
  seed = 1,
): Promise<readonly { readonly row: RetrievalRow; readonly scene: WorldScene }[]> {
  const icons = loadIcons();
  const made = [];
  const families = generateProductivity<WorldScene>({
    scenes: generateWorld({ scenes: 200, seed: 4 + seed, icons }),
    items,
    seed,
    lexicon: createLexicon(),
    redraw: (scene, claim, how) => redrawScene(scene, claim, { ...how, icons }),
  });
  for await (const { item, scene } of families) {
    made.push({ row: toRetrievalRow(item, { file: "items.jsonl", line: made.length + 1 }), scene });
  }
  return made;
}
