import type { Json } from "@observatory/core";
import type { RunDirectory } from "@observatory/store";
import { nameOfFacet } from "../facets/own/own-facet.ts";
import type { fingerprintInputs } from "../import/fingerprint-inputs.ts";
import { describePrivacySettings } from "../privacy/differential/privacy-settings.ts";
import { supportKey } from "../privacy/words/glossary.ts";
import { version } from "../version.ts";
import type { StageContext } from "./stage-context.ts";

/** Writes what the run is into its record; returns all of it that the release depends on besides the input. */
export async function describeRun(
  run: RunDirectory,
  inputHashes: Awaited<ReturnType<typeof fingerprintInputs>>,
  context: StageContext,
): Promise<Json> {
  const {
    facet,
    preset,
    thresholds,
    cellThresholds,
    history,
    overlays,
    glossary,
    clusters,
    levels,
    seed,
    analyst,
    embedder,
    format,
    map,
    screen,
  } = context;
  const config = {
    facet: nameOfFacet(facet),
    ...(analyst.ownFacets
      ? { ownFacets: analyst.ownFacets.map(({ name, kind, question }) => ({ name, kind, question })) }
      : {}),
    preset,
    thresholds: { ...thresholds },
    cellThresholds: { ...cellThresholds },
    history: { ...history },
    overlays: [...overlays],
    ...(context.privacy ? { privacy: describePrivacySettings(context.privacy) } : {}),
    terms: glossary.hash,
    prompts: context.prompts.hash,
    clusters: clusters ?? null,
    levels: levels ?? null,
    format: format ?? null,
    ...(map ? { map: { fields: { ...map.fields }, labels: { ...map.labels } } } : {}),
    screen: screen?.question ?? screen?.pattern?.source ?? null,
    ...(context.sensitive.length === 0 ? {} : { sensitive: context.sensitive.map((one) => ({ ...one })) }),
  };
  await run.updateRecord({
    inputs: inputHashes.map(({ file, sha256, bytes }) => ({ name: file, sha256, bytes })),
    config: { ...config, ...context.notes },
    seed,
    analyst: analyst.id,
    embedder: embedder.id,
    versions: { observatory: version, node: process.versions.node, engine: context.engine.backend },
  });
  const { backend } = context.engine;
  const report = context.renderReport ? (context.reportId ?? "unnamed") : null;
  return {
    config,
    // How clusters are to be called, and the rules that names meet.
    facet: typeof facet === "string" ? facet : { ...facet },
    support: supportKey(glossary, preset),
    seed,
    analyst: [analyst.id, ...Object.values(analyst.keys)],
    embedder: embedder.id,
    version,
    engine: backend,
    report,
  };
}
