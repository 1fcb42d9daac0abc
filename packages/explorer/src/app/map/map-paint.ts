import type { Theme } from "../../shared/colour-scale.ts";
import type { LabelFont } from "../../shared/map/map-labels.ts";
import type { MapPaint } from "../../shared/map/map-scene.ts";
import { toCssFont } from "./draw-labels.ts";

/** The colours and the font of a theme as a canvas needs them. */
export function readMapPaint(theme: Theme): MapPaint {
  // The root may not have changed yet: a probe with the theme's attribute has its colours at once.
  const probe = document.createElement("div");
  probe.dataset["theme"] = theme;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  return {
    ground: read("--surface", "#ffffff"),
    text: read("--text", "#1c2023"),
    quietText: read("--text-2", "#555c62"),
    line: read("--text-3", "#6d747a"),
    accent: read("--accent", "#0c6b6f"),
    font: read("--font", "sans-serif"),
  };
}

/** Measures texts in the fonts of labels; remembers each. */
export function createTextMeasure(family: string): (text: string, font: LabelFont) => number {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  let font: LabelFont | null = null;
  return (text, wanted) => {
    const key = `${wanted.size} ${text}`;
    const width = known.get(key);
    if (width !== undefined) return width;
    if (context === null) return 0.55 * wanted.size * text.length;
    if (font !== wanted) context.font = toCssFont(wanted, family);
    font = wanted;
    const measured = context.measureText(text).width;
    known.set(key, measured);
    return measured;
  };
}
