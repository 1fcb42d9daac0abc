import type { CallOptions } from "@observatory/core";
import type { ClusterName } from "../../analyst.ts";
import { articleOf } from "../inflect.ts";
import { imperativeVerbs, massNouns, pluralNouns } from "../lexicon.ts";
import { nameClustersLexically } from "../name-clusters-lexically.ts";
import { createCoverage } from "./covers-text.ts";
import type { PhraseMaterial } from "./select-phrases.ts";

/** A cluster of which phrases are told and nothing else. */
export interface ClusterOfPhrases {
  readonly phrases: PhraseMaterial;
  /** Names of the children; empty for a base cluster. */
  readonly children: readonly string[];
}

/** How many texts stand for all accounts of a cluster. */
const textsOfAll = 40;

/**
 * Names the clusters of one level by rules, from what is told of their phrases: as `nameClustersLexically` does, to which each
 * phrase is a text that is said as often as accounts use it. Every word of a name is told or public.
 */
export function nameByPhrases(
  level: readonly ClusterOfPhrases[],
  options: CallOptions = {},
): readonly (readonly ClusterName[])[] {
  return nameClustersLexically(
    level.map(({ phrases, children }) => {
      const { accounts, own, outside, told } = phrases;
      const covers = createCoverage(told);
      return {
        members: own.flatMap(({ text, accounts: users }) =>
          Array.from({ length: Math.max(1, Math.round((textsOfAll * users) / accounts)) }, () =>
            toSentence(text),
          ),
        ),
        outsiders: outside.map(({ text }) => toSentence(text)),
        children,
        supports: (text) => covers(text).length === 0,
      };
    }),
    options,
  );
}

/** Verbs that are as often the first of two nouns: "train ticket". */
const nounsAsWell: ReadonlySet<string> = new Set(["train", "reward", "list", "balance", "report", "order"]);

/** A phrase as somebody would say it: "book table" is "please book a table". */
function toSentence(phrase: string): string {
  if (!/^[a-z ]+$/u.test(phrase)) return phrase;
  const [verb = "", noun = "", ...rest] = phrase.split(" ");
  if (rest.length > 0 || noun === "" || !imperativeVerbs.has(verb) || nounsAsWell.has(verb))
    return `tell me about ${phrase}`;
  const bare =
    massNouns.has(noun) || pluralNouns.has(noun) || noun.endsWith("s") || imperativeVerbs.has(noun);
  return `please ${verb} ${bare ? noun : `${articleOf(noun)} ${noun}`}`;
}
