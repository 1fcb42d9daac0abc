import type { Environment } from "./environment.ts";
import type { Paint } from "./terminal/paint.ts";

/** What a command needs of the outside world. */
export interface CommandContext {
  readonly environment: Environment;
  readonly paint: Paint;
  /** Standard input, to be read once. */
  readonly readIn: () => AsyncIterable<Uint8Array>;
  /** Data, for programs. */
  readonly writeOut: (text: string) => void;
  /** Everything for people. */
  readonly writeError: (text: string) => void;
  /** Aborted by the first Ctrl-C or a request to terminate. */
  readonly signal: AbortSignal;
}

/** Writes one JSON document to standard output. */
export function writeJson(context: CommandContext, value: unknown): void {
  context.writeOut(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes lines for a person to standard error. */
export function writeLines(context: CommandContext, lines: readonly string[]): void {
  context.writeError(`${lines.join("\n")}\n`);
}
