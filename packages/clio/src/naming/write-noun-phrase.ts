import { articleOf, pluralOf } from "./inflect.ts";
import { totalOf, type LevelVocabulary } from "./level-vocabulary.ts";
import { definiteNouns, massNouns, pluralNouns, properNames } from "./lexicon.ts";
import { keyOf, type NounPhrase } from "./noun-phrase.ts";

/** `many`: of the thing in general ("alarms"); `one`: a single one ("an alarm"); `bare`: without article ("alarm"). */
export type Quantity = "many" | "one" | "bare";

/** Writes a noun phrase with number and article: "alarms", "an alarm", "the weather", "direct deposit". */
export function writeNounPhrase(phrase: NounPhrase, quantity: Quantity, vocabulary: LevelVocabulary): string {
  if (quantity === "one" && phrase.modifiers[0] === "other")
    return `another ${writeNounPhrase({ ...phrase, modifiers: phrase.modifiers.slice(1) }, "bare", vocabulary)}`;
  const words = [...phrase.modifiers, phrase.head].map((word) => vocabulary.spell(word));
  const sort = sortOf(phrase, vocabulary);
  if (sort === "definite") return `the ${words.join(" ")}`;
  if (sort !== "count" || quantity === "bare") return words.join(" ");
  if (quantity === "one") return `${articleOf(words.join(" "))} ${words.join(" ")}`;
  return [...words.slice(0, -1), pluralOf(words.at(-1) ?? "")].join(" ");
}

/** Tells whether a verb after the phrase, written as `one`, must be plural. */
export function takesPluralVerb(phrase: NounPhrase): boolean {
  return pluralNouns.has(phrase.head) && phrase.head !== "news";
}

function sortOf(
  phrase: NounPhrase,
  vocabulary: LevelVocabulary,
): "count" | "mass" | "plural" | "proper" | "definite" {
  const { head, modifiers } = phrase;
  if (pluralNouns.has(head)) return "plural";
  if (phrase.modifiers.length === 0 && definiteNouns.has(head)) return "definite";
  if (massNouns.has(head) || massNouns.has(keyOf(phrase).replaceAll(" ", "_"))) return "mass";
  if (
    properNames.has(head) ||
    (/^\p{Lu}/u.test(vocabulary.spell(head)) && !/^[A-Z]+$/u.test(vocabulary.spell(head)))
  )
    return "proper";
  const use = vocabulary.useOf(head);
  if (use === null) return "count";
  const total = totalOf(use);
  const counted = (use.plural + use.indefinite) / total;
  if (vocabulary.isNameLike(head)) return "proper";
  if (/(?:ness|ity|ship|ware|ing|ism)$/u.test(head) && counted < 0.2) return "mass";
  // What is neither counted nor anybody's own is written as people write it: "American Express", "the pressure".
  const uncounted = total >= 8 && use.plural < 0.02 * total && use.indefinite < 0.12 * total;
  if (!uncounted || use.own >= 0.3 * total) return "count";
  if (use.definite >= 0.75 * total && modifiers.length === 0 && !head.endsWith("tion")) return "definite";
  return use.bare >= 0.88 * total ? "mass" : "count";
}
