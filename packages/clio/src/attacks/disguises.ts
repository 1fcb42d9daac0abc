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

/** Letters, each with what stands for it: "a4 e3". */
function toTable(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}

const leet = toTable("a4 e3 i1 o0 s5 t7 l1");
/** Letters of other scripts that look like Latin ones. */
const lookAlikes = toTable("aа cс eе iі oо pр sѕ xх yу hһ jј dԁ nո uυ vν lӏ");
/** A rough Cyrillic reading of Latin letters. */
const cyrillic = toTable("aа bб cк dд eе fф gг hх iи jй kк lл mм nн oо pп qк rр sс tт uу vв wв xкс yы zз");

const units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A text in one of the disguises. All but `digits-as-words`, which has a letter as its place in the alphabet, can be undone. */
export function disguise(text: string, how: Disguise): string {
  const byLetter = (table: ReadonlyMap<string, string>): string =>
    Array.from(text.toLowerCase())
      .map((letter) => table.get(letter) ?? letter)
      .join("");
  switch (how) {
    case "leetspeak":
      return byLetter(leet);
    case "homoglyphs":
      return byLetter(lookAlikes);
    case "other-script":
      return byLetter(cyrillic);
    case "zero-width":
      return Array.from(text).join("\u200B");
    case "base64":
      return Buffer.from(text, "utf8").toString("base64");
    case "reversed":
      return Array.from(text).toReversed().join("");
    case "spelled-out":
      return Array.from(text.replaceAll(/\s+/gu, "")).join(" ");
    case "digits-as-words":
      return Array.from(text.toLowerCase())
        .map(toNumberWords)
        .filter((words) => words !== "")
        .join(" ");
    default:
      return how satisfies never;
  }
}

function toNumberWords(character: string): string {
  const number = /[a-z]/u.test(character) ? String(character.charCodeAt(0) - 96) : character;
  return /^\d+$/u.test(number)
    ? Array.from(number)
        .map((digit) => units[Number(digit)] ?? "")
        .join(" ")
    : "";
}
