import type { OverlayFacet } from "@observatory/clio/release";
import type { ClioData } from "./clio-data.ts";
import type { ScaleName } from "./colour-scale.ts";
import { formatCount, formatGrowth, formatRatio, formatShare, onlyHere } from "./format.ts";

/** The `facet` parameter of the view for growth, which is no facet; `@` starts no facet's name. */
export const growthFacet = "@growth";
/** The `value` parameter of the view for the mean of an ordinal facet. */
export const meanValue = "mean";

/** Where a cluster stands on the scale of an overlay. */
export interface OverlayMark {
  /** For `toColour`: 0 to 1 on a sequential scale, -1 to 1 on a diverging one. */
  readonly at: number;
  /** What is sorted by: a share, a ratio, a mean; Infinity for a ratio to nothing. */
  readonly value: number;
  /** The value for people: `2.1×`, `34%`, `+50%`. */
  readonly text: string;
  /** Whether it is off 1 at the false-discovery rate; null where nothing was tested. */
  readonly significant: boolean | null;
}

/** What colours the tree and the map. */
export interface Overlay {
  /** `Language: Spanish`, `Growth`. */
  readonly title: string;
  /** What the colour means, as a sentence part: `share here to share elsewhere`. */
  readonly meaning: string;
  readonly scale: ScaleName;
  /** From low to high, for the legend. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** By id of the cluster; a cluster that has none may not be shown. */
  readonly marks: ReadonlyMap<string, OverlayMark>;
}

/** The view parameters `facet`, `value` (index or `mean`) and `measure` (`ratio` or `share`). */
export interface OverlayChoice {
  readonly facet: string;
  readonly value: string;
  readonly measure: "ratio" | "share";
}

/** A mean is of what is shown, so too much must not be missing. */
const minShownShare = 0.8;

/** What the view's parameters choose, with what they leave open filled in; null for no overlay or one that the release lacks. */
export function readOverlayChoice(
  data: Pick<ClioData, "overlays" | "timeline">,
  parameters: Readonly<Record<string, string>>,
): OverlayChoice | null {
  const measure = parameters["measure"] === "share" ? "share" : "ratio";
  const name = parameters["facet"];
  if (name === growthFacet) {
    return data.timeline === null ? null : { facet: growthFacet, value: "", measure: "ratio" };
  }
  const facet = data.overlays?.facets.find((each) => each.name === name);
  if (facet === undefined || facet.values.length === 0) return null;
  const wanted = parameters["value"] ?? (facet.kind === "ordinal" ? meanValue : "0");
  const isMean = wanted === meanValue && facet.kind === "ordinal";
  const index = /^\d{1,6}$/u.test(wanted) && Number(wanted) < facet.values.length ? wanted : "0";
  return { facet: facet.name, value: isMean ? meanValue : index, measure };
}

/** The overlay of a choice; null where the release does not have what it needs. */
export function createOverlay(
  data: Pick<ClioData, "clusters" | "overlays" | "timeline">,
  choice: OverlayChoice | null,
): Overlay | null {
  if (choice === null) return null;
  if (choice.facet === growthFacet) return createGrowthOverlay(data.timeline);
  const facet = data.overlays?.facets.find(({ name }) => name === choice.facet);
  if (facet === undefined) return null;
  if (choice.value === meanValue) return createMeanOverlay(data, facet);
  const index = Number(choice.value);
  return choice.measure === "share"
    ? createShareOverlay(data, facet, index)
    : createRatioOverlay(facet, index);
}

function createGrowthOverlay(timeline: ClioData["timeline"]): Overlay | null {
  if (timeline === null) return null;
  const marks = Object.entries(timeline.clusters).flatMap(([id, { growth }]) => {
    if (growth === null) return [];
    const { ratio, significant } = growth;
    return [
      [id, { at: toLogPlace(ratio, 2), value: ratio, text: formatGrowth(ratio), significant }] as const,
    ];
  });
  return {
    title: "Growth",
    meaning: "change of the share of all conversations, from the earlier half of the period to the later",
    scale: "diverging",
    ticks: toLogTicks(2, formatGrowth),
    marks: new Map(marks),
  };
}

