/** "sit" -> "sitting", "ride" -> "riding", "lie" -> "lying". Lower case in, lower case out. */
export function toPresentParticiple(lemma: string): string {
  if (lemma === "be") return "being";
  if (lemma.endsWith("ie")) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/u.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return `${double(lemma)}ing`;
}

/** "carry" -> "carries", "watch" -> "watches", "have" -> "has". */
export function toThirdPerson(lemma: string): string {
  if (lemma === "have") return "has";
  if (/(?:s|x|z|ch|sh|o)$/u.test(lemma)) return `${lemma}es`;
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

/** The lemma of a third person singular: "carries" -> "carry"; anything else unchanged. */
export function fromThirdPerson(word: string): string {
  if (word === "has") return "have";
  if (!word.endsWith("s") || word.endsWith("ss") || word.length < 4) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|zz|ch|sh|go|do)es$/u.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** "park" -> "parked", "tie" -> "tied", "make" -> "made". Lower case in, lower case out. */
export function toPastParticiple(lemma: string): string {
  const irregular = participleOf.get(lemma);
  if (irregular !== undefined) return irregular;
  if (lemma.endsWith("e")) return `${lemma}d`;
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${double(lemma)}ed`;
}

/** Whether a word is a past participle: "parked", "made"; lemmas such as "feed" are not. */
export function isPastParticiple(word: string): boolean {
  return participleForms.has(word) || (word.length > 4 && word.endsWith("ed") && !lemmasInEd.has(word));
}

/** Whether a word is a present participle: "sitting"; lemmas such as "bring" are not. */
export function isPresentParticiple(word: string): boolean {
  return word.length > 4 && word.endsWith("ing") && !lemmasInIng.has(word);
}

function double(lemma: string): string {
  const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/u.test(lemma) || doublingVerbs.has(lemma);
  return doubles && !/[aeiou]{2}.$/u.test(lemma) ? lemma + lemma.slice(-1) : lemma;
}

const doublingVerbs = new Set(["begin", "quit", "equip", "unplug"]);
const lemmasInIng = new Set(["bring", "swing", "cling", "sling", "string", "spring", "sting", "fling"]);
const lemmasInEd = new Set(["speed", "bleed", "breed", "embed", "proceed", "succeed", "exceed", "weed"]);
// prettier-ignore
const irregularParticiples: readonly (readonly [lemma: string, participle: string])[] = [
  ["make", "made"], ["build", "built"], ["hold", "held"], ["wear", "worn"], ["write", "written"], ["draw", "drawn"],
  ["see", "seen"], ["show", "shown"], ["hang", "hung"], ["cut", "cut"], ["hit", "hit"], ["put", "put"], ["set", "set"],
  ["eat", "eaten"], ["drive", "driven"], ["ride", "ridden"], ["throw", "thrown"], ["take", "taken"], ["give", "given"],
  ["stick", "stuck"], ["lay", "laid"], ["lead", "led"], ["feed", "fed"], ["catch", "caught"], ["bend", "bent"],
  ["break", "broken"], ["wind", "wound"], ["blow", "blown"], ["grow", "grown"], ["split", "split"], ["spread", "spread"],
  ["sell", "sold"], ["leave", "left"], ["find", "found"], ["bring", "brought"], ["sew", "sewn"], ["shut", "shut"],
  ["steal", "stolen"], ["freeze", "frozen"], ["hide", "hidden"], ["pour", "poured"], ["shed", "shed"], ["light", "lit"],
  ["shoot", "shot"], ["tear", "torn"], ["weave", "woven"], ["strew", "strewn"], ["keep", "kept"], ["sink", "sunk"],
];
const participleOf = new Map(irregularParticiples);
const participleForms = new Set(
  irregularParticiples.filter(([lemma, form]) => lemma !== form && form !== "left").map(([, form]) => form),
);
participleForms.add("tied").add("used").add("shed");
