import { parseJson } from "@observatory/core";
import { createTemporaryDirectory } from "@observatory/core/testing";
import { resultsSchema, type Results } from "@observatory/crepe";
import { startTestProvider, type ProviderCall, type TestProvider } from "@observatory/models/testing";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { plantedKey } from "./support/model-runs.ts";
import { runObservatory, type CommandOptions } from "./support/observatory.ts";
import { drawTwoColours, readFirstPixel, type Colour } from "./support/two-colour-image.ts";

const directory = createTemporaryDirectory();
afterAll(() => directory[Symbol.dispose]());
const at = (name: string) => join(directory.path, name);

const colours = { red: [220, 0, 0], green: [0, 160, 0], blue: [0, 0, 220] } as const;
const names = ["red", "green", "blue"] as const;
const items = 8;

/** Each item is the right half of its picture; the left half shows one of the negatives. */
mkdirSync(at("images"));
writeFileSync(
  at("items.jsonl"),
  Array.from({ length: items }, (_, i) => {
    const [seen, beside, other] = [0, 1, 2].map((step) => names[(i + step) % 3] ?? "red");
    writeFileSync(at(`images/${i}.png`), drawTwoColours(colours[beside ?? "red"], colours[seen ?? "red"]));
    return JSON.stringify({
      id: `${i}`,
      image: { file: `${i}.png`, box: { x: 20, y: 0, width: 20, height: 20 } },
      caption: `a ${seen} square, number ${i}`,
      negatives: [beside, other].map((name) => ({ text: `a ${name} square, number ${i}`, type: "colour" })),
    });
  }).join("\n"),
);

/** Says what it sees: the letter of the caption, or how sure it is of the one. */
function look({ images, prompt }: ProviderCall): { readonly letter: string; readonly isTrue: boolean } {
  const { width, colour } = readFirstPixel(images[0]?.bytes ?? new Uint8Array());
  const name = names.find((one) => isEqual(colours[one], colour));
  if (width !== 20 || name === undefined) return { letter: "?", isTrue: false };
  const [, letter = "?"] = new RegExp(`^([A-Z])\\. a ${name} square`, "mu").exec(prompt) ?? [];
  return { letter, isTrue: prompt.includes(`a ${name} square`) };
}

function isEqual(a: Colour, b: Colour): boolean {
  return a.every((value, i) => value === b[i]);
}

interface Asking extends CommandOptions {
  readonly protocol?: "anthropic" | "openai";
  readonly flags?: readonly string[];
}

function evaluate(
  provider: TestProvider,
  out: string,
  { protocol = "openai", flags = [], environment }: Asking = {},
) {
  const url = protocol === "anthropic" ? provider.anthropicUrl : provider.openAiUrl;
  const where = [at("items.jsonl"), "--images", at("images"), "--out", at(out), "--resamples", "20"];
  const asked = ["--scorer", `chat:${protocol}:test-model`, "--base-url", url];
  return runObservatory(["crepe", "evaluate", ...where, ...asked, ...flags], {
    environment: { ANTHROPIC_API_KEY: plantedKey, OPENAI_API_KEY: plantedKey, ...environment },
  });
}

function readResults(out: string): Results {
  const [name = ""] = readdirSync(at(`${out}/results`));
  const json = parseJson(readFileSync(at(`${out}/results/${name}`), "utf8"));
  return resultsSchema.parse(json.ok ? json.value : null);
}

