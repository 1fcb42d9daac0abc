import type { OverlayFacet } from "@observatory/clio/release";
import type { Random } from "@observatory/core";
import type { ClioData } from "../shared/clio-data.ts";

export interface CreateOverlaysOptions {
  readonly languages: number;
  /** Of the whole release. */
  readonly conversations: number;
  readonly thresholds: {
    readonly minConversations: number;
    readonly minAccounts: number;
    readonly roundTo: number;
  };
  readonly random: Random;
}

interface FacetOptions extends Pick<OverlayFacet, "name" | "title" | "source" | "kind"> {
  readonly values: readonly (readonly [value: string, share: number])[];
}

type Cluster = ClioData["clusters"]["clusters"][number];

const languageNames = [
  "English",
  "Spanish",
  "French",
  "German",
  "Portuguese",
  "Japanese",
  "Chinese",
  "Russian",
];

/** A facet of each kind: languages, concern and a joined column; a few cells far off the rest, small ones left out. */
export function createOverlays(
  clusters: readonly Cluster[],
  options: CreateOverlaysOptions,
): ClioData["overlays"] {
  const { languages, thresholds } = options;
  const rest = Math.max(1, languages - 1);
  const facets: readonly FacetOptions[] = [
    {
      name: "languages",
      title: "Language",
      source: "built-in",
      kind: "several",
      values: languageNames
        .slice(0, languages)
        .map((value, index) => [value, index === 0 ? 0.6 : 0.4 / rest] as const),
    },
    {
      name: "concern",
      title: "Concern",
      source: "built-in",
      kind: "ordinal",
      values: [
        ["1", 0.7],
        ["2", 0.2],
        ["3", 0.1],
      ],
    },
    {
      name: "plan",
      title: "Plan",
      source: "column",
      kind: "category",
      values: [
        ["free", 0.55],
        ["team", 0.45],
      ],
    },
  ];
  return {
    schema: "observatory/clio-overlays@1",
    thresholds,
    falseDiscoveryRate: 0.05,
    facets: facets.map((facet) => createFacet(facet, clusters, options)),
    withheld: { belowThreshold: 12, complementary: 3 },
  };
}

function createFacet(
  { values, ...facet }: FacetOptions,
  clusters: readonly Cluster[],
  { conversations, random }: CreateOverlaysOptions,
): OverlayFacet {
  const cellsOf = ({ conversations: size }: Cluster) =>
    values.flatMap(([, share], value) => {
      const lift = random.next() < 0.06 ? 2.5 : 0.7 + 0.6 * random.next();
      const count = Math.min(size, 5 * Math.round((size * share * lift) / 5));
      if (count < 10) return [];
      const ratio = Math.round((100 * count) / (size * share)) / 100;
      const width = Math.exp(4 / Math.sqrt(count));
      const round = (end: number) => Math.round(100 * end) / 100;
      const interval: [number, number] = [round(ratio / width), round(ratio * width)];
      const significant = interval[0] > 1 || interval[1] < 1;
      const accounts = Math.max(5, 5 * Math.floor(count / 10));
      return [{ value, conversations: count, accounts, ratio, interval, significant }];
    });
  return {
    ...facet,
    values: values.map(([value, share]) => {
      const count = 5 * Math.round((conversations * share) / 5);
      return { value, conversations: count, accounts: 5 * Math.round(count / 10), share };
    }),
    otherConversations: null,
    clusters: Object.fromEntries(clusters.map((cluster) => [cluster.id, cellsOf(cluster)])),
  };
}
