import { InputError, UsageError } from "@observatory/core";
import { stat } from "node:fs/promises";
import { findScorer, findView, requireBuiltIn, type OpenScorerOptions } from "./open-scorer.ts";

export interface CheckScorerOptions extends Pick<
  OpenScorerOptions,
  "models" | "modelsDir" | "signal" | "onEvent"
> {
  /** Of a chat model by its name, such as `openai:MODEL`. */
  readonly checkChat: (model: string) => Promise<void>;
}

type Check = (argument: string, options: CheckScorerOptions) => Promise<void>;

const checkByName =
  (kind: "open_clip" | "openai"): Check =>
  async (name, { models, modelsDir, signal, onEvent }) => {
    const { checkKnownEncoder, createHub, findNearModels, resolveModel } =
      await import("@observatory/models");
    const source = resolveModel(kind, name);
    const tellIfUnlisted = (): void => {
      if (source.known !== null) return;
      onEvent({
        type: "warning",
        code: "unlisted-model",
        message: `${kind}:${name} is not in the list of models: it is taken to be ${source.repository}`,
        hint: `In the list: ${findNearModels(source.name, kind).join(", ")}.`,
      });
    };
    const hub = createHub({ baseUrl: models.hub, token: models.token });
    try {
      await checkKnownEncoder(source, { hub, cache: models.cache, modelsDirectory: modelsDir, signal });
    } catch (error) {
      // That one names what is near itself.
      if (!(error instanceof UsageError)) tellIfUnlisted();
      throw error;
    }
    tellIfUnlisted();
  };

const checkFile: Check = async (file) => {
  if ((await stat(file).catch(() => null))?.isFile() === true) return;
  throw new InputError(`${file} is not a file that can be read`, {
    hint: "docs/scores-from-python.md says how to write one.",
  });
};

const checks: Readonly<Record<string, Check>> = {
  onnx: async (directory) => {
    const { checkEncoderFolder } = await import("@observatory/models");
    await checkEncoderFolder(directory);
  },
  open_clip: checkByName("open_clip"),
  openai: checkByName("openai"),
  observatory: async (name) => requireBuiltIn(name),
  oracle: async (name) => {
    await findView(name);
  },
  chat: (model, { checkChat }) => checkChat(model),
  embeddings: checkFile,
  scores: checkFile,
};

/**
 * Finds what is wrong with a scorer as far as that shows without a model or an image, so that nothing is scored before. A
 * model by name that is not kept yet costs the hub two questions; no model is asked anything. Throws UsageError for an id
 * or a name that is not known and for what a chat model lacks, InputError for files that are missing, ModelError where the
 * hub cannot be asked.
 */
export async function checkScorer(id: string, options: CheckScorerOptions): Promise<void> {
  if (!id.includes(":")) {
    const { requireExport } = await import("@observatory/models");
    requireExport(id);
  }
  const { kind, argument } = findScorer(id);
  await checks[kind]?.(argument, options);
}
