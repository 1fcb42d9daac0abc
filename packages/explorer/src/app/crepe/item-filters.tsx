import type { CrepeOverview, FacetName } from "../../shared/crepe/crepe-overview.ts";
import { describeRule } from "../../shared/crepe/describe-edit.ts";
import { filterNames, type ItemFilter } from "../../shared/crepe/item-filter.ts";
import { formatCount, shorten } from "../../shared/format.ts";
import { SearchField } from "../ui/search-field.tsx";
import { Select } from "../ui/select.tsx";
import styles from "./items.module.css";

type Change = Partial<Record<(typeof filterNames)[number], string>>;

const facets: readonly { readonly name: FacetName; readonly title: string }[] = [
  { name: "type", title: "Type" },
  { name: "n", title: "n" },
  { name: "split", title: "Split" },
  { name: "rule", title: "Rule" },
  { name: "falsity", title: "Falsity" },
  { name: "style", title: "Style" },
];

/** What to show of the items. Facets with a single value are not offered. */
export function ItemFilters({
  overview,
  filter,
  onChange,
  onClear,
}: {
  readonly overview: CrepeOverview;
  readonly filter: ItemFilter;
  readonly onChange: (change: Change) => void;
  readonly onClear: () => void;
}) {
  const scorers = overview.report.scorers.filter(
    ({ stale, results }) => !stale && results.scorer.kind !== "chance",
  );
  const scorerOptions = scorers.map(({ results: { scorer } }) => ({
    value: scorer.id,
    text: shorten(scorer.id, 40),
  }));
  const isFiltered = filterNames.some((name) => (filter[name] ?? "") !== "");
  return (
    <div className={styles["filters"]} role="search" aria-label="Items">
      <SearchField
        label="Search captions and ids"
        value={filter.query}
        onChange={(query) => onChange({ query })}
      />
      <div className={styles["facets"]}>
        {facets.map(({ name, title }) => {
          const values =
            name === "n"
              ? overview.facets.n.toSorted((a, b) => Number(a.value) - Number(b.value))
              : overview.facets[name];
          if (values.length < 2 && filter[name] === null) return null;
          return (
            <Select
              key={name}
              label={title}
              isLabelHidden
              value={filter[name] ?? ""}
              options={[
                { value: "", text: `${title}: any` },
                ...values.map(({ value, items }) => ({
                  value,
                  text: `${title === "n" ? "n = " : ""}${shorten(toText(name, value), 44)} (${formatCount(items)})`,
                })),
              ]}
              onChange={(value) => onChange({ [name]: value })}
            />
          );
        })}
        {scorers.length === 0 ? null : (
          <>
            <Select
              label="Agreement"
              isLabelHidden
              value={filter.agreement ?? ""}
              options={[
                { value: "", text: "Scorers: any" },
                { value: "all-right", text: "all right" },
                { value: "some-wrong", text: "some right, some wrong" },
                { value: "all-wrong", text: "all wrong" },
              ]}
              onChange={(agreement) => onChange({ agreement })}
            />
            <Select
              label="Right"
              isLabelHidden
              value={filter.right ?? ""}
              options={[
                { value: "", text: "Right: any" },
                ...scorerOptions.map(({ value, text }) => ({ value, text: `right: ${text}` })),
              ]}
              onChange={(right) => onChange({ right })}
            />
            <Select
              label="Wrong"
              isLabelHidden
              value={filter.wrong ?? ""}
              options={[
                { value: "", text: "Wrong: any" },
                ...scorerOptions.map(({ value, text }) => ({ value, text: `wrong: ${text}` })),
              ]}
              onChange={(wrong) => onChange({ wrong })}
            />
          </>
        )}
        {isFiltered ? (
          <button type="button" className={styles["clear"]} onClick={onClear}>
            Clear
          </button>
        ) : null}
      </div>
    </div>
  );
}

function toText(name: FacetName, value: string): string {
  if (name === "rule") return describeRule(value);
  return name === "split" ? value.replace(":", " · ") : value;
}
