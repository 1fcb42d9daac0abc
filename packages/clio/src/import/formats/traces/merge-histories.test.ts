import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeHistories, type HistoryMessage, type Turn } from "./merge-histories.ts";

const user = (content: string): HistoryMessage => ({ role: "user", content });
const answer = (content: string): HistoryMessage => ({ role: "assistant", content });
const system = (content: string): HistoryMessage => ({ role: "system", content });
const step = (content: string): HistoryMessage => ({ role: "tool", content, isStep: true });

const textsOf = (turns: readonly Turn[]): string[] =>
  mergeHistories(turns).messages.map(({ content }) => content);

/** Turns of a conversation in which user and assistant alternate; each sends the last `window` messages. */
function toTurns(messages: readonly HistoryMessage[], window: number): Turn[] {
  const turns: Turn[] = [];
  for (let i = 0; i < messages.length; i += 2) {
    turns.push({
      input: messages.slice(Math.max(0, i + 1 - window), i + 1),
      output: messages.slice(i + 1, i + 2),
    });
  }
  return turns;
}

const toDialogue = (texts: readonly string[]): HistoryMessage[] =>
  texts.map((text, i) => (i % 2 === 0 ? user(text) : answer(text)));

describe("a history that is told again with every turn", () => {
  test("gives each message once and counts the rest", () => {
    const merged = mergeHistories([
      { input: [user("a")], output: [answer("b")] },
      { input: [user("a"), answer("b"), user("c")], output: [answer("d")] },
    ]);
    expect(merged.messages.map(({ content }) => content)).toEqual(["a", "b", "c", "d"]);
    expect(merged).toMatchObject({ firstInput: 1, repeated: 2, systemChanged: false });
  });

  test("is the conversation, whatever is said, full or new messages only", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }), (words) => {
        const messages = toDialogue(words.map((word, i) => `${i} ${word}`));
        expect(mergeHistories(toTurns(messages, Number.POSITIVE_INFINITY)).messages).toEqual(messages);
        expect(mergeHistories(toTurns(messages, 1)).messages).toEqual(messages);
      }),
    );
  });

  test("is the conversation where the same few words come again and again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("yes", "no", "go on"), { maxLength: 24 }), (words) => {
        const messages = toDialogue(words);
        expect(mergeHistories(toTurns(messages, Number.POSITIVE_INFINITY)).messages).toEqual(messages);
      }),
    );
  });

  test("is the conversation where only a window of the last messages is sent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 }), (length, window) => {
        const messages = toDialogue(Array.from({ length }, (_, i) => `message ${i}`));
        expect(mergeHistories(toTurns(messages, window)).messages).toEqual(messages);
      }),
    );
  });

  test("loses nothing that anybody said, whatever the turns repeat", () => {
    const message = fc.record({
      role: fc.constantFrom("user", "assistant", "tool"),
      content: fc.constantFrom("a", "b", "c", "d", "e"),
    });
    const list = fc.array(message, { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.record({ input: list, output: list }), { maxLength: 8 }), (turns) => {
        const merged = mergeHistories(turns);
        const told = turns.flatMap(({ input, output }) => [...input, ...output]);
        const kept = new Set(merged.messages.map(({ role, content }) => `${role} ${content}`));
        // Of an answer alone the history may have another version.
        for (const { role, content } of told) {
          if (role !== "assistant") expect(kept).toContain(`${role} ${content}`);
        }
        expect(merged.messages.length + merged.repeated).toBe(told.length);
      }),
    );
  });

  test("of ten thousand turns is merged as well", () => {
    const messages = toDialogue(Array.from({ length: 20_000 }, (_, i) => (i % 3 === 0 ? "ok" : `m${i}`)));
    expect(mergeHistories(toTurns(messages, 21)).messages).toHaveLength(20_000);
  });
});

describe("a history that is not told as it was", () => {
  test("may have white space trimmed, and the last answer in other words", () => {
    const turns = [
      { input: [user("a ")], output: [answer("  b\n")] },
      { input: [user("a"), answer("b"), user("c")], output: [answer("<p>d</p>")] },
      { input: [user("a"), answer("b"), user("c"), answer("d"), user("e")], output: [answer("F")] },
      {
        input: [user("a"), answer("b"), user("c"), answer("d"), user("e"), answer("f"), user("g")],
        output: [answer("h")],
      },
      { input: [answer("f"), user("g"), answer("H"), user("i")], output: [] },
    ];
    expect(textsOf(turns)).toEqual(["a ", "  b\n", "c", "<p>d</p>", "e", "F", "g", "h", "i"]);
  });

  test("keeps an edited message and both answers, and goes on from the new branch", () => {
    const turns = [
      { input: [user("a")], output: [answer("b")] },
      { input: [user("a"), answer("b"), user("c")], output: [answer("d")] },
      { input: [user("a"), answer("b"), user("C")], output: [answer("D")] },
      { input: [user("a"), answer("b"), user("C"), answer("D"), user("e")], output: [answer("f")] },
    ];
    expect(textsOf(turns)).toEqual(["a", "b", "c", "d", "C", "D", "e", "f"]);
  });

  test("tells an answer that was asked for again beside the first, and a retry once", () => {
    const turns = [
      { input: [user("a")], output: [answer("b")] },
      { input: [user("a")], output: [answer("b")] },
      { input: [user("a")], output: [answer("B")] },
      { input: [user("a"), answer("B"), user("c")], output: [answer("d")] },
      { input: [user("a"), answer("B"), user("c")], output: [answer("d")] },
      { input: [answer("B"), user("c")], output: [answer("D")] },
    ];
    expect(textsOf(turns)).toEqual(["a", "b", "B", "c", "d", "D"]);
  });

  test("keeps what is said twice where turns repeat nothing", () => {
    const turns = ["hi", "yes", "yes"].map((text) => ({ input: [user(text)], output: [answer("ok")] }));
    expect(textsOf(turns)).toEqual(["hi", "ok", "yes", "ok", "yes", "ok"]);
  });
});

describe("beside what is said", () => {
  test("the first system prompt is kept, and a changed one is told", () => {
    const merged = mergeHistories([
      { input: [system("monday"), user("a")], output: [answer("b")] },
      { input: [system("tuesday"), user("a"), answer("b"), user("c")], output: [answer("d")] },
    ]);
    expect(merged.messages.map(({ content }) => content)).toEqual(["monday", "a", "b", "c", "d"]);
    expect(merged).toMatchObject({ systemChanged: true, firstInput: 2, repeated: 2 });
  });

  test("steps of tools are kept once, and may be missing from the history", () => {
    const turns = [
      { input: [user("a")], output: [step("call")] },
      { input: [user("a"), step("call"), step("result")], output: [step("call")] },
      {
        input: [user("a"), step("call"), step("result"), step("call"), step("other")],
        output: [answer("b")],
      },
      { input: [user("a"), answer("b"), user("c")], output: [answer("d")] },
      { input: [step("result"), answer("d"), user("e")], output: [answer("f")] },
    ];
    expect(textsOf(turns)).toEqual(["a", "call", "result", "call", "other", "b", "c", "d", "e", "f"]);
  });

  test("an output that repeats its input adds what is new", () => {
    const turns = [
      { input: [user("a")], output: [user("a"), step("call"), answer("b")] },
      { input: [user("c")], output: [user("a"), step("call"), answer("b"), user("c"), answer("d")] },
    ];
    expect(textsOf(turns)).toEqual(["a", "call", "b", "c", "d"]);
  });
});
