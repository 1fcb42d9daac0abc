import { writeFileAtomic, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { z } from "zod";
import type { AuditRating, ClusterName } from "../analyst.ts";
import { hasPersonalData } from "../facets/redaction/has-personal-data.ts";
import { isAcceptable, isPublishableText } from "../privacy/door.ts";
import { recordAnalystUsage } from "./analyst-usage.ts";
import { loadHierarchy } from "./hierarchy-file.ts";
import { loadPrivateJson } from "./private-json.ts";
import type { StageContext } from "./stage-context.ts";
import { warnOfRules } from "./warn-of-rules.ts";

const ratingSchema = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
  .nullable();
const ratingsSchema = z.array(z.array(z.tuple([z.number().int().nonnegative(), ratingSchema])));

/** For each node of the hierarchy the rating of each proposal that was rated, by its number. */
export type Ratings = readonly ReadonlyMap<number, AuditRating | null>[];

export async function loadRatings(auditDirectory: string): Promise<Ratings> {
  const ratings = await loadPrivateJson(join(auditDirectory, "ratings.json"), ratingsSchema);
  return ratings.map((ofNode) => new Map(ofNode));
}

/**
 * Stage 10: proposals -> ratings of how private they are. Of each cluster the proposals that could be shown are rated in
 * their order until one is acceptable. Null where the analyst has no auditor.
 */
export async function auditStage(
  run: RunDirectory,
  hierarchy: StageResult,
  context: StageContext,
): Promise<StageResult | null> {
  const { analyst, signal } = context;
  const audit = analyst.audit?.bind(analyst);
  if (audit === undefined) return null;
  return run.stage(
    "audit",
    { hierarchy: hierarchy.key, analyst: analyst.keys.audit },
    async ({ directory, key, report, recordUsage }) => {
      const { nodes } = await loadHierarchy(hierarchy.directory);
      const counts = { rated: 0, unacceptable: 0, retried: 0, byRule: 0 };
      const options = {
        purpose: key,
        signal,
        onMisfit: ({ attempt }: { readonly attempt: 1 | 2 }) =>
          counts[attempt === 1 ? "retried" : "byRule"]++,
        onProgress: (done: number) => report(done, null),
      };
      const candidates = nodes.map(({ proposals }) =>
        proposals.flatMap((proposal, number) =>
          proposal.supported && isPublishableText(proposal, hasPersonalData) ? [{ number, proposal }] : [],
        ),
      );
      const ratings = nodes.map(() => new Map<number, AuditRating | null>());
      await recordAnalystUsage(analyst, key, recordUsage, async () => {
        let open = [...nodes.keys()];
        for (let round = 0; open.length > 0; round++) {
          open = open.filter((node) => candidates[node]?.[round] !== undefined);
          const names = open.flatMap((node): ClusterName | [] => candidates[node]?.[round]?.proposal ?? []);
          const given = await audit(names, options);
          open = open.filter((node, position) => {
            const rating = given[position] ?? null;
            ratings[node]?.set(candidates[node]?.[round]?.number ?? 0, rating);
            counts.rated++;
            if (!isAcceptable(rating)) counts.unacceptable++;
            return !isAcceptable(rating);
          });
        }
      });
      await writeFileAtomic(
        join(directory, "ratings.json"),
        JSON.stringify(ratings.map((ofNode) => [...ofNode])),
      );
      warnOfRules(run, "audit", counts.byRule, counts.rated);
      return counts;
    },
    { signal },
  );
}
