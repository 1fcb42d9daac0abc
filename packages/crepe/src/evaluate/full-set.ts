import type { Random } from "@observatory/core";
import { percentileInterval, quantile, toMatrix } from "@observatory/numerics";
import { toClusterId } from "../blind/to-blind-rows.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import type { FullSet, Retrieval } from "./analyses.ts";
import { rankRetrieval, type RetrievalStanding } from "./rank-retrieval.ts";
import { resampleMeans } from "./resample-means.ts";
import type { TiePolicy } from "./results.ts";
import type { ScorerVectors } from "./scorer.ts";
import { toImageKey } from "./to-image-key.ts";

/** Single precision tells cosines apart to about 1e-7. */
const tolerance = 1e-6;

export interface FullSetOptions {
  readonly policy: TiePolicy;
  readonly random: Random;
  readonly resamples: number;
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What {@link scoreFullSet} finds: the scores, and of each item the ranks of its caption and of its image. */
export interface FullSetScores {
  readonly scores: FullSet;
  readonly ranks: ReadonlyMap<string, readonly [number, number]>;
}

/**
 * Retrieval over the whole set, both ways: every image against the true captions of all items, every caption against all
 * images. Captions of the same words are one candidate, and so are images of the same file and box; what belongs together
 * in any item is right, so a query may have several right answers, of which the best counts. Rows without a vector are left
 * out. Null where none is left.
 *
 * A caption that is true of another image but not written for it counts as wrong there: scores are lower bounds.
 */
export async function scoreFullSet(
  vectors: ScorerVectors,
  rows: readonly RetrievalRow[],
  options: FullSetOptions,
): Promise<FullSetScores | null> {
  const { signal, policy } = options;
  const images = await gather(toPlaces(rows, toImageKey), (unique) =>
    vectors.images(
      unique.map(({ row }) => row),
      { signal },
    ),
  );
  const texts = await gather(
    toPlaces(rows, ({ caption }) => caption),
    (unique) =>
      vectors.texts(
        unique.map(({ row }) => row.caption),
        { signal },
      ),
  );
  const known = rows.flatMap((row) => {
    const image = images.placeOf.get(toImageKey(row));
    const text = texts.placeOf.get(row.caption);
    return image === undefined || text === undefined ? [] : [{ row, image, text }];
  });
  if (known.length === 0) return null;
  // Candidates that no whole row names would have no right answer.
  const usedImages = renumber(known.map(({ image }) => image));
  const usedTexts = renumber(known.map(({ text }) => text));
  const pairs = [
    ...new Map(
      known.map(({ image, text }) => {
        const pair = [usedImages.get(image) ?? 0, usedTexts.get(text) ?? 0] as const;
        return [pair.join(), pair];
      }),
    ).values(),
  ];
  const standings = await rankRetrieval(
    toMatrix([...usedImages.keys()].map((place) => images.vectors[place] ?? [])),
    toMatrix([...usedTexts.keys()].map((place) => texts.vectors[place] ?? [])),
    {
      pairs,
      tolerance,
      threads: options.threads,
      signal,
      onProgress: (done) => options.onProgress?.(done, usedImages.size * usedTexts.size),
    },
  );
  const unitsOf = (places: ReadonlyMap<number, number>, placeOf: (row: (typeof known)[number]) => number) => {
    const units = new Map(known.toReversed().map((one) => [placeOf(one), toClusterId(one.row)]));
    return [...places.keys()].map((place) => units.get(place) ?? "");
  };
  const rightOf = (side: 0 | 1, count: number) => {
    const counts = new Uint32Array(count);
    for (const pair of pairs) counts[pair[side]] = (counts[pair[side]] ?? 0) + 1;
    return counts;
  };
  const common = { ...options, policy };
  const imageToText = await toRetrieval(standings.images, {
    ...common,
    units: unitsOf(usedImages, ({ image }) => image),
    candidates: usedTexts.size,
    rightOf: rightOf(0, usedImages.size),
    random: options.random.fork("image"),
  });
  const textToImage = await toRetrieval(standings.texts, {
    ...common,
    units: unitsOf(usedTexts, ({ text }) => text),
    candidates: usedImages.size,
    rightOf: rightOf(1, usedTexts.size),
    random: options.random.fork("text"),
  });
  const ranks = known.map(({ row, image, text }) => {
    const [ofImage, ofText] = [
      standings.images[usedImages.get(image) ?? 0],
      standings.texts[usedTexts.get(text) ?? 0],
    ];
    return [row.id, [rankOf(ofImage, policy), rankOf(ofText, policy)] as const] as const;
  });
  return { scores: { tolerance, imageToText, textToImage }, ranks: new Map(ranks) };
}

interface Place {
  readonly key: string;
  readonly row: RetrievalRow;
}

/** The first row of each key. */
function toPlaces(rows: readonly RetrievalRow[], keyOf: (row: RetrievalRow) => string): readonly Place[] {
  const first = new Map<string, RetrievalRow>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return [...first].map(([key, row]) => ({ key, row }));
}

async function gather(
  places: readonly Place[],
  read: (places: readonly Place[]) => ReturnType<ScorerVectors["texts"]>,
): Promise<{ readonly placeOf: ReadonlyMap<string, number>; readonly vectors: readonly Float32Array[] }> {
  const placeOf = new Map<string, number>();
  const vectors: Float32Array[] = [];
  let at = 0;
  for await (const outcome of read(places)) {
    const key = places[at++]?.key;
    if (outcome.ok && key !== undefined) placeOf.set(key, vectors.push(Float32Array.from(outcome.value)) - 1);
  }
  return { placeOf, vectors };
}

/** New places for those that are used, in the order of their first use. */
function renumber(places: readonly number[]): ReadonlyMap<number, number> {
  const renumbered = new Map<number, number>();
  for (const place of places) if (!renumbered.has(place)) renumbered.set(place, renumbered.size);
  return renumbered;
}

async function toRetrieval(
  standings: readonly RetrievalStanding[],
  {
    policy,
    units,
    candidates,
    rightOf,
    ...options
  }: Pick<FullSetOptions, "policy" | "random" | "resamples" | "signal"> & {
    readonly units: readonly string[];
    readonly candidates: number;
    readonly rightOf: ArrayLike<number>;
  },
): Promise<Retrieval> {
  const [first] = await resampleMeans(
    standings.map((standing, i) => ({ mean: 0, unit: units[i] ?? "", value: hitAt(1, standing, policy) })),
    { ...options, means: 1 },
  );
  const rAt1 = first?.value ?? 0;
  const meanOver = (valueOf: (standing: RetrievalStanding, i: number) => number): number =>
    standings.reduce((sum, standing, i) => sum + valueOf(standing, i), 0) / standings.length;
  const chanceAt = (k: number): number =>
    meanOver((_, i) => drawsOne(k, candidates - (rightOf[i] ?? 1), rightOf[i] ?? 1));
  return {
    queries: standings.length,
    candidates,
    rAt1,
    interval: percentileInterval(first?.resampled ?? []) ?? [rAt1, rAt1],
    rAt5: meanOver((standing) => hitAt(5, standing, policy)),
    rAt10: meanOver((standing) => hitAt(10, standing, policy)),
    medianRank:
      quantile(
        Float64Array.from(standings, (standing) => rankOf(standing, policy)),
        0.5,
      ) ?? 1,
    chance: { rAt1: chanceAt(1), rAt5: chanceAt(5), rAt10: chanceAt(10) },
  };
}

/** Place of the best right answer; under `expected` the mean over all orders of what is as near. */
export function rankOf(standing: RetrievalStanding | undefined, policy: TiePolicy): number {
  const { above, tied, right } = standing ?? { above: 0, tied: 0, right: 1 };
  switch (policy) {
    case "expected":
      return above + 1 + tied / (right + 1);
    case "optimistic":
      return above + 1;
    case "pessimistic":
      return above + 1 + tied;
    default:
      return policy satisfies never;
  }
}

/** Whether a right answer is among the first k; under `expected` the share of orders in which one is. */
export function hitAt(k: number, standing: RetrievalStanding, policy: TiePolicy): number {
  if (policy !== "expected") return rankOf(standing, policy) <= k ? 1 : 0;
  return drawsOne(k - standing.above, standing.tied, standing.right);
}

/** The chance that one of `right` is among the first `places` of a random order with `wrong` others. */
function drawsOne(places: number, wrong: number, right: number): number {
  if (places <= 0) return 0;
  let missing = 1;
  for (let place = 0; place < places; place++) {
    if (place >= wrong) return 1;
    missing *= (wrong - place) / (wrong + right - place);
  }
  return 1 - missing;
}
