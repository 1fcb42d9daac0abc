import { worldColourNames, worldColours, type WorldColour } from "../world/catalogue.ts";

/** Pixels of an image, three bytes each, by rows. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const palette = worldColourNames.map((name) => {
  const value = Number.parseInt(worldColours[name].slice(1), 16);
  return { name, rgb: [value >> 16, (value >> 8) & 255, value & 255] as const };
});

/** Of what is nearly white the colour cannot be told. */
const faintest = 0.12;

/**
 * How much of each colour of the world each pixel has, 0 to 1: a pixel is taken for a mixture of white with the one colour
 * that explains it best. Colours that are nowhere are left out.
 */
export function separateColours({ width, height, data }: Raster): ReadonlyMap<WorldColour, Float32Array> {
  const layers = new Map<WorldColour, Float32Array>();
  for (let i = 0; i < width * height; i++) {
    const missing = [
      255 - (data[3 * i] ?? 255),
      255 - (data[3 * i + 1] ?? 255),
      255 - (data[3 * i + 2] ?? 255),
    ];
    if (Math.max(...missing) < 25) continue;
    const { name, share } = explain(missing);
    if (share < faintest) continue;
    const layer = layers.get(name) ?? new Float32Array(width * height);
    layer[i] = share;
    layers.set(name, layer);
  }
  return layers;
}

/** `missing`: what a pixel lacks of white in red, green and blue. */
function explain(missing: readonly number[]): { readonly name: WorldColour; readonly share: number } {
  let best = { name: palette[0]?.name ?? "black", share: 0 };
  let least = Infinity;
  for (const { name, rgb } of palette) {
    const full = rgb.map((value) => 255 - value);
    const along = sumOf(full, missing) / sumOf(full, full);
    const share = Math.min(1, Math.max(0, along));
    const error = full.reduce(
      (sum, value, channel) => sum + (value * share - (missing[channel] ?? 0)) ** 2,
      0,
    );
    if (error < least) [best, least] = [{ name, share }, error];
  }
  return best;
}

function sumOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