function createRatioOverlay(facet: OverlayFacet, index: number): Overlay {
  const marks = Object.entries(facet.clusters).flatMap(([id, cells]) => {
    const cell = cells.find(({ value }) => value === index);
    if (cell === undefined) return [];
    const { ratio, significant } = cell;
    // Beyond every number, since the rest has none at all.
    if (ratio === null) return [[id, { at: 1, value: Infinity, text: onlyHere, significant }] as const];
    return [[id, { at: toLogPlace(ratio, 4), value: ratio, text: formatRatio(ratio), significant }] as const];
  });
  return {
    title: toTitle(facet, index),
    meaning: "share in the cluster, to the share in all other conversations",
    scale: "diverging",
    ticks: toLogTicks(4, formatRatio),
    marks: new Map(marks),
  };
}

function createShareOverlay(data: Pick<ClioData, "clusters">, facet: OverlayFacet, index: number): Overlay {
  const shares = data.clusters.clusters.flatMap(({ id, conversations }) => {
    const cell = facet.clusters[id]?.find(({ value }) => value === index);
    if (cell === undefined || conversations === 0) return [];
    return [{ id, share: Math.min(1, cell.conversations / conversations), significant: cell.significant }];
  });
  const top = toNiceTop(Math.max(0, ...shares.map(({ share }) => share)));
  return {
    title: toTitle(facet, index),
    meaning: "share of the cluster's conversations",
    scale: "sequential",
    ticks: [0, 0.5, 1].map((at) => ({ at, text: formatShare(at * top) })),
    marks: new Map(
      shares.map(({ id, share, significant }) => [
        id,
        { at: share / top, value: share, text: formatShare(share), significant },
      ]),
    ),
  };
}

function createMeanOverlay(data: Pick<ClioData, "clusters">, facet: OverlayFacet): Overlay | null {
  const numbers = facet.values.map(({ value }) => Number(value));
  const areNumbers = numbers.every((number) => Number.isFinite(number));
  const places = areNumbers ? numbers : numbers.map((_, index) => index + 1);
  const means = data.clusters.clusters.flatMap(({ id, conversations }) => {
    const cells = facet.clusters[id] ?? [];
    const shown = cells.reduce((total, cell) => total + cell.conversations, 0);
    if (shown === 0 || shown < minShownShare * conversations) return [];
    const total = cells.reduce((sum, cell) => sum + cell.conversations * (places[cell.value] ?? 0), 0);
    return [{ id, mean: total / shown }];
  });
  if (means.length === 0) return null;
  const low = Math.min(...means.map(({ mean }) => mean));
  const high = Math.max(...means.map(({ mean }) => mean));
  const toText = (mean: number) => mean.toFixed(1);
  return {
    title: `${facet.title}, mean`,
    meaning: areNumbers
      ? "over the conversations whose value is shown"
      : `mean step from 1 (${facet.values[0]?.value}) to ${formatCount(places.length)} (${facet.values.at(-1)?.value})`,
    scale: "sequential",
    ticks: [0, 0.5, 1].map((at) => ({ at, text: toText(low + at * (high - low)) })),
    marks: new Map(
      means.map(({ id, mean }) => [
        id,
        {
          at: high === low ? 0 : (mean - low) / (high - low),
          value: mean,
          text: toText(mean),
          significant: null,
        },
      ]),
    ),
  };
}

function toTitle(facet: OverlayFacet, index: number): string {
  return `${facet.title}: ${facet.values[index]?.value ?? ""}`;
}

/** -1 at a ratio of 1/end and less, 1 at `end` and more. */
function toLogPlace(ratio: number, end: number): number {
  if (ratio <= 0) return -1;
  return Math.min(1, Math.max(-1, Math.log(ratio) / Math.log(end)));
}

function toLogTicks(end: number, format: (ratio: number) => string): Overlay["ticks"] {
  return [-1, 0, 1].map((at) => ({ at, text: format(end ** at) }));
}

function toNiceTop(share: number): number {
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.5].find((top) => share <= top) ?? 1;
}
