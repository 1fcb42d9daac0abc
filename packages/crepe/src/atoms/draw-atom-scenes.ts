import { worldColourNames, worldNouns, worldPatterns } from "../world/catalogue.ts";
import { generateWorld } from "../world/generate-world.ts";
import type { WorldScene } from "../world/world-scene.ts";
import { atomsOf, toAtomKey, type Atom } from "./atoms-of.ts";

/** All atoms of the drawn world that can be shown alone, in the order of their keys. */
export const worldAtoms: readonly Atom[] = [
  ...[...worldColourNames, ...worldPatterns].map((word) => ({ kind: "attribute" as const, word })),
  ...worldNouns.map(({ name }) => ({ kind: "object" as const, word: name })),
].toSorted((a, b) => (toAtomKey(a) < toAtomKey(b) ? -1 : 1));

/** More scenes than this are not looked through: the rarest atom is in one of about fifty. */
const mostScenes = 20_000;

/**
 * Scenes of one thing alone in which each of these atoms of the drawn world is seen `perAtom` times at least. Their images are
 * named apart from those of other scenes. The same seed gives the same scenes.
 */
export function drawAtomScenes(
  atoms: readonly Atom[],
  { seed, perAtom }: { readonly seed: number; readonly perAtom: number },
): WorldScene[] {
  const missing = new Map(atoms.map((atom) => [toAtomKey(atom), perAtom]));
  if (missing.size === 0) return [];
  const scenes: WorldScene[] = [];
  for (const scene of generateWorld({ scenes: mostScenes, seed, objects: { min: 1, max: 1 } })) {
    const shown = atomsOf(scene).map(toAtomKey);
    if (!shown.some((key) => missing.has(key))) continue;
    const imageId = `alone-${scene.imageId}`;
    scenes.push({ ...scene, imageId, file: `${imageId}.png` });
    for (const key of shown) {
      const left = (missing.get(key) ?? 0) - 1;
      if (left > 0) missing.set(key, left);
      else missing.delete(key);
    }
    if (missing.size === 0) break;
  }
  return scenes;
}
