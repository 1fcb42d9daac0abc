import { createRandom } from "@observatory/core";
import type { ClusterName } from "../analyst.ts";
import { judgeTitleAnswer, judgeTitlePrompt } from "../model-analyst/prompts/judge-title-prompt.ts";
import { judgePairs, judgeTemperature, type Judge, type JudgedPair } from "./judge.ts";
import type { JudgeOptions } from "./judge-summaries.ts";
import type { Fit } from "./report.ts";
import type { Membership } from "./list-memberships.ts";

interface TitlePair {
  readonly cluster: ClusterName;
  readonly summary: string;
}

/**
 * Whether members belong under the name of their base cluster, by a judge, for a random sample of all memberships.
 * Mixed-up pairs are a member and the name of another cluster.
 */
export async function judgeTitles(
  judge: Judge,
  memberships: readonly Membership[],
  { judged, seed, calls }: JudgeOptions,
): Promise<Fit> {
  const random = createRandom(seed).fork("judged titles");
  const clusters = [...new Map(memberships.map(({ cluster }) => [cluster.name, cluster])).values()];
  const sample = random.shuffle(memberships).slice(0, judged);
  const strangers = sample.slice(0, Math.ceil(judged / 2)).flatMap(({ cluster, summary }) => {
    const others = clusters.filter(({ name }) => name !== cluster.name);
    return others.length === 0 ? [] : [{ cluster: random.pick(others), summary }];
  });
  const pairs: JudgedPair<TitlePair>[] = [
    ...sample.map((pair) => ({ pair, mixedUp: false })),
    ...strangers.map((pair) => ({ pair, mixedUp: true })),
  ];
  return judgePairs(judge, pairs, {
    calls,
    toQuestion: ({ cluster, summary }) => ({
      request: judgeTitlePrompt(cluster, summary, { temperature: judgeTemperature }),
      answer: judgeTitleAnswer,
    }),
  });
}
