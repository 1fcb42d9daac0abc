import type { ResultsHead } from "@observatory/crepe";

/** Shows results as they come. */
export interface ResultsPrinter {
  add(head: ResultsHead): void;
  /** Shows what was kept back; nothing comes after it. */
  end(): void;
}

/** Blind probes that follow one another are shown together, by the best of them, unless `verbose`. */
export async function createResultsPrinter({
  verbose,
  write,
}: {
  readonly verbose: boolean;
  readonly write: (lines: readonly string[]) => void;
}): Promise<ResultsPrinter> {
  const { describeBlind, describeResults } = await import("@observatory/crepe");
  let probes: ResultsHead[] = [];
  const end = (): void => {
    const [first] = probes;
    if (first === undefined) return;
    if (probes.length === 1) write(describeResults(first));
    else write([...describeBlind(probes), "  each probe: --verbose, or crepe report --all"]);
    probes = [];
  };
  return {
    add: (head) => {
      if (head.scorer.kind === "blind" && !verbose) return void probes.push(head);
      end();
      write(describeResults(head));
    },
    end,
  };
}
