import { expect, test } from "vitest";
import { toLanguageCode } from "./to-language-code.ts";

test.each([
  ["English", "en"],
  ["german", "de"],
  ["Norwegian Bokmål", "nb"],
  ["Bokmal", "nb"],
  ["Nynorsk", "nn"],
  ["Chinese (Traditional)", "zh"],
  ["Haitian_Creole", "ht"],
  ["Persian", "fa"],
  ["Tagalog", "tl"],
  ["Cebuano", "ceb"],
  ["Hebrew", "he"],
  ["Indonesian", "id"],
  ["Romanian", "ro"],
])("%s is %s", (name, code) => {
  expect(toLanguageCode(name)).toBe(code);
});

test.each(["unknown", "Unknown", "un", "", "  ", null, undefined])("%s is none", (name) => {
  expect(toLanguageCode(name)).toBeNull();
});

test.each(["pt-BR", "en", "Klingonese", 7])("%s is left as it is", (name) => {
  expect(toLanguageCode(name)).toBe(name);
});
