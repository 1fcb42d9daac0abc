import { Command } from "@commander-js/extra-typings";
import { addClioAttack } from "./commands/clio-attack.ts";
import { addClioAssignments } from "./commands/clio-assignments.ts";
import { addClioCompare } from "./commands/clio-compare.ts";
import { addClioConcentration } from "./commands/clio-concentration.ts";
import { addClioEstimate } from "./commands/clio-estimate.ts";
import { addClioImport } from "./commands/clio-import.ts";
import { addClioReport } from "./commands/clio-report.ts";
import { addClioRun } from "./commands/clio-run.ts";
import { addClioScore } from "./commands/clio-score.ts";
import { addClioSynth } from "./commands/clio-synth.ts";
import { addClioTerms } from "./commands/clio-terms.ts";
import { addClioTree } from "./commands/clio-tree.ts";
import { addClioValidate } from "./commands/clio-validate.ts";
import { addCrepeAudit } from "./commands/crepe-audit.ts";
import { addCrepeEvaluate } from "./commands/crepe-evaluate.ts";
import { addCrepeGenerate } from "./commands/crepe-generate.ts";
import { addCrepeLint } from "./commands/crepe-lint.ts";
import { addCrepeModels } from "./commands/crepe-models.ts";
import { addCrepeQuestions } from "./commands/crepe-questions.ts";
import { addCrepeRefine } from "./commands/crepe-refine.ts";
import { addCrepeReport } from "./commands/crepe-report.ts";
import { addCrepeTrainingSet } from "./commands/crepe-training-set.ts";
import { addCrepeVocabulary } from "./commands/crepe-vocabulary.ts";
import { addDemo } from "./commands/demo.ts";
import { addExplore } from "./commands/explore.ts";
import type { CommandContext } from "./context.ts";
import { version } from "./version.ts";

/** The whole command line. Parsing never ends the process; it throws CommanderError. */
export function createProgram(context: CommandContext): Command {
  const program = new Command("observatory")
    .description("See what people do with an AI assistant (clio) without reading their conversations.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: context.writeOut, writeErr: context.writeError })
    .showSuggestionAfterError()
    .showHelpAfterError("(--help shows what there is)")
    .addHelpText(
      "after",
      `
Start here:
  $ observatory demo                                   everything, on built-in conversations
  $ observatory clio run chats.jsonl.gz --out my-run   your own; run again to go on
  $ observatory explore my-run                         look at it in the browser

Exit status: 0 done, 1 our fault, 2 wrong usage, 3 input that cannot be read, 4 a provider failed,
5 the budget is spent, 6 refused for privacy, 130 interrupted (the same command goes on).`,
    );
  addDemo(program, context);
  addExplore(program, context);
  const clio = program.command("clio").description("What people do with an AI assistant.");
  addClioRun(clio, context);
  addClioEstimate(clio, context);
  addClioTree(clio, context);
  addClioReport(clio, context);
  addClioAssignments(clio, context);
  addClioConcentration(clio, context);
  addClioTerms(clio, context);
  addClioScore(clio, context);
  addClioCompare(clio, context);
  addClioValidate(clio, context);
  addClioAttack(clio, context);
  addClioImport(clio, context);
  addClioSynth(clio, context);
  const crepe = program
    .command("crepe")
    .description("Whether a benchmark of composition measures what it says.");
  addCrepeGenerate(crepe, context);
  addCrepeVocabulary(crepe, context);
  addCrepeTrainingSet(crepe, context);
  addCrepeLint(crepe, context);
  addCrepeAudit(crepe, context);
  addCrepeRefine(crepe, context);
  addCrepeQuestions(crepe, context);
  addCrepeEvaluate(crepe, context);
  addCrepeModels(crepe, context);
  addCrepeReport(crepe, context);
  for (const command of [program, clio, crepe, ...program.commands, ...clio.commands, ...crepe.commands])
    command.copyInheritedSettings(program);
  return program;
}
