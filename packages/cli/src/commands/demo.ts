import type { Command } from "@commander-js/extra-typings";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { toReleaseLines } from "../terminal/release.ts";

export function addDemo(program: Command, context: CommandContext): void {
  program
    .command("demo")
    .description("Clio on built-in synthetic conversations, with no key and no network; then where to look.")
    .option("--out <dir>", "where to put it", "demo")
    .option("--conversations <n>", "size of the corpus", wholeNumber(100), 6_000)
    .option("--seed <n>", "the same seed gives the same demo", wholeNumber(0), 1)
    .addHelpText(
      "after",
      "\nExamples:\n  $ npx observatory demo\n  $ npx observatory demo --out /tmp/demo --conversations 20000",
    )
    .action(async ({ out, conversations, seed }) => {
      const { scoreRun, synthesizeConversations, writeConversations } = await import("@observatory/clio");
      const { writeFileAtomic } = await import("@observatory/store");
      const { runClioHere } = await import("../run-clio.ts");
      const { paint, environment, signal } = context;
      await mkdir(out, { recursive: true });
      const corpus = join(out, "conversations.jsonl");
      const run = join(out, "clio");
      writeLines(context, [paint("bold", `Clio: ${conversations} synthetic conversations`)]);
      await writeFileAtomic(corpus, writeConversations(synthesizeConversations({ conversations, seed })));
      const { release } = await runClioHere(
        [corpus],
        { out: run, seed, analystName: "lexical", embedderName: "builtin" },
        context,
      );
      const { columns } = environment;
      context.writeOut(`\n${toReleaseLines(release, { depth: 2, columns, paint }).join("\n")}\n`);

      const { levels } = await scoreRun(run, { label: "path", seed, resamples: 50, signal });
      const base = levels.findLast((level) => level.level === 0);
      const agreement = base
        ? `NMI ${base.scores.nmi.value.toFixed(2)} (chance ${base.scores.nmi.chance.toFixed(2)})`
        : "no score";
      writeLines(context, [
        "",
        `Against the corpus's own truth the ${base?.clusters ?? 0} base clusters have ${agreement}.`,
        "",
        paint("bold", "Where to look"),
        `  npx observatory clio tree ${run} --depth 3       every level`,
        `  npx observatory clio score ${run} --label path   how well it agrees with the truth`,
        `  ${join(run, "release", "clusters.json")}         what may be shown, as JSON`,
        "",
        "Your own conversations:  npx observatory clio run chats.jsonl --out my-run",
      ]);
    });
}
