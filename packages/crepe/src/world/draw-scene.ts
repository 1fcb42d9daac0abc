import { worldColours, worldSizes } from "./catalogue.ts";
import type { WorldIcon, WorldIcons } from "./load-icons.ts";
import type { Placement } from "./placement.ts";
import { sceneSide } from "./world-scene.ts";

/** Width in pixels of the white rim that tells an object from one behind it. */
const rim = 2.5;

/** An SVG document of the placements, back to front. Every id in it starts with `prefix`. */
export function drawScene(placements: readonly Placement[], icons: WorldIcons, prefix: string): string {
  const patterns: string[] = [];
  const objects = placements.map((placement) => {
    const icon = icons.get(placement.name);
    if (!icon) return "";
    if (!placement.pattern) return drawObject(placement, icon, worldColours[placement.colour]);
    const id = `${prefix}-${placement.id}`;
    patterns.push(definePattern(id, placement, scaleOf(placement, icon)));
    return drawObject(placement, icon, `url(#${id})`);
  });
  const defs = patterns.length > 0 ? `<defs>${patterns.join("")}</defs>` : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sceneSide}" height="${sceneSide}">${defs}` +
    `<rect width="${sceneSide}" height="${sceneSide}" fill="#fff"/>${objects.join("")}</svg>`
  );
}

function drawObject(placement: Placement, icon: WorldIcon, paint: string): string {
  const scale = scaleOf(placement, icon);
  const x = placement.x - (icon.ink.x + icon.ink.width / 2) * scale;
  const y = placement.y - (icon.ink.y + icon.ink.height / 2) * scale;
  const halo =
    placement.bound.length > 0
      ? `<path d="${icon.outline}" fill="#fff"/>` +
        icon.body.replaceAll(
          'fill="currentColor"',
          `fill="#fff" stroke="#fff" stroke-linejoin="round" stroke-width="${(2 * rim) / scale}"`,
        )
      : "";
  // A pattern alone would break up the shape.
  const edge = placement.pattern
    ? ` stroke="${worldColours[placement.colour]}" stroke-width="${1.6 / scale}"`
    : "";
  const body = icon.body.replaceAll('fill="currentColor"', `fill="${paint}"${edge}`);
  return `<g transform="translate(${x} ${y}) scale(${scale})">${halo}${body}</g>`;
}

/** Periods are in pixels of the image; `scale` is that of the object, which the pattern has to undo. */
function definePattern(id: string, placement: Placement, scale: number): string {
  const period = placement.pattern === "striped" ? 9 : 8;
  const mark =
    placement.pattern === "striped"
      ? `<rect width="${period}" height="${period * 0.4}" fill="#fff"/>`
      : `<circle cx="${period / 2}" cy="${period / 2}" r="${period * 0.27}" fill="#fff"/>`;
  return (
    `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${period}" height="${period}" ` +
    `patternTransform="scale(${1 / scale})">` +
    `<rect width="${period}" height="${period}" fill="${worldColours[placement.colour]}"/>${mark}</pattern>`
  );
}

/** Pixels to a unit of the icon. */
function scaleOf(placement: Placement, icon: WorldIcon): number {
  return worldSizes[placement.size] / Math.max(icon.ink.width, icon.ink.height);
}
