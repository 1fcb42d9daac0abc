import { describe, expect, test } from "vitest";
import { formatNames } from "../../names.ts";
import { isGrouped, type AnyFormat, type ConversationDraft, type Reading } from "./conversation-draft.ts";
import { formatExamples as examples } from "../../testing/format-examples.ts";
import { detectFormat, formats, isFormatName } from "./formats.ts";

/** What a format finds in one record: for conversations that are spread over records, in that record alone. */
function read(format: AnyFormat, record: unknown): Reading<ConversationDraft> {
  const onRepair = (): void => {};
  if (!isGrouped(format)) return format.parse(record, onRepair);
  const parts = format.parseParts(record, onRepair);
  return parts.ok ? format.assemble(parts.value, onRepair) : parts;
}

describe.each(formatNames)("%s", (name) => {
  test("is recognised among the others, from one record and among noise", () => {
    expect(detectFormat([examples[name]])).toBe(name);
    expect(detectFormat([null, 7, [], { a: 1 }, examples[name]])).toBe(name);
  });

  test("finds messages in its own record and none in what is no record", () => {
    expect(read(formats[name], examples[name])).toMatchObject({ ok: true });
    for (const value of [null, 7, "text", [], {}, { messages: null, conversations: 1, chosen: 2 }]) {
      expect(read(formats[name], value)).toEqual({ ok: false, reason: "not-a-conversation" });
    }
  });

  test("describes itself and is known by its name", () => {
    expect(formats[name].name).toBe(name);
    expect(formats[name].describe).not.toBe("");
    expect(isFormatName(name)).toBe(true);
  });
});

test("records with messages go to the format whose other fields they have", () => {
  const messages = [{ role: "user", content: "hi" }];
  const parts = [{ role: "user", content: [{ type: "text", text: "hi" }] }];
  expect(detectFormat([{ id: "1", messages }])).toBe("observatory");
  expect(detectFormat([{ id: "1", account: "a", messages: parts }])).toBe("observatory");
  expect(detectFormat([{ id: "1", user: "a", messages }])).toBe("openai-chat");
  expect(detectFormat([{ messages }])).toBe("openai-chat");
});

test("no format is seen in records of other kinds", () => {
  expect(detectFormat([])).toBeNull();
  expect(detectFormat([{ id: 1, text: "a row" }, 5, "x", null])).toBeNull();
  expect(isFormatName("toString")).toBe(false);
});

test("HH-RLHF keeps the turns of chosen", () => {
  expect(formats["hh-rlhf"].parse(examples["hh-rlhf"])).toEqual({
    ok: true,
    value: {
      messages: [
        { role: "Human", content: "hi" },
        { role: "Assistant", content: "hello" },
        { role: "Human", content: "bye" },
      ],
    },
  });
});

test("a system prompt beside the turns of ShareGPT comes first", () => {
  expect(formats.sharegpt.parse(examples.sharegpt)).toMatchObject({
    value: {
      messages: [{ role: "system", content: "be kind" }, { role: "human", content: "hi" }, { role: "gpt" }],
    },
  });
});
