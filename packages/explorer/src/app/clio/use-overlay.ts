import { useMemo } from "react";
import { createOverlay, readOverlayChoice, type Overlay } from "../../shared/overlay-colours.ts";
import type { ClioData } from "../../shared/clio-data.ts";
import type { ViewState } from "../../shared/view-state.ts";

/** What colours tree and map now; null for nothing. */
export function useOverlay(data: ClioData, { parameters }: ViewState): Overlay | null {
  const { facet = "", value = "", measure = "" } = parameters;
  return useMemo(() => {
    const chosen = { facet, measure, ...(value === "" ? {} : { value }) };
    return createOverlay(data, readOverlayChoice(data, chosen));
  }, [data, facet, value, measure]);
}
