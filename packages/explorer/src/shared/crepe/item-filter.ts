import type { ShownItem } from "./shown-item.ts";

/** What a filter looks at in an item. */
export interface ItemTraits {
  readonly types: readonly string[];
  /** Empty where it is not known. */
  readonly n: string;
  /** `<training set>:<split>`. */
  readonly splits: readonly string[];
  readonly rules: readonly string[];
  readonly falsities: readonly string[];
  readonly style: string;
}

/** Which items to show. What is null or empty is not asked for. */
export interface ItemFilter {
  readonly type: string | null;
  readonly n: string | null;
  readonly split: string | null;
  readonly rule: string | null;
  readonly falsity: string | null;
  readonly style: string | null;
  /** Words that caption or id hold, in any case. */
  readonly query: string;
  /** How many of the scorers that count ({@link ItemFilter.right} apart) are right. */
  readonly agreement: Agreement | null;
  /** Ids of scorers of which one is right and the other wrong. */
  readonly right: string | null;
  readonly wrong: string | null;
}

export const agreements = ["all-right", "some-wrong", "all-wrong"] as const;
export type Agreement = (typeof agreements)[number];

/** Names of the filter's parts in addresses. */
export const filterNames = [
  "type",
  "n",
  "split",
  "rule",
  "falsity",
  "style",
  "query",
  "agreement",
  "right",
  "wrong",
] as const satisfies readonly (keyof ItemFilter)[];

/** Reads a filter from the parameters of an address; what cannot be read asks for nothing. */
export function parseItemFilter(parameters: Readonly<Record<string, string | undefined>>): ItemFilter {
  const read = (name: string): string | null => {
    const value = parameters[name];
    return value === undefined || value === "" ? null : value;
  };
  return {
    type: read("type"),
    n: read("n"),
    split: read("split"),
    rule: read("rule"),
    falsity: read("falsity"),
    style: read("style"),
    query: read("query") ?? "",
    agreement: agreements.find((agreement) => agreement === parameters["agreement"]) ?? null,
    right: read("right"),
    wrong: read("wrong"),
  };
}

/** The parameters that {@link parseItemFilter} reads back, without those that ask for nothing. */
export function toFilterParameters(filter: ItemFilter): Record<string, string> {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = filter[name];
      return value === null || value === "" ? [] : [[name, value]];
    }),
  );
}

/** What a filter looks at in an item. */
export function toItemTraits({ negatives, complexity, split, style }: ShownItem): ItemTraits {
  return {
    types: unique(negatives.map(({ type }) => type)),
    n: complexity === undefined ? "" : String(complexity.n),
    splits: Object.entries(split ?? {}).map(([trainingSet, placed]) => `${trainingSet}:${placed.split}`),
    rules: unique(negatives.flatMap(({ edit }) => edit?.rule.split("+") ?? [])),
    falsities: unique(negatives.flatMap(({ falsity }) => falsity ?? [])),
    style: style ?? "",
  };
}

/** Whether an item passes by what it is. */
export function hasTraits(
  filter: ItemFilter,
  traits: ItemTraits,
  { id, caption }: { readonly id: string; readonly caption: string },
): boolean {
  const among = (wanted: string | null, values: readonly string[]): boolean =>
    wanted === null || values.includes(wanted);
  return (
    among(filter.type, traits.types) &&
    among(filter.n, [traits.n]) &&
    among(filter.split, traits.splits) &&
    among(filter.rule, traits.rules) &&
    among(filter.falsity, traits.falsities) &&
    among(filter.style, [traits.style]) &&
    (filter.query === "" || holdsWords(`${caption} ${id}`, filter.query))
  );
}

/** Whether an item passes by who is right about it. `counted` are the scorers whose agreement is asked for. */
export function hasVerdicts(
  filter: ItemFilter,
  isRight: (scorer: string) => boolean | undefined,
  counted: readonly string[],
): boolean {
  if (filter.right !== null && isRight(filter.right) !== true) return false;
  if (filter.wrong !== null && isRight(filter.wrong) !== false) return false;
  if (filter.agreement === null) return true;
  const verdicts = counted.flatMap((scorer) => isRight(scorer) ?? []);
  if (verdicts.length === 0) return false;
  switch (filter.agreement) {
    case "all-right":
      return verdicts.every((verdict) => verdict);
    case "all-wrong":
      return verdicts.every((verdict) => !verdict);
    case "some-wrong":
      return verdicts.includes(true) && verdicts.includes(false);
    default:
      return filter.agreement satisfies never;
  }
}

function holdsWords(text: string, query: string): boolean {
  const plain = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => plain.includes(word));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
