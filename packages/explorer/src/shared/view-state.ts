/** What the address says: which source, which page, and everything on it that a link should restore. */
export interface ViewState {
  readonly source: string | null;
  /** First part of the path after the source: `overview`, `tree`, `map`, `compare`, `items` ... */
  readonly page: string | null;
  /** The rest: selected cluster, facet, sort, filters, map position. Keys without a value are left out. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** New values of some parameters; an empty one or undefined takes the parameter away. */
export type ViewChange = Readonly<Partial<Record<string, string>>>;

/** What every page of a source shares, so that it is kept when the page changes. */
const sharedParameters = new Set(["cluster", "facet", "value", "measure", "with"]);

/** What changes too often to go back to step by step. */
const fleetingParameters = new Set(["query", "x", "y", "zoom", "open", "sort", "order", "level"]);

/**
 * Reads `#/<source>/<page>?key=value`. Whatever cannot be read is taken as absent, so an old or damaged link still opens.
 *
 * In the hash, because a page that was opened as a file has no other part of its address to write to.
 */
export function parseViewState(hash: string): ViewState {
  const [path = "", query = ""] = hash.replace(/^#/u, "").split("?", 2);
  const [source, page] = path.split("/").filter((part) => part !== "");
  return {
    source: source === undefined ? null : decode(source),
    page: page === undefined ? null : decode(page),
    parameters: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** The hash that {@link parseViewState} reads back; parameters sorted, empty ones left out. */
export function toHash({ source, page, parameters }: ViewState): string {
  const path = [source, page].flatMap((part) => (part === null ? [] : [encodeURIComponent(part)])).join("/");
  const kept = Object.entries(parameters).filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `#/${path}${query === "" ? "" : `?${query}`}`;
}

/** The same page with other parameters. */
export function changeParameters(view: ViewState, change: ViewChange): ViewState {
  const merged = Object.entries({ ...view.parameters, ...change });
  return {
    ...view,
    parameters: Object.fromEntries(
      merged.flatMap(([key, value]) => (value === undefined || value === "" ? [] : [[key, value]])),
    ),
  };
}

/** Another page of the same source: keeps what the pages share (cluster, overlay, second source), drops the rest. */
export function changePage(view: ViewState, page: string, change: ViewChange = {}): ViewState {
  const kept = Object.entries(view.parameters).filter(([key]) => sharedParameters.has(key));
  return changeParameters({ ...view, page, parameters: Object.fromEntries(kept) }, change);
}

/** Whether a change is a step that the back button should undo: a selection is one, typing or panning is not. */
export function isStep(change: ViewChange): boolean {
  return Object.keys(change).some((key) => !fleetingParameters.has(key));
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
