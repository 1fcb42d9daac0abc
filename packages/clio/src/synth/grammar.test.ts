import { createRandom } from "@observatory/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileGrammar, compileLiteral, expandGrammar, passage, slotsOf, type Grammar } from "./grammar.ts";

const expand = (grammar: Grammar, seed = 1, slots: Readonly<Record<string, string>> = {}): string =>
  expandGrammar(grammar, {
    random: createRandom(seed),
    bound: new Map(),
    slot: (name) => (slots[name] === undefined ? undefined : compileGrammar(slots[name])),
  });

const many = (text: string, slots?: Readonly<Record<string, string>>): Set<string> =>
  new Set(Array.from({ length: 300 }, (_, seed) => expand(compileGrammar(text), seed, slots)));

/** A text of the notation together with all texts that it stands for. */
const written: fc.Arbitrary<{ text: string; all: readonly string[] }> = fc.letrec<{
  node: { text: string; all: readonly string[] };
}>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.stringMatching(/^[a-z ]{0,4}$/u).map((text) => ({ text, all: [text] })),
    fc.tuple(tie("node"), tie("node")).map(([a, b]) => ({
      text: a.text + b.text,
      all: a.all.flatMap((left) => b.all.map((right) => left + right)).slice(0, 400),
    })),
    fc
      .tuple(tie("node"), tie("node"))
      .map(([a, b]) => ({ text: `{${a.text}|${b.text}}`, all: [...a.all, ...b.all] })),
    tie("node").map((a) => ({ text: `[${a.text}]`, all: [...a.all, ""] })),
  ),
})).node;

describe("the grammar of the synthetic corpus", () => {
  test("chooses, nests and leaves out", () => {
    expect(many("a{b|{c|d}e}[f]")).toEqual(new Set(["ab", "abf", "ace", "acef", "ade", "adef"]));
  });

  test("a slot keeps its value, a numbered slot has another, a capital one begins with a capital", () => {
    for (const text of many("$thing and $thing, not $thing2. $Thing!", { thing: "tea|milk" })) {
      expect(["tea and tea, not milk. Tea!", "milk and milk, not tea. Milk!"]).toContain(text);
    }
  });

  test("a backslash takes the next character literally and \\n is a line break", () => {
    expect(expand(compileGrammar(String.raw`\{a\|b\} \$x costs $5\n\[ok\]`))).toBe("{a|b} $x costs $5\n[ok]");
  });

  test("code is literal but for slots", () => {
    expect(expand(compileLiteral("if (a[0] | b) { return $x }"), 1, { x: "7" })).toBe(
      "if (a[0] | b) { return 7 }",
    );
  });

  test("a passage takes distinct items", () => {
    const words = expand(passage(["a", "b", "c", "d"], 3, 3)).split(" ");
    expect(words).toHaveLength(3);
    expect(new Set(words).size).toBe(3);
  });

  test("unbalanced brackets are refused", () => {
    for (const text of ["{a", "a}", "[a", "a]", "{a]"])
      expect(() => compileGrammar(text)).toThrow(SyntaxError);
  });

  test("a slot without meaning is refused, and can be found before", () => {
    expect(() => expand(compileGrammar("$nothing"))).toThrow(RangeError);
    expect(slotsOf(compileGrammar("a {$b2|[$C]}"))).toEqual(new Set(["b", "c"]));
  });

  test("every expansion is one of the texts that the notation stands for, and the seed decides which", () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 1e6 }), ({ text, all }, seed) => {
        const grammar = compileGrammar(text);
        const result = expand(grammar, seed);
        expect(expand(grammar, seed)).toBe(result);
        if (all.length < 400) expect(all).toContain(result);
      }),
    );
  });
});
