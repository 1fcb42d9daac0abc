import { ObservatoryError } from "@observatory/core";
import { addAbortSignal } from "node:stream";
import type { CommandContext } from "./context.ts";
import { readEnvironment } from "./environment.ts";
import { runCommand } from "./run-command.ts";
import { createPaint } from "./terminal/paint.ts";

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
    readIn: () => addAbortSignal(stop.signal, process.stdin),
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    signal: stop.signal,
  };
  const status = await runCommand(process.argv.slice(2), context);
  if (status !== 0) process.exitCode = status;
}
