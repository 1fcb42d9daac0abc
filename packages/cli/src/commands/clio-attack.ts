import { Option, type Command } from "@commander-js/extra-typings";
import { attackNames, presetNames, suiteSizes } from "@observatory/clio/names";
import { PrivacyError, UsageError } from "@observatory/core";
import { writeJson, type CommandContext } from "../context.ts";
import { wholeNumber } from "../options.ts";

const help = `
--suite attacks what this version publishes, on synthetic conversations: secrets planted in a corpus, fifty poisoned chats
around a target, membership, two releases subtracted, and strings that an attacker wants to have read. The analyst obeys the
attacker; each attack runs with the defence on and off, and where off does not leak the test is VOID.

RUN is checked with its private side at hand, by code that shares nothing with what made it: words that few accounts wrote, hidden
cells that published numbers shut in, planted secrets, and other releases about the same people: those of its project, found by the
ledger, and what --against names.

Exit status 6: a defence failed its bound, or a test was void.

Examples:
  $ observatory clio attack --suite
  $ observatory clio attack --suite --size full --out attacks --json
  $ observatory clio attack --suite --attack poison echo --preset public
  $ observatory clio attack my-run --against last-month`;

export function addClioAttack(clio: Command, context: CommandContext): void {
  clio
    .command("attack")
    .description("Whether the defences hold: attacks on synthetic conversations, or on a run of yours.")
    .argument("[run]", "a run directory")
    .option("--suite", "attack synthetic conversations")
    .addOption(new Option("--size <size>", "how many of them").choices(suiteSizes).default("small" as const))
    .addOption(new Option("--attack <name...>", "only these").choices(attackNames))
    .addOption(
      new Option("--preset <name>", "what a cluster needs to be shown")
        .choices(presetNames)
        .default("explore" as const),
    )
    .option("--seed <n>", "the same seed gives the same report", wholeNumber(0), 0)
    .option("--out <dir>", "where results are kept, so that a finished attack is not run again")
    .option("--threads <n>", "threads; all cores if not given", wholeNumber(1))
    .option(
      "--against <release...>",
      "releases outside RUN's project about the same people, to subtract as well",
    )
    .option("--json", "the report as JSON on standard output")
    .addHelpText("after", help)
    .action(async (run, { suite, json, attack, against, ...flags }) => {
      if ((run === undefined) === (suite === undefined)) {
        throw new UsageError("one thing is attacked at a time", {
          hint: "Give a run directory, or --suite.",
        });
      }
      const { attackRunHere, attackSuiteHere } = await import("../attack-clio.ts");
      const { report, lines, failure } =
        run === undefined
          ? await attackSuiteHere({ ...flags, attacks: attack }, context)
          : await attackRunHere(run, { against }, context);
      if (json) writeJson(context, report);
      else context.writeOut(`${lines.join("\n")}\n`);
      if (failure !== null) throw new PrivacyError(failure.message, { hint: failure.hint });
    });
}
