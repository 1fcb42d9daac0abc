import { Resvg } from "@resvg/resvg-js";
import { worldNouns, worldPatterns, worldSizeNames, worldSizes } from "../world/catalogue.ts";
import { drawScene } from "../world/draw-scene.ts";
import type { WorldIcons } from "../world/load-icons.ts";
import { boxOf } from "../world/placement.ts";
import type { WorldPattern, WorldSize } from "../world/catalogue.ts";
import { sceneSide } from "../world/world-scene.ts";

/** How one noun looks in one size and pattern. */
export interface IconTemplate {
  readonly name: string;
  readonly size: WorldSize;
  readonly pattern: WorldPattern | null;
  readonly width: number;
  readonly height: number;
  /** Ink of each pixel, 0 to 1, by rows. */
  readonly ink: Float32Array;
  /** Sum of the ink. */
  readonly total: number;
}

/** Draws every noun in every size, and in every pattern that it can have, alone on white. */
export function drawTemplates(icons: WorldIcons): readonly IconTemplate[] {
  return worldNouns.flatMap(({ name, patterned }) =>
    worldSizeNames.flatMap((size) =>
      // Patterns show on large and solid shapes only.
      [null, ...(patterned && size === "large" ? worldPatterns : [])].flatMap((pattern) => {
        const icon = icons.get(name);
        if (icon === undefined) return [];
        // The corner of the ink's box comes to lie on a pixel's.
        const at = { size, x: 0, y: 0 };
        const { width, height } = boxOf(at, icon);
        const corner = (sceneSide - worldSizes.large) / 2;
        const svg = drawScene(
          [
            {
              id: "t",
              name,
              colour: "black",
              size,
              pattern,
              x: corner + width / 2,
              y: corner + height / 2,
              bound: [],
            },
          ],
          icons,
          "t",
        );
        return [
          cut(svg, { name, size, pattern, corner, width: Math.ceil(width), height: Math.ceil(height) }),
        ];
      }),
    ),
  );
}

function cut(
  svg: string,
  { corner, ...template }: Omit<IconTemplate, "ink" | "total"> & { readonly corner: number },
): IconTemplate {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const { width, height } = template;
  const ink = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grey = pixels[((y + corner) * sceneSide + x + corner) * 4 + 1] ?? 255;
      ink[y * width + x] = Math.min(1, (255 - grey) / (255 - 0x15));
    }
  return { ...template, ink, total: ink.reduce((sum, value) => sum + value, 0) };
}
