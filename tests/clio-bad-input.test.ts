import { createTemporaryDirectory } from "@observatory/core/testing";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runObservatory } from "./support/observatory.ts";

const directory = createTemporaryDirectory();
afterAll(() => directory[Symbol.dispose]());

let runs = 0;
function runOn(content: string | Uint8Array, ...flags: string[]) {
  const input = join(directory.path, `input-${++runs}.jsonl`);
  writeFileSync(input, content);
  return runObservatory([
    "clio",
    "run",
    input,
    "--out",
    join(directory.path, `run-${runs}`),
    "--json",
    ...flags,
  ]);
}

const topics = [
  "set an alarm for seven",
  "book a flight to a big city",
  "find a recipe for soup",
  "fix a bug in my code",
];
const words = ["red", "blue", "green", "old", "new", "big", "small", "cold", "warm", "quick"];
/** Words of its own for each number: texts that differ by a number alone are copies. */
const spell = (n: number): string =>
  `${n}`
    .split("")
    .map((digit) => words[Number(digit)])
    .join(" ");
const chat = (
  n: number,
  account: string | null = `a${n % 40}`,
  text = `${topics[n % 4]} please, the ${spell(n)} one`,
) =>
  JSON.stringify({
    id: `c${n}`,
    ...(account === null ? {} : { account }),
    messages: [{ role: "user", content: text }],
  });
const chats = (count: number, line = (n: number) => chat(n)) =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

describe("input of which nothing can be read ends with status 3 and what to do", () => {
  test.each([
    ["an empty file", ""],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["prose", "Dear reader,\nthis is a letter and not a list of conversations.\n"],
    ["conversations without roles", '{"id":"x","messages":[{"content":"hello"}]}\n'],
  ])("%s", async (_what, content) => {
    const { exitCode, stderr } = await runOn(content);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/error:/);
    expect(stderr).not.toMatch(/internal error|at .*\.js:/);
  });

  test("a file that is not there", async () => {
    const { exitCode, stderr } = await runObservatory([
      "clio",
      "run",
      join(directory.path, "missing.jsonl"),
      "--out",
      join(directory.path, "none"),
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/missing\.jsonl/);
  });
});

describe("bad records among good ones are counted with their place and the rest is done", () => {
  test("broken JSON in line 5,000", async () => {
    const lines = chats(5_200).split("\n");
    lines[4_999] = '{"id":"broken","messages":[{"role":"us';
    const input = join(directory.path, "long.jsonl");
    writeFileSync(input, lines.join("\n"));
    const out = join(directory.path, "imported.jsonl");
    const { exitCode, stdout } = await runObservatory(["clio", "import", input, "--out", out, "--json"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/"kept": 5199/);
    expect(stdout).toMatch(/"line": 5000/);
  });

  test("a line of 50 MB, a missing role, and bytes that are no UTF-8", async () => {
    const lines = [
      chats(60),
      `{"id":"huge","messages":[{"role":"user","content":"${"x".repeat(50 * 2 ** 20)}"}]}`,
      '{"id":"no-role","messages":[{"content":"hi"}]}',
      chat(61),
    ];
    const invalid = Buffer.concat([
      Buffer.from(
        `${lines.join("\n")}\n{"id":"latin","account":"z","messages":[{"role":"user","content":"caf`,
      ),
      Buffer.from([0xe9]),
      Buffer.from('"}]}\n'),
    ]);
    const { exitCode, stdout } = await runOn(invalid);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/"kept": 62/);
    expect(stdout).toMatch(/line-too-long/);
    expect(stdout).toMatch(/invalid-utf8/);
  });
});

describe("input that is too little or too alike", () => {
  test("fewer conversations than clusters: said, and refused for privacy or shown in part", async () => {
    const { exitCode, stderr } = await runOn(chats(30), "--clusters", "100");
    expect(stderr).toMatch(/100 clusters were asked for, but there are only 30/);
    expect([0, 6]).toContain(exitCode);
  });

  test("all texts equal: they count once, so nothing is shown, and why is said", async () => {
    const { exitCode, stderr } = await runOn(chats(60, (n) => chat(n, `a${n}`, "set an alarm for seven")));
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/copies/);
  });

  test("fewer accounts than a cluster needs: refused for privacy with status 6", async () => {
    const { exitCode, stderr } = await runOn(chats(60, (n) => chat(n, `a${n % 3}`)));
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/3 accounts/);
  });

  test("no account anywhere: done, and every output says that there is no account protection", async () => {
    const { exitCode, stdout, stderr } = await runOn(chats(60, (n) => chat(n, null)));
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/no account protection/);
    expect(stdout).toMatch(/"accountProtection": false/);
  });
});

describe("wrong usage ends with status 2 and a suggestion", () => {
  test.each([
    [["clio", "run", "x.jsonl", "--out", "y", "--cluster", "5"], /--clusters/],
    [["clio", "run", "x.jsonl", "--out", "y", "--clusters", "many"], /whole number/],
    [["clio", "run", "x.jsonl"], /--out/],
    [["clio", "run", "x.jsonl", "--out", "y", "--min-accounts", "1"], /at least 2/],
    [["clio", "tre"], /tree/],
    [["clio", "tree", "nowhere"], /no release/],
  ])("observatory %s", async (args, message) => {
    const { exitCode, stderr } = await runObservatory(args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });

  test("a directory with other things in it is not written to", async () => {
    const out = join(directory.path, "photos");
    mkdirSync(out);
    writeFileSync(join(out, "holiday.jpg"), "x");
    const input = join(directory.path, "good.jsonl");
    writeFileSync(input, chats(50));
    const { exitCode, stderr } = await runObservatory(["clio", "run", input, "--out", out]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/not a run directory/);
  });
});

describe("flags that only a model can follow are refused where there is none", () => {
  test.each([
    [["--facet-calls", "each"], "--facet-calls"],
    [["--base-url", "http://127.0.0.1:9/v1"], "--base-url"],
    [["--batch-poll", "3"], "--batch-poll"],
    [["--naming", "phrases"], "--naming"],
    [["--temperature", "namer=0.5"], "--temperature"],
  ])("%j", async (flags, name) => {
    const { exitCode, stderr } = await runOn(chats(1), ...flags);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(`error: ${name} needs an analyst with a model`);
  });
});

test.each(["--base-url=http://127.0.0.1:9/v1", "--temperature=namer=0.5"])(
  "%s leaves the input that stands after it alone",
  async (flag) => {
    const [name = "", ...value] = flag.split("=");
    const args = ["clio", "run", name, value.join("="), "nowhere.jsonl", "--out", "nowhere"];
    const { exitCode, stderr } = await runObservatory([...args, "--analyst", "nobody:x"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch('there is no language model "nobody:x"');
    expect(stderr).toMatch("lexical is the analyst without a model");
  },
);
