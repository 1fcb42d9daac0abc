import type { GenerateBenchmarkOptions } from "./generate-benchmark.ts";

/** "missing-image 21 (first: 7)", most frequent first. */
export function toLossTexts(
  losses: Readonly<Record<string, number>>,
  places: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(losses)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => {
      const place = places[reason];
      return `${reason} ${count}${place === undefined ? "" : ` (first: ${place})`}`;
    });
}

/** What helps against the most frequent loss, where no item came out. */
export function cureOf(
  losses: Readonly<Record<string, number>>,
  { set, minimumArea }: Pick<GenerateBenchmarkOptions, "set" | "minimumArea">,
): string {
  const [[most] = [undefined]] = Object.entries(losses).toSorted(([, a], [, b]) => b - a);
  switch (most) {
    case "missing-image":
      return "--images must name the directory of the images, each under its graph's id: 2370799.jpg.";
    case "crop-too-small":
    case "box-outside":
      return `Boxes must lie in the image and crops have ${minimumArea ?? "40000"} pixels; --min-area asks for less.`;
    case "unreadable":
    case "cut-short":
    case "object-without-name":
      return "Compare the file with the published shape of its format.";
    default:
      return set === "systematicity"
        ? "Negatives must be of the split of their positive: a larger training set or more graphs give more of them."
        : "Graphs need at least four objects, attributes and relations together; --strict asks for more.";
  }
}
