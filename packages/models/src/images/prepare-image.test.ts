import { parseJson, sha256 } from "@observatory/core";
import { findRealFile } from "@observatory/core/testing";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeImage } from "./decode-image.ts";
import { toSquare } from "./prepare-image.ts";
import { resampleImage } from "./resample-image.ts";

const folder = findRealFile("vision/reference/pillow-resize/index.json")?.replace(/index\.json$/u, "");
const indexSchema = z.object({
  images: z.array(
    z.object({
      name: z.string(),
      source: z.string(),
      decoded_rgb_sha256: z.string(),
      resized_width: z.number(),
      resized_height: z.number(),
      resized_rgb_sha256: z.string(),
      result: z.string(),
    }),
  ),
});

describe.skipIf(folder === undefined)("images that Pillow decoded, resized and cropped", () => {
  test("are the same here, to the bit, at each step", async () => {
    const index = indexSchema.parse(toValue(await readFile(join(folder ?? "", "index.json"), "utf8")));
    expect(index.images).toHaveLength(6);
    for (const entry of index.images) {
      const decoded = await decodeImage(await readFile(join(folder ?? "", entry.source)));
      if (!decoded.ok) throw new Error(`${entry.name}: ${decoded.reason}`);
      const image = decoded.value;
      expect([entry.name, sha256(image.data)]).toEqual([entry.name, entry.decoded_rgb_sha256]);
      const size = { width: entry.resized_width, height: entry.resized_height };
      const resized = resampleImage(image, { ...size, interpolation: "bicubic" });
      expect([entry.name, sha256(resized.data)]).toEqual([entry.name, entry.resized_rgb_sha256]);
      const square = toSquare(image, { size: 224, resize: "shortest", interpolation: "bicubic" });
      const expected = gunzipSync(await readFile(join(folder ?? "", entry.result)));
      expect(Buffer.compare(expected, square.data)).toBe(0);
    }
  });
});

function toValue(text: string): unknown {
  const json = parseJson(text);
  return json.ok ? json.value : null;
}
