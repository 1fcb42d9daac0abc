import type { ModelRequest } from "@observatory/core";
import { z } from "zod";
import type { ClusteredFacet } from "../../facets/own/own-facet.ts";
import { longestName } from "../../naming/longest-name.ts";
import type { KeyPhrase } from "../../naming/phrases/phrase-list.ts";
import { escapeMarkup } from "../../prepare/escape-markup.ts";
import { defineAnswer } from "../answers/define-answer.ts";
import { wordingOf } from "./facet-wording.ts";
import { mostShown } from "./name-prompt.ts";
import { toList } from "./tags.ts";
import { toRequest } from "./to-request.ts";

export const namePhrasesAnswer = defineAnswer(
  "clio-name-phrases",
  z.object({ description: z.string(), name: z.string() }),
);

/** Part of the key of names that are made from phrases: to be raised with any change of this prompt or of how phrases are read. */
export const phrasesPromptVersion = 2;

/** What a prompt for a name from phrases shows. */
export interface PhrasesMaterial {
  /** About how many accounts the cluster has. */
  readonly accounts: number;
  readonly own: readonly KeyPhrase[];
  readonly outside: readonly KeyPhrase[];
  /** Names of the children, for a parent. */
  readonly children: readonly string[];
  /** Words that a first answer used and that may not be published. */
  readonly avoid: readonly string[];
}

/** Asks for the description and the name of a cluster of which key phrases are known and no summary. */
export function namePhrasesPrompt(
  { accounts, own, outside, children, avoid }: PhrasesMaterial,
  options: { readonly facet: ClusteredFacet; readonly temperature: number },
): ModelRequest {
  const { subject, name } = wordingOf(options.facet);
  const lists = [
    `<phrases of="${accounts}">\n${own.map(toPhraseLine).join("")}</phrases>\n`,
    `<outside>\n${outside.map(toPhraseLine).join("")}</outside>\n`,
    children.length === 0
      ? ""
      : toList("children", { tag: "name", texts: children, most: mostShown.children }),
    avoid.length === 0 ? "" : toList("avoid", { tag: "word", texts: avoid, most: mostShown.avoid }),
  ];
  return toRequest({
    material: lists.join(""),
    task: `The phrases in <phrases> were counted in one group of short texts out of many groups; each text says ${subject}. Of each person a few phrases were counted, drawn by chance. "accounts" is roughly of how many of the group's ${accounts} or so people the phrase was counted, so more will have used it; articles were left out, so "book table" may have been "book a table". Phrases in <outside> belong to groups that are near.${
      children.length === 0
        ? ""
        : " The group was put together from smaller groups; their names stand in <children>. What you write has to hold for all of them, and the name must not be that of one of them."
    }

First write "description": what the people of the group most likely have in common and sets them apart from the groups outside, in two sentences at most, in the past tense ("Users asked for ..."). Then write "name": the same in at most ${longestName} words. ${name} No full stop at its end. Go by the phrases that many people used; one that few used may be chance.

What you write will be published, and a program refuses every word that is in no phrase of <phrases>, apart from small words of English. Use the words as they are written there; only singular and plural may change. Put two of them side by side only if they are so in a phrase, else part them by a comma or by "and". No names of people, places or companies, and no numbers.${
      avoid.length === 0 ? "" : " You may not use what stands in <avoid>: it was refused."
    }`,
    answer: namePhrasesAnswer,
    maxOutputTokens: 512,
    temperature: options.temperature,
  });
}

function toPhraseLine({ text, accounts }: KeyPhrase): string {
  return `<phrase accounts="${accounts}">${escapeMarkup(text)}</phrase>\n`;
}
