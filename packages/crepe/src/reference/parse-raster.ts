import type { SceneGraph, SceneObject, SceneRelation } from "../scene-graph/scene-graph.ts";
import { worldPredicates, type WorldColour } from "../world/catalogue.ts";
import type { WorldIcons } from "../world/load-icons.ts";
import { boxOf } from "../world/placement.ts";
import { judgeRelation } from "../world/relation-truth.ts";
import type { IconTemplate } from "./icon-templates.ts";
import { matchIcons, type IconMatch } from "./match-icons.ts";
import { separateColours, type Raster } from "./separate-colours.ts";

export interface ParseRasterOptions {
  readonly icons: WorldIcons;
  readonly templates: readonly IconTemplate[];
}

/**
 * Reads a drawn scene from its pixels alone: ink is told apart by colour, shapes are matched with the icons of the world,
 * relations follow from boxes and from what hides what. The graph has the words and the rules of the world; names can
 * appear twice, and relations that are borderline are left out.
 */
export function parseRaster(raster: Raster, { icons, templates }: ParseRasterOptions): SceneGraph {
  const layers = separateColours(raster);
  const matches = [...layers].flatMap(([colour, layer]) =>
    matchIcons(layer, { width: raster.width, templates, hidden: hiddenFrom(colour, layers, raster) }).map(
      (match) => ({ colour, match }),
    ),
  );
  const objects = matches.map(({ colour, match }, i) => toObject(`p${i}`, colour, match, icons));
  // What hides another is seen whole.
  const order = objects
    .map(({ id }, i) => ({ id, visible: matches[i]?.match.visible ?? 1 }))
    .toSorted((a, b) => a.visible - b.visible)
    .map(({ id }) => id);
  return { objects, relations: relate(objects, order) };
}

function toObject(
  id: string,
  colour: WorldColour,
  { template: { name, size, pattern }, x, y }: IconMatch,
  icons: WorldIcons,
): SceneObject {
  const icon = icons.get(name);
  const box = icon === undefined ? null : boxOf({ size, x: 0, y: 0 }, icon);
  return {
    id,
    name,
    attributes: [size, ...(pattern === null ? [] : [pattern]), colour],
    box: box === null ? null : { ...box, x, y },
  };
}

function relate(objects: readonly SceneObject[], layers: readonly string[]): SceneRelation[] {
  return objects.flatMap((a) =>
    objects.flatMap((b) =>
      a === b
        ? []
        : worldPredicates.flatMap((predicate) =>
            judgeRelation(a, predicate, b, layers) === true
              ? [{ subject: a.id, predicate, object: b.id }]
              : [],
          ),
    ),
  );
}

/** Pixels from the ink of other colours within which a rim may hide what is behind. */
const rim = 3;

function hiddenFrom(
  colour: WorldColour,
  layers: ReadonlyMap<WorldColour, Float32Array>,
  { width, height }: Raster,
): Uint8Array {
  const hidden = new Uint8Array(width * height);
  for (const [other, layer] of layers) {
    if (other === colour) continue;
    for (let at = 0; at < layer.length; at++) {
      if ((layer[at] ?? 0) < 0.6) continue;
      const x = at % width;
      const y = Math.floor(at / width);
      for (let row = Math.max(0, y - rim); row <= Math.min(height - 1, y + rim); row++)
        hidden.fill(1, row * width + Math.max(0, x - rim), row * width + Math.min(width, x + rim + 1));
    }
  }
  return hidden;
}
