import { gerundOf } from "./inflect.ts";
import { pastOfAct } from "./dialogue-acts.ts";
import { totalOf, type LevelVocabulary } from "./level-vocabulary.ts";
import { prepositions } from "./lexicon.ts";
import type { NounPhrase } from "./noun-phrase.ts";
import type { Part, Phrase } from "./phrase.ts";
import { takesPluralVerb, writeNounPhrase, type Quantity } from "./write-noun-phrase.ts";

/** How a deed or a topic was mostly asked for. */
export type Manner = "do" | "learn" | "may" | "check" | "ask" | "yours";

/** A phrase as the object of "asked": with its verb for a name ("set alarms") and for a description ("to set alarms"). */
export interface WrittenPhrase {
  /** An imperative without a capital. */
  readonly name: string;
  /** The words of the name that a coordinated name need not repeat: "set", "ask about". */
  readonly opening: string;
  /** What comes after "Users asked"; the whole predicate for a move of the dialogue. */
  readonly asked: string;
}

export function writePhrase(phrase: Phrase, manner: Manner, vocabulary: LevelVocabulary): WrittenPhrase {
  const write = (quantity: Quantity, parts: readonly Part[] = phrase.parts): string =>
    writeParts(parts, quantity, vocabulary);
  const named = (opening: string, rest: string, asked: string): WrittenPhrase => ({
    name: `${opening} ${rest}`.trim(),
    opening,
    asked,
  });
  const verb = typeof phrase.parts[0] === "string" ? spellWords(phrase.parts[0], vocabulary) : "";
  switch (phrase.kind) {
    case "deed":
    case "action":
    case "how-to":
    case "permission": {
      if (verb === "help") {
        const rest = write("many", phrase.parts.slice(phrase.parts[1] === "with" ? 2 : 1));
        return named("get help with", rest, `for help with ${rest}`);
      }
      if (manner === "learn") return named("learn how to", write("one"), `how to ${write("one")}`);
      const gerund = `${gerundOf(verb)} ${write("many", phrase.parts.slice(1))}`.trim();
      if (manner === "may") return named("ask about", gerund, `about ${gerund}`);
      return named(verb, write("many", phrase.parts.slice(1)), `to ${write("many")}`);
    }
    case "report": {
      const happened = write("one", phrase.parts.slice(1));
      if (verb === "that") return named("report that", happened, `for help because ${happened}`);
      const gerund = `${gerundOf(verb)} ${write("many", phrase.parts.slice(1))}`.trim();
      return named("talk about", gerund, `about ${gerund}`);
    }
    case "clause":
      return named(
        /^(?:why|when|where|who|how )/u.test(verb) ? "find out" : "ask",
        write("one"),
        write("one"),
      );
    case "assistant": {
      const [lead = "", ...rest] = phrase.parts;
      if (lead !== "about its")
        return named("ask the assistant", write("many"), `the assistant ${write("many")}`);
      const its = rest
        .map((part) => (typeof part === "string" ? part : writeOwned(part, vocabulary)))
        .join(" ");
      return named("ask the assistant about its", its, `the assistant about its ${its}`);
    }
    case "act":
      return named(verb, "", pastOfAct(verb));
    case "topic":
    case "inquiry": {
      const [noun] = phrase.parts;
      const topic =
        manner === "yours" && typeof noun === "object"
          ? writeOwned(noun, vocabulary)
          : writeTopic(phrase.parts, vocabulary);
      return named(
        manner === "check" ? "check" : manner === "yours" ? "ask the assistant about its" : "ask about",
        topic,
        manner === "yours" ? `the assistant about its ${topic}` : `about ${topic}`,
      );
    }
  }
}

/** After "its": in the number in which it is mostly spoken of. */
function writeOwned(noun: NounPhrase, vocabulary: LevelVocabulary): string {
  const use = vocabulary.useOf(noun.head);
  const text = writeNounPhrase(
    noun,
    use !== null && use.plural > 0.5 * totalOf(use) ? "many" : "bare",
    vocabulary,
  );
  return text.replace(/^the /u, "");
}

/** "fees", "calories in rice", "the meaning of life". */
function writeTopic(parts: readonly Part[], vocabulary: LevelVocabulary): string {
  if (parts[1] !== "of") return writeParts(parts, "many", vocabulary);
  const text = writeParts(parts, "one", vocabulary);
  return /^(?:an?|the) /u.test(text) ? text.replace(/^an? /u, "the ") : `the ${text}`;
}

function writeParts(parts: readonly Part[], quantity: Quantity, vocabulary: LevelVocabulary): string {
  const written: string[] = [];
  let before: NounPhrase | null = null;
  for (const [index, part] of parts.entries()) {
    // After a preposition the noun is mostly the user's own: "add things to a calendar".
    const previous = parts[index - 1];
    const single =
      index > 1 &&
      typeof previous === "string" &&
      prepositions.has(previous) &&
      !mostlyPlural(part, vocabulary);
    if (typeof part !== "string")
      written.push(
        writeNounPhrase(part, previous === "per" ? "bare" : single ? "one" : quantity, vocabulary),
      );
    else
      written.push(
        before !== null && takesPluralVerb(before) ? toPluralVerb(part) : spellWords(part, vocabulary),
      );
    before = typeof part === "string" ? null : part;
  }
  return written.join(" ").replaceAll(" / ", ", ");
}

function mostlyPlural(part: Part, vocabulary: LevelVocabulary): boolean {
  const use = typeof part === "string" ? null : vocabulary.useOf(part.head);
  return use !== null && use.plural > use.indefinite + use.definite + use.own + use.bare;
}

function spellWords(text: string, vocabulary: LevelVocabulary): string {
  return text
    .split(" ")
    .map((word) => (/^(?:jumpstart|checkin|spanish|french)$/u.test(word) ? vocabulary.spell(word) : word))
    .join(" ");
}

function toPluralVerb(text: string): string {
  const plural: Readonly<Record<string, string>> = { is: "are", was: "were", has: "have", does: "do" };
  const [verb = "", ...rest] = text.split(" ");
  const changed = plural[verb] ?? (/[^s]s$/u.test(verb) ? verb.slice(0, -1) : verb);
  return [changed, ...rest].join(" ");
}
