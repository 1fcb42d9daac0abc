import { InputError } from "@observatory/core";
import { stat } from "node:fs/promises";
import { findScorer, findView, requireBuiltIn, type OpenScorerOptions } from "./open-scorer.ts";

type CheckOptions = Pick<OpenScorerOptions, "models" | "modelsDir">;
type Check = (argument: string, options: CheckOptions) => Promise<void>;

const checkByName =
  (kind: "open_clip" | "openai"): Check =>
  async (name, { models, modelsDir }) => {
    const { createHub, findModelFolder, resolveModel } = await import("@observatory/models");
    const source = resolveModel(kind, name);
    if (modelsDir === undefined) return;
    await findModelFolder(source, { hub: createHub({ baseUrl: models.hub }), modelsDirectory: modelsDir });
  };

const checkFile: Check = async (file) => {
  if ((await stat(file).catch(() => null))?.isFile() === true) return;
  throw new InputError(`${file} is not a file that can be read`, {
    hint: "docs/scores-from-python.md says how to write one.",
  });
};

const checks: Readonly<Record<string, Check>> = {
  onnx: async (directory) => {
    const { loadEncoderManifest } = await import("@observatory/models");
    await loadEncoderManifest(directory);
  },
  open_clip: checkByName("open_clip"),
  openai: checkByName("openai"),
  observatory: async (name) => requireBuiltIn(name),
  oracle: async (name) => {
    await findView(name);
  },
  embeddings: checkFile,
  scores: checkFile,
};

/**
 * Finds what is wrong with a scorer as far as that shows without a model, an image or a network, so that nothing is scored
 * before. Throws UsageError for an id or a name that is not known, InputError for files that are missing.
 */
export async function checkScorer(id: string, options: CheckOptions): Promise<void> {
  if (!id.includes(":")) {
    const { requireExport } = await import("@observatory/models");
    requireExport(id);
  }
  const { kind, argument } = findScorer(id);
  await checks[kind]?.(argument, options);
}
