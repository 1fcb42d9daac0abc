import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toTypedText } from "./claude-code-text.ts";

test("text without wrapping is left as it is", () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes("<") && !text.startsWith("[")),
      (text) => {
        expect(toTypedText(text)).toEqual({ text, hasHidden: false });
      },
    ),
  );
});

test("wrapping is taken away wherever it stands, also with attributes and other wrapping inside", () => {
  const reminder = '<system-reminder a="b">x <bash-stdout>y</bash-stdout> z</system-reminder>';
  expect(toTypedText(`one${reminder}two`)).toEqual({ text: "onetwo", hasHidden: true });
  expect(toTypedText(`${reminder}${reminder}`)).toEqual({ text: "", hasHidden: true });
});

test("wrapping that is never closed, or never opened, is the user's own text", () => {
  for (const text of [
    "<system-reminder> what",
    "a </system-reminder> b",
    "<system-reminders>a</system-reminders>",
  ]) {
    expect(toTypedText(text)).toEqual({ text, hasHidden: false });
  }
});

test("a megabyte of tags is read at once", () => {
  const tags = "<system-reminder><bash-stdout>".repeat(40_000);
  expect(toTypedText(tags)).toEqual({ text: tags, hasHidden: false });
  expect(toTypedText(`${tags}</system-reminder>`).text).toBe("");
});
