import type { Random } from "@observatory/core";
import type { SceneObject, SceneRelation } from "../scene-graph/scene-graph.ts";
import { worldPredicates } from "./catalogue.ts";
import { drawScene } from "./draw-scene.ts";
import type { WorldIcons } from "./load-icons.ts";
import { boxOf, type Placement } from "./placement.ts";
import { judgeRelation } from "./relation-truth.ts";
import { sceneSide, type WorldScene } from "./world-scene.ts";

/** Draws placements and reads every relation off their geometry. `random` orders the objects of the graph. */
export function toWorldScene(
  imageId: string,
  placements: readonly Placement[],
  icons: WorldIcons,
  random: Random,
): WorldScene {
  const byId = placements.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const objects = random.shuffle(byId).flatMap((placement): SceneObject[] => {
    const icon = icons.get(placement.name);
    if (!icon) return [];
    const attributes = [placement.size, ...(placement.pattern ? [placement.pattern] : []), placement.colour];
    return [{ id: placement.id, name: placement.name, attributes, box: boxOf(placement, icon) }];
  });
  const layers = placements.map(({ id }) => id);
  const relations: SceneRelation[] = [];
  const undecided: SceneRelation[] = [];
  for (const a of objects) {
    for (const b of objects) {
      if (a === b) continue;
      for (const predicate of worldPredicates) {
        const truth = judgeRelation(a, predicate, b, layers);
        if (truth === false) continue;
        (truth ? relations : undecided).push({ subject: a.id, predicate, object: b.id });
      }
    }
  }
  return {
    imageId,
    file: `${imageId}.png`,
    width: sceneSide,
    height: sceneSide,
    graph: { objects, relations },
    closedWorld: true,
    undecided,
    layers,
    placements,
    get svg() {
      return drawScene(placements, icons, imageId);
    },
  };
}
