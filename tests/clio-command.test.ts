import { createTemporaryDirectory } from "@observatory/core/testing";
import { parseJson } from "@observatory/core";
import { loadConcentration, loadRelease } from "@observatory/clio";
import { overlaysFileSchema, timelineFileSchema } from "@observatory/clio/release";
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashRelease, runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
const at = (name: string): string => join(directory.path, name);
const corpus = at("corpus.jsonl");
let reference = "";
const flags = ["--seed", "3", "--clusters", "14", "--overlay", "language"];
const readRelease = (file: string): unknown => {
  const parsed = parseJson(readFileSync(join(at("reference"), "release", file), "utf8"));
  return parsed.ok ? parsed.value : null;
};
const run = (out: string, ...more: string[]) =>
  runObservatory(["clio", "run", corpus, "--out", at(out), ...flags, ...more]);

beforeAll(async () => {
  const made = await runObservatory([
    "clio",
    "synth",
    "--out",
    corpus,
    "--conversations",
    "500",
    "--seed",
    "5",
  ]);
  expect(made).toMatchObject({ exitCode: 0 });
  const ran = await run("reference", "--threads", "1");
  expect(ran).toMatchObject({ exitCode: 0 });
  reference = hashRelease(at("reference"));
});
afterAll(() => directory[Symbol.dispose]());

describe("a finished run", () => {
  test("has a tree whose children and withheld parts sum to their parents", async () => {
    const { release, clusters } = await loadRelease(at("reference"));
    expect(clusters.clusters.length).toBeGreaterThan(8);
    for (const parent of clusters.clusters.filter((cluster) => cluster.level > 0)) {
      const children = clusters.clusters.filter((cluster) => cluster.parent === parent.id);
      const sum = children.reduce(
        (total, child) => total + child.conversations,
        parent.withheld?.conversations ?? 0,
      );
      expect(sum).toBe(parent.conversations);
    }
    const top = clusters.clusters.filter((cluster) => cluster.parent === null);
    const shown = top.reduce((total, cluster) => total + cluster.conversations, 0);
    expect(shown + release.withheld.topClusters.conversations).toBe(release.totals.conversations);
    expect(clusters.clusters.every((c) => c.conversations % 5 === 0 && c.accounts % 5 === 0)).toBe(true);
  });

  test("says what languages, turns and weeks its clusters have, in numbers of which none is exact", async () => {
    const { clusters } = await loadRelease(at("reference"));
    const overlays = overlaysFileSchema.parse(readRelease("overlays.json"));
    const timeline = timelineFileSchema.parse(readRelease("timeline.json"));
    expect(overlays.facets.map(({ name }) => name)).toEqual([
      "languages",
      "concern",
      "turns",
      "length",
      "language",
    ]);
    const ids = new Set(clusters.clusters.map(({ id }) => id));
    const cells = overlays.facets.flatMap((facet) => Object.entries(facet.clusters));
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.every(([id]) => ids.has(id))).toBe(true);
    const counts = cells.flatMap(([, list]) => list.flatMap((cell) => [cell.conversations, cell.accounts]));
    const overTime = Object.values(timeline.clusters).flatMap(({ conversations }) => conversations);
    expect([...counts, ...overTime].every((count) => count === null || count % 5 === 0)).toBe(true);
    expect(timeline.unit).toBe("week");
    expect(Object.keys(timeline.clusters).toSorted()).toEqual([...ids].toSorted());
  });

  test("puts every conversation into exactly one base cluster", async () => {
    await runObservatory(["clio", "assignments", at("reference"), "--out", at("assignments.jsonl")]);
    const lines = readFileSync(at("assignments.jsonl"), "utf8").trim().split("\n").map(parseLine);
    expect(new Set(lines.map((line) => line.id)).size).toBe(500);
    expect(lines.every((line) => line.path.length > 0)).toBe(true);
    expect(statSync(at("assignments.jsonl")).mode & 0o077).toBe(0);
  });

  test("scores far above chance against the truth of the corpus", async () => {
    const { stdout } = await runObservatory([
      "clio",
      "score",
      at("reference"),
      "--label",
      "path",
      "--json",
      "--resamples",
      "20",
    ]);
    const report = parseJson(stdout);
    expect(report).toMatchObject({ ok: true, value: { levels: expect.any(Array), unlabelled: 0 } });
    // Adjusted mutual information is 0 by chance, whatever the numbers of clusters and classes.
    const adjusted = [...stdout.matchAll(/"ami": \{\s*"value": ([\d.]+)/g)].map((match) => Number(match[1]));
    expect(Math.max(...adjusted)).toBeGreaterThan(0.15);
  });

  test("compared with itself has only steady matches, all by id; a directory that is no run is refused", async () => {
    const compared = await runObservatory(["clio", "compare", at("reference"), at("reference")]);
    expect(compared).toMatchObject({ exitCode: 0 });
    expect(compared.stdout).toMatch(/^Nothing changed that can be told from chance\./u);
    const { clusters } = await loadRelease(at("reference"));
    const count = clusters.clusters.length;
    expect(compared.stdout).toContain(`in both and steady: ${count}; ${count} of ${count} matches by id`);

    const refused = await runObservatory(["clio", "compare", at("reference"), directory.path]);
    expect(refused).toMatchObject({ exitCode: 2, stdout: "" });
    expect(refused.stderr).toMatch(/is a directory without run\.json/u);
  });

  test("shows nothing of a conversation outside private/, which nobody else can enter", async () => {
    const { stderr, stdout } = await run("reference");
    const release = ["release", "clusters", "overlays", "timeline"].map((file) => `release/${file}.json`);
    const shown = ["run.json", "events.jsonl", ...release]
      .map((file) => readFileSync(join(at("reference"), file), "utf8"))
      .concat(stderr, stdout)
      .join("\n")
      .toLowerCase();
    const longPieces = readFileSync(corpus, "utf8")
      .split("\n")
      .flatMap((line) => line.match(/"content":"([^"]{60,})/g) ?? [])
      .map((piece) => piece.slice(11, 71).toLowerCase());
    expect(longPieces.length).toBeGreaterThan(100);
    expect(longPieces.filter((piece) => shown.includes(piece))).toEqual([]);
    expect(statSync(join(at("reference"), "private")).mode & 0o777).toBe(0o700);
  });
});

