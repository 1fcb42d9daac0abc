import { expect, test } from "vitest";
import { saysSomething } from "./says-something.ts";

test.each(["Me", "to get help with it", "Mixed requests", "to", "", "3", "1 to 3", "10.10.2022"])(
  "%j says nothing",
  (text) => {
    expect(saysSomething(text)).toBe(false);
  },
);

test.each(["Plan a garden", "Learn English", "get help with taxes", "convert 3 to 4", "პომიდორი"])(
  "%j says something",
  (text) => {
    expect(saysSomething(text)).toBe(true);
  },
);
