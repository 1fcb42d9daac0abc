import type { Gain } from "./bootstrap-gains.ts";

export interface BlindVerdict {
  /**
   * `leaks`: some probe is off chance by more than chance explains, and by at least one point. `blind-proof`: none is.
   * `undecided`: fewer than {@link fewestImages} images. A counter-balanced cell is blind-proof whatever its size.
   */
  readonly verdict: "blind-proof" | "leaks" | "undecided";
  /** The probes that are off chance, the farthest first. */
  readonly leaks: readonly string[];
  /** The largest gain over chance, of any probe, that the joint intervals leave possible. */
  readonly largestPossibleGain: number;
}

/** Below this many images a bootstrap over images says too little. */
export const fewestImages = 30;

/** A deviation smaller than this, one point of R@1, misleads nobody, however sure it is. */
export const smallestLeak = 0.01;

/**
 * Judges one cell from all its probes. Below chance counts as much as above: whoever turns the probe round, or learns
 * which way it points, wins by it.
 */
export function judgeCell(
  probes: readonly (Gain & { readonly probe: string })[],
  { images, counterbalanced }: { readonly images: number; readonly counterbalanced: boolean },
): BlindVerdict {
  const leaks = probes
    .filter(({ gain, jointInterval: [low, high] }) => (low > 0 || high < 0) && Math.abs(gain) >= smallestLeak)
    .toSorted((a, b) => Math.abs(b.gain) - Math.abs(a.gain));
  return {
    verdict:
      images < fewestImages && !counterbalanced ? "undecided" : leaks.length > 0 ? "leaks" : "blind-proof",
    leaks: leaks.map(({ probe }) => probe),
    largestPossibleGain: probes.reduce((top, { jointInterval: [, high] }) => Math.max(top, high), 0),
  };
}
