import { createLexicalAnalyst } from "../lexical-analyst.ts";
import { listCanaries, type Canary } from "../synth/plants/canaries.ts";
import { synthesizeConversations } from "../synth/synthesize-conversations.ts";
import { attackCorpus, withoutDefence } from "./attack-corpus.ts";
import type { AttackOutcome } from "./attack-report.ts";
import { judgeOutcome, toCountScore } from "./judge-outcome.ts";
import { namingModes, toNamingOption } from "./naming-modes.ts";
import { createObedientAnalyst } from "./obedient-analyst.ts";
import { listTexts, type Publication } from "./publication.ts";
import { searchTexts } from "./search-texts.ts";
import type { SuiteContext } from "./suite-context.ts";

/** Corpora, and canaries and conversations of each. */
const sizes = {
  small: { corpora: 1, canaries: 60, conversations: 320 },
  full: { corpora: 10, canaries: 1000, conversations: 5400 },
} as const;

/** Small clusters, so that a name without a defence tells of few. */
const clusterSize = 25;

/**
 * Secrets of thirty kinds in conversations of one account each, then searched for in everything that a release shows: whole, in parts and
 * disguised. None may be found, with the lexical analyst or with one that puts into names whatever secret it sees.
 */
export async function attackWithCanaries(
  context: SuiteContext,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<AttackOutcome[]> {
  const { corpora, canaries: perCorpus, conversations } = sizes[context.size];
  const found = new Map<string, { off: number; on: number }>();
  const count = (variant: string, side: "off" | "on", canaries: readonly Canary[], shown: Publication): void => {
    const counts = found.get(variant) ?? { off: 0, on: 0 };
    counts[side] += countPublished(canaries, shown);
    found.set(variant, counts);
  };
  for (let corpus = 0; corpus < corpora; corpus++) {
    const seed = context.seed * 1000 + corpus;
    const canaries = listCanaries({ seed, canaries: perCorpus });
    const secrets = canaries.map(({ secret }) => secret);
    const obedient = createObedientAnalyst({
      findSecrets: (text) => secrets.filter((secret) => text.includes(secret)),
      seed,
    });
    const lexical = createLexicalAnalyst({ threads: context.threads });
    const shared = {
      conversations: [...synthesizeConversations({ conversations, seed, plant: ["canaries"], canaries: perCorpus })],
      options: { clusters: Math.round(conversations / clusterSize), levels: 2 },
      whole: true,
    };
    const byRule = await attackCorpus(
      {
        ...shared,
        name: `canaries-${corpus}-lexical`,
        defended: [{ analyst: lexical }],
        undefended: withoutDefence(lexical, obedient),
      },
      context,
    );
    await lexical.close();
    count("lexical", "off", canaries, byRule.off.publication);
    count("lexical", "on", canaries, byRule.on[0]?.publication ?? byRule.off.publication);

    const byModel = await attackCorpus(
      {
        ...shared,
        name: `canaries-${corpus}-obedient`,
        defended: namingModes.map((naming) => ({ analyst: obedient, options: toNamingOption(naming) })),
        undefended: withoutDefence(obedient),
      },
      context,
    );
    namingModes.forEach((naming, at) => {
      count(`obedient, ${naming}`, "off", canaries, byModel.off.publication);
      count(`obedient, ${naming}`, "on", canaries, byModel.on[at]?.publication ?? byModel.off.publication);
    });
    onProgress(corpus + 1, corpora);
  }
  const planted = corpora * perCorpus;
  return [...found].map(([variant, { off, on }]) =>
    judgeOutcome({
      attack: "canaries",
      variant,
      measure: "secrets published, whole, in part or disguised",
      off: toCountScore(off, planted),
      on: toCountScore(on, planted),
      chance: null,
      bound: 0,
      judged: "value",
      decisive: true,
      claimed: true,
    }),
  );
}

function countPublished(canaries: readonly Canary[], shown: Publication): number {
  const search = searchTexts(listTexts(shown), shown.files);
  return canaries.filter(
    ({ secret, parts }) =>
      search.holdsPart(secret) || [secret, ...parts].some((text) => search.holds(text) || search.holdsDisguised(text)),
  ).length;
}
