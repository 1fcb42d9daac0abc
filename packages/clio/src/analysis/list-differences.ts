import type { Release } from "../release/release.ts";

/** A setting in which two releases differ, so that their sizes or names are not quite comparable. */
export interface ReleaseDifference {
  readonly setting: "facet" | "preset" | "thresholds" | "accounts" | "analyst" | "embedder" | "levels";
  readonly before: string;
  readonly after: string;
  /** What follows for the comparison, as one sentence. */
  readonly consequence: string;
}

const consequences = {
  facet: "The clusters are of different things; matches by words mean little.",
  preset: "More is withheld in one of them, so clusters can be born or gone for that alone.",
  thresholds: "More is withheld in one of them, so clusters can be born or gone for that alone.",
  accounts:
    "Where a conversation without an account counts as its own, intervals are too narrow and sizes not bounded.",
  analyst: "Names come from different sources, so fewer clusters find their partner by words.",
  embedder: "Clusters have other borders, so sizes differ for that alone.",
  levels: "Levels of the same number are not equally fine.",
} as const satisfies Record<ReleaseDifference["setting"], string>;

/** The settings in which two releases differ, the gravest first. */
export function listDifferences(before: Release, after: Release): ReleaseDifference[] {
  const settings = { before: describe(before), after: describe(after) };
  return differenceSettings.flatMap((setting) => {
    const [earlier, later] = [settings.before[setting], settings.after[setting]];
    if (earlier === later) return [];
    return [{ setting, before: earlier, after: later, consequence: consequences[setting] }];
  });
}

const differenceSettings = [
  "facet",
  "preset",
  "thresholds",
  "accounts",
  "analyst",
  "embedder",
  "levels",
] as const satisfies readonly ReleaseDifference["setting"][];

function describe({ release, clusters }: Release): Record<ReleaseDifference["setting"], string> {
  const { minConversations, minAccounts, roundTo } = release.thresholds;
  return {
    facet: clusters.facet,
    preset: release.preset,
    thresholds: `${minConversations} conversations of ${minAccounts} accounts, in steps of ${roundTo}`,
    accounts: release.accountProtection ? "every conversation has one" : "not every conversation has one",
    analyst: release.analyst,
    embedder: release.embedder,
    levels: String(clusters.levels),
  };
}
