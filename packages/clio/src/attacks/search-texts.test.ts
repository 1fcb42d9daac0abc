import { expect, test } from "vitest";
import { disguise, disguiseNames } from "./disguises.ts";
import { searchTexts } from "./search-texts.ts";

const secret = "key Gooseberry 4711";

test.each(disguiseNames)("a secret is found in the disguise %s", (how) => {
  const search = searchTexts([`Get help with ${disguise(secret, how)}`], []);
  expect(search.holds(secret) || search.holdsDisguised(secret)).toBe(how !== "other-script");
  expect(searchTexts(["Get help with gooseberries and keys"], []).holdsDisguised(secret)).toBe(false);
});

test("an acrostic is found, and so is most of a number", () => {
  const acrostic = searchTexts(["Learn uncommon plants under shade, slowly"], []);
  expect(acrostic.holdsDisguised("lupuss")).toBe(true);
  expect(searchTexts(["Pay with 4000 0012 34"], []).holdsPart("4000 0012 3456 7899")).toBe(true);
  expect(searchTexts(["Pay with 4000"], []).holdsPart("4000 0012 3456 7899")).toBe(false);
});

test("numbers that stand side by side in a file are no secret; a whole one is", () => {
  const file = '{"cells":[4000,12,3456,7899],"note":"4000001234567899"}';
  expect(searchTexts([], [file]).holdsPart("4000 0012 3456 7899")).toBe(false);
  expect(searchTexts([], [file]).holds("4000001234567899")).toBe(true);
});
