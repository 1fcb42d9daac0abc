import type { FacetRow } from "../../shared/clio/facet-breakdown.ts";
import { formatRatio, formatShare, onlyHere } from "../../shared/format.ts";
import type { DataColumn } from "../ui/data-table.tsx";
import { Significance } from "../ui/significance.tsx";

/** A value's share in the cluster, in all other conversations, and the ratio of the two. */
export const shareColumns: readonly DataColumn<FacetRow>[] = [
  {
    key: "share",
    title: "Here",
    kind: "number",
    value: ({ share }) => share,
    render: ({ share }) => (share === null ? "–" : formatShare(share)),
    hint: "Share of this cluster's conversations.",
  },
  {
    key: "rest_share",
    title: "Elsewhere",
    kind: "number",
    value: ({ restShare }) => restShare,
    render: ({ restShare }) => (restShare === null ? "–" : formatShare(restShare)),
    hint: "Share of all other conversations.",
  },
  {
    key: "ratio",
    title: "Ratio",
    kind: "number",
    value: ({ ratio }) => ratio,
    render: ({ ratio, significant }) => (
      <Significance isSignificant={significant}>
        {ratio === null ? onlyHere : formatRatio(ratio)}
      </Significance>
    ),
  },
];
