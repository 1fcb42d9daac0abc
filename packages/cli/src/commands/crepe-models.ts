import type { Command } from "@commander-js/extra-typings";
import { writeJson, writeLines, type CommandContext } from "../context.ts";
import { toTable } from "../terminal/table.ts";

const help = `
Systems of the CREPE paper are marked. Sizes are about right; activation is what the weights were trained with.

Examples:
  $ observatory crepe models
  $ observatory crepe evaluate bench --scorer openai:ViT-B/32`;

export function addCrepeModels(crepe: Command, context: CommandContext): void {
  crepe
    .command("models")
    .description("Models that can be scored by name, and which of them are there.")
    .option("--json", "as JSON on standard output")
    .addHelpText("after", help)
    .action(async ({ json }) => {
      const { listKnownModels } = await import("@observatory/models");
      const { cache } = context.environment.models;
      const models = await listKnownModels(cache);
      if (json) return writeJson(context, models);
      const rows = models.map(({ scorer, megabytes, activation, paper, cached }) => [
        scorer,
        String(megabytes),
        activation ?? "",
        paper ? "paper" : "",
        cached ? "there" : "",
      ]);
      const columns = [
        { title: "scorer" },
        { title: "MB", align: "right" },
        { title: "activation" },
        { title: "system" },
        { title: "cache" },
      ] as const;
      writeLines(context, [...toTable(columns, rows), "", `Kept in ${cache}`]);
    });
}
