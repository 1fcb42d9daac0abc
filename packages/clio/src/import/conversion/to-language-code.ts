/** Languages that detectors name and that have no code of two letters. */
const longCodes = [
  "ceb",
  "chr",
  "ckb",
  "fil",
  "haw",
  "hmn",
  "kha",
  "lif",
  "sco",
  "syr",
  "tlh",
  "war",
] as const;

/** Names of detectors of languages that differ from those of ICU. */
const otherNames: readonly (readonly [name: string, code: string])[] = [
  ["bokmal", "nb"],
  ["norwegian bokmal", "nb"],
  ["nynorsk", "nn"],
  ["chineset", "zh"],
  ["haitian creole", "ht"],
  ["farsi", "fa"],
  ["moldavian", "ro"],
  ["pushto", "ps"],
  ["scots gaelic", "gd"],
  ["sinhalese", "si"],
  ["tagalog", "tl"],
];

const codes: ReadonlyMap<string, string> = new Map([...namesOfIcu(), ...otherNames]);

/**
 * The ISO 639 code behind an English name of a language ("English", "Norwegian Nynorsk", "Chinese (Traditional)"), in any
 * case. Null for "unknown" and for nothing; a code, and a name that is not known, come back as they are.
 */
export function toLanguageCode(name: unknown): unknown {
  if (typeof name !== "string") return name ?? null;
  const plain = name
    .replace(/\(.{0,64}\)/u, "")
    .replaceAll(/[_\s]+/gu, " ")
    .trim()
    .toLowerCase();
  if (plain === "" || plain === "unknown" || plain === "un") return null;
  return codes.get(withoutMarks(plain)) ?? name;
}

/** The names that ICU has for all codes of two letters, as it has them in every build of Node with full data. */
function namesOfIcu(): [name: string, code: string][] {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return [...pairs, ...longCodes].flatMap((code) => {
    const name = names.of(code);
    // Old codes ("iw", "mo") share a name with the one in use.
    const current = new Intl.Locale(code).language;
    return name === undefined ? [] : [[withoutMarks(name.toLowerCase()), current]];
  });
}

function withoutMarks(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "");
}
