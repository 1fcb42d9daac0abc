import type { OwnFacet, OwnValues } from "../facets/own/own-facet.ts";
import type { AnalysisRow } from "./analysis-row.ts";

/** How the values of a facet relate; see `release/overlays-schema.ts`. */
export type FacetKind = "category" | "several" | "ordinal";

/** A facet by which clusters are counted. */
export interface FacetSource {
  readonly name: string;
  readonly title: string;
  readonly source: "built-in" | "own" | "column";
  readonly kind: FacetKind;
  /** The values of a conversation; none where it has none, more than one only of the kind `several`. */
  readonly read: (row: AnalysisRow) => readonly (string | number)[];
  /** All values in their order, where they are known. */
  readonly values?: readonly string[];
}

const concerns = ["1, benign", "2", "3", "4", "5, immediate review"];
const turnSteps = [
  [1, "1 turn"],
  [3, "2-3 turns"],
  [7, "4-7 turns"],
  [15, "8-15 turns"],
  [Infinity, "16 or more turns"],
] as const;
const lengthSteps = [
  [499, "under 500 characters"],
  [1999, "500-1,999 characters"],
  [7999, "2,000-7,999 characters"],
  [31_999, "8,000-31,999 characters"],
  [Infinity, "32,000 or more characters"],
] as const;
const ratings = ["1", "2", "3", "4", "5"];

/**
 * The facets that a run is counted by: built-in ones, the user's own with labels or ratings, and the joined columns that
 * were asked for by name. Nothing else of a conversation's labels is looked at.
 */
export function listFacetSources(own: readonly OwnFacet[], columns: readonly string[]): FacetSource[] {
  const builtIn: FacetSource[] = [
    {
      name: "languages",
      title: "Languages",
      source: "built-in",
      kind: "several",
      read: (row) => row.languages,
    },
    {
      name: "concern",
      title: "Concern",
      source: "built-in",
      kind: "ordinal",
      values: concerns,
      read: ({ concern }) => concerns.slice(concern - 1, concern),
    },
    {
      name: "turns",
      title: "Turns",
      source: "built-in",
      kind: "ordinal",
      values: turnSteps.map(([, label]) => label),
      read: ({ turns }) => stepOf(turnSteps, turns),
    },
    {
      name: "length",
      title: "Length",
      source: "built-in",
      kind: "ordinal",
      values: lengthSteps.map(([, label]) => label),
      read: ({ length }) => stepOf(lengthSteps, length),
    },
    {
      name: "model",
      title: "Model",
      source: "built-in",
      kind: "category",
      read: ({ model }) => (model === null ? [] : [model]),
    },
  ];
  const ownFacets = own.flatMap(({ name, kind }): FacetSource[] => {
    if (kind === "summary") return [];
    const isRating = kind === "rating";
    return [
      {
        name,
        title: name,
        source: "own",
        kind: isRating ? "ordinal" : "several",
        ...(isRating ? { values: ratings } : {}),
        read: (row) => toList(Object.hasOwn(row.own, name) ? row.own[name] : undefined).map(String),
      },
    ];
  });
  const taken = new Set([...builtIn, ...ownFacets].map(({ name }) => name));
  const toName = (column: string): string => {
    let name = column;
    while (taken.has(name)) name = `column ${name}`;
    taken.add(name);
    return name;
  };
  const joined = [...new Set(columns)].map((column): FacetSource => ({
    name: toName(column),
    title: column,
    source: "column",
    kind: "category",
    read: ({ labels }) => {
      const value = Object.hasOwn(labels, column) ? labels[column] : null;
      if (typeof value === "number") return Number.isFinite(value) ? [value] : [];
      if (typeof value === "boolean") return [value ? "yes" : "no"];
      return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
    },
  }));
  return [...builtIn, ...ownFacets, ...joined];
}

function stepOf(steps: readonly (readonly [number, string])[], size: number): string[] {
  return steps.flatMap(([most, label], at) =>
    size <= most && size > (steps[at - 1]?.[0] ?? -Infinity) ? [label] : [],
  );
}

function toList(value: OwnValues[string] | undefined): readonly (string | number)[] {
  if (value === undefined) return [];
  return typeof value === "object" ? value : [value];
}
