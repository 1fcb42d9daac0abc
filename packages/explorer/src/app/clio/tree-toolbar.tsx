import { describeLevel, type ClusterIndex } from "../../shared/clio/cluster-index.ts";
import type { TreeSort } from "../../shared/clio/tree-rows.ts";
import { formatCount, formatCountOf, shorten } from "../../shared/format.ts";
import { SearchField } from "../ui/search-field.tsx";
import { Select } from "../ui/select.tsx";
import type { ClioPageProps } from "./clio-page.ts";
import { OverlayControl } from "./overlay-control.tsx";
import styles from "./tree.module.css";

export interface TreeToolbarProps extends ClioPageProps {
  readonly index: ClusterIndex;
  readonly sort: TreeSort;
  /** Name of the overlay, where one can be sorted by. */
  readonly overlayTitle: string | null;
  readonly hasGrowth: boolean;
  /** The finest level that is open, or empty where single clusters were opened or closed. */
  readonly openLevel: string;
  readonly query: string;
  readonly matches: number | null;
  readonly onSearch: (query: string) => void;
  readonly onEnterTree: () => void;
}

/** Search, sort, how far the tree is open, and what colours it. */
export function TreeToolbar(props: TreeToolbarProps) {
  const { data, view, setView, index, sort, overlayTitle, hasGrowth, openLevel, query, matches } = props;
  const sorts: readonly { readonly value: TreeSort; readonly text: string }[] = [
    { value: "size", text: "Size" },
    { value: "name", text: "Name" },
    ...(hasGrowth
      ? ([
          { value: "growth", text: "Growth" },
          { value: "decline", text: "Decline" },
        ] as const)
      : []),
    ...(overlayTitle === null
      ? []
      : ([
          { value: "high", text: `${shorten(overlayTitle, 40)}, high first` },
          { value: "low", text: `${shorten(overlayTitle, 40)}, low first` },
        ] as const)),
  ];
  return (
    <div className={styles["tools"]}>
      <div className={styles["toolRow"]}>
        <SearchField
          label="Search names and descriptions"
          value={query}
          onChange={props.onSearch}
          onEnter={props.onEnterTree}
        />
      </div>
      <div className={styles["toolRow"]}>
        <Select
          label="Sort"
          value={sort}
          options={sorts}
          onChange={(value) => setView({ sort: value === "size" ? "" : value })}
        />
        {index.levels.length < 2 ? null : (
          <Select
            label="Open to"
            value={openLevel}
            options={[
              ...(openLevel === "" ? [{ value: "", text: "as chosen" }] : []),
              ...index.levels.map((level) => ({
                value: String(level),
                text: `${describeLevel(level, index.levels)} (${formatCount(index.ofLevel(level).length)})`,
              })),
            ]}
            onChange={(level) => setView({ level, open: "" })}
          />
        )}
        <span className={styles["count2"]}>
          {matches === null
            ? formatCountOf(index.byId.size, "cluster")
            : formatCountOf(matches, "match", "matches")}
        </span>
      </div>
      <OverlayControl data={data} view={view} setView={setView} />
    </div>
  );
}
