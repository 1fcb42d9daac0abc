import { nameLanguage } from "./name-language.ts";

/** ISO 639 codes of the languages that a facet may name: the living ones of ISO 639-1, and more that are widely written. */
const codes = `
aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa ff
fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy id ig ii ik is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku
kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pl
ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug
uk ur uz ve vi vo wa wo xh yi yo za zh zu
ast bar bho ceb ckb fil fur gsw haw hil hmn ilo kab kok lij lmo mai mni nap nds pms sat scn srn tet tpi tzm vec war yue
`;

/** What else people call them, or write in front of them. */
const aliases: Readonly<Record<string, string>> = {
  mandarin: "zh",
  "mandarin chinese": "zh",
  farsi: "fa",
  dari: "fa",
  castilian: "es",
  flemish: "nl",
  tagalog: "fil",
  pilipino: "fil",
  burmese: "my",
  "modern greek": "el",
  bahasa: "id",
  "bahasa indonesia": "id",
  "bahasa melayu": "ms",
  uighur: "ug",
  sinhalese: "si",
  oriya: "or",
  "norwegian bokmål": "no",
  bokmål: "no",
  "haitian creole": "ht",
  kirghiz: "ky",
  "sorani kurdish": "ckb",
  "scottish gaelic": "gd",
  "irish gaelic": "ga",
};

const nameOf: ReadonlyMap<string, string> = new Map([
  ...codes
    .trim()
    .split(/\s+/u)
    .flatMap((code): [string, string][] => {
      const name = nameLanguage(code);
      return name === null
        ? []
        : [
            [code, name],
            [name.toLowerCase(), name],
          ];
    }),
  ...Object.entries(aliases).flatMap(([alias, code]): [string, string][] => {
    const name = nameLanguage(code);
    return name === null ? [] : [[alias, name]];
  }),
]);

/**
 * The full English name of the language that somebody wrote down, or null where there is no such language in the list: a
 * code, another name, a region before or after it ("Brazilian Portuguese", "English (UK)") are understood.
 */
export function toKnownLanguage(text: string): string | null {
  const plain = text
    .slice(0, 80)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\(.*|\blanguage\b|[^\p{L}\p{M}\s_-]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const words = plain.split(" ");
  const candidates = [plain, words.at(-1) ?? "", /^([a-z]{2,3})[-_]/u.exec(plain)?.[1] ?? ""];
  for (const candidate of candidates) {
    // "to" and "no" are words before they are codes: a code counts where it is all there is.
    if (candidate.length <= 3 && words.length > 1) continue;
    const name = nameOf.get(candidate);
    if (name !== undefined) return name;
  }
  return null;
}
