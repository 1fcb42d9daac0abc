import { parseJson, sha256 } from "@observatory/core";
import { findRealFile } from "@observatory/core/testing";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readReference } from "../dual-encoder/testing/reference.ts";
import { decodeImage } from "./decode-image.ts";
import { prepareImage, toSquare } from "./prepare-image.ts";
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

const reference = readReference();
const photos = findRealFile("vision/photos/items.jsonl");

test("a drawn picture is resampled to the bytes that Pillow gives, up and down, by each filter", () => {
  expect(reference.resamples).toHaveLength(75);
  const different = reference.resamples.filter(
    ({ from: [fromWidth, fromHeight], to: [width, height], ...rest }) => {
      const image = resampleImage(drawImage(fromWidth, fromHeight), { width, height, ...rest });
      return sha256(image.data) !== rest.sha256;
    },
  );
  expect(different).toEqual([]);
});

test("a window of a resampled image is that part of the whole", () => {
  const image = drawImage(60, 45);
  const size = { width: 40, height: 90, interpolation: "bicubic" } as const;
  const whole = resampleImage(image, size);
  const window = { left: 7, top: 11, width: 20, height: 30 };
  const part = resampleImage(image, { ...size, window });
  for (const [x, y] of [
    [0, 0],
    [19, 29],
    [5, 17],
  ] as const) {
    const from = 3 * ((y + window.top) * whole.width + x + window.left);
    expect(part.data.subarray(3 * (y * 20 + x), 3 * (y * 20 + x) + 3)).toEqual(
      whole.data.subarray(from, from + 3),
    );
  }
});

test("a box is cut out at rounded borders, and what lies beyond the image is black", () => {
  const image = { width: 2, height: 1, data: Uint8Array.of(10, 20, 30, 40, 50, 60) };
  const preparation = {
    size: 2,
    resize: "squash",
    interpolation: "bilinear",
    mean: [0, 0, 0],
    std: [1 / 255, 1 / 255, 1 / 255],
  } as const;
  const pixels = prepareImage(image, preparation, { x: 0.5, y: -0.6, width: 2, height: 2.1 });
  // From 0 (a half goes to the even side) to 2 across, from -1 to 2 down: the image is the middle one of three rows, whose
  // weight in the upper one of two is 3/8.
  expect([...pixels.subarray(0, 2)].map(Math.round)).toEqual([4, 15]);
  const beyond = prepareImage(image, preparation, { x: 1, y: 0, width: 2, height: 1 });
  expect([...beyond].map(Math.round)).toEqual([40, 0, 40, 0, 50, 0, 50, 0, 60, 0, 60, 0]);
});

test.skipIf(photos === undefined || photos === null)(
  "photos are decoded and prepared to the bits that Pillow and torchvision give, for every kind of model",
  async () => {
    const names = Object.keys(reference.prepared);
    expect(names).toHaveLength(43);
    for (const name of names) {
      const decoded = await decodeImage(await readFile(join(photos ?? "", "..", name)));
      if (!decoded.ok) throw new Error(`${name}: ${decoded.reason}`);
      const found: Record<string, string> = { decoded: sha256(decoded.value.data) };
      for (const [kind, preparation] of Object.entries(reference.preparations)) {
        const { size, resize_mode: resize, ...rest } = preparation;
        const pixels = prepareImage(decoded.value, { size: size[0], resize, ...rest });
        found[kind] = sha256(new Uint8Array(pixels.buffer));
      }
      expect([name, found]).toEqual([name, reference.prepared[name]]);
    }
  },
);

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

/** The picture of `drawn_image` in scripts/make-tiny-encoders.py. */
function drawImage(width: number, height: number) {
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = (Math.floor(x / 5) + Math.floor(y / 3)) % 2 === 0 ? 255 : 0;
      data.set([(x * 7 + y * 13) % 256, edge, (x * y) % 251], 3 * (y * width + x));
    }
  }
  return { width, height, data };
}

function toValue(text: string): unknown {
  const json = parseJson(text);
  return json.ok ? json.value : null;
}