describe("running again", () => {
  test("says what bounds held, and privately on how many each cluster stands", async () => {
    const { release, clusters } = await loadRelease(at("reference"));
    expect(release.contributions).toMatchObject({ conversationsToThreshold: 2, minAccountDays: null });
    const told = await runObservatory(["clio", "concentration", at("reference"), "--json"]);
    expect(told.exitCode).toBe(0);
    const report = await loadConcentration(at("reference"));
    expect(parseJson(told.stdout)).toEqual({ ok: true, value: report });
    const shown = report.clusters.filter(({ name }) => name !== null);
    expect(shown.map(({ id }) => id).toSorted()).toEqual(clusters.clusters.map(({ id }) => id).toSorted());
    for (const cluster of shown) expect(cluster.effectiveAccounts).toBeLessThanOrEqual(cluster.accounts);
    const table = await runObservatory(["clio", "concentration", at("reference"), "--top", "3"]);
    expect(table.stdout.trim().split("\n")).toHaveLength(7);
  });

  test("an account's history that the input does not tell is wrong usage", async () => {
    const bare = at("bare.jsonl");
    const line = (n: number) =>
      JSON.stringify({ id: `${n}`, messages: [{ role: "user", content: `ask ${n}` }] });
    writeFileSync(bare, Array.from({ length: 30 }, (_, n) => `${line(n)}\n`).join(""));
    const refused = await runObservatory([
      "clio",
      "run",
      bare,
      "--out",
      at("bare"),
      "--min-account-days",
      "7",
    ]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/no conversation has an account/u);
  });

  test("with another number of threads gives the same bytes", async () => {
    await run("threads", "--threads", "2");
    expect(hashRelease(at("threads"))).toBe(reference);
  });

  test("a finished run does nothing again", async () => {
    const { stderr } = await run("reference");
    expect(stderr.match(/already done/g)).toHaveLength(12);
    expect(hashRelease(at("reference"))).toBe(reference);
  });

  test("with a changed flag redoes what depends on it and nothing else", async () => {
    await run("changed", "--min-conversations", "30");
    const { stderr } = await run("changed");
    // What an account adds toward thresholds follows from them, so cells are counted anew, then what is shown of them.
    expect(stderr.match(/already done/g)?.length).toBe(8);
    // It is the second release of its project, which goes on with the first one's ids.
    expect(readFileSync(join(at("changed"), "release", "release.json"), "utf8")).toMatch(
      /"number": 2,\s*"continues": 1/u,
    );
  });

  test("after Ctrl-C goes on to the same bytes", async () => {
    const stopped = await runObservatory(["clio", "run", corpus, "--out", at("stopped"), ...flags], {
      interrupt: { signal: "SIGINT", when: "✓ facets" },
    });
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).toMatch(/goes on/);
    expect((await run("stopped")).exitCode).toBe(0);
    expect(hashRelease(at("stopped"))).toBe(reference);
  });

  test("a rerun that is refused takes the earlier release away and its parts cannot be mixed", async () => {
    await run("refused");
    const refused = await run("refused", "--min-accounts", "5000");
    expect(refused.exitCode).toBe(6);
    expect(readdirSync(join(at("refused"), "release"))).toEqual([]);
    expect(readFileSync(join(at("refused"), "run.json"), "utf8")).toMatch(/"status":\s*"failed"/);
    const mixed = await runObservatory(["clio", "assignments", at("refused"), "--out", at("mixed.jsonl")]);
    expect(mixed.exitCode).toBe(2);
    expect(mixed.stderr).toMatch(/has not finished/);
  });

  test("with more input is noticed and takes it in", async () => {
    const grown = at("grown.jsonl");
    writeFileSync(grown, readFileSync(corpus));
    const args = ["clio", "run", grown, "--out", at("grown"), ...flags, "--json"];
    await runObservatory(args);
    appendFileSync(
      grown,
      '{"id":"new","account":"new","messages":[{"role":"user","content":"how do I boil an egg"}]}\n',
    );
    const { stdout, stderr } = await runObservatory(args);
    expect(stdout).toMatch(/"kept": 501/);
    expect(stderr).not.toMatch(/already done/);
    expect(stderr).toMatch(/the input is not what it was .*: grown\.jsonl is changed/u);
    // One account more is not told.
    expect(stderr).toMatch(/it is published again, unchanged/);
  });
});

interface AssignmentLine {
  readonly id: string;
  readonly path: readonly string[];
}

function parseLine(line: string): AssignmentLine {
  const parsed = parseJson(line);
  if (!parsed.ok) throw new Error("not JSON");
  return parsed.value as AssignmentLine;
}
