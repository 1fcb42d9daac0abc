/** Ways to write a text so that a check of words might not know it again. */
export const disguiseNames = [
  "leetspeak",
  "homoglyphs",
  "zero-width",
  "base64",
  "reversed",
  "spelled-out",
  "other-script",
  "digits-as-words",
] as const;
export type Disguise = (typeof disguiseNames)[number];

const leet: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7", l: "1" };

/** Cyrillic and Greek letters that look like Latin ones. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ a: "а", c: "с", e: "е", i: "і", o: "о", p: "р", s: "ѕ", x: "х", y: "у", h: "һ", j: "ј", d: "ԁ" },
  ...{ n: "ո", u: "υ", v: "ν", l: "ӏ" },
};

/** A rough Cyrillic reading of Latin letters. */
const cyrillic: Readonly<Record<string, string>> = {
  ...{ a: "а", b: "б", c: "к", d: "д", e: "е", f: "ф", g: "г", h: "х", i: "и", j: "й", k: "к", l: "л" },
  ...{ m: "м", n: "н", o: "о", p: "п", q: "к", r: "р", s: "с", t: "т", u: "у", v: "в", w: "в", x: "кс" },
  ...{ y: "ы", z: "з" },
};

const units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A text in one of the disguises. All but `digits-as-words`, which has a letter as its place in the alphabet, can be undone. */
export function disguise(text: string, how: Disguise): string {
  const byLetter = (table: Readonly<Record<string, string>>): string =>
    [...text.toLowerCase()].map((letter) => table[letter] ?? letter).join("");
  switch (how) {
    case "leetspeak":
      return byLetter(leet);
    case "homoglyphs":
      return byLetter(lookAlikes);
    case "other-script":
      return byLetter(cyrillic);
    case "zero-width":
      return [...text].join("\u200B");
    case "base64":
      return Buffer.from(text, "utf8").toString("base64");
    case "reversed":
      return [...text].toReversed().join("");
    case "spelled-out":
      return [...text.replaceAll(/\s+/gu, "")].join(" ");
    case "digits-as-words":
      return [...text.toLowerCase()]
        .map(toNumberWords)
        .filter((words) => words !== "")
        .join(" ");
    default:
      return how satisfies never;
  }
}

function toNumberWords(character: string): string {
  const number = /[a-z]/u.test(character) ? String(character.charCodeAt(0) - 96) : character;
  return /^\d+$/u.test(number) ? [...number].map((digit) => units[Number(digit)] ?? "").join(" ") : "";
}
