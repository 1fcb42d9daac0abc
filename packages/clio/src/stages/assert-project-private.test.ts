import { UsageError } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assertProjectPrivate } from "./assert-project-private.ts";

test("a project may not lie in the release, by its path or by a link, there yet or not", async () => {
  using directory = createTemporaryDirectory();
  const run = join(directory.path, "run");
  const release = join(run, "release");
  await expect(assertProjectPrivate(join(release, "p", "q"), run)).rejects.toThrow(UsageError);
  await mkdir(release, { recursive: true });
  await symlink(release, join(directory.path, "link"));
  for (const project of [release, join(release, "p"), join(directory.path, "link", "p")])
    await expect(assertProjectPrivate(project, run)).rejects.toThrow(UsageError);
});

test("beside the release and anywhere else it may", async () => {
  using directory = createTemporaryDirectory();
  const run = join(directory.path, "run");
  for (const project of [run, join(run, "private", "p"), join(run, "release-ledger"), directory.path])
    await expect(assertProjectPrivate(project, run)).resolves.toBeUndefined();
});
