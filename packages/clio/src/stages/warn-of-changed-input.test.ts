import type { ProgressEvent } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { openRunDirectory } from "@observatory/store";
import { expect, test } from "vitest";
import { warnOfChangedInput } from "./warn-of-changed-input.ts";

const print = (file: string, sha256: string) => ({ file, sha256, bytes: 1 });

test("what changed, came and went since the last attempt is said by name; nothing where nothing did", async () => {
  using directory = createTemporaryDirectory();
  const events: ProgressEvent[] = [];
  await using run = await openRunDirectory(directory.path, {
    create: true,
    onEvent: (event) => events.push(event),
  });
  const warnings = (): unknown[] => events.filter(({ type }) => type === "warning");
  const before = ["a", "b", "c"].map((file) => print(file, "1"));
  warnOfChangedInput(run, before);
  await run.updateRecord({ inputs: before.map(({ file, ...rest }) => ({ name: file, ...rest })) });
  warnOfChangedInput(run, before.toReversed());
  expect(warnings()).toEqual([]);
  warnOfChangedInput(run, [
    print("a", "1"),
    print("b", "2"),
    ...["d", "e", "f", "g"].map((file) => print(file, "1")),
  ]);
  expect(warnings()).toMatchObject([
    {
      code: "input-changed",
      message: expect.stringContaining(": b is changed; d, e, f, and 1 more are new; c is gone. What"),
    },
  ]);
});
