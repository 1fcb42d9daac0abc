/**
 * What the number of tokens of a text depends on. Byte-pair encoders cut a text into words, numbers, punctuation and
 * white space first, and know more and longer pieces of some scripts than of others.
 */
export const tokenFeatures = [
  "englishWords",
  "latinWords",
  "latinBeyond5",
  "latinBeyond20",
  "latinAccents",
  "digitGroups",
  "punctuationRuns",
  "punctuationBeyond1",
  "spaceRuns",
  "cyrillicWords",
  "cyrillicBeyond4",
  "cyrillicNotRussian",
  "arabicWords",
  "arabicBeyond3",
  "hebrew",
  "greek",
  "indic",
  "southEastAsian",
  "hangul",
  "kana",
  "han",
  "otherLetters",
  "rareLetters",
  "otherSymbols",
] as const;

export type TokenFeature = (typeof tokenFeatures)[number];

/** Per feature how often it occurs, in the order of `tokenFeatures`. Linear in the length of the text. */
export function countFeatures(text: string): Float64Array {
  const counts = new Float64Array(tokenFeatures.length);
  let run: number = kinds.none;
  let length = 0;
  let lower = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = toKind(code);
    const upper = kind === kinds.latin && code < 128 && code < 97;
    // A capital inside a word starts a piece of its own.
    const continues = kind === run && !(upper && lower);
    if (!continues) {
      close(counts, run, text, i - length, i);
      run = kind;
      length = 0;
    }
    length++;
    lower = kind === kinds.latin && !upper;
    if (kind === kinds.latin && code >= 128) add(counts, "latinAccents", 1);
    if (kind === kinds.cyrillic && !isRussian(code)) add(counts, "cyrillicNotRussian", 1);
    // White space is free as one space before a word: it is part of the word's piece.
    if (kind === kinds.space && code !== 32) add(counts, "spaceRuns", length === 1 ? 1 : 0.1);
  }
  close(counts, run, text, text.length - length, text.length);
  return counts;
}

const kinds = {
  none: 0,
  latin: 1,
  digit: 2,
  punctuation: 3,
  space: 4,
  cyrillic: 5,
  arabic: 6,
  hebrew: 7,
  greek: 8,
  indic: 9,
  southEastAsian: 10,
  hangul: 11,
  kana: 12,
  han: 13,
  otherLetter: 14,
  otherSymbol: 15,
  rareLetter: 16,
} as const;

function close(counts: Float64Array, run: number, text: string, start: number, end: number): void {
  const length = end - start;
  switch (run) {
    case kinds.latin:
      if (length <= 5 && frequentEnglish.has(text.slice(start, end).toLowerCase())) {
        return add(counts, "englishWords", 1);
      }
      add(counts, "latinWords", 1);
      add(counts, "latinBeyond5", Math.max(0, length - 5));
      add(counts, "latinBeyond20", Math.max(0, length - 20));
      return;
    case kinds.digit:
      return add(counts, "digitGroups", Math.ceil(length / 3));
    case kinds.punctuation:
      add(counts, "punctuationRuns", 1);
      add(counts, "punctuationBeyond1", length - 1);
      return;
    case kinds.space:
      return add(counts, "spaceRuns", length > 1 ? 0.5 : 0);
    case kinds.cyrillic:
      add(counts, "cyrillicWords", 1);
      add(counts, "cyrillicBeyond4", Math.max(0, length - 4));
      return;
    case kinds.arabic:
      add(counts, "arabicWords", 1);
      add(counts, "arabicBeyond3", Math.max(0, length - 3));
      return;
    case kinds.hebrew:
      return add(counts, "hebrew", length);
    case kinds.greek:
      return add(counts, "greek", length);
    case kinds.indic:
      return add(counts, "indic", length);
    case kinds.southEastAsian:
      return add(counts, "southEastAsian", length);
    case kinds.hangul:
      return add(counts, "hangul", length);
    case kinds.kana:
      return add(counts, "kana", length);
    case kinds.han:
      return add(counts, "han", length);
    case kinds.otherLetter:
      return add(counts, "otherLetters", length);
    case kinds.rareLetter:
      return add(counts, "rareLetters", length);
    case kinds.otherSymbol:
      return add(counts, "otherSymbols", length);
  }
}

