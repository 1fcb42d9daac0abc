import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSupportCounter } from "../../privacy/support-counter.ts";
import { countPhrases } from "./count-phrases.ts";
import { createCoverage } from "./covers-text.ts";
import { mergePhrases } from "./merge-phrases.ts";
import { nameByPhrases } from "./name-by-phrases.ts";
import { inOrder, type PhraseList } from "./phrase-list.ts";
import { readKeyPhrases } from "./read-key-phrases.ts";
import { selectPhrases } from "./select-phrases.ts";

const read = (text: string): readonly string[] => [...readKeyPhrases(text)].toSorted();
const toList = (accounts: number, counts: Readonly<Record<string, number>>): PhraseList => ({
  accounts,
  phrases: inOrder(Object.entries(counts).map(([text, users]) => ({ text, accounts: users, least: users }))),
});

describe("key phrases of a text", () => {
  test.each([
    [
      "please book me a table at the restaurant",
      ["book", "book table", "restaurant", "table", "table at restaurant"],
    ],
    ["What's the status of my order?", ["order", "status", "status of order"]],
    ["find a therapist. San Jose", ["find therapist", "san", "therapist"]],
    ["I want to know my checking account number 4711", ["account", "checking account"]],
    ["Write to [EMAIL_ADDRESS] about rent", ["rent", "write"]],
  ])("of %j", (text, phrases) => {
    expect(read(text)).toEqual(phrases);
  });

  test("of other scripts are its words", () => {
    expect(read("Как испечь хлеб дома?")).toContain("хлеб");
    expect(read("東京の天気を教えて")).toContain("天気");
  });

  test("are few words without digits, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        for (const phrase of readKeyPhrases(text)) {
          expect(phrase).not.toMatch(/\p{N}|[<>\n]/u);
          expect(phrase.split(" ").length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});

describe("phrases of clusters", () => {
  test("that few accounts use are not told, those of a quarter and more are, with support", () => {
    const texts = Array.from({ length: 100 }, (_, i) =>
      i < 4 ? "set an alarm for lupus" : i < 40 ? "set an alarm" : "change the volume",
    );
    const { accounts, phrases } = countPhrases(texts, { accounts: 100 });
    expect(accounts).toBe(100);
    expect(phrases.map(({ text }) => text)).toEqual(expect.arrayContaining(["alarm", "set alarm", "volume"]));
    expect(JSON.stringify(phrases)).not.toContain("lupus");
    const support = createSupportCounter();
    for (const text of texts) support.addAccount([text]);
    for (const { text } of phrases) expect(support.unsupported(text)).toEqual([]);
  });

  test("are shown once: forms together, words in their longer phrase, and what all clusters say left out", () => {
    const [alarms, volume] = selectPhrases([
      toList(100, { alarm: 60, alarms: 20, "set alarm": 50, morning: 15, rude: 20, answer: 90 }),
      toList(100, { volume: 80, answer: 90, alarm: 20 }),
    ]);
    expect(alarms?.own.map(({ text }) => text)).toEqual(["set alarm", "rude", "morning"]);
    expect(alarms?.outside).toEqual([{ text: "volume", accounts: 80 }]);
    expect(volume?.own).toContainEqual({ text: "volume", accounts: 80 });
  });

  test("of a parent are those of its base clusters that its own support rule lets pass", () => {
    const lists = [toList(100, { alarm: 40, rare: 8 }), toList(200, { alarm: 60, timer: 30 })];
    expect(mergePhrases(lists, 1_000)).toEqual({
      accounts: 300,
      phrases: [
        { text: "alarm", accounts: 100, least: 60 },
        { text: "timer", accounts: 30, least: 30 },
      ],
    });
  });

  test("name a cluster by rules, in words that were told or are public", () => {
    const levels = selectPhrases([
      toList(100, { "book table": 60, restaurant: 75, "italian food": 25 }),
      toList(100, { "set alarm": 70, alarm: 80, timer: 40 }),
    ]);
    const names = nameByPhrases(levels.map((phrases) => ({ phrases, children: [] })));
    expect(names[0]?.[0]?.name).toMatch(/table|restaurant/u);
    expect(names[1]?.[0]?.name).toMatch(/alarm/u);
    for (const [at, { told }] of levels.entries()) {
      const untold = createCoverage(told);
      for (const { name, description } of names[at] ?? [])
        expect([...untold(name), ...untold(description)]).toEqual([]);
    }
  });
});

describe("a text is covered by what was told", () => {
  const untold = createCoverage(["book table", "restaurant", "status of order", "new", "aid"]);

  test.each([
    ["Book tables, restaurants", []],
    ["Users asked about the status of an order and a restaurant.", []],
    ["Get help with booking", ["booking"]],
    ["Ask about lupus", ["lupus"]],
    ["Book a restaurant", ["book restaurant"]],
    ["Book a table at 7", ["7"]],
    ["News, AIDS", ["news", "aids"]],
  ])("%j", (text, missing) => {
    expect(untold(text)).toEqual(missing);
  });
});
