import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { formatCount } from "../terminal/format.ts";

export function addClioAssignments(clio: Command, context: CommandContext): void {
  clio
    .command("assignments")
    .description("Private: which clusters every conversation is in, one JSON object a line.")
    .argument("<run>", "a finished run directory")
    .requiredOption("--out <file>", "where to write, readable by you alone")
    .option("--json", "a summary as JSON on standard output")
    .addHelpText(
      "after",
      '\nEach line is {"id","path":[top .. base]}, with "own" where you declared facets. It tells who did what: do not publish it.\n\nExample:\n  $ observatory clio assignments my-run --out assignments.jsonl',
    )
    .action(async (run, { out, json }) => {
      const { readAssignments } = await import("@observatory/clio");
      const { writeFileAtomic } = await import("@observatory/store");
      const { signal } = context;
      let conversations = 0;
      const lines = async function* (): AsyncGenerator<string> {
        for await (const assignment of readAssignments(run, { signal })) {
          conversations++;
          yield `${JSON.stringify(assignment)}\n`;
        }
      };
      await writeFileAtomic(out, lines(), { mode: 0o600 });
      if (json) return writeJson(context, { out, conversations });
      return writeLines(context, [`${formatCount(conversations)} assignments in ${out} (private)`]);
    });
}
