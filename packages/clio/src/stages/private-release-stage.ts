import { sha256 } from "@observatory/core";
import { writeFileAtomic, type RunDirectory, type StageResult } from "@observatory/store";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { MapFile } from "../release/map-schema.ts";
import type { ClustersFile } from "../release/schema.ts";
import type { PrivacySettings } from "../privacy/differential/privacy-settings.ts";
import { version } from "../version.ts";
import { buildPrivateRelease } from "./build-private-release.ts";
import { loadFindings } from "./noisy-findings.ts";
import type { StageContext } from "./stage-context.ts";

/** Everything that a release may hold; what one under differential privacy does not have is taken away. */
const everyFile = [
  "clusters.json",
  "map.json",
  "report.html",
  "release.json",
  "overlays.json",
  "timeline.json",
];

/** Findings with noise -> names, tree, map and page -> `release/`. Nothing here looks at what is exact. */
export async function privateReleaseStage(
  run: RunDirectory,
  noise: StageResult,
  privacy: PrivacySettings,
  context: StageContext,
): Promise<StageResult> {
  const { thresholds, preset, seed, renderReport, reportId, signal } = context;
  const inputs = {
    noise: noise.key,
    thresholds,
    preset,
    seed,
    report: renderReport ? (reportId ?? "unnamed") : null,
    version,
    private: 3,
  };
  const result = await run.stage(
    "release",
    inputs,
    async ({ directory, report }) => {
      const findings = await loadFindings(noise.directory);
      const built = await buildPrivateRelease(findings, privacy, context, report);
      const files: Record<string, { sha256: string; bytes: number }> = {};
      const write = async (file: string, text: string): Promise<void> => {
        files[file] = { sha256: sha256(text), bytes: Buffer.byteLength(text) };
        await writeFileAtomic(join(directory, file), text);
      };
      const contents: { clusters: ClustersFile; map: MapFile } = built;
      await write("clusters.json", `${JSON.stringify(contents.clusters, null, 2)}\n`);
      await write("map.json", `${JSON.stringify(contents.map)}\n`);
      const release = { ...built.release, files };
      if (renderReport) {
        const page = renderReport({ ...contents, release: { ...release }, overlays: null, timeline: null });
        await write("report.html", page);
      }
      await writeFileAtomic(join(directory, "release.json"), `${JSON.stringify(release, null, 2)}\n`);
      return { shown: built.clusters.clusters.length };
    },
    { signal },
  );
  for (const file of everyFile) {
    const text = await readFile(join(result.directory, file)).catch(() => null);
    if (text === null) await rm(join(run.releasePath, file), { force: true });
    else await writeFileAtomic(join(run.releasePath, file), text);
  }
  return result;
}

/** Takes a release of either kind away. */
export async function removeRelease(run: RunDirectory): Promise<void> {
  for (const file of everyFile) await rm(join(run.releasePath, file), { force: true });
}
