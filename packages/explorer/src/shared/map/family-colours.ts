import type { Theme } from "../colour-scale.ts";
import type { MapLayout } from "./lay-out-map.ts";

/** Told apart by every common kind of colour vision: the schemes "muted" and "light" of Tol (2021), a little toned down. */
const palettes: Readonly<Record<Theme, readonly string[]>> = {
  light: ["#4a6fa5", "#cc6677", "#3f9c8f", "#b59a3c", "#88589f", "#5fa8d3", "#2f7f45", "#d08a4e", "#8a4a5e"],
  dark: ["#7aa6e0", "#ee8d8d", "#4fc0a6", "#d9c26a", "#b59be0", "#9ddcf5", "#a8c64f", "#f0a869", "#e8a9bf"],
};

/**
 * A colour for each family at the top, by its index. Where there are more families than colours, those that share one
 * stand far from each other.
 */
export function toFamilyColours({ bubbles }: Pick<MapLayout, "bubbles">, theme: Theme): readonly string[] {
  const palette = palettes[theme];
  const middles = toMiddles(bubbles);
  const taken = palette.map((): Middle[] => []);
  return middles.map((middle) => {
    const rooms = taken.map((others) =>
      others.reduce(
        (least, other) => Math.min(least, Math.hypot(other.x - middle.x, other.y - middle.y)),
        99,
      ),
    );
    const choice = rooms.indexOf(Math.max(...rooms));
    taken[choice]?.push(middle);
    return palette[choice] ?? "#888888";
  });
}

interface Middle {
  readonly x: number;
  readonly y: number;
}

function toMiddles(bubbles: MapLayout["bubbles"]): Middle[] {
  const sums: { x: number; y: number; weight: number }[] = [];
  for (const { family, x, y, radius } of bubbles) {
    const sum = (sums[family] ??= { x: 0, y: 0, weight: 0 });
    sum.x += x * radius ** 2;
    sum.y += y * radius ** 2;
    sum.weight += radius ** 2;
  }
  return Array.from(sums, (sum) =>
    sum === undefined ? { x: 0, y: 0 } : { x: sum.x / sum.weight, y: sum.y / sum.weight },
  );
}
