import { UsageError } from "@observatory/core";
import { writeFileAtomic } from "@observatory/store";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommandContext } from "./context.ts";

export interface OpenedInputs extends AsyncDisposable {
  /** The inputs, with the file that standard input was kept in for `-`. */
  readonly paths: readonly string[];
}

const standardInput = "-";
const prefix = "observatory-stdin-";

/**
 * Makes standard input a file, where an input is `-`: a run reads its input more than once, and is known by its hash.
 *
 * The file is in a directory of its own under the system's directory for temporary files (`TMPDIR`), closed to others, and
 * goes away with the scope; what a killed command left goes with the next that reads from standard input. It is named
 * `stdin`, so the same bytes are the same run. Throws UsageError for `-` given twice, StateError where it cannot be written.
 *
 * @example
 * await using opened = await openInputs(inputs, context);
 */
export async function openInputs(
  inputs: readonly string[],
  { readIn, signal, temporaryDirectory = tmpdir() }: InputContext,
): Promise<OpenedInputs> {
  const count = inputs.filter((input) => input === standardInput).length;
  if (count === 0) return { paths: inputs, [Symbol.asyncDispose]: async () => {} };
  if (count > 1)
    throw new UsageError("standard input can be read only once", { hint: "Give - once among the inputs." });
  await removeLeftovers(temporaryDirectory);
  const directory = await mkdtemp(join(temporaryDirectory, `${prefix}${process.pid}-`));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const path = join(directory, "stdin");
    await writeFileAtomic(path, untilAborted(readIn(), signal), { mode: 0o600 });
    const paths = inputs.map((input) => (input === standardInput ? path : input));
    return { paths, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

interface InputContext extends Pick<CommandContext, "readIn" | "signal"> {
  readonly temporaryDirectory?: string;
}

async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
  }
}

async function removeLeftovers(temporaryDirectory: string): Promise<void> {
  for (const name of await readdir(temporaryDirectory).catch(() => [])) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    // Those of other users cannot be removed, and are not ours to remove.
    if (pid > 0 && !isRunning(pid))
      await rm(join(temporaryDirectory, name), { recursive: true, force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
