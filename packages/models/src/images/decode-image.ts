import { failed, succeeded, type Outcome } from "@observatory/core";
import sharp from "sharp";
import type { RgbImage } from "./rgb-image.ts";

/** Larger images are refused: 100 million pixels, 300 MB decoded. */
const mostPixels = 100_000_000;

/**
 * Decodes JPEG, PNG, WebP, GIF (its first frame) and TIFF as Pillow's `Image.open(...).convert("RGB")` does: colour
 * profiles and the orientation in EXIF are ignored, transparency is dropped. Equal to Pillow's bytes for JPEG in colour
 * and grey and for PNG of 8 bits; CMYK and 16-bit images may differ. Fails with `broken-image` or `huge-image`.
 */
export async function decodeImage(bytes: Uint8Array): Promise<Outcome<RgbImage>> {
  try {
    const input = sharp(bytes, { ignoreIcc: true, limitInputPixels: false, failOn: "truncated" });
    const { width, height } = await input.metadata();
    if (width * height > mostPixels) return failed("huge-image");
    const { data, info } = await input
      .toColourspace("srgb")
      .removeAlpha()
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) return failed("broken-image");
    return succeeded({ width: info.width, height: info.height, data });
  } catch {
    return failed("broken-image");
  }
}

/** For a thread that decodes many images at once: one processor each, and nothing kept. */
export function limitDecoding(): void {
  sharp.concurrency(1);
  sharp.cache(false);
}
