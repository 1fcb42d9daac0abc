import { defineColumns, joinSorted } from "@observatory/store";
import type { ClusteredFacet } from "../facets/own/own-facet.ts";
import type { PresetName } from "../names.ts";
import { isCommonInRun } from "../privacy/support-counter.ts";
import { unknownWordPresets } from "../privacy/thresholds.ts";
import type { Glossary } from "../privacy/words/glossary.ts";
import { readTerms } from "../privacy/words/read-terms.ts";
import { createWordClasses, type WordClasses } from "../privacy/words/word-classes.ts";
import { summaryOf } from "./summary-of.ts";
import { facetColumns, groupColumns } from "./tables.ts";

export interface RunWordsOptions {
  readonly facetsDirectory: string;
  /** A table as `writeGroups` writes it, of any level: its rows are those that are clustered. */
  readonly groupsDirectory: string;
  readonly facet: ClusteredFacet;
  readonly signal: AbortSignal;
}

const { id, account, request, task, own } = facetColumns;
const columns = defineColumns({ id, account, request, task, own });
/** Words beyond which those of one account alone are forgotten, so that counts may fall short but never exceed. */
const mostWords = 1_000_000;

/**
 * The word classes of a run, made once: dictionaries, the glossary, and every other word that more accounts of the whole run use
 * than an attacker is assumed to have. Such a word is a part of the language that its members write, no invention; in a cluster it
 * then needs the support of any other word.
 */
export function createRunWordClasses(
  glossary: Glossary,
  preset: PresetName,
): (options: RunWordsOptions) => Promise<WordClasses> {
  let made: Promise<WordClasses> | null = null;
  return (options) => (made ??= loadRunWordClasses(glossary, preset, options));
}

async function loadRunWordClasses(
  glossary: Glossary,
  preset: PresetName,
  options: RunWordsOptions,
): Promise<WordClasses> {
  const unknownWords = unknownWordPresets[preset];
  const classes = createWordClasses({ terms: glossary.words, unknownWords });
  const common = await listCommonWords(classes, options);
  return createWordClasses({ terms: new Set([...glossary.words, ...common]), unknownWords });
}

/** Unknown words that enough accounts of the run use. Accounts come one after the other, so that none is counted twice. */
async function listCommonWords(
  classes: WordClasses,
  { facetsDirectory, groupsDirectory, facet, signal }: RunWordsOptions,
): Promise<readonly string[]> {
  const rows = joinSorted({
    left: { directory: facetsDirectory, columns },
    right: { directory: groupsDirectory, columns: groupColumns },
    on: "row",
    orderBy: ["left.account"],
    signal,
  });
  const counts = new Map<string, number>();
  const ownerOfCopies = new Map<number, string>();
  let accounts = 0;
  let current: string | null = null;
  let words = new Set<string>();
  const close = (): void => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (counts.size > mostWords) for (const [word, count] of counts) if (count === 1) counts.delete(word);
    words = new Set();
  };
  for await (const { left, right } of rows) {
    if (!right.first) continue;
    const account = left.account ?? `conversation ${left.id}`;
    if (account !== current) {
      close();
      current = account;
      accounts++;
    }
    // A text that goes round is one account's, whoever sends it.
    const owner = ownerOfCopies.get(right.copies) ?? account;
    if (right.copies >= 0) ownerOfCopies.set(right.copies, owner);
    if (!right.settled || (right.copies >= 0 && owner !== account)) continue;
    for (const term of readTerms(summaryOf(left, facet), classes))
      if (term.class === "unknown") words.add(term.key);
  }
  close();
  return [...counts].flatMap(([word, count]) =>
    isCommonInRun(count, accounts, classes.unknownWords.commonInRun) ? [word] : [],
  );
}
