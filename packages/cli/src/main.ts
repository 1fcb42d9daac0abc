import { CommanderError } from "@commander-js/extra-typings";
import { exitCodeOf, ObservatoryError } from "@observatory/core";
import type { CommandContext } from "./context.ts";
import { readEnvironment } from "./environment.ts";
import { createProgram } from "./program.ts";
import { createPaint, toTerminalText } from "./terminal/paint.ts";

/** Runs the command of this process and sets its exit status. */
export async function main(): Promise<void> {
  const environment = readEnvironment();
  const stop = new AbortController();
  const interrupt = (): void => {
    // A second Ctrl-C is for a person who does not want to wait for the tidy end.
    if (stop.signal.aborted) process.exit(130);
    stop.abort(
      new ObservatoryError("interrupted", "interrupted", { hint: "The same command goes on from here." }),
    );
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may stop early (`| head`); that is no failure.
    if (error.code === "EPIPE") process.exit(0);
  });

  const context: CommandContext = {
    environment,
    paint: createPaint(environment.colour),
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    signal: stop.signal,
  };
  try {
    await createProgram(context).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = reportError(error, context);
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
    if (actual.hint !== undefined) context.writeError(`  ${toTerminalText(actual.hint)}\n`);
    return exitCodeOf(actual);
  }
  const detail = actual instanceof Error ? (actual.stack ?? actual.message) : String(actual);
  context.writeError(`${paint("red", "internal error:")} ${detail}\n`);
  context.writeError(
    "  This is a fault of Observatory. What was finished is kept; the same command goes on from it.\n",
  );
  return 1;
}
