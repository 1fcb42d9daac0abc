import { expect, test } from "vitest";
import { saysSomething } from "./says-something.ts";

test.each(["Me", "to get help with it", "Mixed requests", "to", ""])("%j says nothing", (text) => {
  expect(saysSomething(text)).toBe(false);
});

test.each(["Plan a garden", "Learn English", "get help with taxes", "პომიდორი"])(
  "%j says something",
  (text) => {
    expect(saysSomething(text)).toBe(true);
  },
);
