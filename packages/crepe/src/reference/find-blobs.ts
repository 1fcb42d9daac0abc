/** A patch of ink: its box, in pixels, and how much ink it has. */
export interface Blob {
  readonly left: number;
  readonly top: number;
  /** One past the last column and row. */
  readonly right: number;
  readonly bottom: number;
  readonly ink: number;
}

/** What has less ink than this is no ink. */
const threshold = 0.35;

/** Patches of ink that are farther from each other than `gap` pixels in a row or column, with at least `least` ink. */
export function findBlobs(
  layer: Float32Array,
  { width, gap, least }: { readonly width: number; readonly gap: number; readonly least: number },
): Blob[] {
  const height = layer.length / width;
  const seen = new Uint8Array(layer.length);
  const blobs: Blob[] = [];
  for (let start = 0; start < layer.length; start++) {
    if (seen[start] || (layer[start] ?? 0) < threshold) continue;
    seen[start] = 1;
    const queue = [start];
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    let ink = 0;
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const x = at % width;
      const y = Math.floor(at / width);
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      ink += layer[at] ?? 0;
      for (let v = Math.max(0, y - gap); v <= Math.min(height - 1, y + gap); v++)
        for (let u = Math.max(0, x - gap); u <= Math.min(width - 1, x + gap); u++) {
          const next = v * width + u;
          if (seen[next] || (layer[next] ?? 0) < threshold) continue;
          seen[next] = 1;
          queue.push(next);
        }
    }
    if (ink >= least) blobs.push({ left, top, right, bottom, ink });
  }
  return blobs;
}
