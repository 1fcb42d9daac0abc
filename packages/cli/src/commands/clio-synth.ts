import { Option, type Command } from "@commander-js/extra-typings";
import { plantNames, synthLanguageCodes } from "@observatory/clio/names";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { formatCount } from "../terminal/format.ts";

const help = `
The truth is in labels.path of every line: [domain, topic].
  canaries  personal secrets, each with one account: none may appear in a release
  ring      a coordinated group that sends nearly the same requests in bursts
  poison    chats around a target that carry a dormant instruction

Examples:
  $ observatory clio synth --out corpus.jsonl --conversations 5000 --seed 1
  $ observatory clio synth --out attack.jsonl --conversations 5000 --plant canaries poison`;

export function addClioSynth(clio: Command, context: CommandContext): void {
  clio
    .command("synth")
    .description("A synthetic corpus with known truth, for trying and for testing.")
    .requiredOption("--out <file>", "where to write JSON lines")
    .option("--conversations <n>", "how many", wholeNumber(1), 5_000)
    .option("--seed <n>", "the same seed gives the same corpus", wholeNumber(0), 0)
    .addOption(
      new Option("--languages <code...>", "languages to write in; all if not given").choices(
        synthLanguageCodes,
      ),
    )
    .addOption(new Option("--plant <what...>", "what to hide in it").choices(plantNames))
    .option("--json", "a summary as JSON on standard output")
    .addHelpText("after", help)
    .action(async ({ out, conversations, seed, languages, plant, json }) => {
      const { synthesizeConversations, writeConversations } = await import("@observatory/clio");
      const { writeFileAtomic } = await import("@observatory/store");
      const corpus = synthesizeConversations({ conversations, seed, languages, plant });
      await writeFileAtomic(out, writeConversations(corpus));
      if (json) return writeJson(context, { out, conversations, seed });
      return writeLines(context, [
        `${formatCount(conversations)} conversations in ${out}`,
        `Next: npx observatory clio run ${out} --out my-run`,
      ]);
    });
}
