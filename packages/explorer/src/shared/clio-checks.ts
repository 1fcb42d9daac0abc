import type {
  ClustersFile,
  Growth,
  MapFile,
  OverlayCell,
  OverlayFacet,
  OverlaysFile,
  PublishedCluster,
  TimelineFile,
} from "@observatory/clio/release";
import {
  isCount,
  isNumber,
  isPair,
  isText,
  isTruth,
  listOf,
  oneOf,
  orNull,
  shapeOf,
  tableOf,
  type Check,
} from "./quick-check.ts";

// The schemas of these files say the same, and no field more; the compiler sees that none is missing here. They take
// seconds for megabytes in a page, where nothing may compile them.

export const isClustersFile: Check<ClustersFile> = shapeOf({
  schema: oneOf("observatory/clio-clusters@1"),
  facet: isText,
  levels: isCount,
  clusters: listOf<PublishedCluster>(
    shapeOf({
      id: isText,
      level: isCount,
      parent: orNull(isText),
      name: isText,
      description: isText,
      conversations: isCount,
      accounts: isCount,
      share: isNumber,
      withheld: orNull(shapeOf({ clusters: isCount, conversations: isCount })),
      audit: shapeOf({ rating: orNull(isCount), reason: orNull(isText) }),
    }),
  ),
});

const isThresholds = shapeOf({ minConversations: isCount, minAccounts: isCount, roundTo: isCount });
const isWithheld = shapeOf({ belowThreshold: isCount, complementary: isCount });

const isCell: Check<OverlayCell> = shapeOf({
  value: isCount,
  conversations: isCount,
  accounts: isCount,
  ratio: orNull(isNumber),
  interval: orNull(isPair),
  significant: isTruth,
});

const isFacet: Check<OverlayFacet> = shapeOf({
  name: isText,
  title: isText,
  source: oneOf("built-in", "own", "column"),
  kind: oneOf("category", "several", "ordinal"),
  values: listOf(shapeOf({ value: isText, conversations: isCount, accounts: isCount, share: isNumber })),
  otherConversations: orNull(isCount),
  clusters: tableOf(listOf(isCell)),
});

export const isOverlaysFile: Check<OverlaysFile> = shapeOf({
  schema: oneOf("observatory/clio-overlays@1"),
  thresholds: isThresholds,
  falseDiscoveryRate: isNumber,
  facets: listOf(isFacet),
  withheld: isWithheld,
});

const isPeriod = shapeOf({ start: isText, end: isText });
const isGrowth: Check<Growth> = shapeOf({ ratio: isNumber, interval: isPair, significant: isTruth });

export const isTimelineFile: Check<TimelineFile> = shapeOf({
  schema: oneOf("observatory/clio-timeline@1"),
  thresholds: isThresholds,
  falseDiscoveryRate: isNumber,
  unit: oneOf("day", "week", "month", "year"),
  buckets: listOf(shapeOf({ start: isText, end: isText, conversations: orNull(isCount) })),
  withoutTime: orNull(isCount),
  periods: orNull(shapeOf({ earlier: isPeriod, later: isPeriod })),
  clusters: tableOf(shapeOf({ conversations: listOf(orNull(isCount)), growth: orNull(isGrowth) })),
  withheld: isWithheld,
});

export const isMapFile: Check<MapFile> = shapeOf({
  schema: oneOf("observatory/clio-map@1"),
  method: oneOf("umap", "circle"),
  neighborhood: orNull(isCount),
  seed: isNumber,
  points: listOf(shapeOf({ id: isText, x: isNumber, y: isNumber })),
  neighbours: tableOf(listOf(isText)),
});
