import { contentHash } from "@observatory/core";
import type { CaptionCounts } from "./count-captions.ts";

/** Captions whose graphs tell one state of the parser from another. */
export const probeCaptions: readonly string[] = [
  "a small red dog on a wooden table next to two men",
  "the man is wearing a black suit jacket",
  "a bunch of birds swimming in the water",
  "two children playing with a ball in front of a house",
  "a woman who is holding an umbrella",
  "the sky is blue and cloudy",
  "black and white cat sitting on top of a car",
  "a sign attached to a pole",
  "a plate of food with a fork and a knife on it",
  "the boy's hat is green",
  "a dog chased by a cat",
  "there is a large clock on the tower of the church",
  "a street filled with lots of traffic",
  "a man riding a wave on a surfboard",
  "no people are in the room",
  "tall grass behind the zebra that is eating leaves",
];

/** Names the parser by its answers to {@link probeCaptions}. */
export function fingerprintCounts(counts: CaptionCounts): string {
  const rows = counts.keys.map((key, index) => [key, counts.counts[index]]);
  return `caption-parser-${contentHash(rows).slice(0, 12)}`;
}
