/**
 * A search for strings in published texts that shares no code with the rules that kept them out, so that what those overlook is not
 * overlooked twice.
 */
export interface TextSearch {
  /** Whether a string stands there as it is, case aside. */
  holds(text: string): boolean;
  /** The same, not as a part of a longer word. */
  holdsWord(text: string): boolean;
  /** Whether it stands there in some disguise. */
  holdsDisguised(text: string): boolean;
  /** Whether so much of it stands in one piece that the rest can be guessed: eight letters and digits, a digit among them. */
  holdsPart(text: string): boolean;
}

/**
 * Prepares a search.
 *
 * @param texts names, descriptions, values: looked at in every way
 * @param files everything that can be read, as it is: looked at for whole strings and encodings only, since numbers stand side by side there;
 * of a page, whose data is a file of its own once it is unpacked, for whole strings
 */
export function searchTexts(texts: readonly string[], files: readonly string[]): TextSearch {
  const all = [...texts, ...files].join("\n").toLowerCase();
  const data = [...texts, ...files.filter((file) => !file.includes("<html"))].join("\n").toLowerCase();
  const plain = texts.map((text) => bare(foldLookAlikes(text))).join(" ");
  const leet = texts.map((text) => bare(undoLeet(foldLookAlikes(text)))).join(" ");
  const digits = texts.map((text) => bare(undoNumberWords(foldLookAlikes(text)))).join(" ");
  const initials = texts
    .flatMap((text) => [text, ...text.split(/[.!?]\s/u)])
    .map((text) =>
      (text.match(/[\p{L}\p{N}]+/gu) ?? [])
        .map((word) => word.charAt(0))
        .join("")
        .toLowerCase(),
    )
    .join(" ");
  const pieces = windowsOf(plain);
  return {
    holds: (text) => all.includes(text.toLowerCase()),
    holdsWord: (text) => {
      const wanted = text.toLowerCase();
      for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
        const around = `${all.charAt(at - 1)} ${all.charAt(at + wanted.length)}`;
        if (!/[\p{L}\p{N}]/u.test(around)) return true;
      }
      return false;
    },
    holdsDisguised: (text) => {
      const wanted = bare(foldLookAlikes(text));
      if (wanted.length < 4) return false;
      const turned = [...wanted].toReversed().join("");
      return (
        [plain, leet, digits].some((place) => place.includes(wanted) || place.includes(turned)) ||
        leet.includes(undoLeet(wanted)) ||
        digits.includes(undoNumberWords(wanted)) ||
        (wanted.length >= 6 && initials.includes(wanted)) ||
        listEncodings(text).some((encoded) => data.includes(encoded.toLowerCase()))
      );
    },
    holdsPart: (text) => {
      const wanted = bare(foldLookAlikes(text));
      for (let at = 0; at + pieceLength <= wanted.length; at++) {
        const piece = wanted.slice(at, at + pieceLength);
        if (/\d/u.test(piece) && pieces.has(piece)) return true;
      }
      return false;
    },
  };
}

const pieceLength = 8;

function windowsOf(text: string): Set<string> {
  const windows = new Set<string>();
  for (let at = 0; at + pieceLength <= text.length; at++) windows.add(text.slice(at, at + pieceLength));
  return windows;
}

/** Letters and digits alone. */
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

const lookAlikes = new Map(
  [
    ["аɑαа", "a"],
    ["вʙβ", "b"],
    ["сϲс", "c"],
    ["ԁɗ", "d"],
    ["еєε", "e"],
    ["һн", "h"],
    ["іιıɩ", "i"],
    ["јϳ", "j"],
    ["кκ", "k"],
    ["ӏⅼ", "l"],
    ["мʍ", "m"],
    ["пոη", "n"],
    ["оοօ", "o"],
    ["рρ", "p"],
    ["ѕ", "s"],
    ["тτ", "t"],
    ["υսц", "u"],
    ["νѵ", "v"],
    ["хχ", "x"],
    ["уүγ", "y"],
  ].flatMap(([from = "", to = ""]) => [...from].map((letter) => [letter, to] as const)),
);

/** Compatibility forms, accents and letters of other scripts that look like Latin ones taken back; what cannot be seen left out. */
function foldLookAlikes(text: string): string {
  const seen = text.normalize("NFKD").replaceAll(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
  return [...seen.toLowerCase()].map((letter) => lookAlikes.get(letter) ?? letter).join("");
}

const leetDigits: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  8: "b",
  $: "s",
  "@": "a",
};

/** Both sides of a comparison are undone alike, so that one sign may stand for two letters. */
function undoLeet(text: string): string {
  return [...text.toLowerCase()]
    .map((sign) => leetDigits[sign] ?? sign)
    .join("")
    .replaceAll("l", "i");
}

const numberWords = "zero one two three four five six seven eight nine".split(" ");

/** Digits for their names, also between other words. */
function undoNumberWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(new RegExp(numberWords.join("|"), "gu"), (word) => String(numberWords.indexOf(word)));
}

/** The text in the encodings that a person can undo with any tool. */
function listEncodings(text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  const encoded = [bytes, Buffer.from(text.toLowerCase(), "utf8")].flatMap((source) => [
    source.toString("base64").replaceAll("=", ""),
    source.toString("base64url"),
    source.toString("hex"),
  ]);
  const rot13 = text
    .toLowerCase()
    .replaceAll(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));
  const byPlace = [...text.toLowerCase()]
    .flatMap((letter) =>
      /[a-z]/u.test(letter) ? [...String(letter.charCodeAt(0) - 96)] : /\d/u.test(letter) ? [letter] : [],
    )
    .map((digit) => numberWords[Number(digit)] ?? "")
    .join(" ");
  const long = (candidate: string): boolean => candidate.length >= 6;
  return [...encoded, encodeURIComponent(text), rot13, byPlace].filter((form) => long(form) && form !== text);
}
