import { properNames } from "./lexicon.ts";
import type { Sentence, Token } from "./tag-text.ts";

const particlesOfBeing: ReadonlySet<string> = new Set([
  "ADP",
  "AUX",
  "PRON",
  "CCONJ",
  "PUNCT",
  "SCONJ",
  "PART",
  "ADV",
]);

/**
 * Puts right what the tagger, trained on edited text, often gets wrong in typed requests: a verb or adjective
 * between a determiner and the end of its phrase is a noun ("any travel alerts", "the weather"),
 * the name of a language that stands alone is one too, and "mean" is a verb.
 */
export function repairTags(tokens: readonly Token[]): Sentence {
  const repaired = [...tokens];
  let inPhrase = false;
  for (const [index, token] of tokens.entries()) {
    const before = repaired[index - 1];
    const next = tokens[index + 1];
    const opens =
      token.pos === "DET" ||
      (token.pos === "PRON" && /^(?:my|your|his|her|our|their|its)$/u.test(token.lower));
    const nominal = next !== undefined && ["NOUN", "PROPN", "ADJ"].includes(next.pos);
    if (token.pos === "ADJ" && properNames.has(token.lower) && !nominal)
      repaired[index] = { ...token, pos: "PROPN" };
    else if (token.lower === "mean" && token.pos !== "VERB" && before?.pos !== "DET")
      repaired[index] = { ...token, pos: "VERB" };
    if (opens) inPhrase = true;
    else if (inPhrase) {
      const closes =
        next === undefined ||
        (particlesOfBeing.has(next.pos) &&
          !(token.pos === "ADJ" && ["CCONJ", "PUNCT", "ADV"].includes(next.pos)));
      const nounLike =
        token.pos === "ADJ"
          ? before?.pos === "DET" || before?.pos === "PRON"
          : token.pos === "VERB" && !/(?:ing|ed)$/u.test(token.lower);
      const goesOn =
        before?.pos === "NOUN" || before?.pos === "ADJ" || before?.pos === "DET" || before?.pos === "PRON";
      if (
        closes &&
        nounLike &&
        goesOn &&
        !(
          token.pos === "VERB" &&
          before?.pos === "NOUN" &&
          next !== undefined &&
          !["PRON", "ADP"].includes(next.pos)
        )
      )
        repaired[index] = { ...token, pos: "NOUN" };
      if (!["NOUN", "PROPN", "ADJ", "NUM"].includes(repaired[index]?.pos ?? "")) inPhrase = false;
    }
  }
  return repaired;
}
