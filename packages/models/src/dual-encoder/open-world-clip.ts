import type { ImageTextEncoder } from "@observatory/core";
import { fileURLToPath } from "node:url";
import { openDualEncoder, type DualEncoderOptions } from "./open-dual-encoder.ts";

/** Where its files are. */
export const worldClipDirectory = fileURLToPath(new URL("../../assets/world-clip", import.meta.url));

/**
 * Opens `observatory/world-clip`, the small dual encoder that was trained on the drawn world and comes with this package:
 * `assets/world-clip/README.md` says how it was trained and how well it does. The vectors have 256 numbers and length 1.
 */
export async function openWorldClip(options: DualEncoderOptions = {}): Promise<ImageTextEncoder> {
  return { ...(await openDualEncoder(worldClipDirectory, options)), id: "observatory/world-clip" };
}
