import type { RunDirectory } from "@observatory/store";
import type { UnreviewedWords } from "./summarize-nodes.ts";

const leastShareOfClusters = 0.1;
const leastWords = 10;

/** Says where many clusters use words that names may not use unless a person has reviewed them. Silent where few do. */
export function warnOfUnreviewed(
  run: Pick<RunDirectory, "appendEvent">,
  { words, clusters, of }: UnreviewedWords,
): void {
  if (words < leastWords || clusters < leastShareOfClusters * of) return;
  run.appendEvent({
    type: "warning",
    code: "unreviewed-words",
    message: `names may not use ${words} words of ${clusters} of ${of} base clusters: enough accounts use them, but no dictionary has them`,
    hint: "observatory clio terms RUN lists them, for you alone. Copy what is harmless into a file, one a line, and run again with --terms FILE.",
  });
}
