import type { ClusterName } from "../../analyst.ts";
import { hasPersonalData } from "../../facets/redaction/has-personal-data.ts";
import { splitSentences } from "../../facets/request/split-sentences.ts";
import { toSentenceCase } from "../../naming/inflect.ts";
import { isDecent } from "../../naming/is-decent.ts";
import { longestName } from "../../naming/longest-name.ts";
import { isPlainlyWritten } from "../../privacy/words/is-plainly-written.ts";
import { misfit, type Read } from "../misfit.ts";
import { cleanText } from "./clean-text.ts";

/** UTF-16 code units at most, well within what the door lets pass. */
const longest = { name: 110, description: 580 } as const;
const mostSentences = 2;
/** A name as it may be shown, but for the support rule: cleaned, without quotes and full stop, at most ten words, decent. */
export function readName(text: string): Read<string> {
  const name = toSentenceCase(
    cleanText(text, 400)
      .replace(/^(?:name|title)\s*:\s*/iu, "")
      .replace(/^["'“”‘’«»]+|["'“”‘’«».,;:!…]+$/gu, "")
      .trim(),
  );
  const words = name.split(" ").length;
  if (!/\p{L}/u.test(name)) return misfit("schema", "the name is empty");
  if (words > longestName || name.length > longest.name)
    return misfit("schema", `the name has ${words} words and ${name.length} characters, too many`);
  if (!isPlainlyWritten(name) || hasPersonalData(name) || !isDecent(name))
    return misfit("schema", "the name holds a placeholder, a symbol, personal data or a vulgar word");
  return { fits: true, value: name };
}

/** The first two sentences of a description that may be shown, but for the support rule. */
export function readSentences(description: string): readonly string[] {
  return splitSentences(cleanText(description, longest.description * 2))
    .filter((text) => isPlainlyWritten(text) && !hasPersonalData(text) && isDecent(text))
    .filter((text) => text.length <= longest.description / mostSentences)
    .slice(0, mostSentences)
    .map((text) => (/[.!?]$/u.test(text) ? text : `${text}.`));
}

/** A name with its description, as an answer gives them. */
export function readClusterName(answer: ClusterName): Read<DraftName> {
  const name = readName(answer.name);
  if (!name.fits) return name;
  return { fits: true, value: { name: name.value, sentences: readSentences(answer.description) } };
}

/** A name that has not met the support rule yet. */
export interface DraftName {
  readonly name: string;
  /** Of the description; two at most. */
  readonly sentences: readonly string[];
}
