import type { Random } from "@observatory/core";
import type { Claim } from "../captions/render/claim.ts";
import type { WorldIcons } from "./load-icons.ts";
import { realiseClaim } from "./realise-claim.ts";
import { toWorldScene } from "./to-world-scene.ts";
import type { WorldScene } from "./world-scene.ts";

/** The scene changed by as little as makes a claim true ({@link realiseClaim}), under another name; null where not found. */
export function redrawScene(
  { placements }: Pick<WorldScene, "placements">,
  claim: Claim,
  options: { readonly imageId: string; readonly random: Random; readonly icons: WorldIcons },
): WorldScene | null {
  const { imageId, random, icons } = options;
  const changed = realiseClaim(placements, claim, icons, random);
  return changed === null ? null : toWorldScene(imageId, changed, icons, random.fork("order"));
}