describe("a model that chooses among captions", () => {
  test.each(["anthropic", "openai"] as const)(
    "is right by what it sees in an item's box, over %s",
    async (protocol) => {
      await using provider = await startTestProvider({
        apiKey: plantedKey,
        answer: (call) => look(call).letter,
      });
      const ran = await evaluate(provider, `sees-${protocol}`, { protocol });
      expect([ran.exitCode, ran.stderr]).toEqual([0, expect.stringMatching(/colour +R@1 100\.0 %/u)]);
      const { rows, chat, losses } = readResults(`sees-${protocol}`);
      expect(rows.map(({ positive, negatives }) => [positive, ...negatives])).toEqual(
        Array.from({ length: items }, () => [1, 0, 0]),
      );
      expect(chat).toMatchObject({ asked: 3 * items, again: 0, refused: 0, unreadable: 0 });
      expect([chat?.bias?.distance, losses]).toEqual([expect.closeTo(0, 12), {}]);
      expect(provider.calls).toBe(3 * items);
    },
  );

  test("is at chance and known to be biased if it always says A", async () => {
    await using provider = await startTestProvider({ apiKey: plantedKey, answer: () => "A" });
    const ran = await evaluate(provider, "always");
    expect([ran.exitCode, ran.stderr]).toEqual([
      0,
      expect.stringMatching(/R@1 33\.3 %[^]*A 100\.0, B 0\.0, C 0\.0 %: 66\.7 % off even, p < 0\.001/u),
    ]);
    expect(readResults("always").rows.every(({ positive, rank }) => positive === 1 / 3 && rank === 2)).toBe(
      true,
    );
  });

  test("loses what it refuses twice, and goes on with the rest", async () => {
    await using provider = await startTestProvider({
      apiKey: plantedKey,
      answer: (call) => look(call).letter,
      faults: { share: 0.6, kinds: ["refusal"], when: "always" },
    });
    const ran = await evaluate(provider, "refuses");
    expect([ran.exitCode, ran.stderr]).toEqual([0, expect.stringMatching(/without scores: refused \d/u)]);
    const { rows, losses, chat } = readResults("refuses");
    expect(rows.length + (losses["refused"] ?? 0)).toBe(items);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ positive }) => positive === 1)).toBe(true);
    expect(chat?.refused).toBeGreaterThan(losses["refused"] ?? items);
    expect(provider.calls).toBe(3 * items + (chat?.again ?? 0));
  });

  test("is asked once more where its answer cannot be read", async () => {
    await using provider = await startTestProvider({
      apiKey: plantedKey,
      answer: (call) => (call.prompt.includes("nothing else") ? look(call).letter : "Hard to say: A or B."),
    });
    expect(await evaluate(provider, "unsure")).toMatchObject({ exitCode: 0 });
    expect(readResults("unsure").chat).toMatchObject({ asked: 24, again: 24, unreadable: 0 });

    await using silent = await startTestProvider({ apiKey: plantedKey, answer: () => "Hard to say." });
    const ran = await evaluate(silent, "silent");
    expect([ran.exitCode, ran.stderr]).toEqual([
      3,
      expect.stringMatching(/unreadable-answer 8[^]*another model/u),
    ]);
  });
});

describe("a model that judges captions one by one", () => {
  const yesNo = ["--chat-mode", "yes-no"];

  test("is as sure as its first tokens are", async () => {
    await using provider = await startTestProvider({
      apiKey: plantedKey,
      answer: (call) => (look(call).isTrue ? "Yes" : "No"),
      firstTokens: (call) =>
        look(call).isTrue
          ? [
              ["Yes", Math.log(0.6)],
              ["No", Math.log(0.2)],
            ]
          : [
              ["No", Math.log(0.9)],
              ["yes", Math.log(0.1)],
            ],
    });
    expect(await evaluate(provider, "tokens", { flags: yesNo })).toMatchObject({ exitCode: 0 });
    const { rows, chat } = readResults("tokens");
    for (const { positive, negatives } of rows)
      expect([positive, ...negatives]).toEqual([0.75, 0.1, 0.1].map((value) => expect.closeTo(value, 9)));
    expect(chat).toMatchObject({ asked: 24, named: 0, yes: expect.closeTo(0.95 / 3, 9) });
  });

  test.each(["anthropic", "openai"] as const)(
    "names a number where its first tokens are not told, over %s",
    async (protocol) => {
      await using provider = await startTestProvider({
        apiKey: plantedKey,
        answer: (call) => {
          const { isTrue } = look(call);
          return call.prompt.includes("0 (certainly not)") ? (isTrue ? "90" : "15") : isTrue ? "Yes" : "No";
        },
      });
      expect(await evaluate(provider, `numbers-${protocol}`, { protocol, flags: yesNo })).toMatchObject({
        exitCode: 0,
      });
      const { rows, chat } = readResults(`numbers-${protocol}`);
      for (const { positive, negatives } of rows) expect([positive, ...negatives]).toEqual([0.9, 0.15, 0.15]);
      expect(chat?.named).toBe(24);
    },
  );
});