/** Words that make up almost half of an English text and little of any other: they tell how well its words are known. */
const frequentEnglish: ReadonlySet<string> = new Set(
  (
    "the of and to a in is it you that was for on are with as i his they be at one have this from or had by not but " +
    "what all were we when your can said there an which do how if will each about many then them would like so her " +
    "him has two more no way could my than been who its now did get may me our out just know think should i'm don t s"
  ).split(" "),
);

const places = new Map<string, number>(tokenFeatures.map((feature, place) => [feature, place]));

function add(counts: Float64Array, feature: TokenFeature, amount: number): void {
  const place = places.get(feature) ?? 0;
  counts[place] = (counts[place] ?? 0) + amount;
}

function isRussian(code: number): boolean {
  return (code >= 0x04_10 && code <= 0x04_4f) || code === 0x04_01 || code === 0x04_51;
}

function toKind(code: number): number {
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return kinds.latin;
    if (code >= 48 && code <= 57) return kinds.digit;
    return code === 32 || (code >= 9 && code <= 13) ? kinds.space : kinds.punctuation;
  }
  for (const [first, last, kind] of ranges) {
    if (code < first) return kinds.otherSymbol;
    if (code <= last) return kind;
  }
  return kinds.otherSymbol;
}

/** Blocks of Unicode in order, by what they are counted as. */
const ranges = [
  [0x00_a0, 0x00_a0, kinds.space],
  [0x00_a1, 0x00_bf, kinds.punctuation],
  [0x00_c0, 0x02_4f, kinds.latin],
  [0x02_50, 0x03_6f, kinds.otherLetter],
  [0x03_70, 0x03_ff, kinds.greek],
  [0x04_00, 0x05_2f, kinds.cyrillic],
  [0x05_30, 0x05_8f, kinds.otherLetter],
  [0x05_90, 0x05_ff, kinds.hebrew],
  [0x06_00, 0x07_7f, kinds.arabic],
  [0x07_80, 0x08_9f, kinds.otherLetter],
  [0x08_a0, 0x08_ff, kinds.arabic],
  [0x09_00, 0x0d_ff, kinds.indic],
  [0x0e_00, 0x0f_ff, kinds.southEastAsian],
  [0x10_00, 0x10_9f, kinds.otherLetter],
  [0x10_a0, 0x10_ff, kinds.otherLetter],
  [0x11_00, 0x11_ff, kinds.hangul],
  [0x12_00, 0x17_7f, kinds.rareLetter],
  [0x17_80, 0x17_ff, kinds.southEastAsian],
  [0x18_00, 0x1d_ff, kinds.rareLetter],
  [0x1e_00, 0x1e_ff, kinds.latin],
  [0x1f_00, 0x1f_ff, kinds.greek],
  [0x20_00, 0x20_0a, kinds.space],
  [0x20_0b, 0x20_6f, kinds.punctuation],
  [0x2c_00, 0x2d_ff, kinds.otherLetter],
  [0x30_00, 0x30_3f, kinds.punctuation],
  [0x30_40, 0x30_ff, kinds.kana],
  [0x31_30, 0x31_8f, kinds.hangul],
  [0x34_00, 0x4d_bf, kinds.han],
  [0x4e_00, 0x9f_ff, kinds.han],
  [0xa0_00, 0xab_ff, kinds.rareLetter],
  [0xac_00, 0xd7_a3, kinds.hangul],
  [0xf9_00, 0xfa_ff, kinds.han],
  [0xfb_50, 0xfd_ff, kinds.arabic],
  [0xfe_70, 0xfe_fe, kinds.arabic],
  [0xff_00, 0xff_65, kinds.punctuation],
  [0xff_66, 0xff_9f, kinds.kana],
] as const satisfies readonly (readonly [number, number, number])[];
