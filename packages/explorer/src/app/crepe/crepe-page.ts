import type { ComponentType } from "react";
import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import type { Source } from "../../shared/source.ts";
import type { ViewState } from "../../shared/view-state.ts";
import type { SetView } from "../routing/view-context.ts";
import type { PageTab } from "../source-view.ts";

/** What every page of a benchmark gets. */
export interface CrepePageProps {
  readonly source: Source;
  readonly overview: CrepeOverview;
  readonly view: ViewState;
  readonly setView: SetView;
}

export interface CrepePage extends PageTab {
  readonly Page: ComponentType<CrepePageProps>;
}
