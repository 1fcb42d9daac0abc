import type { RgbImage } from "./rgb-image.ts";

/** The filters of Pillow that preparations of images name. */
export const interpolations = ["bilinear", "bicubic", "lanczos"] as const;
export type Interpolation = (typeof interpolations)[number];

export interface ResampleOptions {
  /** Size of the whole resampled image. */
  readonly width: number;
  readonly height: number;
  readonly interpolation: Interpolation;
  /** The part of it that is wanted: nothing else is computed. All of it unless told; must lie inside. */
  readonly window?: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

/**
 * Resamples as Pillow's `Image.resize` does, to the bit: a filter widened by the scale where the image gets smaller
 * (so that it does not alias), weights as 22-bit fixed-point numbers, columns first, rounded to 8 bits, then rows
 * (`src/libImaging/Resample.c`, Pillow 2.7 to 12). An axis whose size stays is not filtered. Pillow 13 has the axes in
 * the other order at some sizes, among them none of photos prepared for CLIP and SigLIP; so has Pillow 12 for images over
 * a hundred times as high as wide.
 */
export function resampleImage(image: RgbImage, options: ResampleOptions): RgbImage {
  const { width, height, interpolation } = options;
  const { left, top, ...size } = options.window ?? { left: 0, top: 0, width, height };
  const columns = weigh(image.width, width, { from: left, count: size.width }, interpolation);
  const rows = weigh(image.height, height, { from: top, count: size.height }, interpolation);
  const first = rows.starts[0] ?? 0;
  const last = size.height - 1;
  const needed = (rows.starts[last] ?? 0) + (rows.counts[last] ?? 0) - first;
  const narrowed = resampleRows(image, { from: first, count: needed }, columns);
  return resampleColumns(narrowed, first, rows);
}

const precision = 22;
const half = 1 << (precision - 1);

/** For each wanted output pixel of one axis: its first input pixel, how many there are, and their weights. */
interface Weights {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  /** `stride` numbers an output pixel, of which the first `counts` are used; fixed-point. */
  readonly weights: Int32Array;
  readonly stride: number;
}

interface Range {
  readonly from: number;
  readonly count: number;
}

function weigh(inSize: number, outSize: number, range: Range, interpolation: Interpolation): Weights {
  const { support: radius, weightAt } = filters[interpolation];
  const scale = inSize / outSize;
  const filterScale = Math.max(1, scale);
  const support = inSize === outSize ? 0 : radius * filterScale;
  const stride = Math.ceil(support) * 2 + 1;
  const starts = new Int32Array(range.count);
  const counts = new Int32Array(range.count);
  const weights = new Int32Array(range.count * stride);
  const exact = new Float64Array(stride);
  for (let i = 0; i < range.count; i++) {
    if (inSize === outSize) {
      starts[i] = range.from + i;
      counts[i] = 1;
      weights[i] = 1 << precision;
      continue;
    }
    const centre = (range.from + i + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - support + 0.5));
    const count = Math.min(inSize, Math.trunc(centre + support + 0.5)) - start;
    let sum = 0;
    for (let x = 0; x < count; x++) {
      const weight = weightAt((x + start - centre + 0.5) * (1 / filterScale));
      exact[x] = weight;
      sum += weight;
    }
    for (let x = 0; x < count; x++) {
      const weight = (exact[x] ?? 0) / (sum === 0 ? 1 : sum);
      weights[i * stride + x] = Math.trunc((weight < 0 ? -0.5 : 0.5) + weight * (1 << precision));
    }
    starts[i] = start;
    counts[i] = count;
  }
  return { starts, counts, weights, stride };
}

function resampleRows({ width, data }: RgbImage, rows: Range, columns: Weights): RgbImage {
  const { starts, counts, weights, stride } = columns;
  const outWidth = starts.length;
  const out = new Uint8Array(3 * outWidth * rows.count);
  let to = 0;
  for (let y = 0; y < rows.count; y++) {
    const line = (rows.from + y) * width;
    for (let i = 0; i < outWidth; i++) {
      let from = 3 * (line + (starts[i] ?? 0));
      const begin = i * stride;
      const end = begin + (counts[i] ?? 0);
      let red = half;
      let green = half;
      let blue = half;
      for (let k = begin; k < end; k++, from += 3) {
        const weight = weights[k] ?? 0;
        red += (data[from] ?? 0) * weight;
        green += (data[from + 1] ?? 0) * weight;
        blue += (data[from + 2] ?? 0) * weight;
      }
      out[to++] = clip(red);
      out[to++] = clip(green);
      out[to++] = clip(blue);
    }
  }
  return { width: outWidth, height: rows.count, data: out };
}

/** `firstRow` is the row of the whole image with which `data` begins. */
function resampleColumns({ width, data }: RgbImage, firstRow: number, rows: Weights): RgbImage {
  const { starts, counts, weights, stride } = rows;
  const height = starts.length;
  const lineLength = 3 * width;
  const out = new Uint8Array(lineLength * height);
  const sums = new Int32Array(lineLength);
  for (let y = 0; y < height; y++) {
    sums.fill(half);
    const start = (starts[y] ?? 0) - firstRow;
    for (let k = 0; k < (counts[y] ?? 0); k++) {
      const weight = weights[y * stride + k] ?? 0;
      const from = (start + k) * lineLength;
      for (let x = 0; x < lineLength; x++) sums[x] = (sums[x] ?? 0) + (data[from + x] ?? 0) * weight;
    }
    for (let x = 0; x < lineLength; x++) out[y * lineLength + x] = clip(sums[x] ?? 0);
  }
  return { width, height, data: out };
}

function clip(sum: number): number {
  const value = sum >> precision;
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

interface Filter {
  /** Radius in pixels of the smaller of the two images. */
  readonly support: number;
  readonly weightAt: (x: number) => number;
}

const filters = {
  bilinear: { support: 1, weightAt: (x) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { support: 2, weightAt: bicubic },
  lanczos: { support: 3, weightAt: (x) => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
} as const satisfies Record<Interpolation, Filter>;

/** Keys 1981 with a = -0.5, in the order of operations that Pillow has. */
function bicubic(signed: number): number {
  const a = -0.5;
  const x = Math.abs(signed);
  if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * a;
  return 0;
}

function sinc(x: number): number {
  if (x === 0) return 1;
  const angle = x * Math.PI;
  return Math.sin(angle) / angle;
}
