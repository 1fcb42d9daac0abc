import { createMatrix, createMatrixEngine, squaredLengths, type Matrix } from "@observatory/numerics";

/** Where the best right answer of one query stands among all candidates. */
export interface RetrievalStanding {
  /** Wrong candidates that are nearer than the best right one. */
  readonly above: number;
  /** Wrong candidates as near as it. */
  readonly tied: number;
  /** Right candidates as near as it, itself one. */
  readonly right: number;
}

export interface RankRetrievalOptions {
  /** Pairs that belong together, as places of an image and of a text; each image and each text has at least one. */
  readonly pairs: readonly (readonly [image: number, text: number])[];
  /** Cosines no farther apart are equal: what single precision can tell apart. */
  readonly tolerance: number;
  /** Images and texts of one block, of which the distances are in memory; 2,048 and 4,096 (32 MiB) unless told. */
  readonly block?: { readonly images: number; readonly texts: number };
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Told after each block: how many products of an image and a text are done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Ranks all texts for each image and all images for each text by the cosine of their unit vectors, in one pass over blocks
 * of the matrix of cosines, of which one block is in memory at a time. Gives a standing for each image and each text.
 */
export async function rankRetrieval(
  images: Matrix,
  texts: Matrix,
  {
    pairs,
    tolerance,
    block = { images: 2048, texts: 4096 },
    threads,
    signal,
    onProgress,
  }: RankRetrievalOptions,
): Promise<{ readonly images: readonly RetrievalStanding[]; readonly texts: readonly RetrievalStanding[] }> {
  const best = { images: createTally(images.rows), texts: createTally(texts.rows) };
  const cosines = pairs.map(([image, text]) => cosineOf(images, image, texts, text));
  pairs.forEach(([image, text], i) => {
    best.images.offer(image, cosines[i] ?? 0);
    best.texts.offer(text, cosines[i] ?? 0);
  });
  pairs.forEach(([image, text], i) => {
    best.images.countRight(image, cosines[i] ?? 0, tolerance);
    best.texts.countRight(text, cosines[i] ?? 0, tolerance);
  });
  // The squared distance of unit vectors is 2 less twice the cosine.
  const bounds = { images: best.images.toBounds(tolerance), texts: best.texts.toBounds(tolerance) };
  const right = groupByText(pairs, texts.rows);
  const engine = await createMatrixEngine({ threads });
  try {
    const distances = new Float32Array(new SharedArrayBuffer(4 * block.images * block.texts));
    for (let firstText = 0; firstText < texts.rows; firstText += block.texts) {
      const targets = blockOf(texts, firstText, block.texts);
      for (let firstImage = 0; firstImage < images.rows; firstImage += block.images) {
        const queries = blockOf(images, firstImage, block.images);
        const querySquares = squaredLengths(queries);
        await engine.distances({ queries, targets, querySquares, distances, signal });
        for (let t = 0; t < targets.rows; t++) {
          const row = distances.subarray(t * queries.rows, (t + 1) * queries.rows);
          for (const image of right[firstText + t] ?? []) {
            const place = image - firstImage;
            if (place >= 0 && place < queries.rows) row[place] = Infinity;
          }
          countRow(row, { firstImage, text: firstText + t, bounds, best });
        }
        onProgress?.(firstText * images.rows + targets.rows * (firstImage + queries.rows));
      }
    }
  } finally {
    await engine.close();
  }
  return { images: best.images.toStandings(), texts: best.texts.toStandings() };
}

interface Bounds {
  /** What is nearer is above. */
  readonly near: Float64Array;
  /** What is no farther is tied. */
  readonly far: Float64Array;
}

function countRow(
  row: Float32Array,
  {
    firstImage,
    text,
    bounds,
    best,
  }: {
    readonly firstImage: number;
    readonly text: number;
    readonly bounds: Readonly<Record<"images" | "texts", Bounds>>;
    readonly best: Readonly<Record<"images" | "texts", Tally>>;
  },
): void {
  const near = bounds.texts.near[text] ?? 0;
  const far = bounds.texts.far[text] ?? 0;
  for (let i = 0; i < row.length; i++) {
    const distance = row[i] ?? 0;
    const image = firstImage + i;
    if (distance < near) best.texts.above[text] = (best.texts.above[text] ?? 0) + 1;
    else if (distance <= far) best.texts.tied[text] = (best.texts.tied[text] ?? 0) + 1;
    if (distance < (bounds.images.near[image] ?? 0))
      best.images.above[image] = (best.images.above[image] ?? 0) + 1;
    else if (distance <= (bounds.images.far[image] ?? 0))
      best.images.tied[image] = (best.images.tied[image] ?? 0) + 1;
  }
}

interface Tally {
  readonly above: Uint32Array;
  readonly tied: Uint32Array;
  readonly offer: (query: number, cosine: number) => void;
  readonly countRight: (query: number, cosine: number, tolerance: number) => void;
  readonly toBounds: (tolerance: number) => Bounds;
  readonly toStandings: () => readonly RetrievalStanding[];
}

function createTally(queries: number): Tally {
  const cosines = new Float64Array(queries).fill(-Infinity);
  const right = new Uint32Array(queries);
  const above = new Uint32Array(queries);
  const tied = new Uint32Array(queries);
  return {
    above,
    tied,
    offer: (query, cosine) => void (cosines[query] = Math.max(cosines[query] ?? 0, cosine)),
    countRight: (query, cosine, tolerance) => {
      if (cosine >= (cosines[query] ?? 0) - tolerance) right[query] = (right[query] ?? 0) + 1;
    },
    toBounds: (tolerance) => ({
      near: cosines.map((cosine) => 2 - 2 * (cosine + tolerance)),
      far: cosines.map((cosine) => 2 - 2 * (cosine - tolerance)),
    }),
    toStandings: () =>
      Array.from(above, (count, query) => ({
        above: count,
        tied: tied[query] ?? 0,
        right: right[query] ?? 1,
      })),
  };
}

function groupByText(pairs: RankRetrievalOptions["pairs"], texts: number): readonly (readonly number[])[] {
  const groups: number[][] = Array.from({ length: texts }, () => []);
  for (const [image, text] of pairs) groups[text]?.push(image);
  return groups;
}

function cosineOf(images: Matrix, image: number, texts: Matrix, text: number): number {
  const [a, b] = [image * images.columns, text * texts.columns];
  let sum = 0;
  for (let k = 0; k < images.columns; k++) sum += (images.data[a + k] ?? 0) * (texts.data[b + k] ?? 0);
  return sum;
}

function blockOf(matrix: Matrix, first: number, count: number): Matrix {
  const rows = Math.min(count, matrix.rows - first);
  const block = createMatrix(rows, matrix.columns, { shared: true });
  block.data.set(matrix.data.subarray(first * matrix.columns, (first + rows) * matrix.columns));
  return block;
}
