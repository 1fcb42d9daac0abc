/** A picture in memory: rows from the top, pixels from the left, each R, G, B of 8 bits. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  /** `3 * width * height` bytes. */
  readonly data: Uint8Array;
}
