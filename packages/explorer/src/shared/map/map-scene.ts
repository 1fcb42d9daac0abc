import type { Theme } from "../colour-scale.ts";
import { toColour } from "../colour-scale.ts";
import type { Overlay } from "../overlay-colours.ts";
import type { Frame } from "./camera.ts";
import { toFamilyColours } from "./family-colours.ts";
import type { MapLayout } from "./lay-out-map.ts";
import type { MapSelection } from "./map-selection.ts";
import type { LabelPlacer } from "./place-labels.ts";

/** Bubbles that are filled in one go. */
export interface BubbleBatch {
  readonly colour: string;
  /** Only outlined: the overlay says nothing of them. */
  readonly isHollow: boolean;
  readonly members: readonly number[];
}

/** The colours of everything but the bubbles. */
export interface MapPaint {
  readonly ground: string;
  readonly text: string;
  readonly quietText: string;
  readonly line: string;
  readonly accent: string;
  readonly font: string;
}

/** All that a drawing of the map depends on, but for where one looks. */
export interface MapScene {
  readonly layout: MapLayout;
  readonly frame: Frame;
  readonly placer: LabelPlacer;
  readonly batches: readonly BubbleBatch[];
  /** Of rings, by index of the family; one neutral colour under an overlay. */
  readonly ringColours: readonly string[];
  readonly paint: MapPaint;
  readonly selection: MapSelection | null;
}

/** Steps of an overlay's scale that are told apart, so that there are few batches. */
const shades = 32;

/** Which colour each bubble has: by the overlay, or by its family where there is none. */
export function toBubbleBatches(layout: MapLayout, overlay: Overlay | null, theme: Theme): BubbleBatch[] {
  const families = toFamilyColours(layout, theme);
  const batches = new Map<string, { readonly isHollow: boolean; readonly members: number[] }>();
  layout.bubbles.forEach(({ id, family }, index) => {
    const at = overlay === null ? null : toShade(overlay, id);
    const colour = overlay === null ? (families[family] ?? "") : toColour(overlay.scale, at, theme);
    const batch = batches.get(colour);
    if (batch === undefined)
      batches.set(colour, { isHollow: overlay !== null && at === null, members: [index] });
    else batch.members.push(index);
  });
  return [...batches].map(([colour, batch]) => ({ colour, ...batch }));
}

function toShade(overlay: Overlay, id: string): number | null {
  const mark = overlay.marks.get(id);
  return mark === undefined ? null : Math.round(mark.at * shades) / shades;
}
