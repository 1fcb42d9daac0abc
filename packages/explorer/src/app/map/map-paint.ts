import { useMemo, useSyncExternalStore } from "react";
import type { LabelFont } from "../../shared/map/map-labels.ts";
import type { MapPaint } from "../../shared/map/map-scene.ts";
import { toCssFont } from "./draw-labels.ts";

/** The colours and the font of the page's theme as a canvas needs them; new ones when the theme has changed. */
export function useMapPaint(): MapPaint {
  const theme = useSyncExternalStore(subscribe, () => document.documentElement.dataset["theme"]);
  return useMemo(() => readMapPaint(theme), [theme]);
}

// The attribute is the truth here: the style follows it, and it follows the reader's choice with a delay.
function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function readMapPaint(_theme: string | undefined): MapPaint {
  const style = getComputedStyle(document.documentElement);
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
