import type { Source } from "../shared/source.ts";
import type { ViewState } from "../shared/view-state.ts";
import type { SetView } from "./routing/view-context.ts";

/** One tab of a source. */
export interface PageTab {
  /** In the address. */
  readonly name: string;
  readonly title: string;
}

/** What every kind of source is drawn with: it loads its data and mounts the page that the view names. */
export interface SourceViewProps {
  readonly source: Source;
  readonly page: string;
  readonly view: ViewState;
  readonly setView: SetView;
}
