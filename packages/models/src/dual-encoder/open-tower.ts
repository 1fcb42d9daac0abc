import {
  findActivation,
  readGraphOutline,
  restoreQuickGelu,
  type GraphActivation,
  type OnnxRuntime,
  type OnnxSession,
} from "@observatory/onnx";
import type { EncoderManifest } from "./encoder-manifest.ts";

/** What a graph has between its layers. */
export interface TowerActivation {
  readonly found: GraphActivation;
  /** Whether it is run with QuickGELU in place of the GELU that was found. */
  readonly restored: boolean;
}

/**
 * Loads a graph. Where its weights were trained with QuickGELU and it has GELU, that is replaced; its activation is null
 * where nothing is known of its weights, and then it is not looked into. Throws the runtime's errors.
 */
export async function openTower(
  runtime: OnnxRuntime,
  path: string,
  { activation, threads }: { readonly activation: EncoderManifest["activation"]; readonly threads: number },
): Promise<{ readonly session: OnnxSession; readonly activation: TowerActivation | null }> {
  if (activation === undefined)
    return { session: await runtime.createSession(path, { threads }), activation: null };
  const outline = await readGraphOutline(path);
  const found = findActivation(outline);
  const restored =
    activation === "quickgelu" && found === "gelu" ? await restoreQuickGelu(path, outline) : null;
  return {
    session: await runtime.createSession(restored ?? path, { threads }),
    activation: { found, restored: restored !== null },
  };
}
