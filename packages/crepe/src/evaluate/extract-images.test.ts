import { createTemporaryDirectory } from "@observatory/core/testing";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findImages } from "../lint/find-images.ts";
import { extractImages } from "./extract-images.ts";
import { loadEvaluatedRows } from "./load-evaluated-rows.ts";
import { winogroundParquet } from "./testing-parquet.ts";

test.each(["named", "nameless"] as const)(
  "gives the images of a Parquet file of the hub: %s",
  async (kind) => {
    using directory = createTemporaryDirectory();
    const path = join(directory.path, "test.parquet");
    writeFileSync(path, Buffer.from(winogroundParquet[kind], "base64"));
    const { rows } = await loadEvaluatedRows([path]);
    const images = join(directory.path, "images");
    expect(await extractImages([path, directory.path], images)).toBe(4);
    const locate = await findImages(images);
    expect(rows.map((row) => readFileSync(locate(row) ?? "", "latin1"))).toEqual(
      ["0 left", "0 right", "1 left", "1 right"].map((name) => `\x89PNG ${name}`),
    );
    expect(await extractImages([path], images)).toBe(4);
  },
);

test("refuses two images of one name", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "test.parquet");
  writeFileSync(path, Buffer.from(winogroundParquet.alike, "base64"));
  await expect(extractImages([path], directory.path)).rejects.toThrow(/two images are called image\.png/u);
});
