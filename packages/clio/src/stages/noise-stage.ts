import { InputError } from "@observatory/core";
import { cutTree, rowOf, wardTree } from "@observatory/numerics";
import { cachedEmbedder, writeFileAtomic, type RunDirectory, type StageResult } from "@observatory/store";
import { join } from "node:path";
import { nameOfFacet } from "../facets/own/own-facet.ts";
import { toLevelSizes } from "../hierarchy/level-sizes.ts";
import { addNoise } from "../privacy/differential/add-noise.ts";
import { countAccounts } from "../privacy/differential/bounded-points.ts";
import { varianceFor } from "../privacy/differential/budget-plan.ts";
import { clusterPrivately } from "../privacy/differential/cluster-privately.ts";
import { countWords } from "../privacy/differential/count-words.ts";
import { nearestCentroid } from "../privacy/differential/nearest-centroid.ts";
import type { PrivacySettings } from "../privacy/differential/privacy-settings.ts";
import { publicLanguages } from "../privacy/differential/public-languages.ts";
import { loadPublicWords } from "../privacy/differential/public-words.ts";
import { createSecureBytes } from "../privacy/differential/random-bytes.ts";
import { spendRelease } from "../privacy/differential/spend-release.ts";
import type { ConversationIndex } from "./conversation-index.ts";
import { openEmbeddingCache } from "./embed-stage.ts";
import { toPlaces, type NoisyFindings } from "./noisy-findings.ts";
import { collectPrivatePoints, type PrivatePoints } from "./private-points.ts";
import { loadPublicBasis } from "./public-basis-stage.ts";
import type { StageContext } from "./stage-context.ts";

export interface NoiseSources {
  readonly facets: StageResult;
  readonly embedded: StageResult;
  readonly basis: StageResult;
  readonly index: ConversationIndex;
}

/** Standard deviations above which a language is taken for more than noise. */
const languageSignificance = 3;

/**
 * The one stage of a release under differential privacy that draws noise. The ledger says that it is paid for before the first
 * draw. Finished, it is never done again under the same settings; begun and not finished it is paid for anew.
 *
 * Throws PrivacyError where the budget of the project is spent, InputError where no conversation has an account.
 */
export async function noiseStage(
  run: RunDirectory,
  sources: NoiseSources,
  privacy: PrivacySettings,
  context: StageContext,
): Promise<StageResult> {
  const { facet, clusters, levels, project, signal } = context;
  const { plan, unit, terms, epsilonLimit } = privacy;
  const inputs = {
    facets: sources.facets.key,
    embedded: sources.embedded.key,
    basis: sources.basis.key,
    facet: nameOfFacet(facet),
    plan,
    unit,
    terms,
    clusters: clusters ?? null,
    levels: levels ?? null,
    version: 1,
  };
  return run.stage(
    "noise",
    inputs,
    async ({ directory, key, report }) => {
      const basis = await loadPublicBasis(sources.basis, context);
      const most = plan.bounds.conversations;
      await using cache = await openEmbeddingCache(run, context);
      const embedder = cachedEmbedder(context.embedder, cache);
      const points = await collectPrivatePoints({ ...sources, embedder, basis, most, context });
      if (points.texts.length === 0) {
        throw new InputError("no conversation has an account, so there is nobody to protect", {
          hint: "Give accounts, or --privacy-unit conversation, which protects single conversations and no person.",
        });
      }
      warnOfDelta(run, points.starts.length - 1, privacy);
      const spent = await spendRelease(project ?? run.privatePath, plan, {
        epsilonLimit,
        purpose: `release ${key.slice(0, 16)}`,
      });
      const findings = await draw(points, basis.anchors, privacy, context, (done) => report(done, 3));
      await writeFileAtomic(join(directory, "findings.json"), JSON.stringify(findings));
      run.appendEvent({
        type: "warning",
        code: "privacy-spent",
        message: `epsilon ${spent.epsilon.toPrecision(3)} of these people is spent now, by ${spent.releases} draws of noise together (delta ${spent.delta})${spent.limit === null ? "; no limit is set" : `; the limit is ${spent.limit}`}`,
      });
      return { clusters: findings.sizes.length, levels: findings.cuts.length };
    },
    { signal },
  );
}

