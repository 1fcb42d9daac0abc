import type { Box, SceneGraph } from "../scene-graph/scene-graph.ts";

/** The box around all objects of a graph, cut to the image; null where a box is missing, empty or outside. */
export function cropSubgraph(
  graph: SceneGraph,
  { width, height }: { readonly width: number; readonly height: number },
): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of graph.objects) {
    if (box === null) return null;
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  const [x, y] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  const box = {
    x,
    y,
    width: Math.min(width, Math.ceil(right)) - x,
    height: Math.min(height, Math.ceil(bottom)) - y,
  };
  return box.width > 0 && box.height > 0 ? box : null;
}
