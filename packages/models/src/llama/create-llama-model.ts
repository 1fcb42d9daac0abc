import { UsageError, type LanguageModel } from "@observatory/core";

export interface LlamaModelOptions {
  /** Path of the weights, in GGUF. */
  readonly file: string;
}

/** Placeholder. */
export async function createLlamaModel({ file }: LlamaModelOptions): Promise<LanguageModel> {
  throw new UsageError(`models such as "${file}" cannot be opened yet`);
}
