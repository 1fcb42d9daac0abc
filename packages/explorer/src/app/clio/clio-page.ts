import type { ClioData } from "../../shared/clio-data.ts";
import type { ViewState } from "../../shared/view-state.ts";
import type { SetView } from "../routing/view-context.ts";

/** What every page of a release is drawn with. */
export interface ClioPageProps {
  readonly data: ClioData;
  readonly view: ViewState;
  readonly setView: SetView;
}
