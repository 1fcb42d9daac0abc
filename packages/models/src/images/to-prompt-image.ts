import { failed, succeeded, type Outcome, type PromptImage } from "@observatory/core";
import sharp from "sharp";
import { decodeImage } from "./decode-image.ts";
import { cropImage, type ImageBox } from "./prepare-image.ts";

/** Providers shrink what is larger than some 1,500 pixels themselves, in ways of their own. */
const longestSide = 1024;
/** Bytes of a file at most; providers take 5 MB in base64. */
const mostBytes = 3_500_000;
/** Of each side: providers refuse less, or see nothing. */
const shortestSide = 16;

/**
 * An image, or the part of it in a box, as a model can be shown it: PNG, or JPEG where that would be large; longer sides
 * than 1,024 pixels are brought down to that. The same bytes give the same bytes. Fails as {@link decodeImage} does.
 */
export async function toPromptImage(bytes: Uint8Array, box?: ImageBox): Promise<Outcome<PromptImage>> {
  const decoded = await decodeImage(bytes);
  if (!decoded.ok) return decoded;
  const { data, width, height } = box === undefined ? decoded.value : cropImage(decoded.value, box);
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const [across, down] = [width, height].map((side) => Math.max(shortestSide, Math.round(side * scale)));
  const resized = sharp(data, { raw: { width, height, channels: 3 } }).resize(across, down, { fit: "fill" });
  try {
    const png = await resized.clone().png().toBuffer();
    const isSmall = png.length <= mostBytes;
    return succeeded({
      bytes: isSmall ? png : await resized.jpeg({ quality: 92 }).toBuffer(),
      mediaType: isSmall ? "image/png" : "image/jpeg",
      width: across ?? width,
      height: down ?? height,
    });
  } catch {
    return failed("broken-image");
  }
}
