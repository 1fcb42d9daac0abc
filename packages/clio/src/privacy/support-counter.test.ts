import { expect, test } from "vitest";
import { createSupportCounter, requiredSupport } from "./support-counter.ts";

test("five accounts are the least, one in a hundred the rule", () => {
  expect([1, 500, 501, 2_000].map(requiredSupport)).toEqual([5, 5, 6, 20]);
});

test("a word needs enough accounts, however often one account says it", () => {
  const support = createSupportCounter();
  for (let account = 0; account < 6; account++) {
    const summaries = account < 5 ? ["set an alarm"] : Array(50).fill("set an alarm for Zweibrücken");
    support.addAccount(summaries);
  }
  expect(support.accounts).toBe(6);
  expect(support.unsupported("Set alarms")).toEqual([]);
  expect(support.unsupported("Set an alarm for Zweibrücken at 7")).toEqual(["zweibrücken", "7"]);
});

test("the glue of English is public, subjects and numbers are not", () => {
  const support = createSupportCounter();
  expect(support.unsupported("Users asked about different things")).toEqual([]);
  expect(support.unsupported("Users asked about cancer in 1984")).toEqual(["cancer", "1984"]);
});

test("a word that only shares its stem with common words is not published", () => {
  const support = createSupportCounter();
  for (let account = 0; account < 10; account++)
    support.addAccount(["write a letter to a man about cooking plans"]);
  expect(support.unsupported("Write letters about a plan")).toEqual([]);
  expect(support.unsupported("Write to Manning, Hering and Downing")).toEqual([
    "manning",
    "hering",
    "downing",
  ]);
});

test("with halves, a word that only one half uses is not published", () => {
  const support = createSupportCounter({ splitHalves: true });
  for (let account = 0; account < 8; account++) {
    const half = account < 4 ? 0 : 1;
    support.addAccount([half === 0 ? "plan a garden with roses" : "plan a garden"], half);
  }
  support.addAccount(["plan a garden with roses"], 0);
  expect(support.unsupported("Plan a garden")).toEqual([]);
  expect(support.unsupported("Plan a garden with roses")).toEqual(["roses"]);
  support.addAccount(["a garden of roses"], 1);
  support.addAccount(["a garden of roses"], 1);
  support.freeze();
  expect(support.unsupported("Plan a garden with roses")).toEqual([]);
});

test("a word that stands with a capital is a name, and relatives do not support it", () => {
  const support = createSupportCounter();
  for (let account = 0; account < 10; account++)
    support.addAccount([account < 3 ? "write a letter to Manning, the man" : "write a letter to a man"]);
  expect(support.refusals("Write to Manning")).toContainEqual({ term: "manning", reason: "word-form" });
});

test("two words side by side need accounts that say them together, with or without small words between", () => {
  const support = createSupportCounter();
  for (let account = 0; account < 10; account++)
    support.addAccount([
      account < 5 ? "The museum opens. Pay for the ticket" : "ticket for the bus, museum closed",
    ]);
  expect(support.refusals("Pay for tickets")).toEqual([]);
  expect(support.refusals("Pay museums")).toEqual([{ term: "pay museums", reason: "pair" }]);
  expect(support.refusals("Pay for the museum")).toEqual([{ term: "pay museum", reason: "pair" }]);
  expect(support.refusals("Pay for tickets, buses and museums")).toEqual([]);
});

test("the name of a language passes where enough members write in it", () => {
  const support = createSupportCounter();
  for (let account = 0; account < 20; account++)
    support.addAccount([
      account < 15
        ? "quiero reservar una mesa para dos personas mañana por la noche"
        : "book a table for two",
    ]);
  expect(support.unsupported("Mixed requests in Spanish")).toEqual([]);
  expect(support.unsupported("Mixed requests in Basque")).toEqual(["basque"]);
});

test("one account supports no whole dictionary", () => {
  const support = createSupportCounter();
  const many = Array.from({ length: 300 }, (_, index) => `number${index}`).join(" ");
  for (let account = 0; account < 200; account++) support.addAccount([`${many} garden`]);
  expect(support.unsupported("Ask about number0")).toEqual([]);
  expect(support.unsupported("Ask about a garden")).toEqual(["garden"]);
});

test("a reader of the run learns which unknown words a glossary would let pass", () => {
  const support = createSupportCounter();
  for (let account = 0; account < 20; account++)
    support.addAccount([account < 7 ? "restart the frobnitz" : "restart the engine of the veeblefetz"]);
  support.freeze();
  expect(support.glossaryCandidates()).toEqual([
    { word: "veeblefetz", accounts: 13 },
    { word: "frobnitz", accounts: 7 },
  ]);
});

test.each(["qua-1978-61", "ref/4471", "4471-ref", "10.0.12"])(
  "%s is a code, though many write each of its parts",
  (code) => {
    const support = createSupportCounter();
    for (let account = 0; account < 50; account++)
      support.addAccount([`my garden key ${code} of 24-hour rest`]);
    support.freeze();
    expect(support.refusals(`Ask about ${code}`).map(({ reason }) => reason)).toContain("code");
    expect(support.refusals("Ask about 24-hour rest")).toEqual([]);
  },
);
