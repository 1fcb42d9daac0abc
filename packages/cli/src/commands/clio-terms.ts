import type { Command } from "@commander-js/extra-typings";
import { writeJson, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { formatCount } from "../terminal/format.ts";

const help = `
Names may use a word that no dictionary has only where 100 accounts (3,000 with --preset public) and a tenth of a cluster use it, or
as many of the whole run. Terms of your own products
and words of other languages fall under this rule. Read this list, copy what is harmless into a file, one term a line, and
give it to the next run. Names of people are no terms. The list is private: it quotes words of conversations.

Example:
  $ observatory clio terms my-run > words.txt
  $ observatory clio run chats.jsonl --out my-run --terms reviewed.txt`;

export function addClioTerms(clio: Command, context: CommandContext): void {
  clio
    .command("terms")
    .description("Private: words that many accounts use and no dictionary has, to review for --terms.")
    .argument("<run>", "a finished run directory")
    .option("--limit <n>", "words to show", wholeNumber(1), 500)
    .option("--json", "words with the clusters that use them, as JSON on standard output")
    .addHelpText("after", help)
    .action(async (run, { limit, json }) => {
      const { listGlossaryCandidates } = await import("@observatory/clio");
      const all = await listGlossaryCandidates(run, { signal: context.signal });
      const shown = all.slice(0, limit);
      if (json) return writeJson(context, { terms: shown, more: all.length - shown.length });
      context.writeOut(shown.map(({ word }) => `${word}\n`).join(""));
      const clusters = new Set(shown.flatMap((term) => term.clusters.map(({ id }) => id)));
      context.writeError(
        `${formatCount(shown.length)} of ${formatCount(all.length)} words, in ${formatCount(clusters.size)} clusters (private)\n`,
      );
    });
}
