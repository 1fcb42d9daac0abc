import { guessLanguage } from "./languages.ts";
import { listWords, toContentWords } from "./words.ts";

const longestClause = 24;

/** A user's message as a request in one sentence, "to ...", without personal data as far as rules can see it. */
export function summarizeRequest(message: string): string {
  const plain = withoutPersonalData(withoutPastes(message));
  const language = guessLanguage(message);
  const subjects = [...new Set(toContentWords(plain))].slice(0, 5);
  if (language !== "English") {
    return `to get an answer to a question in ${language} on ${listWords(subjects) || "a small matter"}`;
  }
  const clause = firstClause(plain);
  if (clause.split(" ").length < 2) return "to have a short and friendly exchange of words";
  const rest = subjects.filter((word) => !clause.toLowerCase().includes(word));
  const asks = /^(?:what|which|who|whose|when|where|why|how|is|are|was|do|does|did|can|will)\b/u.test(clause);
  const goal = asks ? `to find out ${clause}` : `to ${clause}`;
  const focus = rest.length > 0 ? rest : subjects.slice(0, 3);
  return focus.length === 0 ? goal : `${goal}, with a clear answer on ${listWords(focus)}`;
}

/** What the model is asked to do about a request. */
export function summarizeTask(request: string): string {
  const subjects = [...new Set(toContentWords(request))].slice(0, 5);
  return subjects.length === 0
    ? "to reply in a friendly way"
    : `to write a direct and useful answer on ${listWords(subjects)}`;
}

function withoutPastes(message: string): string {
  return message
    .replace(/```[\s\S]*?(?:```|$)/gu, " ")
    .split(/\n\s*\n/u)
    .slice(0, 2)
    .join(" ")
    .slice(0, 2000);
}

const ownNames =
  /^(?:I|I'm|I've|I'd|I'll|English|Spanish|French|German|Chinese|Japanese|Russian|Python|Java|JavaScript|TypeScript|Excel|Linux|Windows|[A-Z]{2,6})$/u;

function withoutPersonalData(text: string): string {
  return text
    .replace(/\S+@\S+/gu, "an address")
    .replace(/https?:\S+|www\.\S+/gu, "a page")
    .replace(/[\p{L}\p{N}]*\p{N}(?:[\p{L}\p{N}\s().,:/-]*\p{N})?[\p{L}\p{N}]*/gu, "some")
    .replace(/(?<=[\p{L},;:] )(?:\p{Lu}[\p{L}'’-]*)(?: \p{Lu}[\p{L}'’-]*)*/gu, (name) =>
      ownNames.test(name) ? name : "one",
    );
}

const opening =
  /^(?:(?:hi|hello|hey|ok|okay|yes|yeah|sure|no|great|alright|please|pls|thanks|so|well|and|also|then|now)\b[\s,!.:-]*|(?:can|could|would|will) you (?:please |kindly )?|i (?:want|need|wish|would like|'d like) (?:you )?to |i'?d like (?:you )?to |i'?m trying to |help me (?:to )?|let'?s |go ahead and )+/iu;

/** The first sentence that says something, without polite openings, in the voice of somebody who reports it. */
function firstClause(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/u).map((sentence) => sentence.replace(opening, "").trim());
  const first = sentences.find((sentence) => toContentWords(sentence).length >= 2) ?? sentences.join(" ");
  const words = first
    .replace(/[.!?:;,\s"“”]+$/u, "")
    .split(/\s+/u)
    .slice(0, longestClause)
    .join(" ")
    .replaceAll(/\b(?:my|our)\b/giu, "their")
    .replaceAll(/\b(?:i'm|i am)\b/giu, "they are")
    .replaceAll(/\b(?:i|we)\b/giu, "they")
    .replaceAll(/\b(?:me|us)\b/gu, "them");
  const voiced = /^(?:they|their|the|a|an|this|there|it)\b/iu.test(words)
    ? `get help because ${words}`
    : words;
  return voiced.charAt(0).toLowerCase() + voiced.slice(1);
}
