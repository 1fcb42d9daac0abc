import { createContext, use } from "react";
import {
  changeParameters,
  isStep,
  parseViewState,
  toHash,
  type ViewChange,
  type ViewState,
} from "../../shared/view-state.ts";
import { writeHash } from "./use-hash.ts";

/** Changes parameters of the present page; an empty value takes one away. Selections become steps of the back button. */
export type SetView = (change: ViewChange) => void;

/** The view with its source and page filled in. */
export const ViewContext = createContext<ViewState>({ source: null, page: null, parameters: {} });

export function useView(): ViewState {
  return use(ViewContext);
}

/** Writes to the address what changed, on top of what stands there now. */
export function createSetView(view: ViewState): SetView {
  return (change) => {
    const { parameters } = parseViewState(location.hash);
    writeHash(toHash(changeParameters({ ...view, parameters }, change)), { isStep: isStep(change) });
  };
}
