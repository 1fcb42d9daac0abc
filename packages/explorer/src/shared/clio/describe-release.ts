import type { ReleaseFile } from "@observatory/clio/release";
import type { ClioData } from "../clio-data.ts";
import { formatCount, formatCountOf, formatPeriod } from "../format.ts";

/** A fact about a run: what it is called, what it is, and what that means where a reader may not know. */
export interface ReleaseFact {
  readonly title: string;
  readonly text: string;
  readonly hint?: string;
}

/** What made the release, in words. */
export function describeMaking(release: ReleaseFile): readonly ReleaseFact[] {
  const { analyst, embedder, seed, version, preset, routes, ledger, differentialPrivacy } = release;
  const isLexical = analyst.startsWith("lexical");
  return [
    {
      title: "Analyst",
      text: isLexical ? `${analyst} (word counts, no language model)` : analyst,
      hint: "What read the conversations and wrote the names and descriptions.",
    },
    {
      title: "Embedder",
      text: embedder,
      hint: "What turned each request into numbers, so that like requests stand near each other.",
    },
    ...(routes.lexical === 0
      ? []
      : [
          {
            title: "Compared by words",
            text: formatCountOf(routes.lexical, "conversation"),
            hint: "Their language is unknown to the embedder, so they were grouped by the words they use, not by meaning.",
          },
        ]),
    ...(differentialPrivacy === null && ledger.number > 1
      ? [
          {
            title: "Release",
            text: `number ${ledger.number} of its project, after ${ledger.continues ?? ledger.number - 1}`,
            hint: "Clusters that go on keep their ids and names, and numbers that have hardly moved stay, so that two releases tell no more than they should.",
          },
        ]
      : []),
    { title: "Preset", text: preset, hint: "The set of thresholds that the run was started with." },
    { title: "Seed", text: String(seed), hint: "The same input and the same seed give the same result." },
    { title: "Version", text: `Observatory ${version}` },
  ];
}

const namingWords = {
  summaries: "summaries of members, read by a model in two separate halves",
  phrases: "phrases that many accounts used; the model saw no conversation and no summary",
  rules: "counted words, by rules and without a model",
} as const satisfies Record<ReleaseFile["naming"], string>;

/** What protects the people behind the conversations, in words. */
export function describeProtection(release: ReleaseFile): readonly ReleaseFact[] {
  const { thresholds, supportRule, contributions, epsilon, audit, differentialPrivacy } = release;
  const share = 100 * supportRule.minShareOfAccounts;
  if (epsilon !== null && differentialPrivacy !== null) return describeNoise(epsilon, differentialPrivacy);
  return [
    {
      title: "A cluster is shown",
      text: `from ${formatCountOf(thresholds.minConversations, "conversation")} and ${formatCountOf(thresholds.minAccounts, "account")} on; counts are rounded to ${formatCount(thresholds.roundTo)}`,
      hint: "Smaller groups could point at single people, so they are left out.",
    },
    {
      title: "A word is shown",
      text: `if at least ${formatCountOf(supportRule.minAccounts, "account")} of the cluster used it (${share}% in large clusters)${supportRule.bothHalves ? ", in both of two separate halves" : ""}, or it is a common public word`,
      hint: "So nothing that only one person wrote can end up in a name or a description.",
    },
    {
      title: "Names are made from",
      text: namingWords[release.naming],
      hint: "A model that sees what single people wrote could be talked into telling it; phrases of many people tell of none.",
    },
    {
      title: "An account counts",
      text: `once in a cluster, and only with a conversation that is no copy of somebody else's${describePrompts(contributions)}${describeHistory(contributions)}; ${describeUncounted(contributions)}`,
      hint: "So nobody can fill a cluster alone, nor with many accounts that send the same text. Sizes count everybody.",
    },
    {
      title: "Differential privacy",
      text: epsilon === null ? "not used" : `epsilon ${epsilon}`,
      hint: "Adds noise to counts, so that one account's presence changes little. Epsilon says how little: smaller protects more.",
    },
    {
      title: "Audit of names",
      text:
        audit === null
          ? "none: no auditor ran"
          : `${formatCountOf(audit.rated, "name")} rated from 1 (points at a person) to 5 (fully private); below ${audit.acceptable} is not shown: ${formatCount(audit.refused)} refused`,
      hint: "A second reading of every name and description before it may be shown.",
    },
  ];
}

