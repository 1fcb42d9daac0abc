import { CommanderError } from "@commander-js/extra-typings";
import { exitCodeOf, ObservatoryError } from "@observatory/core";
import type { CommandContext } from "./context.ts";
import { createProgram } from "./program.ts";
import { toTerminalText } from "./terminal/paint.ts";

/** Runs one command to its end; what goes wrong is told to the person. Returns the exit status and never throws. */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    await createProgram(context).parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    return reportError(error, context);
  }
}

/** Tells a person what went wrong and what to do; returns the exit status. */
function reportError(error: unknown, context: CommandContext): number {
  // Commander has already printed its message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const actual = context.signal.aborted ? context.signal.reason : error;
  const { paint } = context;
  if (actual instanceof ObservatoryError) {
    context.writeError(`${paint("red", "error:")} ${toTerminalText(actual.message)}\n`);
    for (const line of actual.hint?.split("\n") ?? []) context.writeError(`  ${toTerminalText(line)}\n`);
    return exitCodeOf(actual);
  }
  const detail = actual instanceof Error ? (actual.stack ?? actual.message) : String(actual);
  context.writeError(`${paint("red", "internal error:")} ${detail}\n`);
  context.writeError(
    "  This is a fault of Observatory. What was finished is kept; the same command goes on from it.\n",
  );
  return 1;
}
