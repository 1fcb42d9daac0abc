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
  /** Images and texts of one block; two blocks of distances are in memory. 2,048 and 2,048 (2 x 16 MiB) unless told. */
  readonly block?: { readonly images: number; readonly texts: number };
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Told after each block: how many products of an image and a text are done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * How far squared distances of unit vectors in single precision may be from the true ones: about 1e-6 was seen, of 256
 * numbers. What is nearer to a bound than this is computed anew in double precision.
 */
const slack = 4e-6;

/**
 * Ranks all texts for each image and all images for each text by the cosine of their unit vectors, in one pass over blocks
 * of the matrix of cosines: one is counted while the next is computed. Gives a standing for each image and each text, the
 * same as cosines in double precision would give, whatever the number of threads.
 */
export async function rankRetrieval(
  images: Matrix,
  texts: Matrix,
  {
    pairs,
    tolerance,
    block = { images: 2048, texts: 2048 },
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
  const cosine = (image: number, text: number): number => cosineOf(images, image, texts, text);
  const engine = await createMatrixEngine({ threads });
  try {
    const buffers = [0, 1].map(() => new Float32Array(new SharedArrayBuffer(4 * block.images * block.texts)));
    const compute = async (place: Place, distances: Float32Array): Promise<Block> => {
      const queries = blockOf(images, place.image, block.images);
      const targets = blockOf(texts, place.text, block.texts);
      await engine.distances({ queries, targets, querySquares: squaredLengths(queries), distances, signal });
      return { ...place, images: queries.rows, texts: targets.rows, distances };
    };
    const places = placesOf(images.rows, texts.rows, block);
    let next: Promise<Block> | null = null;
    for (const [i, place] of places.entries()) {
      const [buffer = new Float32Array(), other = new Float32Array()] =
        i % 2 === 0 ? buffers : buffers.toReversed();
      const found: Block = await (next ?? compute(place, buffer));
      const following = places[i + 1];
      next = following === undefined ? null : compute(following, other);
      // It is waited for in the next turn; until then nothing else handles its failure.
      next?.catch(() => {});
      count(found, { right, bounds, best, cosine, tolerance });
      onProgress?.(found.text * images.rows + found.texts * (found.image + found.images));
    }
  } finally {
    await engine.close();
  }
  return { images: best.images.toStandings(), texts: best.texts.toStandings() };
}

/** The first image and text of a block. */
interface Place {
  readonly image: number;
  readonly text: number;
}

interface Block extends Place {
  readonly images: number;
  readonly texts: number;
  /** A row for each text. */
  readonly distances: Float32Array;
}

function placesOf(
  images: number,
  texts: number,
  block: { readonly images: number; readonly texts: number },
): Place[] {
  const places: Place[] = [];
  for (let text = 0; text < texts; text += block.texts)
    for (let image = 0; image < images; image += block.images) places.push({ image, text });
  return places;
}

/** Squared distances from each query; candidates up to `near` are above, up to `far` tied. */
interface Bounds {
  readonly near: Float64Array;
  readonly far: Float64Array;
}

interface Count {
  /** The images that belong to each text. */
  readonly right: readonly (readonly number[])[];
  readonly bounds: Readonly<Record<"images" | "texts", Bounds>>;
  readonly best: Readonly<Record<"images" | "texts", Tally>>;
  readonly cosine: (image: number, text: number) => number;
  readonly tolerance: number;
}

function count(
  { image: firstImage, text: firstText, images, texts, distances }: Block,
  { right, bounds, best, cosine, tolerance }: Count,
): void {
  const farOfImages = bounds.images.far.subarray(firstImage, firstImage + images);
  for (let t = 0; t < texts; t++) {
    const text = firstText + t;
    const row = distances.subarray(t * images, (t + 1) * images);
    for (const image of right[text] ?? []) {
      const place = image - firstImage;
      if (place >= 0 && place < images) row[place] = Infinity;
    }
    const reach = (bounds.texts.far[text] ?? 0) + slack;
    for (let i = 0; i < images; i++) {
      const distance = row[i] ?? 0;
      if (distance <= reach) place(best.texts, bounds.texts.near, text, distance, firstImage + i, text);
      if (distance <= (farOfImages[i] ?? 0) + slack)
        place(best.images, bounds.images.near, firstImage + i, distance, firstImage + i, text);
    }
  }

  function place(
    tally: Tally,
    near: Float64Array,
    query: number,
    distance: number,
    image: number,
    text: number,
  ): void {
    if (distance < (near[query] ?? 0) - slack) return tally.addAbove(query);
    const difference = cosine(image, text) - tally.bestOf(query);
    if (difference > tolerance) tally.addAbove(query);
    else if (difference >= -tolerance) tally.addTied(query);
  }
}

interface Tally {
  readonly addAbove: (query: number) => void;
  readonly addTied: (query: number) => void;
  /** The cosine of its best right answer. */
  readonly bestOf: (query: number) => number;
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
    addAbove: (query) => void (above[query] = (above[query] ?? 0) + 1),
    addTied: (query) => void (tied[query] = (tied[query] ?? 0) + 1),
    bestOf: (query) => cosines[query] ?? 0,
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