function describeNoise(
  epsilon: number,
  { unit, delta, contributions, vocabulary, sizeDeviation }: NonNullable<ReleaseFile["differentialPrivacy"]>,
): readonly ReleaseFact[] {
  const conversations =
    unit === "account" ? formatCountOf(contributions.conversations, "conversation") : "one conversation";
  return [
    {
      title: "Differential privacy",
      text: `epsilon ${epsilon}, delta ${delta}; the unit is the ${unit}`,
      hint: `Nothing here is more than e^epsilon times likelier with one ${unit} in the data than without, but for a chance of delta. Smaller protects more.`,
    },
    {
      title: "Counts",
      text: `are of accounts, each once in a cluster and by at most ${conversations}; noise of a standard deviation of ${sizeDeviation} is in each`,
      hint: "So a count is off by up to twice that, and small clusters drown in it.",
    },
    {
      title: "Names",
      text: `are made of noisy counts of ${formatCount(vocabulary.words)} public words (${vocabulary.source})`,
      hint: "No other word can stand in a name, whatever people wrote.",
    },
    {
      title: "Left out",
      text: "counts by facet and over time: no privacy budget was spent on them",
      hint: "Every number costs some of the budget; it went to the clusters and their names.",
    },
  ];
}

function describeHistory({ minAccountDays, minAccountConversations }: ReleaseFile["contributions"]): string {
  const rules = [
    ...(minAccountDays === null ? [] : [formatCountOf(minAccountDays, "day")]),
    ...(minAccountConversations === null ? [] : [formatCountOf(minAccountConversations, "conversation")]),
  ];
  return rules.length === 0 ? "" : ` and a history of ${rules.join(" and ")}`;
}

function describePrompts({ knownPrompts }: ReleaseFile["contributions"]): string {
  return knownPrompts === 0
    ? ""
    : ` (${formatCountOf(knownPrompts, "text")} that the product suggests aside)`;
}

function describeUncounted({ accountsNotCounted }: ReleaseFile["contributions"]): string {
  return accountsNotCounted === 0
    ? "all or nearly all do"
    : `about ${formatCountOf(accountsNotCounted, "account")} did not`;
}

/** One reason why something is not shown. */
export interface WithheldRow {
  readonly reason: string;
  readonly clusters: number;
}

/** What is not shown and why; only reasons that occur. */
export function describeWithheld({ withheld }: ReleaseFile): readonly WithheldRow[] {
  const rows = [
    { reason: "Too few conversations or accounts", clusters: withheld.belowThreshold },
    { reason: "No name that may be shown", clusters: withheld.unnamed },
    {
      reason: "Would let a reader work out another hidden cluster by subtraction",
      clusters: withheld.complementary,
    },
  ];
  return rows.filter(({ clusters }) => clusters > 0);
}

/** What a release is called where nothing else is known of it: `Clio release of 5,960 conversations, 5 Jan 2026 – 29 Mar 2026`. */
export function titleRelease({ release, timeline }: Pick<ClioData, "release" | "timeline">): string {
  const period = toPeriod(timeline);
  const count = formatCountOf(release.totals.conversations, "conversation");
  return `Clio release of ${count}${period === null ? "" : `, ${formatPeriod(period)}`}`;
}

/** First and last day of a timeline; null where there is none. */
export function toPeriod(
  timeline: { readonly buckets: readonly { readonly start: string; readonly end: string }[] } | null,
): { readonly start: string; readonly end: string } | null {
  const [first, last] = [timeline?.buckets[0], timeline?.buckets.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
