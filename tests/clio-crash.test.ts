import { createTemporaryDirectory } from "@observatory/core/testing";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { hashRelease, runObservatory, spawnObservatory, type CommandResult } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
const at = (name: string): string => join(directory.path, name);
const args = (out: string): string[] => {
  const flags = ["--seed", "3", "--clusters", "3", "--threads", "1"];
  return ["clio", "run", at("corpus.jsonl"), "--out", out, ...flags];
};
let reference = "";

beforeAll(async () => {
  const made = ["--conversations", "60", "--seed", "5", "--languages", "en"];
  await runObservatory(["clio", "synth", "--out", at("corpus.jsonl"), ...made]);
  expect(await runObservatory(args(at("reference")))).toMatchObject({ exitCode: 0 });
  reference = hashRelease(at("reference"));
});
afterAll(() => directory[Symbol.dispose]());

test("runs that are killed ten times, anywhere, end with the bytes of one that was not", async () => {
  const script = fileURLToPath(new URL("../scripts/crash-trials.js", import.meta.url));
  // Two at once, since most of the time is that of starting the command: each needs a reference that no other uses.
  cpSync(at("reference"), at("reference-2"), { recursive: true });
  const ends = ["reference", "reference-2"].map(async (name, i) => {
    const made = ["--corpus", at("corpus.jsonl"), "--reference", at(name)];
    const flags = ["--trials", "5", "--kills", "5", "--seed", `${i + 1}`, ...made];
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...flags]);
    return stdout;
  });
  for (const stdout of await Promise.all(ends))
    expect(stdout).toMatch(/^5 kills in \d+ runs, 0 with another end/u);
});

test("of two runs at once on one directory, both with clocks that go backwards, one is refused and one is whole", async () => {
  const preload = at("backwards.mjs");
  writeFileSync(
    preload,
    "const now = Date.now; const start = now(); Date.now = () => start - 3 * (now() - start);",
  );
  const environment = { NODE_OPTIONS: `--import ${pathToFileURL(preload).href}` };
  const both = await Promise.all([1, 2].map(() => spawnObservatory(args(at("both")), { environment })));
  const [whole, refused] = both.toSorted((a, b) => (a.exitCode ?? 9) - (b.exitCode ?? 9));
  expect(whole?.exitCode).toBe(0);
  // A late second one may find everything done.
  if (refused?.exitCode !== 0)
    expectRefused(refused, /both is in use by process \d+/u, /Wait until it ends/u);
  expect(hashRelease(at("both"))).toBe(reference);
  expect(await runObservatory(args(at("both")))).toMatchObject({ exitCode: 0 });
  expect(hashRelease(at("both"))).toBe(reference);
});

/** Whether this process may mount a disk of its own. */
function canMount(): boolean {
  const place = at("disk");
  mkdirSync(place);
  try {
    mount("tmpfs", "size=1500k");
    execFileSync("umount", [place]);
    return true;
  } catch {
    return false;
  }
}

function mount(...options: readonly string[]): void {
  const [type, option] = options;
  const flags =
    type === "remount" ? ["-o", `remount,${option}`] : ["-t", "tmpfs", "-o", `${option}`, "tmpfs"];
  execFileSync("mount", [...flags, at("disk")], { stdio: "ignore" });
}

describe("on a disk of its own", () => {
  test.skipIf(process.platform !== "linux" || !canMount())(
    "that is full, then read-only, a run says so and where, keeps what it has, and goes on once it can (skipped where no disk may be mounted)",
    async () => {
      mount("tmpfs", "size=1500k");
      onTestFinished(() => void execFileSync("umount", [at("disk")]));
      const out = join(at("disk"), "run");
      expectRefused(await runObservatory(args(out)), /disk\/run.*no space is left/u, /Free some space/u);
      mount("remount", "ro");
      expectRefused(await runObservatory(args(out)), /disk\/run.*read-only/u, /writable disk/u);
      mount("remount", "rw,size=64m");
      const again = await runObservatory(args(out));
      expect(again).toMatchObject({ exitCode: 0 });
      expect(again.stderr).toMatch(/already done/u);
      expect(hashRelease(out)).toBe(reference);
      expect(readdirSync(out).toSorted()).toEqual(readdirSync(at("reference")).toSorted());
    },
  );
});

function expectRefused(result: CommandResult | undefined, message: RegExp, cure: RegExp): void {
  expect(result?.exitCode).not.toBe(0);
  expect(result?.stderr).toMatch(message);
  expect(result?.stderr).toMatch(cure);
  expect(result?.stderr).not.toMatch(/internal error/u);
}
