import { scoreAsk } from "../request/score-ask.ts";
import { shorten } from "../request/shorten.ts";
import { splitSentences } from "../request/split-sentences.ts";
import { actionOf } from "./action-verbs.ts";

/** Length of a task at most, in UTF-16 code units. */
export const longestTask = 120;
const mostObjectWords = 8;
const mostQuestionWords = 12;
const laterCosts = 1.5;

/** Words after which an object goes on only with details. */
const detail =
  /^(?:that|which|who|because|since|while|when|where|if|using|based|including|such|so|but|after|before|until|unless|please|without|as|like|titled|called|named|starting|containing|and)$/i;
const loose =
  /(?: (?:to|of|in|on|at|for|with|from|by|a|an|the|my|your|their|his|her|its|is|are|and|or|i|you|that|about|into))+$/i;

/**
 * What the model is asked to do, as an action and its object in the user's words: "write a persuasive email", "explain how
 * to cook sous vide", "answer what a contractor does". By rules on English: the leading verb where the request is
 * imperative, the kind of question otherwise. Where neither is recognised (most other languages) it is the clearest sentence
 * of the request. Never empty for a request that is not.
 */
export function describeTask(request: string): string {
  const sentence = clearestSentence(request);
  return shorten(fromImperative(sentence) ?? fromQuestion(sentence) ?? sentence, longestTask);
}

function clearestSentence(request: string): string {
  const sentences = splitSentences(request);
  const scores = sentences.map((sentence, index) => scoreAsk(sentence, sentence) - index * laterCosts);
  const clearest = sentences[scores.indexOf(Math.max(...scores))] ?? request;
  return clearest.replace(/[.!…。:]+$/u, "");
}

function fromImperative(sentence: string): string | null {
  const words = sentence.replace(/\?$/, "").split(/\s+/);
  const at = (words[0] ?? "").endsWith("ly") ? 1 : 0;
  const verb = words[at]?.toLowerCase().replace(/[^a-z-]/g, "") ?? "";
  if (actionOf(verb) === null) return null;
  const object = toObject(words.slice(at + 1));
  return object === "" ? null : `${verb} ${object}`;
}

const questions: readonly (readonly [RegExp, (rest: string) => string])[] = [
  [
    /^(?:what|how) (?:do|does|can|could|should|would|to|must|might)(?: (?:i|you|we|one|people|someone))? (?:do to |go about )?(?!you (?:think|feel|like))(.+)$/i,
    (rest) => `explain how to ${rest}`,
  ],
  [/^why (.+)$/i, (rest) => `explain why ${rest}`],
  [/^(?:what|who|which)(?:['’]s| is| are) (?:the )?differences? between (.+)$/i, (rest) => `compare ${rest}`],
  [/^what (?:are|is) (?:some|the best|a good|good) (.+)$/i, (rest) => `suggest ${rest}`],
  [/^(?:what|who)(?:['’]s| is| are| was| were) (.+)$/i, (rest) => `answer a question about ${rest}`],
  [
    /^((?:what|who|whose|which|when|where|how|can|could|may|should|must|do|does|did|is|are|was|were|will|would|has|have) .+)$/i,
    (rest) => `answer: ${rest}`,
  ],
  [/^(?:i(?:['’]?m| am) )?(?:looking|searching) for (.+)$/i, (rest) => `find ${rest}`],
  [
    /^i(?: really| also| just)? (?:need|want|would like|['’]d like) (?!to\b)(.+)$/i,
    (rest) => `provide ${rest}`,
  ],
];

function fromQuestion(sentence: string): string | null {
  const bare = sentence.replace(/[?？]+$/u, "").trim();
  for (const [pattern, describe] of questions) {
    const rest = pattern.exec(bare)?.[1];
    const object =
      rest
        ?.split(/\s+/)
        .slice(0, mostQuestionWords)
        .join(" ")
        .replace(/[\s,;:]+$/, "") ?? "";
    if (object !== "")
      return describe(object.split(" ").length < mostQuestionWords ? object : object.replace(loose, ""));
  }
  return null;
}

function toObject(words: readonly string[]): string {
  const kept: string[] = [];
  for (const word of words) {
    if (kept.length >= mostObjectWords || (kept.length >= 2 && detail.test(word))) break;
    kept.push(word);
    if ((/[;:]$/.test(word) && kept.length >= 2) || (word.endsWith(",") && kept.length >= 4)) break;
  }
  return kept
    .join(" ")
    .replace(/[\s,;:]+$/, "")
    .replace(loose, "");
}
