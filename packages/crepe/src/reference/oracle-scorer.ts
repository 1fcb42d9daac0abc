import { failed, succeeded } from "@observatory/core";
import type { Scorer } from "../evaluate/scorer.ts";
import type { RetrievalRow } from "../interchange/retrieval-row.ts";
import { indexClaims } from "./caption-claims.ts";
import { shareOfClaim, type View } from "./share-of-claim.ts";

/**
 * A reference scorer of drawn items, `oracle/<view>`: it knows the exact graph of the image and what each caption claims, and
 * sees of both what its view allows. A caption's score is the share of its atoms that are so seen in the scene
 * ({@link shareOfClaim}). What it cannot tell apart is what no scorer of that view can.
 *
 * An item of a family that is not whole has no score (`no-graph-of-caption`). Throws InputError where items carry no
 * exact graph.
 */
export function createOracleScorer(view: View, { rows }: { readonly rows: readonly RetrievalRow[] }): Scorer {
  const findClaim = indexClaims(rows);
  return {
    info: { id: `oracle/${view}`, kind: "reference", details: { view, version: 1 } },
    async *score(questions, options = {}) {
      for (const { row, captions } of questions) {
        options.signal?.throwIfAborted();
        const scene = row.item?.scene;
        const claims = captions.flatMap((caption) => findClaim(row, caption) ?? []);
        if (scene === undefined || claims.length < captions.length) yield failed("no-graph-of-caption");
        else yield succeeded(claims.map((claim) => shareOfClaim(claim, scene, view)));
      }
    },
    close: async () => {},
  };
}
