import { InputError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findImages } from "./find-images.ts";

async function find(files: readonly string[], image: { file?: string; id?: string }): Promise<string | null> {
  using directory = createTemporaryDirectory();
  for (const file of files) {
    mkdirSync(dirname(join(directory.path, file)), { recursive: true });
    writeFileSync(join(directory.path, file), "");
  }
  const path = (await findImages(directory.path))({ image });
  return path?.slice(directory.path.length + 1) ?? null;
}

test.each([
  ["Visual Genome's first part", ["VG_100K/2.jpg", "VG_100K_2/3.jpg"], { id: "2" }, "VG_100K/2.jpg"],
  ["Visual Genome's second part", ["VG_100K/2.jpg", "VG_100K_2/3.jpg"], { id: "3" }, "VG_100K_2/3.jpg"],
  ["Visual Genome laid flat", ["2.jpg"], { id: "2" }, "2.jpg"],
  ["an image of both parts", ["VG_100K_2/2.jpg", "VG_100K/2.jpg"], { id: "2" }, "VG_100K/2.jpg"],
  ["COCO from above", ["val2017/000000001000.jpg"], { file: "000000001000.jpg" }, "val2017/000000001000.jpg"],
  [
    "COCO's number without its zeros",
    ["val2017/000000001000.jpg"],
    { id: "1000" },
    "val2017/000000001000.jpg",
  ],
  [
    "COCO of 2014",
    ["val2014/COCO_val2014_000000001000.jpg"],
    { id: "1000" },
    "val2014/COCO_val2014_000000001000.jpg",
  ],
  [
    "a path from inside its folder",
    ["COCO_val2014_1.jpg"],
    { file: "val2014/COCO_val2014_1.jpg" },
    "COCO_val2014_1.jpg",
  ],
  ["a path with images before it", ["7.png"], { file: "images/7.png" }, "7.png"],
  [
    "Winoground's name without extension",
    ["images/ex_0_img_1.png"],
    { file: "ex_0_img_1" },
    "images/ex_0_img_1.png",
  ],
  ["an id where the file is elsewhere", ["2331.jpg"], { file: "/gone/x.jpg", id: "2331" }, "2331.jpg"],
  ["the same name in another folder", ["b/1.png"], { file: "a/1.png" }, null],
  ["a way out of the directory", ["1.png"], { file: "../etc/passwd" }, null],
  ["a number that only ends alike", ["21000.jpg"], { id: "1000" }, null],
])("finds %s", async (_, files, image, expected) => {
  expect(await find(files, image)).toBe(expected);
});

test("links to directories are followed, and not in circles", async () => {
  using directory = createTemporaryDirectory();
  using elsewhere = createTemporaryDirectory();
  writeFileSync(join(elsewhere.path, "5.jpg"), "");
  symlinkSync(elsewhere.path, join(directory.path, "VG_100K"));
  symlinkSync(directory.path, join(elsewhere.path, "again"));
  const locate = await findImages(directory.path);
  expect(locate({ image: { id: "5" } })).toBe(join(directory.path, "VG_100K", "5.jpg"));
});

test("a directory that is not there, or is an archive, is an error that says so", async () => {
  using directory = createTemporaryDirectory();
  const archive = join(directory.path, "images.zip");
  writeFileSync(archive, "");
  const hints = await Promise.all(
    [archive, join(directory.path, "none")].map((path) =>
      findImages(path).then(
        () => null,
        (error: unknown) => (error instanceof InputError ? error.hint : null),
      ),
    ),
  );
  expect(hints).toEqual(["It is a file: unpack it and name the directory.", "Check the path."]);
});
