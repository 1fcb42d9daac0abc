import type { TreeRow } from "../../shared/clio/tree-rows.ts";
import { toColour, type ScaleName } from "../../shared/colour-scale.ts";
import { formatCount, formatCountOf, shorten } from "../../shared/format.ts";
import type { OverlayMark } from "../../shared/overlay-colours.ts";
import { useTheme } from "../shell/use-theme.ts";
import { Bar } from "../ui/bar.tsx";
import { Highlighted } from "../ui/highlighted.tsx";
import { ChevronIcon, HiddenIcon } from "../ui/icons.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import styles from "./tree.module.css";

export interface TreeRowViewProps {
  readonly id: string;
  readonly row: TreeRow;
  readonly top: number;
  readonly height: number;
  /** Conversations of the largest cluster of its level. */
  readonly largest: number;
  readonly mark: OverlayMark | undefined;
  /** Null without an overlay. */
  readonly scale: ScaleName | null;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly query: string;
  readonly onSelect: () => void;
  readonly onToggle: (open: boolean) => void;
}

/** One row: name, bar, count, and the number of the overlay. */
export function TreeRowView(props: TreeRowViewProps) {
  const { id, row, top, height, largest, mark, scale, isActive, isSelected, query, onSelect, onToggle } =
    props;
  const theme = useTheme();
  const place = {
    id,
    role: "treeitem",
    "aria-level": row.depth + 1,
    "aria-posinset": row.position,
    "aria-setsize": row.siblings,
    className: styles["row"],
    "data-active": isActive || undefined,
    style: { height, transform: `translateY(${top}px)` },
    onClick: onSelect,
  };
  const indent = { paddingInlineStart: `${4 + 16 * Math.min(row.depth, 8)}px` };
  if (row.kind === "withheld") {
    return (
      <div {...place} aria-selected={false} data-withheld="">
        <span className={styles["name"]} style={indent}>
          <span className={styles["twist"]}>
            <HiddenIcon className={styles["hiddenIcon"]} />
          </span>
          <span className={styles["nameText"]}>
            {row.clusters === 0
              ? "Conversations not shown here"
              : `${formatCountOf(row.clusters, "cluster")} not shown here`}
          </span>
        </span>
        <span className={styles["count"]}>{formatCount(row.conversations)}</span>
      </div>
    );
  }
  const { cluster, isExpanded } = row;
  return (
    <div
      {...place}
      aria-selected={isSelected}
      aria-expanded={isExpanded ?? undefined}
      data-selected={isSelected || undefined}
      data-path={row.isMatch ? undefined : ""}
      title={shorten(cluster.name, 400)}
    >
      <span className={styles["name"]} style={indent}>
        <span
          className={styles["twist"]}
          data-open={isExpanded === true || undefined}
          onClick={(event) => {
            if (isExpanded === null) return;
            event.stopPropagation();
            onToggle(!isExpanded);
          }}
        >
          {isExpanded === null ? null : <ChevronIcon className={styles["chevron"]} />}
        </span>
        <span className={styles["nameText"]} dir="auto">
          <Highlighted text={shorten(cluster.name, 400)} query={row.isMatch ? query : ""} />
        </span>
      </span>
      <VisuallyHidden>{describe(row, mark)}</VisuallyHidden>
      <span className={styles["bar"]} aria-hidden="true">
        <Bar
          part={cluster.conversations / largest}
          colour={scale === null ? undefined : toColour(scale, mark?.at ?? null, theme)}
        />
      </span>
      <span className={styles["count"]} aria-hidden="true">
        {formatCount(cluster.conversations)}
      </span>
      {scale === null ? null : (
        <span className={styles["mark"]} aria-hidden="true">
          {mark === undefined ? "–" : mark.text}
          <span className={styles["star"]}>{mark?.significant === true ? "★" : ""}</span>
        </span>
      )}
    </div>
  );
}

/** What a screen reader says after the name, in place of bare numbers. */
function describe(
  { cluster }: Extract<TreeRow, { readonly kind: "cluster" }>,
  mark: OverlayMark | undefined,
): string {
  const size = formatCountOf(cluster.conversations, "conversation");
  const overlay =
    mark === undefined ? "" : `, ${mark.text}${mark.significant === true ? " (significant)" : ""}`;
  return `, ${size}${overlay}`;
}