describe("calls", () => {
  test("are paid once: those that fail are made again, and another run asks nothing", async () => {
    await using provider = await startTestProvider({
      apiKey: plantedKey,
      retryAfterMs: 1,
      answer: (call) => look(call).letter,
      faults: { share: 0.2, kinds: ["rate-limit"] },
    });
    const first = await evaluate(provider, "paid");
    expect(first).toMatchObject({ exitCode: 0 });
    expect(provider.requests).toMatchObject({ answered: 24, faults: { "rate-limit": expect.any(Number) } });
    const [results, calls] = [readResults("paid"), provider.calls];
    expect(await evaluate(provider, "paid")).toMatchObject({ exitCode: 0 });
    expect([readResults("paid"), provider.calls]).toEqual([results, calls]);
    expect(first.stderr).toMatch(/paid so far[^\n]*: 24 calls, \$0$/mu);
    const written = `${first.stdout}${first.stderr}${readAll(at("paid"))}`;
    expect(written).toContain("chat/openai@local/test-model");
    expect(written).not.toContain(plantedKey);
  });

  test("stop at a budget, and more of it goes on without paying twice", async () => {
    await using provider = await startTestProvider({
      apiKey: plantedKey,
      answer: (call) => look(call).letter,
    });
    const price = { "test-model": { input: 1_000, output: 1_000 } };
    writeFileSync(at("prices.json"), JSON.stringify(price));
    const within = (budget: string) =>
      evaluate(provider, "budget", { flags: ["--prices", at("prices.json"), "--budget", budget] });
    const stopped = await within("1");
    expect([stopped.exitCode, stopped.stderr]).toEqual([5, expect.stringMatching(/budget/u)]);
    expect(provider.calls).toBeGreaterThan(0);
    expect(provider.calls).toBeLessThan(24);
    expect(await within("100")).toMatchObject({ exitCode: 0 });
    expect(provider.requests).toMatchObject({ answered: 24, repeatedBodies: 0 });
  });

  test("need a key, a model that sees, a price and somebody who agrees, before anything is scored", async () => {
    const run = (
      scorer: string,
      environment: Readonly<Record<string, string>> = {},
      flags: readonly string[] = [],
    ) =>
      runObservatory(
        [
          "crepe",
          "evaluate",
          at("items.jsonl"),
          "--images",
          at("images"),
          "--out",
          at("none"),
          "--scorer",
          "blind",
          scorer,
          ...flags,
        ],
        { environment: { OPENAI_API_KEY: "", ANTHROPIC_API_KEY: "", ...environment } },
      );
    const ran = await Promise.all([
      run("chat:openai:gpt-4o"),
      run("chat:anthropic:claude-sonnet-4-5"),
      run("chat:llama:model.gguf"),
      run("chat:openai:gpt-4o", { OPENAI_API_KEY: plantedKey }),
      run("chat:openai:gpt-4o-mni", { OPENAI_API_KEY: plantedKey }),
      run("chat:openai:gpt-of-mine", { OPENAI_API_KEY: plantedKey }, ["--budget", "1"]),
      run("chat:openai:gpt-4o", { OPENAI_API_KEY: plantedKey }, ["--prices", at("no-prices.json")]),
    ]);
    expect(ran.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
      [2, expect.stringMatching(/OPENAI_API_KEY is not set/u)],
      [2, expect.stringMatching(/ANTHROPIC_API_KEY is not set/u)],
      [2, expect.stringMatching(/no chat model "llama:model\.gguf" that can see/u)],
      [2, expect.stringMatching(/has to be paid[^]*--budget USD, or --yes/u)],
      [
        2,
        expect.stringMatching(
          /no price is known for openai\/gpt-4o-mni[^]*near to it are gpt-4o-mini,[^]*--prices FILE/u,
        ),
      ],
      [2, expect.stringMatching(/a budget cannot be kept[^]*--prices FILE/u)],
      [2, expect.stringMatching(/no-prices\.json/u)],
    ]);
    expect(existsSync(at("none"))).toBe(false);
  });
});

/** Every byte below a directory. */
function readAll(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, "latin1");
  return readdirSync(path)
    .map((name) => `${name}\n${readAll(join(path, name))}`)
    .join("\n");
}
