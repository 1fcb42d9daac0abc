import { parseJson } from "@observatory/core";
import type { TestProvider } from "@observatory/models/testing";
import { readFileSync } from "node:fs";
import { runObservatory, type CommandOptions, type CommandResult } from "./observatory.ts";

/** A key that may stand in requests to a provider and nowhere else. */
export const plantedKey = "sk-planted-4f9a1c77e2b04d";

export interface ModelRunOptions extends CommandOptions {
  readonly protocol?: "anthropic" | "openai";
  readonly flags?: readonly string[];
}

/** Runs `clio run` with a model of the provider for tests, as its user would. */
export function runWithModel(
  provider: Pick<TestProvider, "anthropicUrl" | "openAiUrl">,
  input: string,
  out: string,
  { protocol = "anthropic", flags = [], ...options }: ModelRunOptions = {},
): Promise<CommandResult> {
  const url = protocol === "anthropic" ? provider.anthropicUrl : provider.openAiUrl;
  const args = ["clio", "run", input, "--out", out, "--analyst", `${protocol}:test-model`, "--base-url", url];
  const environment = { ANTHROPIC_API_KEY: plantedKey, OPENAI_API_KEY: plantedKey };
  const clusters = flags.includes("--clusters") ? [] : ["--clusters", "14"];
  return runObservatory([...args, ...clusters, "--yes", ...flags], { environment, ...options });
}

/** What `run.json` says of each stage. */
export function readStages(run: string): Record<string, StageNote> {
  const parsed = parseJson(readFileSync(`${run}/run.json`, "utf8"));
  return parsed.ok ? (parsed.value as { stages: Record<string, StageNote> }).stages : {};
}

export interface StageNote {
  readonly counts: Readonly<Record<string, number>>;
  readonly usage: { readonly calls: number };
}
