import { Resvg } from "@resvg/resvg-js";
import type { WorldScene } from "./world-scene.ts";

/**
 * Draws a scene as PNG. The same scene gives the same bytes.
 *
 * @example
 * for (const scene of generateWorld({ scenes: 10, seed: 1 })) await writeFile(scene.file, renderScene(scene));
 */
export function renderScene(scene: Pick<WorldScene, "svg">): Uint8Array {
  return new Resvg(scene.svg, { font: { loadSystemFonts: false } }).render().asPng();
}
