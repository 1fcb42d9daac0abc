import type { ProgressEvent } from "@observatory/core";
import type { EncoderManifest } from "./encoder-manifest.ts";
import type { TowerActivation } from "./open-tower.ts";

/**
 * In words for results, which activation the towers of a model were run with, and a warning where it is not that of its
 * weights. Null where nothing is known of the weights.
 */
export function describeActivation(
  { name, activation }: Pick<EncoderManifest, "name" | "activation">,
  towers: readonly (TowerActivation | null)[],
): { readonly ran: string; readonly warning?: ProgressEvent } | null {
  if (activation === undefined) return null;
  const known = towers.filter((tower) => tower !== null).filter(({ found }) => found !== "none");
  const others = new Set(known.filter(({ restored }) => !restored).map(({ found }) => found));
  others.delete(activation);
  const [other] = others;
  if (other === undefined) {
    const restored = known.some((tower) => tower.restored);
    return { ran: restored ? `${activation}, where the graphs have gelu` : activation };
  }
  const ran = `${other}, though the weights were trained with ${activation}`;
  return {
    ran,
    warning: {
      type: "warning",
      code: "activation",
      message: `${name} is run with ${ran}: its scores are not those of the model`,
      hint: `Export it with ${activation}.`,
    },
  };
}
