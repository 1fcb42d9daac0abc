import type { Command } from "@commander-js/extra-typings";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { writeLines, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";
import { createProgress } from "../terminal/progress.ts";
import { readRunFlags } from "../run-options.ts";
import { withoutModels } from "../models/model-options.ts";
import { toReleaseLines } from "../terminal/release.ts";

const help = `
Examples:
  $ npx observatory demo
  $ npx observatory demo --out /tmp/demo --conversations 20000`;

const pairedItems = 200;

/** From what sees nothing to what sees everything, with a trained model among them. */
const ladder = [
  "chance",
  "blind",
  "oracle/bag-of-words",
  "oracle/no-binding",
  "observatory/world-clip",
  "pixel-parser",
  "oracle/full",
];

export function addDemo(program: Command, context: CommandContext): void {
  program
    .command("demo")
    .description("Both instruments on built-in conversations and drawn scenes, with no key and no network.")
    .option("--out <dir>", "where to put it", "demo")
    .option("--conversations <n>", "size of the corpus", wholeNumber(100), 6_000)
    .option("--seed <n>", "the same seed gives the same demo", wholeNumber(0), 1)
    .addHelpText("after", help)
    .action(async ({ out, conversations, seed }) => {
      const { paint } = context;
      await mkdir(out, { recursive: true });
      const run = await showClio({ out, conversations, seed }, context);
      const benchmark = await showCrepe({ out, seed }, context);
      writeLines(context, [
        "",
        paint("bold", "Where to look"),
        `  npx observatory explore ${run} ${benchmark}   both in the browser`,
        `  ${join(run, "release", "report.html")}           the same page as one file: open it by double click`,
        `  npx observatory clio tree ${run} --depth 3       every level`,
        `  npx observatory clio score ${run} --label path   how well it agrees with the truth`,
        `  ${join(run, "release", "clusters.json")}         what may be shown, as JSON`,
        `  npx observatory crepe report ${benchmark}        who finds the true caption, in all tables`,
        `  ${join(benchmark, "items.jsonl")}, ${join(benchmark, "images")}`,
        "",
        "Your own conversations:  npx observatory clio run chats.jsonl --out my-run",
        "Any benchmark file:      npx observatory crepe lint FILE; npx observatory crepe audit FILE",
      ]);
    });
}

interface ClioDemo {
  readonly out: string;
  readonly conversations: number;
  readonly seed: number;
}

async function showClio({ out, conversations, seed }: ClioDemo, context: CommandContext): Promise<string> {
  const { scoreRun, synthesizeConversations, writeConversations } = await import("@observatory/clio");
  const { writeFileAtomic } = await import("@observatory/store");
  const { runClioHere } = await import("../run-clio.ts");
  const { paint, environment, signal } = context;
  const corpus = join(out, "conversations.jsonl");
  const run = join(out, "clio");
  writeLines(context, [paint("bold", `Clio: ${conversations} synthetic conversations`)]);
  await writeFileAtomic(corpus, writeConversations(synthesizeConversations({ conversations, seed })));
  const { release } = await runClioHere(
    [corpus],
    { ...readRunFlags({}), out: run, seed, models: withoutModels },
    context,
  );
  const { columns } = environment;
  context.writeOut(`\n${toReleaseLines(release, { depth: 2, columns, paint }).join("\n")}\n`);

  const { levels } = await scoreRun(run, { label: "path", seed, resamples: 50, signal });
  const base = levels.findLast((level) => level.level === 0);
  if (base) {
    const { value, chance } = base.scores.nmi;
    const agreement = `NMI ${value.toFixed(2)} (chance ${chance.toFixed(2)})`;
    writeLines(context, [
      "",
      `Against the corpus's own truth the ${base.clusters} base clusters have ${agreement}.`,
    ]);
  }
  return run;
}

async function showCrepe(
  { out, seed }: Omit<ClioDemo, "conversations">,
  context: CommandContext,
): Promise<string> {
  const { describeGenerated, generateBenchmark, loadBenchmark } = await import("@observatory/crepe");
  const { paint, environment, signal, writeError } = context;
  const { live, columns, threads } = environment;
  const benchmark = join(out, "crepe");
  writeLines(context, [
    "",
    paint("bold", `CREPE: ${pairedItems} items on drawn scenes, in pairs that only eyes tell apart`),
  ]);
  const generated = await generateBenchmark({
    out: benchmark,
    source: { kind: "world" },
    set: "pairs",
    items: pairedItems,
    seed,
    threads,
    signal,
    onEvent: createProgress({ write: writeError, live, columns, paint }),
  });
  const samples: string[] = [];
  for await (const item of (await loadBenchmark(benchmark)).items()) {
    if (samples.length === 8) break;
    samples.push(
      `  ${item.image.file ?? ""}  ${item.caption}`,
      `      not: ${item.negatives[0]?.text ?? ""}`,
    );
  }
  context.writeOut(`\n${samples.join("\n")}\n`);
  writeLines(context, ["", ...describeGenerated(generated), ""]);
  await showLadder(benchmark, context);
  return benchmark;
}

/** Who finds the true caption: what is known to see and not to see, and a small model that was trained on other scenes. */
async function showLadder(benchmark: string, context: CommandContext): Promise<void> {
  const { loadReport, toBriefTables, toPairsTables } = await import("@observatory/crepe");
  const { evaluateCrepe } = await import("../evaluate-crepe.ts");
  const { toTableLines } = await import("../terminal/crepe-report.ts");
  const { paint, environment, signal, writeError } = context;
  const { live, columns, threads, models } = environment;
  writeLines(context, [paint("bold", "Who finds the true caption")]);
  const results = evaluateCrepe([benchmark], {
    scorers: ladder,
    images: undefined,
    out: undefined,
    models,
    modelsDir: undefined,
    threads,
    batch: 8,
    seed: 0,
    resamples: 1_000,
    ties: "expected",
    signal,
    onEvent: createProgress({ write: writeError, live, columns, paint }),
  });
  for await (const _ of results);
  const report = await loadReport([benchmark], { signal });
  const tables = [...toBriefTables(report).slice(0, 1), ...toPairsTables(report)];
  context.writeOut(tables.map((table) => `\n${toTableLines(table, columns, paint).join("\n")}\n`).join(""));
}
