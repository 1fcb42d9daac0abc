import type { Source } from "../../shared/source.ts";
import { parseViewState, toHash } from "../../shared/view-state.ts";
import { writeHash } from "../routing/use-hash.ts";
import styles from "./source-switcher.module.css";

/** The title of what is shown; a choice where the page has more than one source. */
export function SourceSwitcher({
  sources,
  source,
}: {
  readonly sources: readonly Source[];
  readonly source: Source;
}) {
  if (sources.length < 2) {
    return (
      <span className={styles["title"]} dir="auto" title={source.title}>
        {source.title}
      </span>
    );
  }
  return (
    <span className={styles["frame"]}>
      <select
        className={styles["select"]}
        aria-label="Run or benchmark"
        value={source.id}
        onChange={({ target }) => goToSource(target.value)}
      >
        {sources.map(({ id, kind, title }) => (
          <option key={id} value={id}>
            {kind === "crepe" ? `${title} (benchmark)` : title}
          </option>
        ))}
      </select>
    </span>
  );
}

function goToSource(id: string): void {
  const { page } = parseViewState(location.hash);
  writeHash(toHash({ source: id, page, parameters: {} }), { isStep: true });
}
