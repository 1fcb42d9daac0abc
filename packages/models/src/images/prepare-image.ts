import { resampleImage, type Interpolation } from "./resample-image.ts";
import type { RgbImage } from "./rgb-image.ts";

/** How an image becomes what an image tower takes. */
export interface ImagePreparation {
  /** Side of the square, in pixels. */
  readonly size: number;
  /** `shortest`: the shorter side to `size`, then the square in the middle; `squash`: both sides to `size`. */
  readonly resize: "shortest" | "squash";
  readonly interpolation: Interpolation;
  /** Of R, G and B, on a scale from 0 to 1. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/** A part of an image in pixels, from the left and the top; may be fractional and may reach beyond the borders. */
export interface ImageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Crops, resizes and normalises as torchvision and open_clip do on Pillow's images, to the bit: gives `3 * size * size`
 * numbers, channel by channel. Borders of a box are rounded; what lies beyond the image is black.
 */
export function prepareImage(image: RgbImage, preparation: ImagePreparation, box?: ImageBox): Float32Array {
  const square = toSquare(box === undefined ? image : cropImage(image, box), preparation);
  return normalise(square, preparation);
}

/** The square of pixels before it is normalised. */
export function toSquare(
  image: RgbImage,
  { size, resize, interpolation }: Pick<ImagePreparation, "size" | "resize" | "interpolation">,
): RgbImage {
  if (resize === "squash") return resampleImage(image, { width: size, height: size, interpolation });
  const shorter = Math.min(image.width, image.height);
  const scaled = (side: number) => (side === shorter ? size : Math.trunc((size * side) / shorter));
  const width = scaled(image.width);
  const height = scaled(image.height);
  return resampleImage(image, {
    width,
    height,
    interpolation,
    window: {
      left: roundHalfToEven((width - size) / 2),
      top: roundHalfToEven((height - size) / 2),
      width: size,
      height: size,
    },
  });
}

/** The part of an image in a box with rounded borders; what lies beyond the image is black. */
export function cropImage(image: RgbImage, box: ImageBox): RgbImage {
  const left = roundHalfToEven(box.x);
  const top = roundHalfToEven(box.y);
  const width = Math.max(1, roundHalfToEven(box.x + box.width) - left);
  const height = Math.max(1, roundHalfToEven(box.y + box.height) - top);
  const data = new Uint8Array(3 * width * height);
  const from = Math.max(0, left);
  const to = Math.min(image.width, left + width);
  const bottom = from < to ? Math.min(image.height, top + height) : 0;
  for (let y = Math.max(0, top); y < bottom; y++) {
    const line = image.data.subarray(3 * (y * image.width + from), 3 * (y * image.width + to));
    data.set(line, 3 * ((y - top) * width + from - left));
  }
  return { width, height, data };
}

/** In single precision, step by step as tensors do it: a 255th, less the mean, by the deviation. */
function normalise({ width, height, data }: RgbImage, { mean, std }: ImagePreparation): Float32Array {
  const pixels = width * height;
  const out = new Float32Array(3 * pixels);
  for (let channel = 0; channel < 3; channel++) {
    const table = Float32Array.from({ length: 256 }, (_, value) => {
      const centred = Math.fround(Math.fround(value / 255) - Math.fround(mean[channel] ?? 0));
      return centred / Math.fround(std[channel] ?? 1);
    });
    for (let i = 0; i < pixels; i++) out[channel * pixels + i] = table[data[3 * i + channel] ?? 0] ?? 0;
  }
  return out;
}

/** Python's `round`. */
function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
