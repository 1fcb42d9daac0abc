import { createRelease } from "@observatory/clio/testing";
import { createRandom, type Random } from "@observatory/core";
import type { ClioData } from "../shared/clio-data.ts";
import { createOverlays } from "./create-overlays.ts";

export interface CreateClioDataOptions {
  /** Base clusters. */
  readonly clusters?: number;
  readonly languages?: number;
  readonly weeks?: number;
  readonly seed?: number;
  /** What the first base clusters are called, in place of made-up names. */
  readonly names?: readonly string[];
  readonly descriptions?: readonly string[];
}

type Cluster = ClioData["clusters"]["clusters"][number];

const verbs = ["Plan", "Repair", "Compare", "Translate", "Summarise", "Write", "Debug", "Choose"];
const things = ["garden beds", "tax forms", "train journeys", "SQL queries", "wedding speeches", "essays"];
const thresholds = { minConversations: 10, minAccounts: 5, roundTo: 5 };
const day = 86_400_000;

/** A release of any size with made-up clusters in three levels: for tests of the page, which need no conversations. */
export function createClioData(options: CreateClioDataOptions = {}): ClioData {
  const { clusters: baseCount = 40, languages = 4, weeks = 12, seed = 0 } = options;
  const random = createRandom(`clio data ${seed}`);
  const clusters = createTree(baseCount, random, options);
  const ids = clusters.map(({ id }) => id);
  const conversations = sum(clusters.filter(({ parent }) => parent === null).map((c) => c.conversations));
  return {
    release: createReleaseFile(clusters, conversations, seed),
    clusters: { schema: "observatory/clio-clusters@1", facet: "request", levels: 3, clusters },
    overlays: createOverlays(clusters, { languages, conversations, thresholds, random }),
    timeline: createTimeline(clusters, weeks, conversations, random),
    map: createMap(clusters, ids, seed, random),
  };
}

function createTree(baseCount: number, random: Random, options: CreateClioDataOptions): Cluster[] {
  const perParent = Math.max(2, Math.round(Math.cbrt(baseCount)));
  const bases = Array.from({ length: baseCount }, (_, index) =>
    toCluster(`b${index}`, 0, 10 + 5 * random.integer(60), options.names?.[index] ?? toName(index, random), {
      description: options.descriptions?.[index],
      parent: `m${Math.floor(index / perParent)}`,
    }),
  );
  const middles = group(bases, perParent).map((children, index) =>
    toParent(`m${index}`, 1, children, `t${Math.floor(index / perParent)}`, random),
  );
  const tops = group(middles, perParent).map((children, index) =>
    toParent(`t${index}`, 2, children, null, random),
  );
  const whole = sum(tops.map((top) => top.conversations));
  return [...tops, ...middles, ...bases].map((cluster) => ({
    ...cluster,
    share: Math.round((10_000 * cluster.conversations) / whole) / 10_000,
  }));
}

function toParent(
  id: string,
  level: number,
  children: readonly Cluster[],
  parent: string | null,
  random: Random,
): Cluster {
  const withheld =
    random.next() < 0.3 ? { clusters: 2, conversations: 15 } : { clusters: 0, conversations: 0 };
  const conversations = sum(children.map((child) => child.conversations)) + withheld.conversations;
  return {
    ...toCluster(id, level, conversations, toName(level * 1000 + Number(id.slice(1)), random), { parent }),
    withheld,
  };
}

function toCluster(
  id: string,
  level: number,
  conversations: number,
  name: string,
  { parent, description }: { parent: string | null; description?: string | undefined },
): Cluster {
  return {
    id,
    level,
    parent,
    name,
    description: description ?? `People asked for help. They wanted to ${name.toLowerCase()}.`,
    conversations,
    accounts: Math.max(5, 5 * Math.floor(conversations / 10)),
    share: 0,
    withheld: null,
    audit: { rating: null, reason: "no auditor ran: this analyst has none" },
  };
}

function createReleaseFile(
  clusters: readonly Cluster[],
  conversations: number,
  seed: number,
): ClioData["release"] {
  const { release } = createRelease([], {
    embedder: "builtin/use-lite-en@1",
    seed,
    totals: { conversations, accounts: 5 * Math.round(conversations / 10) },
  });
  const belowThreshold = sum(clusters.map(({ withheld }) => withheld?.clusters ?? 0));
  return { ...release, withheld: { ...release.withheld, belowThreshold } };
}

function createTimeline(
  clusters: readonly Cluster[],
  weeks: number,
  conversations: number,
  random: Random,
): ClioData["timeline"] {
  const first = Date.UTC(2026, 0, 5);
  const dayOf = (week: number) => new Date(first + week * 7 * day).toISOString().slice(0, 10);
  const middle = Math.floor(weeks / 2);
  const toCount = (expected: number) => {
    const count = 5 * Math.round((expected * (0.5 + random.next())) / 5);
    return count < 10 ? null : count;
  };
  return {
    schema: "observatory/clio-timeline@1",
    thresholds,
    falseDiscoveryRate: 0.05,
    unit: "week",
    buckets: Array.from({ length: weeks }, (_, week) => ({
      start: dayOf(week),
      end: dayOf(week + 1),
      conversations: 5 * Math.round(conversations / weeks / 5),
    })),
    withoutTime: 0,
    periods:
      weeks < 2
        ? null
        : {
            earlier: { start: dayOf(0), end: dayOf(middle) },
            later: { start: dayOf(middle), end: dayOf(weeks) },
          },
    clusters: Object.fromEntries(
      clusters.map((cluster) => {
        const ratio = Math.round(100 * Math.exp(random.normal() * 0.4)) / 100;
        const interval: [number, number] = [ratio * 0.7, ratio * 1.4];
        const growth = { ratio, interval, significant: interval[0] > 1 || interval[1] < 1 };
        const counts = Array.from({ length: weeks }, () => toCount(cluster.conversations / weeks));
        return [cluster.id, { conversations: counts, growth: weeks < 2 ? null : growth }];
      }),
    ),
    withheld: { belowThreshold: 0, complementary: 0 },
  };
}

function createMap(
  clusters: readonly Cluster[],
  ids: readonly string[],
  seed: number,
  random: Random,
): ClioData["map"] {
  const place = new Map<string, { x: number; y: number }>();
  const spread = [0.05, 0.2, 0.7];
  const points = clusters.map(({ id, level, parent }) => {
    const around = place.get(parent ?? "") ?? { x: 0, y: 0 };
    const coordinate = (middle: number) => {
      const value = middle + random.normal() * (spread[level] ?? 0) * 0.6;
      return Math.round(1000 * Math.min(1, Math.max(-1, value))) / 1000;
    };
    const point = { x: coordinate(around.x), y: coordinate(around.y) };
    place.set(id, point);
    return { id, ...point };
  });
  return {
    schema: "observatory/clio-map@1",
    method: "umap",
    neighborhood: 15,
    seed,
    points,
    neighbours: Object.fromEntries(
      ids.map((id, at) => [id, ids.filter((_, other) => other !== at && Math.abs(other - at) <= 2)]),
    ),
  };
}

function toName(index: number, random: Random): string {
  return `${random.pick(verbs)} ${random.pick(things)} number ${index}`;
}

function group<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
