import { readBlock, readTexts } from "../read-elements.ts";
import { readUserTurns } from "./facets.ts";
import { countShared, toStems } from "./words.ts";

/** The answer to `clio-screen`: whether the conversation has a word of the question. */
export function answersQuestion(prompt: string): boolean {
  const question = toStems(readTexts(prompt, "question").join(" "));
  return countShared(question, toStems(readUserTurns(prompt).join(" "))) > 0;
}

/** The answer to `clio-audit`: 1 for an address or two capitalised words in a row, 2 for a number, else 5. */
export function ratePrivacy(prompt: string): number {
  const block = readBlock(prompt, "cluster");
  const texts = [...readTexts(block, "name"), ...readTexts(block, "description")];
  const said = texts.length > 0 ? texts : [block];
  if (said.some((text) => /\S@\S/u.test(text) || /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text))) return 1;
  return said.some((text) => /\p{N}/u.test(text)) ? 2 : 5;
}

/** The answer to `clio-judge-summary`: whether half of the summary's words are the conversation's. */
export function fitsConversation(prompt: string): boolean {
  const summary = toStems(readTexts(prompt, "summary").join(" "));
  const conversation = toStems(readBlock(prompt, "conversation"));
  return 2 * countShared(summary, conversation) >= summary.size;
}

/** The answer to `clio-judge-title`: whether a third of the name's words are the summary's. */
export function fitsTitle(prompt: string): boolean {
  const block = readBlock(prompt, "cluster");
  const name = toStems((readTexts(block, "name")[0] ?? block).trim());
  const summary = toStems(readTexts(prompt, "summary").join(" "));
  return 3 * countShared(name, summary) >= name.size;
}