async function draw(
  points: PrivatePoints,
  anchors: Parameters<typeof clusterPrivately>[1]["anchors"],
  { plan, terms }: PrivacySettings,
  { clusters, levels, signal }: StageContext,
  report: (done: number) => void,
): Promise<NoisyFindings> {
  const bytes = createSecureBytes();
  const most = plan.bounds.conversations;
  const found = await clusterPrivately(points, {
    plan,
    anchors,
    languages: publicLanguages.length + 1,
    clusters,
    bytes,
    signal,
  });
  report(1);
  const { centroids, sizeDeviation } = found;
  const written = [...publicLanguages.keys(), publicLanguages.length].filter(
    (language) => (found.sizes[centroids.rows + language] ?? 0) >= languageSignificance * sizeDeviation,
  );
  const baseOf = Int32Array.from({ length: points.vectors.rows }, (_, point) => {
    const language = points.languages[point] ?? -1;
    if (language < 0) return nearestCentroid(points.vectors, point, centroids);
    const place = written.indexOf(language);
    return place < 0 ? -1 : centroids.rows + place;
  });
  const words = countWords(points, points.texts, {
    plan,
    vocabulary: await loadPublicWords(terms),
    clusters: centroids.rows,
    groupOf: (point) => {
      const base = baseOf[point] ?? -1;
      return base < centroids.rows ? base : -1;
    },
    bytes,
    signal,
  });
  report(2);
  const rows = Array.from({ length: centroids.rows }, (_, row) => [...rowOf(centroids, row)]);
  const sizes = [
    ...found.sizes.subarray(0, centroids.rows),
    ...written.map((language) => found.sizes[centroids.rows + language] ?? 0),
  ];
  const cuts = await cutLevels({ centroids: rows, languages: written }, sizes, { levels, signal });
  const above = cuts.slice(1);
  const variance = varianceFor(plan.rhoOf.sizes / 2 / Math.max(1, above.length), most);
  const accountsOfGroups = above.map((cut) => [
    ...addNoise(
      countAccounts(points, Math.max(...cut) + 1, (point) => cut[baseOf[point] ?? -1] ?? -1),
      variance,
      bytes,
    ),
  ]);
  report(3);
  return {
    accounts: found.accounts,
    centroids: rows,
    languages: written,
    sizes,
    sizeDeviation,
    cuts: cuts.map((cut) => [...cut]),
    accountsOfGroups,
    words: words.map((each) => ({
      all: [...each.all],
      deviation: each.deviation,
      words: [...each.words],
      pairs: [...each.pairs],
    })),
  };
}

/** Ward's tree over noisy places and sizes, cut at each level. */
async function cutLevels(
  places: Pick<NoisyFindings, "centroids" | "languages">,
  sizes: readonly number[],
  { levels, signal }: Pick<StageContext, "levels" | "signal">,
): Promise<readonly (readonly number[])[]> {
  const base = sizes.map((_, at) => at);
  const levelSizes = toLevelSizes(sizes.length, levels);
  if (levelSizes.length < 2) return [base];
  const tree = await wardTree(
    toPlaces(places),
    sizes.map((size) => Math.max(1, size)),
    { signal },
  );
  return [base, ...levelSizes.slice(1).map((size) => [...cutTree(tree, size)])];
}

/** The number of accounts is private, and so is this. */
function warnOfDelta(run: RunDirectory, accounts: number, { plan }: PrivacySettings): void {
  if (plan.delta * accounts < 0.1) return;
  run.appendEvent({
    type: "warning",
    code: "large-delta",
    message: `delta ${plan.delta} is large beside one by the number of accounts: somebody's protection may fail altogether`,
    hint: `Give a --delta well below ${(1 / Math.max(1, accounts)).toPrecision(1)}. Do not choose it by the exact number of accounts.`,
  });
}
