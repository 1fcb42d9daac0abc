import { useMemo } from "react";
import type { Frame } from "../../shared/map/camera.ts";
import { toFamilyColours } from "../../shared/map/family-colours.ts";
import type { MapLayout } from "../../shared/map/lay-out-map.ts";
import { toMapLabels } from "../../shared/map/map-labels.ts";
import { toBubbleBatches, type MapScene } from "../../shared/map/map-scene.ts";
import type { MapSelection } from "../../shared/map/map-selection.ts";
import { createLabelPlacer } from "../../shared/map/place-labels.ts";
import type { Overlay } from "../../shared/overlay-colours.ts";
import { useTheme } from "../shell/use-theme.ts";
import type { ElementSize } from "../ui/use-element-size.ts";
import { createTextMeasure, useMapPaint } from "./map-paint.ts";

export interface MapSceneParts {
  readonly layout: MapLayout;
  readonly overlay: Overlay | null;
  readonly selection: MapSelection | null;
  /** Null until the map is laid out. */
  readonly size: ElementSize | null;
}

/** What the map is drawn from; only what depends on what has changed is made anew. */
export function useMapScene({ layout, overlay, selection, size }: MapSceneParts): MapScene | null {
  const theme = useTheme();
  const paint = useMapPaint();
  const isNarrow = size !== null && size.width < 480;
  const labels = useMemo(
    () =>
      toMapLabels(layout, {
        measure: createTextMeasure(paint.font),
        ...(isNarrow ? { mostWidth: 116 } : {}),
      }),
    [layout, paint.font, isNarrow],
  );
  const frame = useMemo(() => (size === null ? null : toFrame(layout, size)), [layout, size]);
  const placer = useMemo(
    () => (frame === null ? null : createLabelPlacer(layout, labels, frame)),
    [layout, labels, frame],
  );
  const batches = useMemo(() => toBubbleBatches(layout, overlay, theme), [layout, overlay, theme]);
  const ringColours = useMemo(
    () => (overlay === null ? toFamilyColours(layout, theme) : []),
    [layout, overlay, theme],
  );
  return useMemo(
    () =>
      frame === null || placer === null
        ? null
        : { layout, frame, placer, batches, ringColours, paint, selection },
    [layout, frame, placer, batches, ringColours, paint, selection],
  );
}

function toFrame({ bounds, mostZoom }: MapLayout, { width, height }: ElementSize): Frame {
  return { width, height, bounds, mostZoom };
}
