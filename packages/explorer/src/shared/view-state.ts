/** What the address says: which source, which page, and everything on it that a link should restore. */
export interface ViewState {
  readonly source: string | null;
  /** First part of the path after the source: `overview`, `tree`, `map`, `compare`, `items` ... */
  readonly page: string | null;
  /** The rest: selected cluster, facet, sort, filters, map position. Keys without a value are left out. */
  readonly parameters: Readonly<Record<string, string>>;
}

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

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
