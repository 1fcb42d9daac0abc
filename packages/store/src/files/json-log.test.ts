import { createTemporaryDirectory } from "@observatory/core/testing";
import * as fc from "fast-check";
import { existsSync, readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openJsonLog } from "./json-log.ts";

test("entries are kept in order, in a private file that begins with the first", async () => {
  using directory = createTemporaryDirectory();
  const path = join(directory.path, "log", "a.jsonl");
  const log = await openJsonLog(path);
  expect(existsSync(path)).toBe(false);
  await Promise.all([log.append({ a: 1 }), log.append("two\nlines"), log.append([3])]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await openJsonLog(path)).entries).toEqual([{ a: 1 }, "two\nlines", [3]]);
});

test("wherever the tail is torn, whole entries before it are kept and later ones are not spoilt", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(40), async (cut) => {
      using directory = createTemporaryDirectory();
      const path = join(directory.path, "a.jsonl");
      const log = await openJsonLog(path);
      const all = [{ n: 1 }, { n: 2 }, { n: 3 }];
      for (const entry of all) await log.append(entry);
      truncateSync(path, Math.min(cut, statSync(path).size));
      const text = readFileSync(path, "utf8");
      const whole = all.filter((entry, i) => text.split("\n")[i] === JSON.stringify(entry));
      const again = await openJsonLog(path);
      expect(again.entries).toEqual(whole);
      await again.append("new");
      expect((await openJsonLog(path)).entries).toEqual([...whole, "new"]);
    }),
    { numRuns: 40 },
  );
});
