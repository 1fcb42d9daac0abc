import type { Conversation } from "../../conversation.ts";
import { listLanguages } from "../../facets/language/list-languages.ts";
import { listUserTurns } from "../../facets/list-user-turns.ts";
import { isStopWord } from "../../facets/request/content-words.ts";
import { isPublicWord } from "../../privacy/public-vocabulary.ts";
import { toInflectionKey } from "../../words/inflection-key.ts";
import { toPlainWords } from "../../words/plain-words.ts";

/** Fewer words of the user say too little to hold a summary against. */
const leastWords = 5;
/** Inflections meet at the start of a word: "reserve" and "reservation". */
const stemLength = 6;
/** Of a word that an apostrophe cuts, and of answers that decline. */
const noTopic = new Set(["don", "ll", "re", "ve", "sorry", "able", "unable"]);

/** Whether what a model wrote about one wish, its request and its task together, tells of the conversation. */
export type ToldOf = (...summaries: readonly string[]) => boolean;

/**
 * Tells a summary of this conversation from one of anything else: it fails where not one of its content words, compared by stem,
 * stands in what the model was shown. One common word is enough, because a good summary is a paraphrase. Everybody's words
 * count, because it may be the assistant who called the thing by its name.
 *
 * Nothing fails where the comparison says nothing: where the user wrote another language than English, or fewer than five
 * content words. A summary is to be English, so one in another language fails where the user wrote English.
 *
 * @param shown gives the transcript that the model was shown; asked for once, and only where there is something to compare.
 */
export function createToldOf(conversation: Conversation, shown: () => string): ToldOf {
  let words: ReadonlySet<string> | null = null;
  const wordsOf = (): ReadonlySet<string> =>
    (words ??= isComparable(conversation) ? toStems(shown().replace(/<[^<>]*>/gu, " ")) : new Set());
  return (...summaries) => {
    const said = wordsOf();
    if (said.size === 0) return true;
    // What stands for personal data ("[NAME]") is no word of the summary.
    const told = toStems(summaries.join("\n").replace(/\[[A-Z_ ]+\]/gu, " "));
    return [...told].some((word) => said.has(word));
  };
}

function isComparable(conversation: Conversation): boolean {
  const user = conversation.messages.filter(({ role }) => role === "user");
  return (
    toStems(listUserTurns(conversation).join("\n")).size >= leastWords &&
    listLanguages(user, conversation.language).join() === "English"
  );
}

function toStems(text: string): ReadonlySet<string> {
  return new Set(
    toPlainWords(text)
      .filter(isContentWord)
      .map((word) => toInflectionKey(word).slice(0, stemLength)),
  );
}

function isContentWord(word: string): boolean {
  return (
    word.length > 1 &&
    !/^\p{N}+$/u.test(word) &&
    !isPublicWord(word) &&
    !isStopWord(word) &&
    !noTopic.has(word)
  );
}
