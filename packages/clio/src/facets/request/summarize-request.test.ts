import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreAsk } from "./score-ask.ts";
import { splitBlocks } from "./split-blocks.ts";
import { splitSentences } from "./split-sentences.ts";
import { longestRequest, summarizeRequest } from "./summarize-request.ts";
import { trimPleasantries } from "./trim-pleasantries.ts";

test.each([
  ["Hi there! Can you please find a hotel in Rome?", "find a hotel in Rome"],
  ["ok, so I would like you to write a poem, thanks!", "write a poem"],
  ["could you help me check the weather in Oslo please", "check the weather in Oslo"],
  ["I want to book a table", "book a table"],
  ["Привет! Пожалуйста, напиши письмо", "напиши письмо"],
  ["请帮我写一封信", "帮我写一封信"],
  ["can you swim?", "can you swim?"],
  ["I want to die", "I want to die"],
  ["so far you have not helped", "so far you have not helped"],
  ["please", "please"],
])("pleasantries go, meaning stays: %s", (sentence, expected) => {
  expect(trimPleasantries(sentence)).toBe(expected);
});

test("sentences end at the stops of many scripts, not at abbreviations or wrapped lines", () => {
  expect(splitSentences("Hi. I need Dr. Who, e.g. series 2. Thanks!")).toEqual([
    "Hi.",
    "I need Dr. Who, e.g. series 2.",
    "Thanks!",
  ]);
  expect(splitSentences("你好。帮我翻译！谢谢")).toEqual(["你好。", "帮我翻译！", "谢谢"]);
  expect(splitSentences("مرحبا؟ كيف حالك")).toEqual(["مرحبا؟", "كيف حالك"]);
  expect(splitSentences("नमस्ते। मदद करो")).toEqual(["नमस्ते।", "मदद करो"]);
  expect(splitSentences(`${"word ".repeat(14)}and\nthen more`)).toHaveLength(1);
});

test("blocks tell what is said from what is shown", () => {
  const message =
    'Fix this:\n```js\nlet a = 1\n```\n> quoted\n- one\n- two\n\nTraceback (most recent call last):\n  File "a.py", line 3';
  expect(splitBlocks(message).map(({ kind }) => kind)).toEqual(["prose", "code", "quote", "list", "code"]);
});

function score(text: string): number {
  return scoreAsk(text, trimPleasantries(text));
}

test("asks score above statements, set-up and constraints", () => {
  expect(score("Write a poem about rain.")).toBeGreaterThan(score("It rains."));
  expect(score("How does rain form?")).toBeGreaterThan(score("It rains."));
  expect(score("Напишите стихи о дожде")).toBeGreaterThan(score("Дождь идёт"));
  expect(score("You are a poet.")).toBeLessThan(score("It rains."));
  expect(score("Do not use rhymes.")).toBeLessThan(score("Write a poem about rain."));
});

describe("a request", () => {
  test("is the user's sentence for a short message", () => {
    expect(summarizeRequest(["hi, what's my credit limit"])).toBe("what's my credit limit");
  });

  test("is the instruction, then the start of what it is about, for a long one", () => {
    const article =
      "The river rose for nine days. Boats lay on the fields. Nobody had seen such water. ".repeat(30);
    const request = summarizeRequest([`Summarize the following article for a child.\n\n${article}`]);
    expect(request).toMatch(/^Summarize the following article for a child\. The river/);
    expect(request.length).toBeLessThanOrEqual(longestRequest);
  });

  test("is found after a pasted document as well", () => {
    const article =
      "The river rose for nine days. Boats lay on the fields. Nobody had seen such water. ".repeat(30);
    expect(summarizeRequest([`${article}\n\nTranslate this text into French.`])).toContain(
      "Translate this text into French",
    );
  });

  test("leaves code out", () => {
    const request = summarizeRequest(["Why does this loop never end?\n```js\nwhile (true) { work(); }\n```"]);
    expect(request).toBe("Why does this loop never end?");
  });

  test("joins the first ask, its details and a new subject, without reactions", () => {
    const request = summarizeRequest([
      "Hi!",
      "I want to find a restaurant.",
      "In Oakland, something cheap.",
      "Yes, that sounds good.",
      "What is their phone number?",
      "Great, now please book a rental car for Monday.",
      "Thanks, that's all.",
    ]);
    expect(request).toBe("find a restaurant. In Oakland, something cheap. book a rental car for Monday");
  });

  test("falls back to the words there are", () => {
    expect(summarizeRequest(["ok", "thanks"])).toBe("ok thanks");
    expect(summarizeRequest(["🙂"])).toBe("🙂");
  });

  test("is one bounded line for any text, and empty only without visible text", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.lorem({ mode: "sentences", maxCount: 8 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (turns) => {
        const request = summarizeRequest(turns);
        expect(request.length).toBeLessThanOrEqual(longestRequest);
        expect(request).not.toMatch(/[\n\r]/);
        expect(request === "").toBe(turns.join("").trim() === "");
      }),
    );
  });
});
