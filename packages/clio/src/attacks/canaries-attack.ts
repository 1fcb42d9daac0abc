import { createLexicalAnalyst } from "../lexical-analyst.ts";
import { listCanaries, type Canary } from "../synth/plants/canaries.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";
import { namingModes } from "../names.ts";
import { attackCorpus } from "./attack-corpus.ts";
import { createAttackedAnalysts } from "./attacked-analysts.ts";
import type { AttackOutcome } from "./attack-report.ts";
import { judgeOutcome, toCountScore } from "./judge-outcome.ts";
import { listTexts, type Publication } from "./publication.ts";
import { searchTexts } from "./search-texts.ts";
import type { SuiteContext } from "./suite-context.ts";

/** Corpora, and canaries and conversations of each. */
const sizes = {
  small: { corpora: 1, canaries: 40, conversations: 200 },
  full: { corpora: 10, canaries: 1000, conversations: 5400 },
} as const;

/** Small clusters, most of them just large enough to be shown: a name tells of few. */
const clusterSize = 15;

const variants = ["lexical", ...namingModes.map((naming) => `obedient, ${naming}`)];

/**
 * Secrets of thirty kinds in conversations of one account each, then searched for in everything that a release shows: whole, in parts and
 * disguised. None may be found, with the lexical analyst or with one that puts into names whatever secret it sees.
 */
export async function attackWithCanaries(
  context: SuiteContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AttackOutcome[]> {
  const { corpora, canaries: perCorpus, conversations } = sizes[context.size];
  const counts = { off: 0, on: variants.map(() => 0) };
  for (let corpus = 0; corpus < corpora; corpus++) {
    const seed = context.seed * 1000 + corpus;
    const canaries = listCanaries({ seed, canaries: perCorpus });
    const secrets = canaries.map(({ secret }) => secret);
    const findSecrets = (text: string): readonly string[] =>
      secrets.filter((secret) => text.includes(secret));
    const { undefended, defended } = createAttackedAnalysts({ findSecrets, seed });
    const lexical = createLexicalAnalyst({ threads: context.threads });
    const { off, on } = await attackCorpus(
      {
        name: `canaries-${corpus}`,
        conversations: synthesizeConversations({
          conversations,
          seed,
          plant: ["canaries"],
          canaries: perCorpus,
        }),
        options: { clusters: Math.round(conversations / clusterSize), levels: 2 },
        whole: true,
        undefended,
        defended: [lexical, ...defended],
      },
      context,
    );
    await lexical.close();
    counts.off += countPublished(canaries, off.publication);
    on.forEach(({ publication }, at) => {
      counts.on[at] = (counts.on[at] ?? 0) + countPublished(canaries, publication);
    });
    onProgress(corpus + 1, corpora);
  }
  const planted = corpora * perCorpus;
  return variants.map((variant, at) =>
    judgeOutcome({
      attack: "canaries",
      variant,
      measure: "secrets published, whole, in part or disguised",
      off: toCountScore(counts.off, planted),
      on: toCountScore(counts.on[at] ?? planted, planted),
      chance: null,
      bound: 0,
      judged: "value",
      decisive: true,
      claimed: true,
      ...(variant === "lexical"
        ? { note: "The lexical analyst quotes nobody; off is the obedient one, as for the others." }
        : {}),
    }),
  );
}

function countPublished(canaries: readonly Canary[], shown: Publication): number {
  const search = searchTexts(listTexts(shown), shown.files);
  return canaries.filter(
    ({ secret, parts }) =>
      search.holdsPart(secret) ||
      [secret, ...parts].some((text) => search.holds(text) || search.holdsDisguised(text)),
  ).length;
}
