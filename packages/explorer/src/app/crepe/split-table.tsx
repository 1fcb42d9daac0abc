import type { CrepeOverview } from "../../shared/crepe/crepe-overview.ts";
import { formatCount } from "../../shared/format.ts";
import { ViewLink } from "../routing/view-link.tsx";
import { DataTable, type DataColumn } from "../ui/data-table.tsx";
import styles from "./crepe.module.css";

interface Row {
  readonly trainingSet: string;
  readonly split: string;
  readonly items: number;
}

const meanings: Readonly<Record<string, string>> = {
  SC: "every combination was seen in training",
  UC: "every word was seen, some combination never",
  UA: "some word was never seen",
};

/** What each training set has seen of the captions. Nothing for sets without training sets. */
export function SplitTable({ overview: { record, facets } }: { readonly overview: CrepeOverview }) {
  const rows = facets.split
    .map(({ value, items }): Row => {
      const at = value.lastIndexOf(":");
      return { trainingSet: value.slice(0, at), split: value.slice(at + 1), items };
    })
    .toSorted((a, b) =>
      a.trainingSet < b.trainingSet ? -1 : a.trainingSet > b.trainingSet ? 1 : orderOf(a) - orderOf(b),
    );
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={<h2 className={styles["heading"]}>Training sets</h2>}
      fileName={`Training sets of ${record.name}`}
      columns={columns}
      rows={rows}
      rowKey={({ trainingSet, split }) => `${trainingSet}:${split}`}
    />
  );
}

function orderOf({ split }: Row): number {
  return ["SC", "UC", "UA"].indexOf(split);
}

const columns: readonly DataColumn<Row>[] = [
  { key: "training_set", title: "Training set", value: ({ trainingSet }) => trainingSet },
  {
    key: "split",
    title: "Split",
    value: ({ split }) => split,
    render: ({ trainingSet, split }) => (
      <ViewLink page="items" change={{ split: `${trainingSet}:${split}` }}>
        {split}
      </ViewLink>
    ),
  },
  {
    key: "meaning",
    title: "Meaning",
    value: ({ split }) => meanings[split] ?? "",
    render: ({ split }) => <span className={styles["meaning"]}>{meanings[split] ?? ""}</span>,
  },
  {
    key: "items",
    title: "Items",
    value: ({ items }) => items,
    render: ({ items }) => formatCount(items),
    kind: "number",
  },
];
