import { InputError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeGgufFile } from "./describe-gguf-file.ts";

test("the hash follows the content, not the name or the place", async () => {
  using directory = createTemporaryDirectory();
  const file = join(directory.path, "Small Model.Q4_1.gguf");
  await writeFile(file, toModel(5_000_000));
  const before = await describeGgufFile(file);
  expect(before).toMatchObject({ name: "Small_Model.Q4_1", hash: expect.stringMatching(/^[0-9a-f]{12}$/u) });

  await mkdir(join(directory.path, "elsewhere"));
  const moved = join(directory.path, "elsewhere", "other.GGUF");
  await rename(file, moved);
  expect(await describeGgufFile(moved)).toEqual({ name: "other", hash: before.hash });
});

test("one more byte, another first block and another last block give other hashes", async () => {
  using directory = createTemporaryDirectory();
  const hashOf = async (content: Uint8Array): Promise<string> => {
    const file = join(directory.path, "model.gguf");
    await writeFile(file, content);
    return (await describeGgufFile(file)).hash;
  };
  const first = toModel(5_000_000);
  first[100] = 9;
  const last = toModel(5_000_000);
  last[last.length - 1] = 9;
  const hashes = [
    await hashOf(toModel(5_000_000)),
    await hashOf(toModel(5_000_001)),
    await hashOf(first),
    await hashOf(last),
    await hashOf(toModel(4)),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test("a missing file, a folder, an empty file and another format are refused with a hint", async () => {
  using directory = createTemporaryDirectory();
  await writeFile(join(directory.path, "empty.gguf"), "");
  await writeFile(join(directory.path, "page.gguf"), "<html>not found</html>");
  for (const name of ["missing.gguf", "", "empty.gguf", "page.gguf"]) {
    const error: unknown = await describeGgufFile(join(directory.path, name)).catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error).toHaveProperty("hint", expect.stringContaining(".gguf"));
  }
});

function toModel(bytes: number): Buffer {
  const content = Buffer.alloc(bytes, 7);
  content.write("GGUF");
  return content;
}
